import type { Change } from '../diff.ts';
import type { Month, MonthSpan } from '../time.ts';
import type { GoalEditAnswer } from './goals.ts';

/**
 * What becomes of the goals of people who move or go: they stay as they are (travel along, or are an open position), the
 * others of the old team take them over, the new team's goal is shared out anew with them, they are dropped, or somebody
 * new takes over what a leaver has left.
 */
export const GOAL_FATES = ['asIs', 'stays', 'spread', 'dropped', 'takenOver'] as const;
export type GoalFate = (typeof GOAL_FATES)[number];

/** What a move, an end, a deletion or a beginning would do to the goals. Changes nothing by itself. */
export interface ReorganisingQuery {
  readonly kind: 'reorganising';
  /** The move with its places, the end, the deletion or the beginning: without what becomes of goals. */
  readonly changes: readonly Change[];
  /** Keys of those who move, go or begin. */
  readonly units: readonly string[];
  readonly from: Month;
  readonly fate: GoalFate;
  /** stays: what one who moves has from then on, minor units; null = nothing. */
  readonly own: number | null;
  /** takenOver: the leaver whose goals somebody new takes over. */
  readonly of: string | null;
}

export interface ReorganisingAnswer {
  readonly kind: 'reorganising';
  /** The months with goals that it is about; null = nobody has any from then on. */
  readonly span: MonthSpan | null;
  /** What may become of the goals. */
  readonly fates: readonly GoalFate[];
  /** Keys of the teams that they come from and go to. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Of the goals alone, to be made together with those that were asked about; null = it can't be had. */
  readonly changes: readonly Change[] | null;
  readonly refused: Extract<GoalEditAnswer, { possible: false }> | null;
  /** Sums of the span in minor units: who moves, then the old teams, then the new ones. NaN = none. */
  readonly sums: readonly GoalSums[];
  /** takenOver: leavers with goals from then on, and their sums. */
  readonly leavers: readonly { readonly unit: string; readonly amount: number }[];
}

export interface GoalSums {
  readonly unit: string;
  readonly before: number;
  readonly after: number;
}
