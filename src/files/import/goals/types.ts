import type { Failure } from '../../../model/failure.ts';
import type { Day, Month, MonthSpan } from '../../../model/time.ts';
import type { ColumnGuess, PreviewRow, RowKind, RowProblem } from '../types.ts';

/*
 * What passes between the page and the worker that reads goals from a table. Everything survives structured clone.
 */

/** What a column of such a table can be; `cells`: goals of its `span`, `goal`: goals of the period that `month` says. */
export const GOAL_TARGETS = [
  'rep',
  'team',
  'region',
  'segment',
  'month',
  'year',
  'goal',
  'cells',
  'measure',
  'ignore',
] as const;
export type GoalTarget = (typeof GOAL_TARGETS)[number];

export interface GoalUnit {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  /** Name of the unit above it. */
  readonly team: string;
}

export interface GoalSegment {
  readonly key: string;
  readonly name: string;
  readonly parent: string | null;
}

/** What has to be known of the open plan. */
export interface GoalFacts {
  readonly asOf: Day;
  /** First month of the planning year, 1 to 12. */
  readonly firstMonth: number;
  readonly units: readonly GoalUnit[];
  /** Before these months the units were under these parents. */
  readonly places: readonly {
    readonly unit: string;
    readonly before: Month;
    readonly parent: string | null;
  }[];
  readonly segments: readonly GoalSegment[];
  /** By `aliasKey`: unit key, or null = skip. */
  readonly aliases: { readonly [key: string]: string | null };
  /** What the columns of such files were before, by `layoutKey` and header. */
  readonly mappings: { readonly [key: string]: { readonly [header: string]: string } };
}

/**
 * What a name of the file stands for: `to` is the key of a unit or a segment; `create`: a segment that is made with the
 * import; `open`: nobody knows, and nobody has said.
 */
export type GoalNameAction =
  { readonly kind: 'known'; readonly to: string } | { readonly kind: 'create' | 'skip' | 'open' };

export interface GoalName {
  readonly of: 'unit' | 'segment';
  /** As the file has it; namesakes with what stands beside them. */
  readonly text: string;
  readonly rows: number;
  readonly action: GoalNameAction;
  /** `guess` is to be looked at; `several`: the plan has more than one. */
  readonly how: 'same' | 'guess' | 'chosen' | 'several' | 'unknown';
}

export interface GoalRequest {
  readonly facts: GoalFacts;
  /** −1: no header row. */
  readonly headerRow?: number;
  readonly targets?: { readonly [column: number]: string };
  /** By `nameId`. */
  readonly names?: { readonly [id: string]: GoalNameAction };
  /** What becomes of names that are still open. */
  readonly leaveOut?: boolean;
  readonly edits?: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

export const nameId = (of: GoalName['of'], text: string): string => `${of} ${text}`;

export interface GoalColumn extends ColumnGuess {
  /** What its cells are goals of. */
  readonly span: MonthSpan | null;
}

/** One goal that the file names; blanks are none. */
export interface GoalCell {
  readonly unit: string;
  readonly span: MonthSpan;
  readonly segment: string | null;
  /** Minor units. */
  readonly amount: number;
  readonly row: number;
  readonly line: number;
  readonly column: number;
}

/** A goal of somebody who is not to be imported. */
export interface LeftOutGoal {
  readonly name: string;
  readonly span: MonthSpan;
  /** Minor units. */
  readonly amount: number;
  readonly row: number;
}

/** A row that sums up the others without saying whose sum it is. */
export interface GoalSum {
  readonly span: MonthSpan;
  readonly amount: number;
  readonly row: number;
  readonly line: number;
  readonly column: number;
  /** What the rows above it come to. */
  readonly sum: number;
}

export interface GoalDraft {
  /** The table reads as goals: by its words, its periods or whom it names. */
  readonly isGoals: boolean;
  readonly columns: readonly GoalColumn[];
  readonly headerRow: number;
  readonly headerRows: readonly number[];
  readonly layout: 'wide' | 'long';
  readonly cells: readonly GoalCell[];
  /** Of all segments together. */
  readonly leftOut: readonly LeftOutGoal[];
  /** Cells without a goal: they stay as they are. */
  readonly blank: number;
  readonly names: readonly GoalName[];
  /** Segments that are made with the import, each after its parent. */
  readonly newSegments: readonly GoalSegment[];
  readonly problems: readonly RowProblem[];
  /** Totals of all rows that differ from what the rows come to. */
  readonly wrongSums: readonly GoalSum[];
  readonly counts: {
    readonly good: number;
    readonly bad: number;
    readonly warned: number;
  } & { readonly [kind in Exclude<RowKind, 'data' | 'blank'>]: number };
  readonly preview: readonly PreviewRow[];
  readonly missing: readonly ('rep' | 'month' | 'goal' | 'names')[];
}

export interface GoalProblem {
  readonly row: number;
  readonly column: number;
  readonly failure: Failure;
}
