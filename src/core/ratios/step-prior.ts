import type { StepKind } from '../../model/records/measure.ts';
import type { LevelPriors } from './levels.ts';
import { flatPriors } from './levels.ts';
import type { Prior } from './prior.ts';
import type { StepEvidence } from './types.ts';

/**
 * What a step took from the whole company: with it one rep's record tells the same belief as among all the others'.
 * NaN stands for what its kind has not; `K` is ∞ where the mean is not estimated from the records.
 */
export interface StepPrior {
  readonly kind: StepKind;
  /** How a rep without evidence is labelled. */
  readonly label: Prior['label'];
  readonly exceeds: boolean;
  /** Month noise, company mean, and the strength of the prior, weighted as the plan says. */
  readonly rho: number;
  readonly mu: number;
  readonly strength: number;
  /** Values: s², τ², and the weighted counts behind the mean. */
  readonly s2: number;
  readonly tau2: number;
  readonly K: number;
  /** Yields: pipeline money per contract. */
  readonly amount: number;
}

/** A prior that was fitted elsewhere, with what each rep at hand is drawn to. */
export interface CarriedPrior extends StepPrior {
  readonly means: Float64Array;
  /** ψ of the step. */
  readonly shared: number;
}

export const NO_PRIOR: Omit<StepPrior, 'kind'> = {
  ...{ label: 'tooLittle', exceeds: false },
  ...{ rho: NaN, mu: NaN, strength: NaN, s2: NaN, tau2: NaN, K: NaN, amount: NaN },
};

/** As if it had been fitted on the reps at hand. */
export const carriedPrior = ({ mu, label }: CarriedPrior): Prior => ({ mean: mu, strength: null, label });

/** The same for a share's levels: groups at hand are drawn to the company. */
export function carriedLevels({ reps, levels }: StepEvidence, carried: CarriedPrior): LevelPriors {
  const { strength, means: mean } = carried;
  return { ...flatPriors(reps, levels, carried.mu, strength), mean };
}
