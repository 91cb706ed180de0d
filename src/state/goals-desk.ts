import type { Change, Creation } from '../model/diff.ts';
import type { GoalPlace } from '../model/ids.ts';
import type { GoalEdit, GoalEditAnswer, GoalsAnswer, HeldLock } from '../model/planning/goals.ts';

/** What is said of a goal with a number typed for it: a proposal that is accepted by that. */
export interface SaidWithGoal {
  readonly edit: GoalEdit;
  readonly said: Creation;
}

/** Typed goals that are looked at before they are taken. What is typed further meanwhile joins them. */
export interface GoalsTrial {
  readonly edits: readonly GoalEdit[];
  /** What is said with some of them. */
  readonly says: readonly SaidWithGoal[];
  readonly changes: readonly Change[];
  /** Goals of a rep, a month and a segment that change. */
  readonly cells: number;
  readonly held: readonly HeldLock[];
  /** What the goals would be. */
  readonly supposed: GoalsAnswer;
  /** Cells of the sheet that differ, typed ones left out; apart from them those of segments that it does not show. */
  readonly counts: {
    readonly reps: number;
    readonly segments: number;
    readonly totals: number;
    readonly hidden: number;
  };
  /** Goals of months that are over which it changes. */
  readonly past: number;
  /** The same typed so that these stay what they are; null = there is no such way. */
  readonly keepingPast: readonly GoalEdit[] | null;
  /** Said when it has been taken. */
  readonly done: string;
}

/** Typed goals that can't be had: nothing has changed. */
export interface GoalsConflict {
  readonly edits: readonly GoalEdit[];
  readonly answer: Extract<GoalEditAnswer, { possible: false }>;
}

/** How goals are looked at, and what is open over them. Nothing here is part of the plan. */
export interface GoalsDesk {
  readonly view: 'year' | 'quarter' | 'weeks';
  /** Segments below each unit, or the sheet of one segment alone (its key). */
  readonly segments: 'none' | 'rows' | { readonly only: string };
  /** What the goals of the month on the desk are held against stands beside them. */
  readonly checks: boolean;
  /** There is room for the month on the desk and its quarter only. */
  readonly compact: boolean;
  /** Only what is locked, with what stands over it. */
  readonly lockedOnly: boolean;
  readonly trial: GoalsTrial | null;
  readonly conflict: GoalsConflict | null;
  readonly open: GoalsDialog | null;
}

export type GoalsDialog =
  | { readonly kind: 'lock'; readonly place: GoalPlace; readonly amount: number }
  | { readonly kind: 'segments' | 'season' };

export const GOALS_DESK: GoalsDesk = {
  ...{ view: 'quarter', segments: 'none', checks: true, compact: false, lockedOnly: false },
  ...{ trial: null, conflict: null, open: null },
};
