import type { Change } from '../diff.ts';
import type { GoalPlace } from '../ids.ts';
import type { AgreementState } from '../proposals.ts';
import type { SpreadBy } from '../records/goals.ts';
import type { Month, MonthSpan } from '../time.ts';

export interface GoalsQuery {
  readonly kind: 'goals';
  readonly span: MonthSpan;
}

export interface GoalsAnswer {
  readonly kind: 'goals';
  readonly units: readonly string[];
  readonly months: readonly Month[];
  /** Per month and unit: reps their own amount, others the sum of their reps; NaN = nobody has a goal. */
  readonly amount: readonly Float64Array[];
  /** Keys of the segments, each before its parts. */
  readonly segments: readonly string[];
  /** [segment][month] → one value per unit, parts of the segment included; NaN = nobody has a goal in it. */
  readonly ofSegment: readonly (readonly Float64Array[])[];
  /** Seasonal share of each month of the span, adding up to 1. */
  readonly seasonShare: readonly number[];
  /** What a month without a weight counts as; null = no month has one. */
  readonly blankWeight: number | null;
  readonly workingDays: readonly Float64Array[];
}

/** How a total is shared out. */
export type Spread = Pick<SpreadBy, 'method' | 'like' | 'growth' | 'mix'>;

/** A typed goal at any height. */
export interface GoalEdit extends GoalPlace {
  /** Minor units; null = blank, with everything below it. */
  readonly amount: number | null;
  /** null = in proportion to the present values. */
  readonly spread: Spread | null;
}

/**
 * What typed goals come to: children share them out, locked cells and totals hold, parents follow. Changes nothing by
 * itself. Edits of one question hold together: none of them undoes another.
 */
export interface GoalEditQuery {
  readonly kind: 'goalEdit';
  readonly edits: readonly GoalEdit[];
  /** What is made together with them, and before: new members. */
  readonly first?: readonly Change[];
  /** Months of which the goals are wanted as they would be, where more than so many leaves change. */
  readonly suppose?: { readonly span: MonthSpan; readonly above: number };
  /** Tells this time of asking from those before: what was left is worked out anew. */
  readonly turn?: number;
}

export type GoalEditAnswer = { readonly kind: 'goalEdit' } & (
  | {
      readonly possible: true;
      /** Of the leaves that differ, and of how the totals were shared out. */
      readonly changes: readonly Change[];
      /** Leaves that change. */
      readonly cells: number;
      /** Locks that the edits come up against, and that hold. */
      readonly held: readonly HeldLock[];
      /** The goals as they would be, where they were asked for. */
      readonly supposed: GoalsAnswer | null;
    }
  /** Nobody is below an edit: there is nowhere to put it. */
  | { readonly possible: false; readonly why: 'nobody'; readonly edit: number }
  /** One set of which none can be left out: together they can't hold. */
  | {
      readonly possible: false;
      readonly why: 'locks';
      readonly locks: readonly HeldLock[];
      /** Indices of the edits that belong to the set. */
      readonly edits: readonly number[];
      /** By how much, minor units. */
      readonly by: number;
    }
  /** Locks across three dimensions allow fractions only: the nearest whole table misses by this much. */
  | { readonly possible: false; readonly why: 'fractions'; readonly by: number }
  /** It was given up after a while; or the person who waited for it gave it up. */
  | { readonly possible: false; readonly why: 'tooHard' | 'left' }
);

/** What takes long with many goals: how far it has come. */
export interface GoalProgressQuery {
  readonly kind: 'goalProgress';
  readonly of: 'goalEdit' | 'spreadChoices';
  /** Tells this time of asking from those before. */
  readonly poll: number;
  /** Nobody waits for it any more. */
  readonly leave: boolean;
}

export interface GoalProgressAnswer {
  readonly kind: 'goalProgress';
  /** 0 to 1; null = nothing of it is being worked out. */
  readonly share: number | null;
}

export interface HeldLock extends GoalPlace {
  readonly amount: number;
}

/** The locks under or over a change can be had whole: what the goals would be, as an answer of their own. */
export interface GoalsSupposedQuery {
  readonly kind: 'goalsSupposed';
  readonly span: MonthSpan;
  readonly changes: readonly Change[];
}

export interface GoalsSupposedAnswer {
  readonly kind: 'goalsSupposed';
  readonly goals: GoalsAnswer;
}

