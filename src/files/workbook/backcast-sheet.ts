import type { Quantity } from '../../model/formula.ts';
import { cellFormula, type CellOf } from './cell-formula.ts';
import {
  cellName,
  cellValue,
  guarded,
  headerCell,
  headRows,
  HEADER_ROW,
  linesOf,
  NO_NUMBER,
  numberCell,
  textCell,
  titleWidth,
} from './cells.ts';
import { derivedFormat, inputFormat, TEXT } from './formats.ts';
import type { RatioCells } from './ratios-sheet.ts';
import { Totals } from './totals.ts';
import type { Book, BookCell, BookColumn, BookRow, BookSheet } from './types.ts';

/** Name and kind. */
const FIRST_COLUMN = 2;
const NAME_WIDTH = 24;
const KIND_WIDTH = 9;
const REASON_WIDTH = 48;

const keyOf = (of: Quantity): string => ('measure' in of ? `${of.name} ${of.measure}` : of.name);

/** The Backcast as cells: inputs as values, reps by the declared formulas, totals as sums of the rows below them. */
export function backcastSheet({ words, rows, columns }: Book, name: string, ratios: RatioCells): BookSheet {
  const places = new Map(columns.map(({ of }, at) => [keyOf(of), at + FIRST_COLUMN]));
  const totals = new Totals(rows, words.rep);
  const cellOf =
    (row: number): CellOf =>
    (of) => {
      if (of.name === 'ratio') return ratios.used(of.measure, row);
      const column = places.get(keyOf(of));
      if (column === undefined) throw new Error(`no column holds ${keyOf(of)}`);
      return cellName(column, row);
    };
  const numbers = columns.map((column, at) => columnCells(column, at + FIRST_COLUMN, rows, totals, cellOf));
  const widths = columns.map(({ title }) => titleWidth(title));
  return {
    name,
    rows: [
      ...headRows(words.title, words.legend, []),
      [
        ...[headerCell(words.name), headerCell(words.kind)],
        ...columns.map(({ title }) => headerCell(title, 'numberHeader')),
        { ...headerCell(words.reason), style: { kind: 'header', indent: 1 } },
      ],
      ...rows.map((row, at) => [
        textCell(row.name, { format: TEXT, indent: row.level, total: !row.isRep }),
        textCell(row.kind, { muted: true, total: !row.isRep }),
        ...numbers.map((column) => column[at] ?? null),
        textCell(row.reason, { muted: true, total: !row.isRep, indent: 1 }),
      ]),
    ],
    widths: [NAME_WIDTH, KIND_WIDTH, ...widths, REASON_WIDTH],
    lines: new Map([
      [HEADER_ROW - 1, Math.max(1, ...columns.map(({ title }, at) => linesOf(title, widths[at] ?? 0)))],
    ]),
    frozen: { rows: 4, columns: FIRST_COLUMN },
  };
}

function columnCells(
  column: BookColumn,
  at: number,
  rows: readonly BookRow[],
  totals: Totals,
  cellOf: (row: number) => CellOf,
): BookCell[] {
  const { as, above, formula, values, cut } = column;
  const format = formula ? derivedFormat(column.of.name, as) : inputFormat(as, values);
  return rows.map((row, index) => {
    const value = cellValue(values[index] ?? NaN, as);
    if (!row.isRep) {
      const look = { format: above === 'mean' ? '0.0' : format, total: true };
      return numberCell(value, { ...look, ...totals.formula(index, at, above, as) });
    }
    // A formula would come to a number here where the plan has none.
    if (cut[index]) return { value: NO_NUMBER, style: { kind: 'number' } };
    if (!formula) return numberCell(value, { format, input: true });
    return numberCell(value, { format, formula: guarded(cellFormula(formula, cellOf(index))) });
  });
}
