import type { Day, Month, MonthSpan } from '../time.ts';
import type { CalendarNote } from './backcast.ts';

/** How much of a month is still to come: cheap, for what is asked after every edit. */
export interface CalendarQuery {
  readonly kind: 'calendar';
  readonly month: Month;
}

export interface CalendarAnswer {
  readonly kind: 'calendar';
  readonly month: Month;
  /** By the plan's own working pattern, before anybody's employment and leave. */
  readonly daysLeft: number;
  /** All of the month's, and today's own: 0 = a day off, or a day of another month. */
  readonly workingDays: number;
  readonly todayWeight: number;
  /** The last day before today on which the plan's own pattern works. */
  readonly lastWorkingDay: Day;
  readonly calendar: CalendarNote;
}

/** What the plan's settings make of the months, whoever works in them. */
export interface PlanMonthsQuery {
  readonly kind: 'planMonths';
  readonly span: MonthSpan;
}

export interface PlanMonthsAnswer {
  readonly kind: 'planMonths';
  readonly months: readonly Month[];
  readonly first: readonly Day[];
  readonly last: readonly Day[];
  /** Summed day weights under the plan's own working pattern. */
  readonly workingDays: readonly number[];
  /** The statutory days of the month are not published: weekends only. */
  readonly provisional: readonly boolean[];
  /** Seasonal share of each month of the span, adding up to 1. */
  readonly seasonShare: readonly number[];
}
