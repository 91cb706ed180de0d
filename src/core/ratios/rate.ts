import { basisOf, belief } from './belief.ts';
import { addTotals, totalsOf, usableCounts, totalsAt, usableRunning, type Totals } from './counts.ts';
import { gammaInterval } from '../stats/interval.ts';
import { sumColumns, sumOfAll } from './groups.ts';
import { rateNoise } from './rate-noise.ts';
import { choosePrior, type Prior } from './prior.ts';
import { fitRateStrength } from './prior-strength.ts';
import type { ShareRecord } from './share.ts';
import { carriedPrior, NO_PRIOR } from './step-prior.ts';
import type { RatioBelief, StepEvidence, StepFit } from './types.ts';
import { monthWeights, pooledMean, weightedPool } from './weights.ts';

/** Prior strength, in events, of a template's default rate. */
const ASSUMED_STRENGTH = 10;

/** Fits a rate (count per count, may pass 1) by the gamma-Poisson model: month noise, company → rep. */
export function fitRate(evidence: StepEvidence): StepFit {
  const counts = usableCounts(evidence);
  const running = usableRunning(evidence);
  return fitEvents(evidence, { counts, running, told: addTotals(totalsOf(counts), running) });
}

/** Fits a rate on any record of events x in n. `rho` of the answer is the month noise ω, `M` the prior strength a. */
export function fitEvents(evidence: StepEvidence, record: ShareRecord): StepFit {
  const { counts, running } = record;
  const { carried } = evidence;
  const weights = monthWeights(evidence.months, evidence.halfLife);
  const totals = totalsOf(counts);
  const prior = carried ? carriedPrior(carried) : fittedPrior(evidence, record, totals);
  const omega = carried?.rho ?? rateNoise(counts);
  const own = weightedEvents(record, weights, prior.mean, omega);
  const a =
    carried?.strength ?? (prior.strength ?? fitRateStrength(own.x, own.n)) * (evidence.priorWeight ?? 1);
  const columns = { told: record.told, own, running, trials: addTotals(totals, running) };
  const column = (of: Columns, strength: number) =>
    Array.from(of.own.n, (_, i) => rateBelief(of, i, prior, strength, omega));
  const everyone = sumOfAll(columns, evidence.reps);
  return {
    ...{ kind: 'rate', rho: omega, mu: prior.mean, M: a, weights, exceeds: false },
    prior: { ...NO_PRIOR, kind: 'rate', label: prior.label, rho: omega, mu: prior.mean, strength: a },
    priorMean: carried?.means ?? new Float64Array(evidence.reps).fill(prior.mean),
    reps: column(columns, a),
    company: column(everyone, prior.strength ?? 1)[0]!,
    groups: evidence.levels.map((groupOf) => column(sumColumns(columns, groupOf), a)),
  };
}

function fittedPrior(evidence: StepEvidence, { counts, running }: ShareRecord, totals: Totals): Prior {
  const weights = monthWeights(evidence.months, evidence.halfLife);
  const known = totals.n.filter((n) => n > 0).length;
  const pooled = pooledMean(weightedPool(counts, weights, running));
  return choosePrior(pooled, known, evidence.assumed, ASSUMED_STRENGTH);
}

type Columns = {
  readonly told: Totals;
  /** Weighted events: seen (x) where so many were expected (n) at the company's rate. */
  readonly own: Totals;
  readonly running: Totals;
  /** The base in the record, whose expected events decide whether it is too little. */
  readonly trials: Totals;
};

/** Σ w·e·r/μ and Σ w·e, e = 1 / (1/(μn) + ω): a month's events less what its own noise makes worthless. */
function weightedEvents(
  { counts: { reps, months, x, n } }: ShareRecord,
  weights: Float64Array,
  mu: number,
  omega: number,
): Totals {
  const own = { x: new Float64Array(reps), n: new Float64Array(reps) };
  for (let i = 0; i < reps * months; i++) {
    if (n[i]! === 0) continue;
    const rep = Math.floor(i / months);
    const expected = mu * n[i]!;
    const worth = weights[i % months]! / (1 / expected + omega);
    own.n[rep]! += worth;
    own.x[rep]! += (worth * Math.max(0, x[i]!)) / expected;
  }
  return own;
}

/**
 * λ = μ(a + seen)/(a + expected), a* = a + seen. The running month, itself Gamma with shape c = 1/(ω + 1/a*), goes on
 * top: λ(c + x)/(c + λn), whose noise is then known and no longer added.
 */
function rateBelief(of: Columns, i: number, prior: Prior, a: number, omega: number): RatioBelief {
  const [told, own, running] = [totalsAt(of.told, i), totalsAt(of.own, i), totalsAt(of.running, i)];
  const before = (prior.mean * (a + own.x)) / (a + own.n);
  const shape = 1 / (omega + 1 / (a + own.x));
  const runs = running.n > 0;
  const size = runs ? shape + before * running.n : 1;
  const shrunk = runs ? (before * (shape + Math.max(0, running.x))) / size : before;
  const after = runs ? { a: shape + Math.max(0, running.x), omega: 0 } : { a: a + own.x, omega };
  return belief(
    told,
    {
      ...{ shrunk, ...after },
      ownShare: 1 - (a / (a + own.n)) * (runs ? shape / size : 1),
      basis: basisOf(told, shrunk * of.trials.n[i]!, prior.label),
    },
    () => gammaInterval(shrunk, shrunk ** 2 * (after.omega + 1 / after.a)),
  );
}
