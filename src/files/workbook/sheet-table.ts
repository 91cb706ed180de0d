import { headerCell, headRows, numberCell, textCell, titleWidth } from './cells.ts';
import { DAY, SHARE, TEXT, tableFormat } from './formats.ts';
import { sheetName } from './sheet-name.ts';
import type { BookCell, BookSheet } from './types.ts';

/** A sheet as it stands, for other programs: its values without formulas. */
export interface SheetTable {
  readonly name: string;
  readonly title: string;
  /** Under the title: plan, period, day. */
  readonly note: string;
  readonly columns: readonly SheetTableColumn[];
  readonly rows: readonly SheetTableRow[];
}

export interface SheetTableColumn {
  readonly title: string;
  /** A unit, a day, or another remark that the title can do without. */
  readonly subtitle: string;
  /** Stands over several columns; '' = none. */
  readonly group: string;
  readonly as: 'text' | 'date' | 'count' | 'money' | 'ratio' | 'share' | 'days';
}

export interface SheetTableRow {
  /** How far in it stands under others. */
  readonly level: number;
  readonly total: boolean;
  /** In the order of the columns: days as ISO text, money in major units, shares from 0 to 1; null = blank. */
  readonly cells: readonly (string | number | null)[];
  /** Columns whose cells hold what must not move. */
  readonly locked?: readonly number[];
}

/** 15 digits are what a spreadsheet keeps: 0.1 + 0.2 goes out as 0.3. */
const bare = (value: number): string => String(Number(value.toPrecision(15)));

const csvText = (value: string | number | null): string =>
  typeof value === 'number' ? bare(value) : (value ?? '');

/** One row of titles and one of each row, numbers bare, so that any program can read it. */
export const csvRows = ({ columns, rows }: SheetTable): string[][] => [
  csvTitles(columns),
  ...rows.map(({ cells }) => cells.map(csvText)),
];

/** Equal titles are told apart by what stands over them. */
function csvTitles(columns: readonly SheetTableColumn[]): string[] {
  const titles = columns.map(({ title }) => title);
  const isOne = (title: string) => titles.indexOf(title) === titles.lastIndexOf(title);
  return columns.map(({ group, title }) => (isOne(title) ? title : `${group} ${title}`.trim()));
}

/** The same as a sheet of a workbook, its titles frozen, text as text and days as days. */
export function tableSheet(table: SheetTable): BookSheet {
  const { columns, rows, title, note } = table;
  return {
    name: sheetName(table.name),
    rows: [...headRows(title, note, groupsOf(columns)), columns.map(titleOf), ...rows.map(rowOf(columns))],
    widths: columns.map((column, at) => (at === 0 ? 24 : titleWidth(column.title))),
    lines: new Map(),
    frozen: { rows: 4, columns: 1 },
  };
}

const isText = (as: SheetTableColumn['as']): boolean => as === 'text' || as === 'date';

const titleOf = ({ title, subtitle, as }: SheetTableColumn): BookCell =>
  headerCell(`${title} ${subtitle}`.trim(), isText(as) ? 'header' : 'numberHeader');

const groupsOf = (columns: readonly SheetTableColumn[]): (BookCell | null)[] =>
  columns.map(({ group }, at) =>
    group !== '' && group !== columns[at - 1]?.group ? headerCell(group, 'group') : null,
  );

const rowOf =
  (columns: readonly SheetTableColumn[]) =>
  ({ cells, level, total, locked }: SheetTableRow): (BookCell | null)[] =>
    cells.map((value, at) =>
      cellOf(value, columns[at]?.as ?? 'text', {
        total,
        ...(at === 0 && { indent: level }),
        ...(locked?.includes(at) && { locked: true }),
      }),
    );

function cellOf(
  value: string | number | null,
  as: SheetTableColumn['as'],
  look: { readonly total: boolean; readonly indent?: number; readonly locked?: boolean },
): BookCell | null {
  if (value === null || value === '') return look.total ? textCell('', look) : null;
  if (typeof value === 'number')
    return numberCell(value, { ...look, format: as === 'share' ? SHARE : tableFormat(as, value) });
  const day = as === 'date' ? new Date(`${value}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime())
    ? { value: day, style: { kind: 'text', format: DAY, ...look } }
    : textCell(value, { format: TEXT, ...look });
}
