import type { Cell, CellType } from '../../sheets/sheet.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);

/** How Excel should show the bare number; it reads this property only. */
const EXCEL_FORMAT: Partial<Record<CellType, string>> = {
  ratio: '0.0%',
  money: '#\\,##0',
  count: '#\\,##0',
};

function cellHtml(cell: Cell, type: CellType, plain: string): string {
  const format = typeof cell.value === 'number' ? EXCEL_FORMAT[type] : undefined;
  const style = format ? ` style='mso-number-format:"${format}"'` : '';
  return `<td${style}>${escaped(plain)}</td>`;
}

/** A table for Excel, WPS and Google Sheets. Numbers are bare, so that they arrive as numbers. */
export function writeHtml(
  rows: readonly (readonly { readonly cell: Cell; readonly type: CellType; readonly plain: string }[])[],
): string {
  const body = rows.map(
    (cells) => `<tr>${cells.map(({ cell, type, plain }) => cellHtml(cell, type, plain)).join('')}</tr>`,
  );
  return `<meta charset="utf-8"><table>${body.join('')}</table>`;
}
