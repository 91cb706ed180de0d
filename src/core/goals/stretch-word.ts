import type { StretchWord } from '../../model/planning/goals.ts';

/** A goal of a period and what the record says of it; money in minor units, NaN = not known. */
export interface StretchFacts {
  readonly goal: number;
  /** Half of the time at least this is won. */
  readonly median: number;
  /** P(attain), 0..1. */
  readonly chance: number;
  /** The most that was ever won in a period of this length; where the record is shorter, as many of its best months. */
  readonly best: number;
  /** Complete months that the record has. */
  readonly evidence: number;
  /** The period has ended. */
  readonly over: boolean;
}

/** So many complete months tell what somebody can do. */
export const LEAST_EVIDENCE = 3;
const EVEN = 0.5;
/** A goal above all that was ever won is still a stretch as long as it is reached at least so often. */
export const SELDOM = 0.3;

/**
 * What to call a goal. Within reach: no more than the median, or reached at least every second time. Beyond anything in
 * the record: more than the best period ever, and reached fewer than three times in ten. A stretch: what lies between.
 */
export function stretchWord({ goal, median, chance, best, evidence, over }: StretchFacts): StretchWord {
  if (over) return 'over';
  if (Number.isNaN(goal)) return 'noGoal';
  if (Number.isNaN(median) || Number.isNaN(chance) || evidence < LEAST_EVIDENCE) return 'tooLittle';
  if (goal <= median || chance >= EVEN) return 'withinReach';
  return goal > best && chance < SELDOM ? 'beyond' : 'stretch';
}
