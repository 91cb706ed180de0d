import type { Multiplier, Prior } from '../records/slice.ts';
import type { Month } from '../time.ts';

/** What a part of the plan has to be told about the whole, so that it comes to the same numbers. */
export interface CarriedQuery {
  readonly kind: 'carried';
}

export interface CarriedAnswer {
  readonly kind: 'carried';
  readonly reps: number;
  /** The history's first and last month; null = there is none. */
  readonly from: Month | null;
  readonly to: Month | null;
  readonly measures: readonly string[];
  readonly multipliers: { readonly [monthAndMode: string]: Multiplier };
  /** By measure, with what every rep is drawn to. */
  readonly priors: { readonly [measure: string]: Prior };
}
