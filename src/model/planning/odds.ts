import type { Month } from '../time.ts';

/** How likely the goals of a month are to be reached. */
export interface OddsQuery {
  readonly kind: 'odds';
  readonly month: Month;
}

/** Columns by unit in tree order; chances 0..1, NaN where nothing can be said. */
export interface OddsAnswer {
  readonly kind: 'odds';
  readonly month: Month;
  readonly units: readonly string[];
  /** P(attain) if everybody goes on at the usual pace. */
  readonly atPace: Float64Array;
  /** P(attain) if the quota is done. */
  readonly atQuota: Float64Array;
  /** Work a working day: the usual pace, and the proven best; sums above a rep. */
  readonly pace: Float64Array;
  readonly best: Float64Array;
  /** Reps without a record of their pace, who are taken at their team's; sums above a rep. */
  readonly taken: Float64Array;
}

/** How likely one unit is to reach its goal of a month, by what it does a day. */
export interface OddsCurveQuery {
  readonly kind: 'oddsCurve';
  readonly unit: string;
  readonly month: Month;
}

export interface OddsCurveAnswer {
  readonly kind: 'oddsCurve';
  readonly unit: string;
  readonly month: Month;
  /** The measure that is the work; null = no chain. */
  readonly work: string | null;
  /** What is left to win (NaN: there is no goal), and the working days left for it (a team: the mean of its reps). */
  readonly left: number;
  readonly days: number;
  /** Reps without a record of their pace, who go into `pace` at their team's. */
  readonly taken: number;
  /** What of `left` other revenue is expected to bring. */
  readonly other: number;
  /** Chances of even steps of work a day from 0 on; empty where nothing can be said. */
  readonly curve: readonly OddsPoint[];
  /** The expected requirement, and the work for fixed chances; a chance that no work reaches is left out. */
  readonly expected: OddsPoint | null;
  readonly confident: readonly OddsPoint[];
  readonly quota: OddsPoint | null;
  readonly pace: OddsPoint | null;
  readonly best: OddsPoint | null;
}

export interface OddsPoint {
  readonly perDay: number;
  readonly chance: number;
}

/** Looks back at one complete month; null: the latest. */
export interface TrackRecordQuery {
  readonly kind: 'trackRecord';
  readonly unit: string;
  readonly month: Month | null;
  /** The month is worked out part by part, from 0 on, so that nobody waits for it. */
  readonly part: number;
}

/** Goals of one month that had a high chance, by the months before it and at the work that was done, and came true. */
export interface TrackRecordAnswer {
  readonly kind: 'trackRecord';
  readonly unit: string;
  /** null: there is none to look back at. */
  readonly month: Month | null;
  /** The chance from which on a goal counts. */
  readonly promised: number;
  readonly said: number;
  readonly came: number;
  /** There is another part to ask for. */
  readonly pending: boolean;
  /** The month before it, if it can be looked back at, too. */
  readonly earlier: Month | null;
}
