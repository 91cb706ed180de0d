import type { Cell, CellMark, CellType, Column, SheetRow } from '../../sheets/sheet.ts';
import type { Selection } from '../selection/selection.ts';
import type { Range } from '../selection/range.ts';

const LEFT: ReadonlySet<CellType> = new Set(['text', 'choice', 'leave', 'evidence']);
export const isNumber = (type: CellType): boolean => !LEFT.has(type);
export const standsRight = ({ type, alignRight }: Pick<Column, 'type' | 'alignRight'>): boolean =>
  alignRight === true || isNumber(type);

/** Class names of a cell by what it holds. */
export function cellLook(cell: Cell, column: Pick<Column, 'type' | 'alignRight'>, refused: boolean): string {
  const names = ['cell'];
  if (standsRight(column)) names.push('n');
  if (cell.input) names.push('typed');
  if (refused) names.push('refused');
  for (const mark of cell.marks ?? []) names.push(`m-${mark}`);
  return names.join(' ');
}

/** And by where its column stands. */
export const placeLooks = (columns: readonly Column[], frozen: number): string[] =>
  columns.map((_, column) => {
    const ruled = column === frozen - 1 || columns[column + 1]?.rule;
    const { tight, now } = columns[column]!;
    return `${column < frozen ? ' fixed' : ''}${ruled ? ' edge' : ''}${tight ? ' tight' : ''}${now ? ' now' : ''}`;
  });

export const iconOf = (marks: readonly CellMark[] | undefined): 'warn' | 'lock' | null =>
  marks?.includes('decide') ? 'warn' : marks?.includes('lock') ? 'lock' : null;

export function rowLook(row: SheetRow): string {
  const names = ['row'];
  if (row.adder) names.push('adder');
  if (row.part) names.push('part');
  if (row.total) names.push(row.level === 0 ? 'top-total' : 'total');
  if (row.expanded === false && row.level > 0) names.push('folded');
  return names.join(' ');
}

/** What lies over the cells of one row; equal strings let Svelte leave the row alone. */
export const rangesInRow = (ranges: readonly Range[], row: number): string =>
  ranges
    .filter((range) => range.hasRow(row))
    .map(
      ({ left, right, top, bottom }) => `${left} ${right} ${Number(row === top)} ${Number(row === bottom)}`,
    )
    .join(';');

export const activeInRow = (selection: Selection, row: number): number =>
  selection.active.row === row ? selection.active.column : -1;

/** Class names for the part of a range that each cell of a row shows: a tint, and the edges on this cell. */
export function edges(parts: string, name: string): (column: number) => string {
  if (parts === '') return () => '';
  const spans = parts.split(';').map((part) => part.split(' ').map(Number));
  return (column) => {
    const names = new Set<string>();
    for (const [left = 0, right = 0, top, bottom] of spans) {
      if (column < left || column > right) continue;
      names.add(name);
      if (top) names.add(`${name}-t`);
      if (bottom) names.add(`${name}-b`);
      if (column === left) names.add(`${name}-l`);
      if (column === right) names.add(`${name}-r`);
    }
    return names.size === 0 ? '' : ` ${[...names].join(' ')}`;
  };
}
