export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface ReadOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
}

export interface TableInfo {
  /** null: text that was pasted. */
  readonly encoding: Encoding | null;
  /** null: a table of markup, or a chat. */
  readonly delimiter: Delimiter | null;
  /** Lines of a chat, each with a name, words and numbers. */
  readonly chat: boolean;
  readonly rows: number;
  readonly bytes: number;
}
