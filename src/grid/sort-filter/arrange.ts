import { valueAt, type SheetModel } from '../../sheets/sheet.ts';
import type { ArrangedModel } from './arranged-model.ts';
import { passes, type Filter } from './filter.ts';

export interface Sort {
  /** Key of the column. */
  readonly column: string;
  readonly descending: boolean;
}
export type Filters = ReadonlyMap<string, Filter>;

interface Node {
  readonly row: number;
  readonly children: Node[];
  /** Sums below their parts and the adder row keep their place at the end. */
  readonly pinned: boolean;
}

/** The rows to show, in order; null: all, as the model has them. Siblings are sorted under their parent. */
export function arrange(
  model: SheetModel,
  sort: Sort | null,
  filters: Filters,
  language: string,
): Int32Array | null {
  if (!sort && filters.size === 0) return null;
  let roots = tree(model);
  if (filters.size > 0) roots = kept(roots, rowTest(model, filters));
  if (sort) sortSiblings(roots, comparison(model, sort, language));
  const rows: number[] = [];
  flatten(roots, rows);
  return Int32Array.from(rows);
}

function tree(model: SheetModel): Node[] {
  const roots: Node[] = [];
  const path: { level: number; node: Node }[] = [];
  for (let index = 0; index < model.rowCount; index++) {
    const { level, adder, total, expanded } = model.row(index);
    const node: Node = { row: index, children: [], pinned: adder === true || (total && expanded === null) };
    while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop();
    (path.at(-1)?.node.children ?? roots).push(node);
    path.push({ level, node });
  }
  return roots;
}

/** Whether a row passes all filters. */
export function rowTest(model: SheetModel, filters: Filters): (row: number) => boolean {
  const tests = [...filters].map(([key, filter]) => ({
    column: model.columns.findIndex((column) => column.key === key),
    filter,
  }));
  return (row) => tests.every(({ column, filter }) => column < 0 || passes(model.cell(row, column), filter));
}

/** A parent stays for the sake of a child that stays. */
function kept(nodes: readonly Node[], test: (row: number) => boolean): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const children = kept(node.children, test);
    if (children.length > 0 || node.pinned || test(node.row)) result.push({ ...node, children });
  }
  return result;
}

type Compare = (a: number, b: number) => number;

/** Numbers before text, blanks last whichever way it is sorted. */
function comparison(model: SheetModel, { column: key, descending }: Sort, language: string): Compare {
  const column = model.columns.findIndex((candidate) => candidate.key === key);
  if (column < 0) return () => 0;
  const collator = new Intl.Collator(language, { numeric: true });
  const values = Array.from({ length: model.rowCount }, (_, row) => valueAt(model, row, column));
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const x = values[a] ?? '';
    const y = values[b] ?? '';
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
    if (typeof x === 'string' && typeof y === 'string') return sign * collator.compare(x, y);
    return typeof x === 'number' ? -1 : 1;
  };
}

function sortSiblings(nodes: Node[], compare: Compare): void {
  nodes.sort((a, b) => Number(a.pinned) - Number(b.pinned) || (a.pinned ? 0 : compare(a.row, b.row)));
  for (const node of nodes) if (node.children.length > 0) sortSiblings(node.children, compare);
}

function flatten(nodes: readonly Node[], into: number[]): void {
  for (const node of nodes) {
    into.push(node.row);
    flatten(node.children, into);
  }
}

/** Of the rows shown those with these keys, with what they stand under and the row that adds others; base rows. */
export function rowsWith(model: ArrangedModel, keys: ReadonlySet<string>): Int32Array {
  const rows: number[] = [];
  let under = 0;
  for (let index = model.rowCount - 1; index >= 0; index--) {
    const { key, level, adder } = model.row(index);
    if (!keys.has(key) && !adder && level >= under) continue;
    rows.push(model.baseRow(index));
    under = level;
  }
  return Int32Array.from(rows.reverse());
}
