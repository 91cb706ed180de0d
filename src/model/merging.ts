import type { RecordChange, RecordEntry } from './diff.ts';
import type { Failure, Result } from './failure.ts';
import type { Json, Values } from './json.ts';
import { RECORD_SHEETS, type RecordSheet } from './sheet-of.ts';

/*
 * What the merging of plan files tells the page: it happens off the page, and only what is looked at is sent.
 */

/** Clocks differ by this much (ms) without anybody's noticing: what lies further ahead is said. */
export const CLOCK_SLACK = 5 * 60_000;

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as it was found: of which plan it is, or why it can't be read. */
export type FileReport = { readonly file: string; readonly bytes: number } & (
  | {
      readonly ok: true;
      readonly plan: string;
      /** What the plan is called in it. */
      readonly name: string;
      /** Wall clock when it was written, ms. */
      readonly savedAt: number;
      readonly records: number;
      /** Unit whose part of the plan it is; null = it is the whole plan. */
      readonly part: string | null;
      /** Whoever gave it wants it looked at. */
      readonly readOnly: boolean;
    }
  | { readonly ok: false; readonly failure: Failure }
);

/** The parts of a plan that changes are told by. */
export const MERGE_PARTS = RECORD_SHEETS;
export type MergePart = RecordSheet;

/** Records and cells as the merge leaves them. */
export interface MergeCounts {
  /** Records that come, and that go. */
  readonly added: number;
  readonly removed: number;
  /** Cells of which only theirs is newer. */
  readonly updated: number;
  /** Cells of which only mine is newer. */
  readonly mineNewer: number;
  /** Cells that both changed to the same. */
  readonly same: number;
  readonly conflicts: number;
  /** Records in the files of which nothing changes. */
  readonly unchanged: number;
}

/** Who wrote something: a name that the writer gave, else the file that brought it, else nobody known. */
export interface MergeAuthor {
  readonly name: string | null;
  readonly file: string | null;
}

/** One of the values that a cell in dispute may take. */
export interface MergeOption {
  /** Of `$`: true = the record stays, null = it is deleted. */
  readonly value: Json;
  /** It is what the cell here says now. */
  readonly mine: boolean;
  /** Number in the list of authors. */
  readonly author: number;
  readonly at: number;
}

export interface MergeConflict {
  readonly id: string;
  /** `$`: deleted on one side, changed on the other. */
  readonly field: string;
  /** What the record says, so that it can be named though it is not here yet. */
  readonly record: Values;
  /** At least two, the later first. */
  readonly options: readonly MergeOption[];
  /** Which of them is the later by clocks that are not ahead of this one. */
  readonly suggested: number;
  /** It was in dispute here before. */
  readonly known: boolean;
}

/** One line of what will change. */
export interface MergeRow {
  readonly kind: 'added' | 'removed' | 'updated';
  readonly part: MergePart;
  readonly id: string;
  /** null where the whole record comes or goes. */
  readonly field: string | null;
  readonly before: Json;
  readonly after: Json;
  /** The record as it will be, or was. */
  readonly record: Values;
  readonly author: number;
  readonly at: number;
}

/** What one author brings. */
export interface MergeShare {
  readonly author: number;
  /** Records that come or go and cells that change. */
  readonly changes: number;
  readonly parts: readonly (readonly [part: MergePart, changes: number])[];
  readonly last: number;
}

/** What no longer fits once the files are in, and did before. */
export interface MergeFault {
  readonly code:
    | 'parentGone'
    | 'parentCircle'
    | 'placeCircle'
    | 'unitGone'
    | 'measureGone'
    | 'tierGone'
    | 'levelGone'
    | 'segmentGone'
    | 'lockBroken'
    | 'valueMissing'
    | 'totalsDiffer'
    | 'chainBroken';
  /** The record that it shows at, or an example of many. */
  readonly id: string;
  /** What is referred to, or the field that is missing. */
  readonly of: string;
  readonly count: number;
}

export interface MergePreview {
  readonly plan: string;
  readonly files: readonly FileReport[];
  readonly total: MergeCounts;
  /** Only parts of which the files say something. */
  readonly parts: readonly { readonly part: MergePart; readonly counts: MergeCounts }[];
  /** Lines of what will change, of which `rows` gives as many as are looked at. */
  readonly lines: number;
  readonly conflicts: readonly MergeConflict[];
  readonly authors: readonly MergeAuthor[];
  readonly shares: readonly MergeShare[];
  /** Edits that come and whose time lies ahead of this clock. */
  readonly ahead: {
    readonly count: number;
    readonly last: number;
    readonly authors: readonly number[];
  } | null;
  readonly faults: readonly MergeFault[];
  /** Cells that a part of the plan brings though it may not: they are not joined. The first of them, and how many. */
  readonly outside: { readonly count: number; readonly rows: readonly MergeRow[] };
  /** Units, measures, tiers and levels that come or change: others are told by their names. */
  readonly named: readonly RecordEntry[];
}

/** How far it is: files that are taken in, and what they have brought by then. */
export interface MergeProgress {
  readonly done: number;
  readonly of: number;
  /** Records that are new or changed so far. */
  readonly changed: number;
}

/** Reads plan files and merges them, off the page. One for each act of opening files; ended by `close`. */
export interface PlanMerger<Page> {
  read(files: readonly GivenFile[], progress?: (done: MergeProgress) => void): Promise<readonly FileReport[]>;
  /** All that the files say of a plan; a failure where none of them can be read. */
  pagesOf(plan: string): Promise<Result<readonly Page[]>>;
  /** Works out what joining all files of this plan to what is stored comes to. */
  preview(
    plan: string,
    stored: readonly Page[],
    now: number,
    progress?: (done: MergeProgress) => void,
  ): Promise<MergePreview>;
  rows(part: MergePart | null, from: number, count: number): Promise<readonly MergeRow[]>;
  /** What becomes visible, `count` records at a time; empty = that is all. */
  changes(from: number, count: number): Promise<readonly RecordChange[]>;
  /** The facts that the files bring, to be joined to what is stored. */
  delta(): Promise<readonly Page[]>;
  close(): void;
}
