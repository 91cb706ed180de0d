import type { StepKind } from '../records/measure.ts';
import type { Day, Month } from '../time.ts';

/** How everybody stands in a month, beside pace and forecast: in words, and by the one change that would help most. */
export interface StandingQuery {
  readonly kind: 'standing';
  readonly month: Month;
}

/**
 * What can be said of a rep without a verdict on noise. `ahead`: eight in ten to reach the goal. `execution`: less work
 * than asked, by more than weeks stray; `overload`: as well, but more is asked than was ever done. `ability`: a ratio lower
 * than its own record, beyond chance. `override`: counts contradict a ratio that was set by hand. `luck`: behind, within
 * what chance does. `tooLittle`: behind, and the record is too thin to say why. `none`: no number.
 */
export const STATUSES = [
  'ahead',
  'steady',
  'execution',
  'overload',
  'ability',
  'override',
  'luck',
  'tooLittle',
  'none',
] as const;
export type Status = (typeof STATUSES)[number];

/** Columns by unit in tree order; NaN = no number. */
export interface StandingAnswer {
  readonly kind: 'standing';
  readonly month: Month;
  readonly units: readonly string[];
  /** The measure that is the work; null = no chain. */
  readonly work: string | null;
  /** Work done ÷ work due by now. */
  readonly volume: Float64Array;
  /** Of the goal, due before today. */
  readonly due: Float64Array;
  /** Money that came ÷ what the work done brings by the used ratios. */
  readonly conversion: Float64Array;
  /** 1 = that is beyond what chance does. */
  readonly volumeSure: Uint8Array;
  readonly conversionSure: Uint8Array;
  /** Reps only; `none` above them. */
  readonly status: readonly Status[];
  /** The measure whose ratio `ability` and `override` mean. */
  readonly statusMeasure: readonly (string | null)[];
  readonly levers: readonly (RepLever | null)[];
}

/** The one change with the largest effect on a rep's money of the month. */
export interface RepLever {
  /** The measure that the ratio leads to, or the work itself (`from` null): a day. */
  readonly measure: string;
  readonly from: string | null;
  readonly step: StepKind | null;
  readonly now: number;
  readonly then: number;
  /** Money more by the end of the month, on average. */
  readonly effect: number;
}

/** One unit's month as a board tells it: what it comes to, and its counts so far beside its best rep. */
export interface BoardQuery {
  readonly kind: 'board';
  readonly month: Month;
  /** null = everybody. */
  readonly unit: string | null;
}

export interface BoardAnswer {
  readonly kind: 'board';
  readonly month: Month;
  readonly unit: string | null;
  readonly reps: number;
  readonly sum: BoardSum;
  /** From the work to the result. */
  readonly measures: readonly FunnelMeasure[];
}

/** How the chance of the running month's goal has moved: worked out as of a week ago, or as the month began. */
export interface ChanceBeforeQuery {
  readonly kind: 'chanceBefore';
  readonly month: Month;
  /** null = everybody. */
  readonly unit: string | null;
}

export interface ChanceBeforeAnswer {
  readonly kind: 'chanceBefore';
  readonly month: Month;
  readonly unit: string | null;
  /** The morning of which it was so; null = there is none in the month, or what was done by then is not known. */
  readonly day: Day | null;
  /** 0..1; NaN = unknown. */
  readonly chance: number;
  /** Today's less that one's. */
  readonly change: number;
}

/** Money in minor units; NaN = no number. */
export interface BoardSum {
  readonly goal: number;
  /** In by now, other revenue of the goal included. */
  readonly won: number;
  /** What of the goal is due before today, by working days. */
  readonly due: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly chance: number;
  /** Work done and due before today. */
  readonly done: number;
  readonly workDue: number;
  /** Working days left, today included: mean of the reps who are employed. */
  readonly daysLeft: number;
  /** Pipeline in hand, and what it is worth by the used ratios; NaN = the plan keeps none. */
  readonly inHand: number;
  readonly inHandWorth: number;
  /** Money that work under way is expected to bring in this month; NaN = nothing takes longer than its day. */
  readonly underWay: number;
  /** What has come in beside the chain; null = the plan keeps none. */
  readonly other: readonly { readonly kind: string; readonly come: number }[] | null;
}

export interface FunnelMeasure {
  readonly measure: string;
  /** Counted so far; NaN = nothing. */
  readonly amount: number;
  /** The step into it; null for the work. */
  readonly step: {
    readonly from: string;
    readonly kind: StepKind;
    /** x of n so far, of days or months that have both. */
    readonly x: number;
    readonly n: number;
    /** NaN = nothing came to this step. */
    readonly ratio: number;
    /** By the record. */
    readonly usual: number;
    /** The rep of the unit (of a rep: of the same team) whose record is best, with enough of its own; null = nobody's is. */
    readonly best: { readonly unit: string; readonly ratio: number } | null;
  } | null;
}
