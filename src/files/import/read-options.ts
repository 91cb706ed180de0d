export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface ReadOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Of a workbook, from 0. */
  readonly sheet?: number;
}

export interface TableInfo {
  /** null: text that was pasted, or a workbook. */
  readonly encoding: Encoding | null;
  /** null: a table of markup, a chat, or a workbook. */
  readonly delimiter: Delimiter | null;
  /** Lines of a chat, each with a name, words and numbers. */
  readonly chat: boolean;
  /** Names of a workbook's sheets, and which of them is read; none: no workbook. */
  readonly sheets: readonly string[];
  readonly sheet: number;
  readonly rows: number;
  readonly bytes: number;
}
