import { betaInterval } from '../stats/interval.ts';
import { basisOf, belief, type Told } from './belief.ts';
import { effectiveCount, within } from './effective.ts';
import type { RatioBelief } from './types.ts';

/** All that the belief about one share rests on. `x` of `n`: effective counts; `running`: this month's trials. */
export interface ShareCase {
  readonly told: Told;
  readonly x: number;
  readonly n: number;
  readonly running: Told;
  readonly priorMean: number;
  readonly strength: number;
  readonly rho: number;
  /** Label of a record without evidence. */
  readonly without: 'assumed' | 'tooLittle';
  /** Trials in the record, whose expected successes decide whether it is too little. */
  readonly trials: number;
}

/**
 * Beta(μM + X, (1 − μ)M + N − X), then next month's predictive Beta(mS, (1 − m)S), 1/(S + 1) = ρ + (1 − ρ)/(A + 1),
 * then the running month's x of n on top of it: Beta(mS + x, (1 − m)S + n − x).
 */
export function shareBelief(given: ShareCase): RatioBelief {
  const { priorMean, strength, rho, running } = given;
  const size = strength + given.n;
  const mean = (priorMean * strength + given.x) / size;
  const predictive = 1 / (rho + (1 - rho) / (size + 1)) - 1;
  const S = predictive + running.n;
  const shrunk = running.n > 0 ? (mean * predictive + within(running.x, running.n)) / S : mean;
  return belief(
    given.told,
    {
      shrunk,
      ownShare: 1 - (strength / size) * (predictive / S),
      A: running.n > 0 ? size + effectiveCount(running.n, rho) : size,
      S,
      basis: basisOf(given.told, shrunk * given.trials, given.without),
    },
    () => betaInterval(shrunk, S),
  );
}
