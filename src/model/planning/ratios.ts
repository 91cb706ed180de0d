import type { StepKind } from '../records/measure.ts';
import type { Day, Month, MonthSpan } from '../time.ts';

export interface RatiosQuery {
  readonly kind: 'ratios';
  readonly month: Month;
}

export interface RatiosAnswer {
  readonly kind: 'ratios';
  readonly month: Month;
  readonly units: readonly string[];
  /** One per step, from the result back to the work. */
  readonly steps: readonly StepColumns[];
}

export interface StepColumns {
  /** The measure that the step leads to, and the one that it comes from. */
  readonly measure: string;
  readonly from: string;
  readonly step: StepKind;
  readonly raw: Float64Array;
  /** The record drawn to the team's by its weight, before an override. */
  readonly shrunk: Float64Array;
  readonly used: Float64Array;
  readonly ownShare: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 0 own record, 1 too little data, 2 assumed, 3 override. */
  readonly basis: Uint8Array;
}

export const BASIS = ['own', 'tooLittle', 'assumed', 'override'] as const;

export type Basis = (typeof BASIS)[number];

export interface RatioEvidence {
  readonly measure: string;
  readonly from: string;
  readonly step: StepKind;
  readonly used: number;
  readonly shrunk: number;
  readonly raw: number;
  readonly basis: Basis;
  /** Own weight 0..1; the rest is the team's. */
  readonly ownShare: number;
  /** Own counts behind it: x of n (value and yield: money of count or money). */
  readonly x: number;
  readonly n: number;
  readonly window: MonthSpan | null;
  /** 10 % and 90 % quantiles of next month's ratio. */
  readonly low: number;
  readonly high: number;
  readonly months: readonly {
    readonly month: Month;
    readonly x: number;
    readonly n: number;
    readonly weight: number;
  }[];
  readonly override: {
    readonly ratio: number;
    readonly from: Month;
    readonly until: Month | null;
    readonly reason: string;
    readonly setOn: Day | null;
  } | null;
  /** The company or team value that thin records are drawn to. */
  readonly team: number;
}

/** What an override would do, before it is saved. */
export interface OverrideEffectQuery {
  readonly kind: 'overrideEffect';
  readonly unit: string;
  readonly month: Month;
  readonly measure: string;
  readonly ratio: number;
}

export interface OverrideEffectAnswer {
  readonly kind: 'overrideEffect';
  readonly perDayNow: number;
  readonly perDayThen: number;
  readonly perDayByRecord: number;
}
