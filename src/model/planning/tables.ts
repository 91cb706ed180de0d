import type { Month, MonthSpan } from '../time.ts';
import type { CalendarNote } from './backcast.ts';

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
