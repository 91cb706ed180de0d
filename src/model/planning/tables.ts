import type { Change } from '../diff.ts';
import type { Month, MonthSpan } from '../time.ts';
import type { CalendarNote } from './backcast.ts';

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
  /** Seasonal share of each month of the span, adding up to 1. */
  readonly seasonShare: readonly number[];
  /** What a month without a weight counts as; null = no month has one. */
  readonly blankWeight: number | null;
  readonly workingDays: readonly Float64Array[];
}

/** Of what a rep's month is made: its own row, its days, or the row and the days that were begun after it. */
export const MONTH_MADE_OF = ['row', 'days', 'rowAndDays'] as const;

export interface HistoryQuery {
  readonly kind: 'history';
  readonly span: MonthSpan;
}

export interface HistoryAnswer {
  readonly kind: 'history';
  readonly units: readonly string[];
  readonly months: readonly Month[];
  /** The chain's by order, then the kinds of other revenue. */
  readonly measures: readonly string[];
  /** [measure][month] → one value per unit: own for reps, sums above; NaN = blank. */
  readonly values: readonly (readonly Float64Array[])[];
  /** [measure][month] → per unit an index into MONTH_MADE_OF; null = all are rows of their own. */
  readonly ofDays: readonly (readonly (Uint8Array | null)[])[];
  /** First and last month with any data; null = none. */
  readonly extent: MonthSpan | null;
  /** Per month the working days of the plan's usual pattern. */
  readonly workingDays: readonly number[];
}

export interface TeamQuery {
  readonly kind: 'team';
  readonly span: MonthSpan;
}

export interface TeamAnswer {
  readonly kind: 'team';
  readonly units: readonly string[];
  readonly months: readonly Month[];
  /** Per month and unit: working days of a rep, summed person-days above. */
  readonly workingDays: readonly Float64Array[];
  readonly heads: Float64Array;
  readonly calendar: CalendarNote;
}

export type SpreadMethod = 'proportional' | 'equal' | 'season' | 'workingDays';

/** Shares a typed total out over the reps under a unit and the months of a span; changes nothing by itself. */
export interface SpreadQuery {
  readonly kind: 'spread';
  readonly unit: string;
  readonly span: MonthSpan;
  readonly amount: number;
  /** proportional: by present values; equal between reps and seasonal between months where all are blank. */
  readonly method: SpreadMethod;
}

export interface SpreadAnswer {
  readonly kind: 'spread';
  readonly changes: readonly Change[];
}
