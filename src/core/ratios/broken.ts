import { belief, type Told } from './belief.ts';
import { sum, type Totals } from './counts.ts';
import { groupSums } from './groups.ts';
import { NO_PRIOR } from './step-prior.ts';
import type { RatioBelief, StepEvidence, StepFit } from './types.ts';
import { monthWeights } from './weights.ts';

/** A "share" with more results than trials: its totals are told, but there is no ratio to plan with. */
export function brokenShare(evidence: StepEvidence, told: Totals): StepFit {
  const all = ({ x, n }: Totals): RatioBelief[] =>
    Array.from(x, (value, i) => noRatio({ x: value, n: n[i]! }));
  return {
    ...{ kind: evidence.kind, rho: 0, mu: NaN, M: NaN, exceeds: true },
    prior: { ...NO_PRIOR, kind: evidence.kind, exceeds: true },
    weights: monthWeights(evidence.months, evidence.halfLife),
    priorMean: new Float64Array(evidence.reps).fill(NaN),
    reps: all(told),
    company: noRatio({ x: sum(told.x), n: sum(told.n) }),
    groups: evidence.levels.map((groupOf) => all(groupSums(told, groupOf))),
  };
}

const noRatio = (told: Told): RatioBelief =>
  belief(told, { shrunk: NaN, ownShare: 0, basis: 'tooLittle' }, () => ({ low: NaN, high: NaN }));
