import type { Day } from '../time.ts';
import type { DaySpan } from './alerts.ts';

/** What was done in a span of days, a day or a week, and what the days after it ask. */
export interface ReportQuery {
  readonly kind: 'report';
  /** null = everybody. */
  readonly unit: string | null;
  readonly span: DaySpan;
  readonly next: DaySpan;
}

export interface ReportAnswer {
  readonly kind: 'report';
  readonly unit: string | null;
  readonly span: DaySpan;
  readonly next: DaySpan;
  /** From the work to the result. */
  readonly measures: readonly ReportMeasure[];
  /** The last day before today or on it that has an entry; null = none has. */
  readonly lastEntered: Day | null;
}

/** NaN = no number. Money in minor units. */
export interface ReportMeasure {
  readonly measure: string;
  /** Whether quotas of it are given to people. */
  readonly given: boolean;
  readonly done: number;
  /** What of the targets that hold falls on the days of the span by working days, up to yesterday. */
  readonly due: number;
  /** What is asked of the next span: the months' targets, less what is done, over the days left. */
  readonly next: number;
}
