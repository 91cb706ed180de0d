import type { CatchUpSpan } from '../records/actual.ts';
import type { Day, Month } from '../time.ts';

export interface PaceQuery {
  readonly kind: 'pace';
  readonly month: Month;
}

/**
 * Where everybody stands against what was handed out, as of this morning. Columns by measure, then by unit in tree order;
 * sums above the reps. NaN = no number: nothing was entered, or the chain has no target. Money in minor units.
 */
export interface PaceAnswer {
  readonly kind: 'pace';
  readonly month: Month;
  readonly units: readonly string[];
  /** From the work to the result, the result included. */
  readonly measures: readonly string[];
  /** Whether quotas of the measure are given to people. */
  readonly given: readonly boolean[];
  /** By unit: the day on which the targets that hold were handed out; null = not (by all reps): the plan's own are taken. */
  readonly handedOn: readonly (Day | null)[];
  /**
   * By unit: the day of this month that the record begins on, where nothing was handed out and nothing is known of the days
   * before: the targets are those of the days from then on, at a whole month's share each. null = they are the whole
   * month's, or reps below differ.
   */
  readonly since: readonly (Day | null)[];
  /** By unit: how the gap is made up; null = reps below differ. */
  readonly catchUp: readonly (CatchUpSpan | null)[];
  /** The month's target, catching up or not included. */
  readonly target: readonly Float64Array[];
  /** Entered for the days before today, and for today. */
  readonly done: readonly Float64Array[];
  readonly today: readonly Float64Array[];
  /** What of the target was due before today, by working days. */
  readonly due: readonly Float64Array[];
  /** Integer quota of today, fixed this morning; Infinity = by the week only (money, less than one a day); 0 on a day off. */
  readonly quota: readonly Float64Array[];
  /** Done in the calendar week before today, and what this morning asks of the rest of it, today included. */
  readonly weekDone: readonly Float64Array[];
  readonly weekQuota: readonly Float64Array[];
  /** Still to be done a working day, today included. */
  readonly perDay: readonly Float64Array[];
  /** What the money needs of the measure from today on, which the handed out rest may differ from; NaN without a goal. */
  readonly needed: readonly Float64Array[];
  /** By unit, working days: those of the month, over before today, and left with today. */
  readonly workingDays: Float64Array;
  readonly daysOver: Float64Array;
  readonly daysLeft: Float64Array;
  /** Weight of today: 0 = a day off. Above the reps the largest. */
  readonly todayWeight: Float64Array;
}

export interface ActualsQuery {
  readonly kind: 'actuals';
  readonly month: Month;
  readonly measure: string;
}

/** Why a day has no quota; `work` = it has one. */
export const DAY_STATES = ['work', 'off', 'leave', 'notEmployed'] as const;
export type DayState = (typeof DAY_STATES)[number];

/** One measure of a month, day by day. Columns by day, then by unit in tree order; sums above the reps. NaN = blank. */
export interface ActualsAnswer {
  readonly kind: 'actuals';
  readonly month: Month;
  readonly measure: string;
  readonly units: readonly string[];
  readonly days: readonly { readonly day: Day; readonly week: number }[];
  /** The number that counts, and both of which it is one; a sum has what there is. */
  readonly values: readonly Float64Array[];
  readonly person: readonly Float64Array[];
  readonly system: readonly Float64Array[];
  /** As it was fixed in the morning of each day, from today on as of this morning; NaN = by the week only, or none. */
  readonly quota: readonly Float64Array[];
  /** Index into DAY_STATES. Above the reps: work if anybody works. */
  readonly states: readonly Uint8Array[];
  /** Shares 0..1 of a day that are worked. */
  readonly weights: readonly Float64Array[];
  /** How many reps have entered nothing on a working day that is over, though they keep days. */
  readonly missing: readonly Uint16Array[];
  /** 1 = a rep's number of this measure should be there: the day is missing, or other measures were entered. */
  readonly blank: readonly Uint8Array[];
}

export interface CatchUpQuery {
  readonly kind: 'catchUp';
  readonly month: Month;
  readonly unit: string;
}

/** What each way to make up the gap would ask. One choice per entry of `choices`. */
export interface CatchUpAnswer {
  readonly kind: 'catchUp';
  readonly month: Month;
  readonly unit: string;
  /** The measure that the chain begins with, which the numbers are of. */
  readonly measure: string;
  /** Due less done before today, each rep's own; reps who are ahead count 0. */
  readonly gap: number;
  readonly choices: readonly {
    readonly over: CatchUpSpan;
    /** The last day on which the gap is made up; null for none. */
    readonly until: Day | null;
    /** Working days until then, mean of the reps. */
    readonly days: number;
    /** Per working day until then, everybody together. */
    readonly perDay: number;
    /** That against what the reps have proven at best, NaN = not known. */
    readonly ofBest: number;
    /** Reps who would have to do more than ever. */
    readonly overBest: readonly string[];
    /** Chance of the month's and of the quarter's goal if it is done. */
    readonly month: number;
    readonly quarter: number;
    /** Quotas of a day, from today on, that would be other than they are. */
    readonly changes: number;
  }[];
}

export interface ForecastQuery {
  readonly kind: 'forecast';
  readonly month: Month;
}

/** Where each unit will stand at the end of the month at its usual pace. Columns by unit; money in minor units. */
export interface ForecastAnswer {
  readonly kind: 'forecast';
  readonly month: Month;
  readonly units: readonly string[];
  readonly goal: Float64Array;
  /** Won by now. */
  readonly won: Float64Array;
  /** Expected at the end, and the 10 % and 90 % quantiles. */
  readonly expected: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Chance of the goal; at the usual pace. */
  readonly chance: Float64Array;
  /** By unit: the tier that the forecast makes and the next one above it; reps only, null elsewhere or without tiers. */
  readonly tiers: readonly (TierOutlook | null)[];
}

export interface TierOutlook {
  /** The tiers of the rep's level, the lowest first; amounts of the month or quarter, as the plan says. */
  readonly lines: readonly { readonly tier: string; readonly amount: number; readonly pay: number | null }[];
  readonly period: 'month' | 'quarter';
  /** Won in that period by now, and expected at its end. */
  readonly won: number;
  readonly expected: number;
  /** Index into `lines` of what the forecast makes, of what is made already, and of the next above both; -1 = none. */
  readonly forecast: number;
  readonly made: number;
  readonly next: number;
  /** Work a day that the next tier takes in expectation, the usual pace, and the chance of the next at each of them. */
  readonly perDay: number;
  readonly usual: number;
  readonly chanceAtUsual: number;
  readonly chanceAtPerDay: number;
}

export interface BurnUpQuery {
  readonly kind: 'burnUp';
  readonly month: Month;
  /** null = everybody. */
  readonly unit: string | null;
}

/** Revenue of a unit day by day, cumulated. */
export interface BurnUpAnswer {
  readonly kind: 'burnUp';
  readonly month: Month;
  readonly unit: string | null;
  readonly days: readonly Day[];
  /** Up to and with each day, NaN after today; null = no day of the month is entered. */
  readonly actual: Float64Array | null;
  /** The goal by working days. */
  readonly plan: Float64Array;
  /** From today on (NaN before): expected and the 80 % band. */
  readonly expected: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}
