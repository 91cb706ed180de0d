/**
 * The text that spreadsheets put on the clipboard: cells split by tabs, rows by line ends, a cell with a tab, a line
 * end or a quote in quotes, and quotes in it doubled.
 */
const quoted = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');

export function parseTsv(source: string): string[][] {
  const text = source.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return text.includes('"') ? parseQuoted(text) : text.split('\n').map((line) => line.split('\t'));
}

interface ReadCell {
  readonly text: string;
  readonly end: number;
}

function parseQuoted(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; ; at++) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    rows.at(-1)?.push(cell.text);
    at = cell.end;
    if (at >= text.length) return rows;
    if (text[at] === '\n') rows.push([]);
  }
}

/** Sticky, so that a long block is not sliced for every cell; `$` is the end of the text, not of a line. */
const QUOTED = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;

/** Null if no quoted cell stands here: a quote that never closes is text. */
function quotedCell(text: string, start: number): ReadCell | null {
  if (text[start] !== '"') return null;
  QUOTED.lastIndex = start;
  const match = QUOTED.exec(text);
  return match ? { text: (match[1] ?? '').replaceAll('""', '"'), end: start + match[0].length } : null;
}

function plainCell(text: string, start: number): ReadCell {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
  return { text: text.slice(start, end), end };
}
