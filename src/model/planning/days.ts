import type { Day, Month } from '../time.ts';
import type { BackcastMode, CalendarNote } from './backcast.ts';

/**
 * goal: the whole month's requirement over all its days. toGo: what is still missing, by what the money needs, over the
 * days left. followed: what was handed out (else the month's requirement) less what is done, as each morning fixed it.
 */
export type QuotaMode = BackcastMode | 'followed';

export interface DaysQuery {
  readonly kind: 'days';
  readonly unit: string;
  readonly month: Month;
  /** Default: goal. */
  readonly mode?: QuotaMode;
}

/** Integer quotas of each day that add up exactly to the month. Money and rare measures have weekly quotas only. */
export interface DaysAnswer {
  readonly kind: 'days';
  readonly unit: string;
  readonly month: Month;
  readonly days: readonly {
    readonly day: Day;
    readonly weight: number;
    readonly week: number;
    readonly note: 'holiday' | 'makeUp' | 'leave' | 'company' | null;
  }[];
  readonly measures: readonly {
    readonly measure: string;
    readonly total: number;
    /** Per day; null where the measure has weekly quotas only. */
    readonly perDay: Int32Array | null;
    readonly perWeek: readonly number[];
    /** Done on each day up to today, NaN = blank; null = no day of the month is entered. */
    readonly done: Float64Array | null;
  }[];
  readonly weeks: readonly { readonly week: number; readonly from: Day; readonly to: Day }[];
  readonly calendar: CalendarNote;
}

export interface TodayQuery {
  readonly kind: 'today';
  readonly mode: QuotaMode;
}

/** Why a unit does not work today. */
export type DayOff = 'rest' | 'holiday' | 'company' | 'leave' | 'notEmployed';

/**
 * Everybody's integer quotas of today. Whoever does not work today has those of the next working day; a team has those
 * of the first day on which one of its reps works, summed over the reps who do. Columns by measure, then by unit.
 */
export interface TodayAnswer {
  readonly kind: 'today';
  readonly units: readonly string[];
  /** From the result back to the work, as in BackcastAnswer. */
  readonly measures: readonly string[];
  /** The day whose quotas these are; null = no working day is left in this month and the next. */
  readonly day: readonly (Day | null)[];
  /** null: somebody of the unit works today. */
  readonly off: readonly (DayOff | null)[];
  /** NaN = no number, or by the week only. */
  readonly quota: readonly Float64Array[];
  /** What is left of the calendar week of that day, the day itself included; by the week only: the week's number. */
  readonly weekLeft: readonly Float64Array[];
}
