import type { StepKind } from '../records/measure.ts';
import type { Month } from '../time.ts';
import type { BackcastMode } from './backcast.ts';

/** Which changes of ratios would help a unit most, each ratio by one of its own standard deviations between reps. */
export interface LeversQuery {
  readonly kind: 'levers';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
}

export interface LeversAnswer {
  readonly kind: 'levers';
  readonly unit: string;
  readonly month: Month;
  /** The measure that is the work; null = no chain. */
  readonly work: string | null;
  /** The same work before and after a change: what is usually done, or where that is not known today's quota. */
  readonly chanceAt: 'pace' | 'quota';
  readonly now: LeverEffect;
  /** At most three, the largest effect first. */
  readonly levers: readonly Lever[];
}

export interface LeverEffect {
  /** Work a working day that the goal takes; NaN = no number. */
  readonly perDay: number;
  /** Chance of the goal, 0..1; NaN = nothing can be said. */
  readonly chance: number;
}

export interface Lever extends LeverEffect {
  /** The step that the ratio belongs to. */
  readonly measure: string;
  readonly from: string;
  readonly step: StepKind;
  /** Above a rep the ratio that the team's plan comes to. */
  readonly ratioNow: number;
  readonly ratioThen: number;
  /** The raised ratio of each rep. */
  readonly ratios: readonly { readonly unit: string; readonly ratio: number }[];
}
