import type { StepKind } from '../records/measure.ts';
import type { Day, Month } from '../time.ts';

/** All that asks for a decision as of this morning, whatever was done about it (records `alert/<signature>`). */
export interface AlertsQuery {
  readonly kind: 'alerts';
}

export interface AlertsAnswer {
  readonly kind: 'alerts';
  /** The gravest first. */
  readonly alerts: readonly Alert[];
}

/** First and last day, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

interface AlertBase {
  /** The same every morning for the same thing, and without a name; it holds the period that it is about. */
  readonly signature: string;
  readonly unit: string;
  /** decide: beyond what chance does; hint: something to be filled in. */
  readonly severity: 'decide' | 'hint';
}

/** Two periods in a row under the goal (money by months) or under what was asked (work by weeks). */
export interface BehindAlert extends AlertBase {
  readonly rule: 'behind';
  readonly of: 'week' | 'month';
  readonly measure: string;
  /** The earlier one first. `low`: nine in ten of such periods come to more. */
  readonly periods: readonly (DaySpan & {
    readonly done: number;
    readonly due: number;
    readonly low: number;
  })[];
}

/** A ratio, the work a day, or other revenue that is lower than its own band allows. */
export interface DropAlert extends AlertBase {
  readonly rule: 'drop';
  readonly measure: string;
  /** The measure that a ratio comes from; null = the measure itself fell. */
  readonly from: string | null;
  readonly step: StepKind | null;
  readonly window: DaySpan;
  /** Counted in the window: x of n; of a measure itself x, over n working days (other revenue: one month). */
  readonly x: number;
  readonly n: number;
  readonly value: number;
  readonly usual: number;
  /** Eight in ten such windows lie between these. */
  readonly low: number;
  readonly high: number;
  /** How often so little comes without any change. */
  readonly chance: number;
}

/** Working days on which nothing was entered, though it usually is. */
export interface MissingAlert extends AlertBase {
  readonly rule: 'missing';
  readonly days: readonly Day[];
}

/** Entered days in a row without a sale, more than this rep's record lets expect. */
export interface NoSaleAlert extends AlertBase {
  readonly rule: 'noSale';
  readonly since: Day;
  readonly days: number;
  /** Nine in ten of the rep's runs without a sale are shorter than this. */
  readonly usual: number;
  readonly chance: number;
}

/** An override that what was counted since speaks against. */
export interface OverrideAlert extends AlertBase {
  readonly rule: 'override';
  readonly measure: string;
  readonly from: string;
  readonly step: StepKind;
  /** The month that the override begins with. */
  readonly month: Month;
  readonly window: DaySpan;
  readonly ratio: number;
  readonly x: number;
  readonly n: number;
  readonly counted: number;
  /** Eight in ten such windows would lie between these if the override was right. */
  readonly low: number;
  readonly high: number;
  /** What the record says. */
  readonly record: number;
  readonly chance: number;
}

export type Alert = BehindAlert | DropAlert | MissingAlert | NoSaleAlert | OverrideAlert;