/** What the record says of the goals of a span, for every unit: is it within reach? */
export interface StretchQuery {
  readonly kind: 'stretch';
  readonly span: MonthSpan;
  /** Goals as they would be; empty = as they are. */
  readonly changes: readonly Change[];
}

export const STRETCH_WORDS = ['withinReach', 'stretch', 'beyond', 'tooLittle', 'noGoal', 'over'] as const;
export type StretchWord = (typeof STRETCH_WORDS)[number];

/**
 * Columns by unit in tree order; money in minor units, NaN where nothing can be said: of a period that is over there is
 * nothing to support any more.
 */
export interface StretchAnswer {
  readonly kind: 'stretch';
  readonly span: MonthSpan;
  readonly units: readonly string[];
  readonly goal: Float64Array;
  /**
   * What the unit wins at its usual activity: half of the time at least this, and four times in five. What is there
   * already is in it. A team's is that of those who share its goal, of all where nobody has one.
   */
  readonly median: Float64Array;
  readonly eighty: Float64Array;
  /** P(attain) of the goal at the usual activity. */
  readonly chance: Float64Array;
  /** The most that was won in a period of the same length, and the last month of it (index into `months`; -1 = none). */
  readonly best: Float64Array;
  readonly bestMonth: Int32Array;
  readonly months: readonly Month[];
  /** Growth over the same months of last year, 0.1 = 10 %. */
  readonly growth: Float64Array;
  readonly word: readonly StretchWord[];
}

/** Which goals the plan's own data would set: weights of a unit's children, to be seen before one is chosen. */
export interface SpreadChoicesQuery {
  readonly kind: 'spreadChoices';
  readonly edit: GoalEdit;
  /** Tells this time of asking from those before: what was left is worked out anew. */
  readonly turn?: number;
}

export interface SpreadChoice {
  readonly spread: Spread;
  /** Reps below the edit whose goal would be beyond anything in the record. */
  readonly beyond: number;
  /** Leaves that would change. */
  readonly cells: number;
  /** Why the method has nothing to go by; null = it has. */
  readonly missing: 'noHistory' | 'noPotential' | 'noLevelTask' | 'noCapacity' | 'noSeason' | 'locks' | null;
}

export interface SpreadChoicesAnswer {
  readonly kind: 'spreadChoices';
  /** Of a question that was left: none. */
  readonly choices: readonly SpreadChoice[];
}

/** What was asked from above, what is assigned to the reps, and what they stand by. */
export interface AgreementQuery {
  readonly kind: 'agreement';
  readonly span: MonthSpan;
  /** Goals as they would be; empty = as they are. */
  readonly changes: readonly Change[];
}

/** Columns by unit in tree order; money in minor units, NaN = nobody has any. */
export interface AgreementMonth {
  /** Sum of the reps' goals. */
  readonly assigned: Float64Array;
  /** What was asked of the unit; where nothing was, of all the teams below it together. */
  readonly task: Float64Array;
  /** What the goals are to add up to, as a share of the task: said here, or further up; NaN = nothing is planned. */
  readonly planned: Float64Array;
  /** What the reps stand by: the numbers they committed to, agreed on or proposed. */
  readonly said: Float64Array;
  /** By how much that is more than is assigned to those who said something. */
  readonly difference: Float64Array;
  /** Reps who have a goal or said something, and of them those who stand by a number. */
  readonly people: Float64Array;
  readonly answered: Float64Array;
  /** Proposals that wait for an answer, and commitments to another number than is assigned now. */
  readonly proposed: Float64Array;
  readonly again: Float64Array;
  /** Of reps; null = not a rep. */
  readonly state: readonly (AgreementState | null)[];
}

export interface AgreementAnswer {
  readonly kind: 'agreement';
  readonly units: readonly string[];
  readonly months: readonly Month[];
  /** By month. */
  readonly of: readonly AgreementMonth[];
}

/** A task of several months: by the tasks that they have, else by season. */
export interface TaskEditQuery {
  readonly kind: 'taskEdit';
  readonly unit: string;
  readonly span: MonthSpan;
  /** Minor units; null = none is asked of the unit any more. */
  readonly amount: number | null;
}

export interface TaskEditAnswer {
  readonly kind: 'taskEdit';
  readonly changes: readonly Change[];
}
