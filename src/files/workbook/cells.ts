import type { WrittenAs } from '../../model/formula.ts';
import type { BookCell, CellLook } from './types.ts';

/** Stands where there is no number: sums pass over it, and what is divided by it has none either. */
export const NO_NUMBER = '—';

/** Title, legend, a free row and the header come before the first unit, on every sheet: rows agree between sheets. */
export const HEADER_ROW = 4;
export const FIRST_ROW = HEADER_ROW + 1;

/** A, B … Z, AA: from 0. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

/** F5. `row` counts the units from 0. */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row + FIRST_ROW}`;

const MINOR = 100;

/** As a spreadsheet holds it: money in major units. */
export const cellValue = (value: number, as: WrittenAs): number => (as === 'money' ? value / MINOR : value);

export const textCell = (value: string, style: Omit<CellLook, 'kind'> = {}): BookCell => ({
  value,
  style: { kind: 'text', ...style },
});

export const headerCell = (
  value: string,
  kind: 'header' | 'numberHeader' | 'group' = 'header',
): BookCell => ({
  value,
  style: { kind },
});

type More = Omit<CellLook, 'kind'> & Pick<BookCell, 'formula' | 'isArray'>;

/** A number, or a dash where there is none. A formula that comes to no number comes to the dash. */
export function numberCell(value: number, { formula, isArray = false, ...style }: More): BookCell {
  return {
    value: Number.isFinite(value) ? value : NO_NUMBER,
    style: { kind: 'number', ...style },
    ...(formula !== undefined && { formula }),
    ...(isArray && { isArray }),
  };
}

/** A formula that shows a dash instead of an error. */
export const guarded = (formula: string): string => `IFERROR(${formula},"${NO_NUMBER}")`;

/** The rows above the header. */
export const headRows = (
  title: string,
  legend: string,
  groups: (BookCell | null)[],
): (BookCell | null)[][] => [
  [{ value: title, style: { kind: 'title' } }],
  [{ value: legend, style: { kind: 'legend' } }],
  groups,
];

/** Wide characters take two. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);

/** How many lines a text takes in a column of so many characters. */
export const linesOf = (text: string, width: number): number => Math.ceil(widthOf(text) / (width - 1));

/** A column for a title of two lines whose words stay whole. */
export function titleWidth(title: string): number {
  const words = title.match(/[^\s\u2e80-\uffff]+/g) ?? [];
  return Math.max(12, Math.ceil(widthOf(title) / 2) + 2, ...words.map((word) => word.length + 3));
}
