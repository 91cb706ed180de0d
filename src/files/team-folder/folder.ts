/** How a file in a folder looks from outside: another size or time means that it may hold something else. */
export interface Look {
  readonly size: number;
  /** When it was last changed (ms), by the clock of whoever changed it. */
  readonly changed: number;
}

export interface FolderFile extends Look {
  readonly name: string;
  /** Rejects where the file is locked, or gone by now. */
  bytes(): Promise<Uint8Array>;
}

/** A folder that something outside may write to at any moment. */
export interface Folder {
  files(): Promise<readonly FolderFile[]>;
  /** Replaces the file as a whole or not at all; resolves to its new look. */
  write(name: string, bytes: Uint8Array): Promise<Look>;
  remove(name: string): Promise<void>;
}

/** What became of a file of somebody else. */
export type Fate =
  /** `savedAt`: when it was written, by the clock of whoever wrote it. */
  | { readonly code: 'merged' | 'nothingNew'; readonly savedAt: number }
  | { readonly code: 'otherPlan' }
  /** Half written, or locked: it is read again at the next look. */
  | { readonly code: 'waiting' }
  /** It will not become readable by waiting. */
  | { readonly code: 'refused'; readonly failure: string };

/** The plan that a folder is a second home of. */
export interface FolderPlan {
  /** Joins the files at once. Resolves to each one's fate, by name. */
  merge(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<ReadonlyMap<string, Fate>>;
  /** Names what is stored: another number, other content. */
  state(): Promise<number>;
  /** A file with all facts, which count as published from then on. */
  file(): Promise<{ readonly state: number; readonly bytes: Uint8Array }>;
}
