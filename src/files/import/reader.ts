import { fail, ok, type Result } from '../../model/failure.ts';
import { decode } from './decode.ts';
import { makeDraft } from './draft.ts';
import { makeGoalDraft } from './goals/draft.ts';
import type { GoalDraft, GoalRequest } from './goals/types.ts';
import { isWorkbook, readWorkbook, type WorkbookSheet } from '../workbook/read.ts';
import { readTable, tableOf, writeRows, type Table } from './table.ts';
import type { DraftRequest, Encoding, ImportDraft, Progress, ReadOptions, TableInfo } from './types.ts';

const LARGEST_MB = 200;

/** One open table: what the worker keeps, and what the page may ask of it. */
export interface TableReader {
  /** Reads a file or pasted text. Fails with `fileEmpty`, `fileNotText`, `fileTooLarge` or `fileUnreadable`. */
  open(source: Blob | string, options: ReadOptions, progress?: Progress): Promise<Result<TableInfo>>;
  /** Reads the opened bytes again with another encoding or delimiter. */
  reopen(options: ReadOptions, progress?: Progress): Result<TableInfo>;
  draft(request: DraftRequest, progress?: Progress): ImportDraft;
  /** The same table read as goals. */
  goals(request: GoalRequest): GoalDraft;
  /** The header and some rows as they were read, as CSV text: to be put right and imported again. */
  csvOf(headerRows: readonly number[], rows: readonly number[]): string;
}

type Content =
  | { readonly bytes: Uint8Array }
  | { readonly text: string }
  | { readonly sheets: readonly WorkbookSheet[]; readonly size: number };

async function contentOf(source: Blob | string): Promise<Result<Content>> {
  if (typeof source === 'string') return ok({ text: source });
  if (source.size > LARGEST_MB * 1e6) return fail('fileTooLarge', { limit: LARGEST_MB });
  try {
    const bytes = new Uint8Array(await source.arrayBuffer());
    const sheets = isWorkbook(bytes) ? await readWorkbook(bytes) : null;
    return ok(sheets ? { sheets, size: bytes.length } : { bytes });
  } catch {
    return fail('fileUnreadable');
  }
}

type Written = Exclude<Content, { readonly size: number }>;

function textOf(content: Written, forced?: Encoding): Result<{ text: string; encoding: Encoding | null }> {
  return 'text' in content ? ok({ text: content.text, encoding: null }) : decode(content.bytes, forced);
}

export function createTableReader(): TableReader {
  let content: Content = { text: '' };
  let table: Table = { rows: [], lines: new Int32Array(0), delimiter: ',' };

  function reopen(options: ReadOptions, progress?: Progress): Result<TableInfo> {
    if ('sheets' in content) return openSheet(content.sheets, content.size, options.sheet);
    const decoded = textOf(content, options.encoding);
    if (!decoded.ok) return decoded;
    table = readTable(decoded.value.text, options.delimiter, progress);
    if (table.rows.length === 0) return fail('fileEmpty');
    const bytes = 'bytes' in content ? content.bytes.length : content.text.length;
    const { delimiter, rows } = table;
    const { chat = false } = table;
    return ok({
      encoding: decoded.value.encoding,
      delimiter,
      chat,
      rows: rows.length,
      bytes,
      sheets: [],
      sheet: 0,
    });
  }

  /** Without a choice, the first sheet that has a table in it. */
  function openSheet(sheets: readonly WorkbookSheet[], bytes: number, chosen?: number): Result<TableInfo> {
    const first = sheets.findIndex(({ rows }) => rows.filter((row) => row.some(Boolean)).length > 1);
    const sheet = chosen ?? Math.max(0, first);
    table = tableOf(sheets[sheet]?.rows ?? []);
    if (table.rows.length === 0 && chosen === undefined) return fail('fileEmpty');
    const names = sheets.map(({ name }) => name);
    const { rows } = table;
    return ok({
      encoding: null,
      delimiter: null,
      chat: false,
      rows: rows.length,
      bytes,
      sheets: names,
      sheet,
    });
  }

  return {
    async open(source, options, progress) {
      const read = await contentOf(source);
      if (!read.ok) return read;
      content = read.value;
      return reopen(options, progress);
    },
    reopen,
    draft: (request, progress) => makeDraft(table, request, progress),
    goals: (request) => makeGoalDraft(table, request),
    csvOf: (headerRows, rows) =>
      writeRows([...headerRows, ...rows].flatMap((row) => (table.rows[row] ? [table.rows[row]] : []))),
  };
}
