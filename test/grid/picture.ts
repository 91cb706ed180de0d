import type { Cell, CellType, Column, SheetModel, SheetRow } from '../../src/sheets/sheet.ts';

/**
 * A sheet drawn as text: a header line of column names, then rows; cells are split by `|`. A leading `>` for each
 * level makes tree rows, `+` in the first cell the adder row, `=5` a computed cell, `.` a blank one.
 */
export function sheet(picture: string, types: Record<string, CellType> = {}): SheetModel {
  const [header = [], ...body] = table(picture);
  const columns: Column[] = header.map((title, index) => ({
    key: title,
    title,
    type: types[title] ?? 'count',
    width: 80,
    frozen: index === 0,
  }));
  const levels = body.map(([first = '']) => /^>*/.exec(first)?.[0].length ?? 0);
  return {
    id: 'picture',
    label: 'picture',
    columns,
    rowCount: body.length,
    row: (index): SheetRow => ({
      key: (body[index]?.[0] ?? '').replace(/^>+/, '') || `row${index}`,
      level: levels[index] ?? 0,
      expanded: (levels[index + 1] ?? 0) > (levels[index] ?? 0) ? true : null,
      total: false,
      adder: body[index]?.[0] === '+',
    }),
    cell: (row, column) => cell(body[row]?.[column] ?? ''),
  };
}

function cell(drawn: string): Cell {
  const computed = drawn.startsWith('=');
  const text = drawn.replace(/^(=|>+|\.|\+)/, '');
  const value = text === '' ? null : /^-?[\d.]+$/.test(text) ? Number(text) : text;
  return { text, value, input: !computed };
}

export const table = (picture: string): string[][] =>
  picture
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()));

/** The sheet after edits, drawn the same way: what was typed stands in its cell. */
export function after(
  model: SheetModel,
  edits: readonly { row: number; column: number; text: string }[],
): string[][] {
  const rows = Math.max(model.rowCount, ...edits.map(({ row }) => row + 1));
  const drawn = Array.from({ length: rows }, (_, row) =>
    model.columns.map((_, column) => (row < model.rowCount ? model.cell(row, column).text : '') || '.'),
  );
  for (const { row, column, text } of edits) {
    const line = drawn[row];
    if (line) line[column] = text || '.';
  }
  return drawn;
}
