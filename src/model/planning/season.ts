import type { Change } from '../diff.ts';
import type { Month, MonthSpan } from '../time.ts';

/** What the history says of the months of a year: weights to be looked at before they are taken. */
export interface SeasonFromHistoryQuery {
  readonly kind: 'seasonFromHistory';
  /** The planning year that the weights are for. */
  readonly span: MonthSpan;
}

export interface SeasonFromHistoryAnswer {
  readonly kind: 'seasonFromHistory';
  readonly months: readonly Month[];
  /** Per month, 1 = a month like the others; empty = no year of the history is complete. */
  readonly weights: readonly number[];
  /** Complete years behind each month. */
  readonly years: readonly number[];
  /** The complete years, the first one first: named by the calendar year they begin in. */
  readonly complete: readonly string[];
  /** Working days of each month of the span. */
  readonly days: readonly number[];
}

/** The goals of a span by its weeks, each month's shared out over its working days. */
export interface GoalWeeksQuery {
  readonly kind: 'goalWeeks';
  readonly span: MonthSpan;
  /** Goals as they would be; empty = as they are. */
  readonly changes?: readonly Change[];
}

export interface GoalWeek {
  readonly month: Month;
  /** ISO days: the part of the week that lies in the month. */
  readonly from: string;
  readonly to: string;
}

export interface GoalWeeksAnswer {
  readonly kind: 'goalWeeks';
  readonly units: readonly string[];
  readonly weeks: readonly GoalWeek[];
  /** Per week one value per unit, minor units; those of a month add up to it. NaN = nobody has a goal. */
  readonly amount: readonly Float64Array[];
  readonly segments: readonly string[];
  /** [segment][week]. */
  readonly ofSegment: readonly (readonly Float64Array[])[];
}
