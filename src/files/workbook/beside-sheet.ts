import {
  cellName,
  cellValue,
  guarded,
  headerCell,
  headRows,
  numberCell,
  textCell,
  titleWidth,
} from './cells.ts';
import { derivedFormat, differenceFormat, SHARE, TEXT } from './formats.ts';
import type { BookBeside, BookCell, BookCompared, BookSheet } from './types.ts';

/** Name and kind. */
const NAME_COLUMNS = 2;
/** Plan, what-if, difference. */
const PER_NUMBER = 3;

/** Plan, what-if and difference side by side; both are as they were when the workbook was made. */
export function besideSheet({ words, rows, columns }: BookBeside, name: string): BookSheet {
  const header = [words.plan, words.supposed, words.difference].map((title) =>
    headerCell(title, 'numberHeader'),
  );
  const groups = columns.flatMap(({ title }) => [headerCell(title, 'group'), null, null]);
  return {
    name,
    rows: [
      ...headRows(words.title, words.legend, [null, null, ...groups]),
      [headerCell(words.name), headerCell(words.kind), ...columns.flatMap(() => header)],
      ...rows.map((row, at) => [
        textCell(row.name, { format: TEXT, indent: row.level, total: !row.isRep }),
        textCell(row.kind, { total: !row.isRep }),
        ...columns.flatMap((column, index) => comparedCells(column, index, at, !row.isRep)),
      ]),
    ],
    widths: [
      24,
      10,
      ...columns.flatMap(({ title }) =>
        Array<number>(PER_NUMBER).fill(Math.max(12, Math.ceil(titleWidth(title) / PER_NUMBER))),
      ),
    ],
    lines: new Map(),
    frozen: { rows: 4, columns: 1 },
  };
}

function comparedCells(compared: BookCompared, index: number, row: number, total: boolean): BookCell[] {
  const { as, of } = compared;
  const format = as === 'ratio' ? SHARE : derivedFormat(of, as);
  const [plan, supposed] = [compared.plan, compared.supposed].map((column) =>
    cellValue(column[row] ?? NaN, as),
  ) as [number, number];
  const first = NAME_COLUMNS + index * PER_NUMBER;
  const formula = guarded(`${cellName(first + 1, row)}-${cellName(first, row)}`);
  return [
    numberCell(plan, { format, total }),
    numberCell(supposed, { format, total }),
    numberCell(supposed - plan, { format: differenceFormat(supposed - plan, format), total, formula }),
  ];
}
