import type { Day, Month } from '../time.ts';
import type { NoSaleAlert } from './alerts.ts';

/** What there is to check in the days of a month, of the reps under a unit; null = of all. */
export interface QualityQuery {
  readonly kind: 'quality';
  readonly month: Month;
  readonly unit: string | null;
}

/** How many working days of reps are over in a month without anything entered. */
export interface MissingDaysQuery {
  readonly kind: 'missingDays';
  readonly month: Month;
}

export interface MissingDaysAnswer {
  readonly kind: 'missingDays';
  readonly month: Month;
  readonly days: number;
}

/** A day of a rep. */
export interface RepDay {
  readonly unit: string;
  readonly day: Day;
}

/** A working day that is over, without some numbers that are kept by the day. */
export interface Missing extends RepDay {
  readonly measures: readonly string[];
}

/** A part that is more than its whole. */
export interface Contradiction extends RepDay {
  readonly whole: string;
  readonly part: string;
  readonly wholeValue: number;
  readonly partValue: number;
  /** The ratio of the other days of the rep; NaN = too few. */
  readonly usual: number;
  /** The other way round the ratio would be the usual one. */
  readonly swaps: boolean;
}

/** The same numbers as the day before, or round ones, more often in a row than chance has it. */
export interface Repeated {
  readonly unit: string;
  readonly kind: 'copied' | 'rounded';
  readonly measure: string;
  readonly days: readonly Day[];
  readonly values: readonly number[];
  /** What rounded numbers are multiples of; 0 for copied ones. */
  readonly step: number;
}

/** A person and a system say different numbers. */
export interface Differing extends RepDay {
  readonly measure: string;
  readonly person: number;
  readonly system: number;
}

/** A month whose own number is not the sum of its days, which counts. */
export interface MonthDiffers {
  readonly unit: string;
  readonly month: Month;
  readonly measure: string;
  readonly row: number;
  readonly sum: number;
}

/** A measure whose volume does not move the next one, week by week. */
export interface Hollow {
  readonly measure: string;
  readonly next: string;
  readonly weeks: number;
  readonly repWeeks: number;
  /** Rank correlation within reps, and the upper end of its 80 % interval. */
  readonly rho: number;
  readonly high: number;
  /** What one more of the measure has brought of the next one, and what the ratio of the sums promises. */
  readonly slope: number;
  readonly ratio: number;
}

export interface QualityAnswer {
  readonly kind: 'quality';
  readonly month: Month;
  /** Nothing at all was entered. */
  readonly missing: readonly Missing[];
  /** Something was. */
  readonly partial: readonly Missing[];
  readonly contradictions: readonly Contradiction[];
  readonly repeated: readonly Repeated[];
  readonly differing: readonly Differing[];
  readonly months: readonly MonthDiffers[];
  readonly hollow: readonly Hollow[];
  /** As the alerts have it, of the reps that are asked about. */
  readonly noSale: readonly NoSaleAlert[];
  /** Done against due before today, by measure, then unit in tree order; 1 = all that was due. */
  readonly units: readonly string[];
  readonly measures: readonly string[];
  readonly execution: readonly Float64Array[];
  /** Share of the first measure's volume that became the last one of its chain of shares; by unit. */
  readonly valid: Float64Array;
  readonly validOf: { readonly whole: string; readonly part: string } | null;
}

/** Below this share of what was due, execution is named. */
export const EXECUTION_LINE = 0.8;
