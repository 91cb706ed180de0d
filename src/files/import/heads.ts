import type { Month } from '../../model/time.ts';
import { findHeader, headerMonth, isKnown, isMonthHeader, isNumber, titleYear } from './header.ts';
import { namesMeasure } from './meaning.ts';
import type { PlanFacts } from './types.ts';

/** What stands over the columns: one header row, or two where merged cells of months or groups stand above. */
export interface Heads {
  readonly headerRow: number;
  readonly rows: readonly number[];
  readonly titles: readonly string[][];
  readonly headers: readonly string[];
  /** Text of the upper row where it belongs to the column. */
  readonly above: readonly string[];
  /** The month that a column's headers name, in a table with months across. */
  readonly months: readonly (Month | null)[];
}

type Row = readonly string[] | undefined;
const YEAR = /^(20\d{2})\s*年?度?$/;
const at = (row: Row, column: number): string => (row?.[column] ?? '').trim();

/** A merged cell has its text in its first column only. */
function spread(row: Row, width: number): string[] {
  let label = '';
  return Array.from({ length: width }, (_, column) => (label = at(row, column) || label));
}

const isMonthOver = (upper: string, lower: string): boolean =>
  (isMonthHeader(upper) && namesMeasure(lower)) ||
  (isMonthHeader(lower) && (namesMeasure(upper) || YEAR.test(upper)));

/** Two rows that could be one header: words only, and no title line with a single cell above. */
function labelsOver(rows: readonly Row[], lower: number): { upper: Row; row: Row; labels: string[] } | null {
  const upper = rows[lower - 1];
  const row = rows[lower];
  if (!upper || !row) return null;
  const first = upper.findIndex((cell) => cell.trim() !== '');
  const filled = upper.filter((cell) => cell.trim() !== '').length;
  if (first < 0 || (filled < 2 && first === 0)) return null;
  if (row.some((cell) => isNumber(cell) && !isMonthHeader(cell))) return null;
  return { upper, row, labels: spread(upper, row.length) };
}

/** Months over measures, measures over months, or years over months. */
function hasMonthsAbove(rows: readonly Row[], lower: number): boolean {
  const { row, labels } = labelsOver(rows, lower) ?? {};
  return labels?.some((label, column) => isMonthOver(label, at(row, column))) ?? false;
}

/** A name beside groups of measures stands in the upper of two merged cells. */
function hasNamesAbove(rows: readonly Row[], lower: number): boolean {
  const { upper, row, labels } = labelsOver(rows, lower) ?? {};
  return labels?.some((_, column) => at(row, column) === '' && isKnown(at(upper, column))) ?? false;
}

/** The one header row without an upper one, or the lower of two. */
function headerRowOf(rows: readonly string[][], chosen: number | undefined): number {
  if (chosen !== undefined) return chosen;
  const found = findHeader(rows);
  return found >= 0 && hasMonthsAbove(rows, found + 1) ? found + 1 : found;
}

interface Head {
  readonly header: string;
  readonly above: string;
  readonly month: Month | null;
}

/** The measure is the header, whichever of the two rows it stands in. */
function join(upper: string, own: string, lower: string, year: number | undefined, today: string): Head {
  if (lower === '') return { header: own, above: '', month: null };
  const named = Number(YEAR.exec(upper)?.[1] ?? NaN);
  if (named) return { header: lower, above: upper, month: headerMonth(lower, named, today) };
  const over = headerMonth(upper, year, today);
  if (over) return { header: lower, above: upper, month: over };
  const below = headerMonth(lower, year, today);
  return below && namesMeasure(upper)
    ? { header: upper, above: lower, month: below }
    : { header: lower, above: upper, month: below };
}

export function findHeads(
  rows: readonly string[][],
  width: number,
  facts: PlanFacts,
  chosen: number | undefined,
): Heads {
  const headerRow = headerRowOf(rows, chosen);
  const two = headerRow > 0 && (hasMonthsAbove(rows, headerRow) || hasNamesAbove(rows, headerRow));
  const titles = rows.slice(0, Math.max(0, two ? headerRow - 1 : headerRow));
  const year = titleYear(titles);
  const row = headerRow < 0 ? undefined : rows[headerRow];
  const upper = two ? rows[headerRow - 1] : undefined;
  const labels = spread(upper, width);
  const heads = labels.map((label, column) =>
    join(label, at(upper, column), at(row, column), year, facts.asOf),
  );
  const enough = two || heads.filter(({ month }) => month !== null).length >= 2;
  return {
    headerRow,
    rows: headerRow < 0 ? [] : two ? [headerRow - 1, headerRow] : [headerRow],
    titles,
    headers: heads.map(({ header }) => header),
    above: heads.map(({ above }) => above),
    months: heads.map(({ month }) => (enough ? month : null)),
  };
}
