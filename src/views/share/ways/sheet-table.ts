import type { SheetTable, SheetTableColumn } from '../../../files/workbook/sheet-table.ts';
import type { Cell, CellType, Column, SheetModel } from '../../../sheets/sheet.ts';

const AS: Readonly<Record<CellType, SheetTableColumn['as']>> = {
  text: 'text',
  choice: 'text',
  leave: 'text',
  date: 'date',
  count: 'count',
  money: 'money',
  ratio: 'ratio',
  days: 'days',
  evidence: 'share',
  chance: 'share',
};

/** What a sheet shows, whole, without the row for adding: for files that other programs read. */
export function sheetTable(model: SheetModel, about: { readonly note: string }): SheetTable {
  const rows = Array.from({ length: model.rowCount }, (_, at) => at).filter((at) => !model.row(at).adder);
  return {
    name: model.label,
    title: model.label,
    note: about.note,
    columns: model.columns.map(columnOf),
    rows: rows.map((at) => {
      const { level, total } = model.row(at);
      return {
        level,
        total,
        cells: model.columns.map(({ type }, column) => valueOf(model.cell(at, column), type)),
      };
    }),
  };
}

/** The ratio that led to a column stands under its title; elsewhere it would be taken for its unit. */
const RATIO = /^÷/;

export const columnOf = ({
  type,
  title,
  subtitle = '',
  fullTitle,
  fileTitle,
  group = '',
}: Column): SheetTableColumn => ({
  title: fileTitle ?? fullTitle ?? title,
  subtitle: fileTitle !== undefined || RATIO.test(subtitle) ? '' : subtitle,
  group: fileTitle === undefined ? group : '',
  as: AS[type],
});

/** Evidence is a drawing on the screen, and a share of own data elsewhere; a choice is read by its word. */
export function valueOf({ value, text, share }: Cell, type: CellType): string | number | null {
  if (type === 'choice') return text || null;
  if (type === 'evidence' && share !== undefined) return share;
  return value;
}
