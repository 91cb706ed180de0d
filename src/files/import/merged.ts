import { kindOfRow } from './leave-out.ts';
import type { Layout } from './layout.ts';
import type { Table } from './table.ts';
import type { ColumnGuess, DraftRequest } from './types.ts';

/** So many blanks below names are merged cells; fewer are names that someone forgot. */
const FEWEST = 2;
const SHARE = 0.2;
/** Of rows that say who and when, so few may say the same twice. */
const SAME = 0.05;

const blank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === '';

/** Blanks of a column, and texts that stand below the same text: merged cells have none of these. */
function lookDown(rows: readonly (readonly string[])[], column: number): { blanks: number; again: number } {
  let [blanks, again] = [0, 0];
  let above = '';
  for (const row of rows) {
    const cell = row[column] ?? '';
    if (blank(cell)) blanks++;
    else if (cell === above) again++;
    above = cell;
  }
  return { blanks, again };
}

interface Who {
  readonly columns: readonly ColumnGuess[];
  /** Together these tell rows apart. */
  readonly keys: readonly ColumnGuess[];
}

function columnsOf({ rep, team, region, when, year, rowMeasure, wide }: Layout): Who {
  const present = (columns: readonly (ColumnGuess | undefined)[]) =>
    columns.filter((one) => one !== undefined);
  return {
    columns: present([region, team, rep, wide ? undefined : when, wide ? undefined : year, rowMeasure]),
    keys: present([team, rep, wide ? undefined : when, wide ? undefined : year, rowMeasure]),
  };
}

/** Whether the rows still say different things once the blanks are filled. */
function tellsApart(rows: readonly (readonly string[])[], keys: readonly ColumnGuess[]): boolean {
  const last = new Map<number, string>();
  const seen = new Set<string>();
  for (const row of rows) {
    for (const { index } of keys) if (!blank(row[index])) last.set(index, row[index]!);
    seen.add(keys.map(({ index }) => last.get(index) ?? '').join('\u0000'));
  }
  return rows.length - seen.size <= rows.length * SAME;
}

function isMerged(
  rows: readonly (readonly string[])[],
  column: ColumnGuess,
  { keys }: Who,
  layout: Layout,
): boolean {
  const { blanks, again } = lookDown(rows, column.index);
  if (blanks === 0 || blank(rows[0]?.[column.index])) return false;
  if (again > (rows.length - blanks) * SAME) return false;
  if (column === layout.team || column === layout.region) return true;
  return blanks >= Math.max(FEWEST, rows.length * SHARE) && tellsApart(rows, keys);
}

function dataRows(table: Table, layout: Layout): number[] {
  const header = table.rows[layout.headerRow];
  const { columns } = columnsOf(layout);
  const words = columns.map(({ index }) => index);
  const rows: number[] = [];
  for (let row = layout.headerRow + 1; row < table.rows.length; row++)
    if (kindOfRow(table.rows[row]!, header, words) === 'data') rows.push(row);
  return rows;
}

export interface Filled {
  readonly table: Table;
  /** Whether blanks under names, teams and dates mean "as above"; null: there are none. */
  readonly below: 'same' | 'missing' | null;
}

/** Merged cells leave their text in the first row only: the rows below get it too. The source stays as it is. */
export function fillMerged(table: Table, layout: Layout, request: DraftRequest): Filled {
  const who = columnsOf(layout);
  const hasBlanks = who.columns.filter(({ index }) =>
    table.rows.some((row, at) => at > layout.headerRow && blank(row[index])),
  );
  if (hasBlanks.length === 0) return { table, below: null };
  const numbers = dataRows(table, layout);
  const data = numbers.map((row) => table.rows[row]!);
  const open = hasBlanks.filter(({ index }) => data.some((row) => blank(row[index])));
  if (open.length === 0) return { table, below: null };
  const { blanksBelow } = request;
  const merged =
    blanksBelow === undefined
      ? open.filter((column) => isMerged(data, column, who, layout))
      : blanksBelow === 'same'
        ? open
        : [];
  if (merged.length === 0) return { table, below: 'missing' };
  return { table: { ...table, rows: filled(table.rows, numbers, merged) }, below: 'same' };
}

function filled(
  source: readonly string[][],
  numbers: readonly number[],
  columns: readonly ColumnGuess[],
): string[][] {
  const rows = [...source];
  const last = new Map<number, string>();
  for (const number of numbers) {
    const row = rows[number]!;
    let copy: string[] | null = null;
    for (const { index } of columns) {
      const above = last.get(index);
      if (!blank(row[index])) last.set(index, row[index]!);
      else if (above !== undefined) (copy ??= [...row])[index] = above;
    }
    if (copy) rows[number] = copy;
  }
  return rows;
}
