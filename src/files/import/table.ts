import Papa from 'papaparse';
import { harmlessText, meantText } from '../../model/spreadsheet-text.ts';
import { readChat } from './chat.ts';
import { isMarkup, readMarkup } from './markup.ts';
import type { Delimiter, Progress } from './types.ts';

/** Lines of a file taken apart: cells as written, and the file's line (from 1) on which each row starts. */
export interface Table {
  readonly rows: string[][];
  readonly lines: Int32Array;
  /** null: a table of markup, where tags part the cells, or a chat. */
  readonly delimiter: Delimiter | null;
  /** Lines of a chat; its second column, or its first without names, says the day. */
  readonly chat?: boolean;
}

/** Where several delimiters cut evenly, the rarer mark is meant: commas also stand inside numbers. */
const BY_RARITY: readonly Delimiter[] = ['\t', ';', '|', ','];
const CHUNK = 1 << 20;

function evenness(head: string, delimiter: Delimiter): number {
  const rows = Papa.parse<string[]>(head, { delimiter, skipEmptyLines: 'greedy' }).data;
  const widths = new Map<number, number>();
  for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  return Math.max(0, ...widths.values()) / Math.max(1, rows.length);
}

export function guessDelimiter(text: string): Delimiter {
  const declared = /^sep=([,;|\t])\r?\n/.exec(text)?.[1];
  if (declared) return declared as Delimiter;
  const head = text.split('\n', 60).join('\n');
  const scored = BY_RARITY.map((delimiter) => ({ delimiter, score: evenness(head, delimiter) }));
  const even = scored.find(({ score }) => score >= 0.8);
  return (even ?? scored.reduce((best, one) => (one.score > best.score ? one : best), scored[3]!)).delimiter;
}

const newlines = (row: readonly string[]): number => {
  let count = 0;
  for (const cell of row) if (cell.includes('\n')) count += cell.split('\n').length - 1;
  return count;
};

function lineNumbers(rows: readonly string[][], quoted: boolean): Int32Array {
  const lines = new Int32Array(rows.length);
  let line = 1;
  for (let row = 0; row < rows.length; row++) {
    lines[row] = line;
    line += 1 + (quoted ? newlines(rows[row]!) : 0);
  }
  return lines;
}

const dropByteMark = (text: string) => (text.startsWith('\ufeff') ? text.slice(1) : text);

function dropBlankEnd(rows: string[][]): void {
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell.trim() === '')) rows.pop();
}

/** Rows that come apart already: they count instead of lines, as a spreadsheet shows them. */
export function tableOf(source: readonly (readonly string[])[]): Table {
  const rows = source.map((row) => [...row]);
  dropBlankEnd(rows);
  return { rows, lines: Int32Array.from(rows, (_, row) => row + 1), delimiter: null };
}

/** Lines of markup say nothing to its reader. */
const fromMarkup = (text: string): Table => tableOf(readMarkup(text));

/** Takes text apart into cells; nothing is dropped, so that rows keep their line numbers. */
export function readTable(source: string, chosen?: Delimiter, progress?: Progress): Table {
  const text = dropByteMark(source);
  if (!chosen && isMarkup(text)) return fromMarkup(text);
  const chat = chosen ? null : readChat(text);
  if (chat) return { rows: chat.rows, lines: Int32Array.from(chat.lines), delimiter: null, chat: true };
  const delimiter = chosen ?? guessDelimiter(text);
  const rows: string[][] = [];
  const isGuarded = text.includes("'");
  const config = {
    delimiter,
    chunkSize: CHUNK,
    chunk: ({ data, meta }: Papa.ParseResult<string[]>) => {
      for (const row of data) rows.push(isGuarded ? row.map(meantText) : row);
      progress?.(Math.min(meta.cursor, text.length), text.length);
    },
  };
  // The types know chunks of files only; texts come in chunks just so.
  Papa.parse<string[]>(text, config as Papa.ParseConfig<string[]> & { worker?: false });
  dropBlankEnd(rows);
  return { rows, lines: lineNumbers(rows, text.includes('"')), delimiter };
}

/** CSV with a byte order mark, which Excel needs to see that it is UTF-8; text stays text there. */
export const writeRows = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => row.map(harmlessText)),
    { newline: '\r\n' },
  )}`;
