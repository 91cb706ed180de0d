/** A cell of a table as it is written, with how far it reaches. */
export interface SpannedCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** Wider than any sheet; a table that claims more is cut off. */
const MOST_COLUMNS = 1024;

/** Merged cells hold their text at the top left and are blank elsewhere, as in the plain text of a spreadsheet. */
export function spread(rows: readonly (readonly SpannedCell[])[]): string[][] {
  const block: string[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const { text, rows: down, columns } of cells) {
      while (block[row]?.[column] !== undefined) column++;
      const right = Math.min(MOST_COLUMNS, column + Math.max(1, columns));
      for (const line of block.slice(row, row + Math.max(1, down)))
        for (let at = column; at < right; at++) line[at] ??= '';
      const line = block[row];
      if (line && column < MOST_COLUMNS) line[column] = text;
      column = right;
    }
  });
  const width = Math.max(0, ...block.map((line) => line.length));
  return block.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ''));
}

/** The cells of all that the markup holds, one table below the other; null: it holds no table, or more than tables. */
export function readTables(markup: string): string[][] | null {
  if (!/<table[\s>]/i.test(markup)) return null;
  // Nothing in such a document runs, loads or is shown.
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  const tables = [...body.querySelectorAll('table')].filter(
    (table) => !table.parentElement?.closest('table'),
  );
  const rows = tables.flatMap((table) => [...table.rows].map((row) => [...row.cells].map(readCell)));
  for (const table of tables) table.remove();
  const blank = rows.every((cells) => cells.every(({ text }) => text === ''));
  return blank || textOf(body) !== '' ? null : spread(rows);
}

const readCell = (cell: HTMLTableCellElement): SpannedCell => ({
  text: textOf(cell),
  rows: cell.rowSpan,
  columns: cell.colSpan,
});

const SILENT = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'TITLE']);
const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR']);

/** As it would be read: spaces of the markup are one, a line break is a line break. */
function textOf(element: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) parts.push((node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' '));
    if (!(node instanceof Element) || SILENT.has(node.tagName)) return;
    if (node.tagName === 'BR') parts.push('\n');
    const isBlock = BLOCKS.has(node.tagName);
    if (isBlock) parts.push('\n');
    node.childNodes.forEach(walk);
    if (isBlock) parts.push('\n');
  };
  element.childNodes.forEach(walk);
  const lines = parts.join('').replaceAll('\u00a0', ' ').split(/\n+/);
  return lines
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
