import type { Month } from '../time.ts';

/** From the goal: the whole month's requirement. From to-go: what is still missing, over the days left. */
export type BackcastMode = 'goal' | 'toGo';

export interface BackcastQuery {
  readonly kind: 'backcast';
  readonly month: Month;
  readonly mode: BackcastMode;
}

/** Units in tree order (depth first, siblings by order then name); one entry per unit in every column. */
export interface BackcastAnswer {
  readonly kind: 'backcast';
  readonly month: Month;
  readonly units: readonly string[];
  /** Measures from the result back to the work, revenue left out: pipeline, intents, …, dials. */
  readonly measures: readonly string[];
  readonly goal: Float64Array;
  readonly won: Float64Array;
  /** What comes in beside the chain: in the whole month (in and expected), and what of it is in; null = none is kept. */
  readonly other: { readonly total: Float64Array; readonly come: Float64Array } | null;
  readonly toGo: Float64Array;
  readonly inHand: Float64Array;
  /** The requirement of each measure, in the order of `measures`: unrounded, above the reps the sum of what is shown. */
  readonly requirement: readonly Float64Array[];
  /** The requirement of each measure a working day: of the month's days (goal), of the days left (toGo). */
  readonly perDay: readonly Float64Array[];
  /** Working days (summed weights) of a rep; mean over reps for a team. */
  readonly workingDays: Float64Array;
  readonly daysLeft: Float64Array;
  /** Weakest link of the chain: smallest own share of evidence over its steps, 0..1; NaN = assumed only. */
  readonly ownShare: Float64Array;
  /** The blended ratio of the step into each measure and into revenue: keyed by measure; for the header line. */
  readonly blended: { readonly [measure: string]: number };
  /** `${unit} ${measure}` of steps under an override in this month. */
  readonly overridden: readonly string[];
  /** Per unit: why the chain has no number, if so. */
  readonly problems: { readonly [unit: string]: ChainProblem };
  /** The chain is cut between these measures for everybody: Σx exceeds Σn, or the step is unset. */
  readonly breaks: readonly ChainBreak[];
  readonly calendar: CalendarNote;
}

export interface ChainBreak {
  readonly from: string;
  readonly to: string;
  readonly reason: 'exceeds' | 'unset' | 'noData';
}

export interface ChainProblem {
  readonly reason:
    'tooUncertain' | 'tooLate' | 'zeroRatio' | 'noWorkingDays' | 'noDaysLeft' | 'broken' | 'notEmployed';
  readonly measure?: string;
}

export interface CalendarNote {
  readonly country: string;
  /** The statutory days of this year are not yet published: weekends only. */
  readonly provisional: boolean;
}
