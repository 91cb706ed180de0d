import type { Expression } from '../formula.ts';
import type { Day, Month } from '../time.ts';
import type { BackcastMode, ChainBreak, ChainProblem } from './backcast.ts';
import type { RatioEvidence } from './ratios.ts';

export interface WhyQuery {
  readonly kind: 'why';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
}

/** The chain of one unit with its reasons, from the goal (first) to the work (last). */
export interface WhyAnswer {
  readonly kind: 'why';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
  readonly goal: { readonly value: number; readonly formula: Expression };
  readonly won: number;
  /** What comes in beside the chain; null = the plan keeps none. */
  readonly other: OtherNote | null;
  readonly toGo: { readonly value: number; readonly formula: Expression };
  /** What is aimed at on average, so that the quotas have the plan's confidence; null = the expected quotas. */
  readonly aim: number | null;
  /** What the chain's lag does to the month; null = everything happens on its day. */
  readonly lag: LagNote | null;
  readonly links: readonly ChainLink[];
  readonly perDay: {
    readonly measure: string;
    readonly value: number;
    readonly formula: Expression;
    readonly days: number;
  } | null;
  readonly problem: ChainProblem | null;
  readonly breaks: readonly ChainBreak[];
}

/** Money of a month under a lag, by the used ratios. */
export interface LagNote {
  /** What work of the months before lands in this month, and what this month's lands later. */
  readonly spillIn: number;
  readonly spillOut: number;
  /** What is under way today and lands in the rest of the month; null = the month is still to come. */
  readonly underWay: number | null;
  /** What new work is to win, and how much of it can still land in time if it is begun evenly from now on. */
  readonly missing: number;
  readonly feasible: number | null;
  /** The last day on which each measure is begun so that nine in ten land in the month; null = before the month. */
  readonly latest: readonly { readonly measure: string; readonly day: Day | null }[];
}

/** Other revenue of a month: what is in, and what its record lets expect. */
export interface OtherNote {
  readonly value: number;
  readonly formula: Expression;
  readonly come: number;
  readonly expected: number;
  readonly kinds: readonly {
    readonly kind: string;
    readonly come: number;
    /** Of a whole month, and the complete months that it is the mean of; of a team the sum, and all of their months. */
    readonly mean: number;
    readonly months: number;
  }[];
}

export interface ChainLink {
  /** The measure that is needed, … */
  readonly measure: string;
  readonly value: number;
  readonly formula: Expression;
  /** … because the next one is divided by this ratio. */
  readonly ratio: RatioEvidence;
}
