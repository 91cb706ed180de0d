import {
  addTotals,
  sum,
  totalsOf,
  usableCounts,
  totalsAt,
  usableRunning,
  type Counts,
  type Totals,
} from './counts.ts';
import { sumColumns, sumOfAll } from './groups.ts';
import { choosePrior, type Prior } from './prior.ts';
import { carriedPrior, NO_PRIOR } from './step-prior.ts';
import type { StepEvidence, StepFit } from './types.ts';
import { valueBelief, type ValueScale } from './value-belief.ts';
import { monthWeights } from './weights.ts';

/** Coefficient of variation of the contracts' amounts, as long as only monthly sums are known. */
const AMOUNT_SPREAD = 1;
/** Prior strength, in counts, of a template's default value. */
const ASSUMED_STRENGTH = 10;
/** Reps are taken to differ by at least this much of the company's mean. */
const LEAST_SPREAD = 0.05;

/** Fits money per count by Bühlmann's credibility: company → rep. `M` of the answer is s²/τ², in counts. */
export function fitValue(evidence: StepEvidence): StepFit {
  const counts = usableCounts(evidence);
  const running = usableRunning(evidence);
  const weights = monthWeights(evidence.months, evidence.halfLife);
  const own = weightedSums(counts, weights);
  const told = addTotals(totalsOf(counts), running);
  const { carried } = evidence;
  const { prior, scale } = carried
    ? { prior: carriedPrior(carried), scale: { ...carried, mean: carried.mu } }
    : fittedScale(evidence, own, running);
  const { s2, tau2, K, strength } = scale;
  const columns = { told, own, running };
  const column = (of: Columns) =>
    Array.from(of.own.n, (_, i) =>
      valueBelief(totalsAt(of.told, i), totalsAt(of.own, i), totalsAt(of.running, i), scale, prior),
    );
  return {
    ...{ kind: 'value', rho: 0, mu: prior.mean, M: strength, weights, exceeds: false },
    prior: { ...NO_PRIOR, kind: 'value', label: prior.label, mu: prior.mean, strength, s2, tau2, K },
    priorMean: carried?.means ?? new Float64Array(evidence.reps).fill(prior.mean),
    reps: column(columns),
    company: column(sumOfAll(columns, evidence.reps))[0]!,
    groups: evidence.levels.map((groupOf) => column(sumColumns(columns, groupOf))),
  };
}

function fittedScale(
  evidence: StepEvidence,
  own: Totals,
  running: Totals,
): { prior: Prior; scale: ValueScale } {
  const known = own.n.filter((n) => n > 0).length;
  const pool = sum(own.n) > 0 ? own : running;
  const mean = sum(pool.x) / sum(pool.n);
  // A pool that earned nothing yet does not tell the worth of one: the default still stands.
  const prior = choosePrior(mean, mean > 0 ? known : 0, evidence.assumed, ASSUMED_STRENGTH);
  const scale = weighted(scaleOf(own, prior, mean > 0 ? mean : prior.mean), evidence.priorWeight ?? 1);
  return { prior, scale };
}

/** Reps that are taken to differ less are drawn to the mean more strongly. */
const weighted = (scale: ValueScale, weight: number): ValueScale => ({
  ...scale,
  strength: scale.strength * weight,
  tau2: scale.tau2 / weight,
});

type Columns = {
  readonly told: Totals;
  readonly own: Totals;
  readonly running: Totals;
};

function weightedSums({ reps, months, x, n }: Counts, weights: Float64Array): Totals {
  const sums = { x: new Float64Array(reps), n: new Float64Array(reps) };
  for (let i = 0; i < reps * months; i++) {
    const rep = Math.floor(i / months);
    sums.x[rep]! += weights[i % months]! * x[i]!;
    sums.n[rep]! += weights[i % months]! * n[i]!;
  }
  return sums;
}

/** s² per count, τ² between reps (at least (0.05·v)²), and their quotient, the prior's strength in counts. */
function scaleOf(own: Totals, prior: Prior, v: number): ValueScale {
  const s2 = (AMOUNT_SPREAD * v) ** 2;
  const base = { mean: prior.mean, s2 };
  if (prior.strength !== null)
    return { ...base, strength: prior.strength, tau2: s2 / prior.strength, K: Infinity };
  const K = sum(own.n);
  let between = 0;
  let squares = 0;
  let reps = 0;
  for (let i = 0; i < own.n.length; i++) {
    const k = own.n[i]!;
    if (k === 0) continue;
    reps++;
    squares += k * k;
    between += k * (own.x[i]! / k - v) ** 2;
  }
  const tau2 = Math.max((LEAST_SPREAD * v) ** 2, (between - (reps - 1) * s2) / (K - squares / K));
  return { ...base, strength: s2 / tau2, tau2, K };
}
