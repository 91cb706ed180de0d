import type { Change } from '../diff.ts';
import type { StepKind } from '../records/measure.ts';
import type { Day, Month } from '../time.ts';
import type { BackcastMode } from './backcast.ts';

/** Whether the requirement of a day can be done in a day. */
export interface LoadQuery {
  readonly kind: 'load';
  readonly month: Month;
  readonly mode: BackcastMode;
}

/** Columns by unit in tree order; NaN where nothing is asked for. Above a rep the sums of those who are. */
export interface LoadAnswer {
  readonly kind: 'load';
  readonly month: Month;
  readonly mode: BackcastMode;
  /** The measure that is the work; null = no chain. */
  readonly measure: string | null;
  readonly units: readonly string[];
  /** Minutes a working day: needed, what else has to be done included, and available. */
  readonly needed: Float64Array;
  readonly available: Float64Array;
  /** needed ÷ available; NaN too where there is no working time. */
  readonly share: Float64Array;
  /** Work a working day: needed; the proven best, of those who have one, and the share of it that is needed. */
  readonly work: Float64Array;
  readonly best: Float64Array;
  readonly ofBest: Float64Array;
  /** Reps with a requirement, and how many of them are over their time, their proven best, either. */
  readonly reps: Float64Array;
  readonly overTime: Float64Array;
  readonly overBest: Float64Array;
  readonly over: Float64Array;
}

/** What closes the gap where a unit is over its limit. */
export interface ClosingQuery {
  readonly kind: 'closing';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
  /** What the changes write into the plan: the core knows no words, and draws no keys. */
  readonly words: { readonly quartile: string; readonly head: NewHead };
}

export interface NewHead {
  readonly key: string;
  readonly name: string;
  readonly ramp: string;
}

export interface ClosingAnswer {
  readonly kind: 'closing';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
  readonly now: LoadResult;
  /** Those that are enough first, among equals the cheapest; none where nobody is over. */
  readonly offers: readonly ClosingOffer[];
}

export interface LoadResult {
  /** Of the unit's reps the highest share of the working time or of the proven best; Infinity = no time at all. */
  readonly highest: number;
  /** Reps over the limit, of those with a requirement. */
  readonly over: number;
  readonly reps: number;
  /** Work a working day, as it is shown. */
  readonly perDay: number;
  /** P(attain) at the usual pace, and if the quota is done; NaN = nothing can be said. */
  readonly atPace: number;
  readonly atQuota: number;
}

export type ClosingOffer = {
  /** What the plan would be changed by, as one step. */
  readonly changes: readonly Change[];
  readonly result: LoadResult;
} & (
  | {
      /** Goals move so that the highest load is as low as it can be; minor units that change hands. */
      readonly kind: 'goal';
      readonly amount: number;
      readonly givers: number;
      readonly takers: number;
    }
  | {
      /** The ratio that brings most, raised to the team's upper quartile at the reps who are over and below it. */
      readonly kind: 'ratio';
      readonly measure: string;
      readonly from: string;
      readonly step: StepKind;
      readonly ratioNow: number;
      readonly ratioThen: number;
      readonly reps: number;
    }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'confidence'; readonly chance: number | null }
  | {
      /** A newcomer who takes this much goal over, and does `ramp` of what others do in the first months. */
      readonly kind: 'head';
      readonly amount: number;
      readonly ramp: number;
      readonly months: number;
    }
);
