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
import { effectiveCounts, within } from './effective.ts';
import { brokenShare } from './broken.ts';
import { sumColumns, sumOfAll } from './groups.ts';
import { fitLevels, flatPriors, weighted, type LevelPriors } from './levels.ts';
import { monthNoise } from './month-noise.ts';
import { choosePrior, type Prior } from './prior.ts';
import { shareBelief } from './share-belief.ts';
import { carriedLevels, carriedPrior, NO_PRIOR } from './step-prior.ts';
import type { RatioBelief, StepEvidence, StepFit } from './types.ts';
import { monthWeights, pooledMean, weightedPool } from './weights.ts';

/** Prior strength of a template's default share. */
const ASSUMED_STRENGTH = 10;

/** What differs between a count-weighted and a money-weighted share. */
export interface ShareRecord {
  /** x of n as numbers of trials. */
  readonly counts: Counts;
  readonly running: Totals;
  /** x and n as the plan knows them, with the running month: what the reps are shown. */
  readonly told: Totals;
}

/** Fits a share (x of n, a subset) by the beta-binomial model: month noise, company → groups → rep. */
export function fitShare(evidence: StepEvidence): StepFit {
  const counts = usableCounts(evidence);
  const running = usableRunning(evidence);
  const told = addTotals(totalsOf(counts), running);
  const exceeds = evidence.carried?.exceeds ?? sum(told.x) > sum(told.n);
  if (exceeds) return brokenShare(evidence, told);
  return fitTrials(evidence, { counts, running, told }, ASSUMED_STRENGTH);
}

/** Fits a share on any record of trials; `assumedStrength` is the weight of the template's default. */
export function fitTrials(evidence: StepEvidence, record: ShareRecord, assumedStrength: number): StepFit {
  const { kind, carried } = evidence;
  const weights = monthWeights(evidence.months, evidence.halfLife);
  const rho = carried?.rho ?? monthNoise(record.counts);
  const own = effectiveCounts(record.counts, weights, rho);
  const { prior, priors } = carried
    ? { prior: carriedPrior(carried), priors: carriedLevels(evidence, carried) }
    : fittedPriors(evidence, record, own, assumedStrength);
  const { strength, mean: priorMean } = priors;
  return {
    ...{ kind, rho, mu: prior.mean, M: strength, weights, exceeds: false, priorMean },
    prior: { ...NO_PRIOR, kind, label: prior.label, rho, mu: prior.mean, strength },
    ...beliefs(evidence.levels, record, own, rho, prior, priors),
  };
}

function fittedPriors(
  evidence: StepEvidence,
  { counts, running }: ShareRecord,
  own: Totals,
  assumedStrength: number,
): { prior: Prior; priors: LevelPriors } {
  const pool = weightedPool(counts, monthWeights(evidence.months, evidence.halfLife), running);
  const known = own.n.filter((n) => n > 0).length;
  const pooled = pooledMean({ x: within(pool.x, pool.n), n: pool.n });
  const prior = choosePrior(pooled, known, evidence.assumed, assumedStrength);
  const fitted =
    prior.strength === null
      ? fitLevels(own, evidence.levels, prior.mean)
      : flatPriors(evidence.reps, evidence.levels, prior.mean, prior.strength);
  return { prior, priors: weighted(fitted, evidence.priorWeight ?? 1) };
}

function beliefs(
  levels: readonly Int32Array[],
  { counts, running, told }: ShareRecord,
  own: Totals,
  rho: number,
  prior: Prior,
  priors: LevelPriors,
): Pick<StepFit, 'reps' | 'company' | 'groups'> {
  const columns: Columns = { told, own, running, trials: addTotals(totalsOf(counts), running) };
  const column = (of: Columns, mean: Float64Array, strength: number): RatioBelief[] =>
    Array.from(mean, (priorMean, i) =>
      shareBelief({
        ...{ priorMean, strength, rho, without: prior.label, trials: of.trials.n[i]! },
        told: totalsAt(of.told, i),
        running: totalsAt(of.running, i),
        ...totalsAt(of.own, i),
      }),
    );
  const everyone = sumOfAll(columns, own.n.length);
  return {
    reps: column(columns, priors.mean, priors.strength),
    // The pool is itself the company's evidence: its prior weighs one event, as in the smoothing of μ.
    company: column(everyone, Float64Array.of(prior.mean), prior.strength ?? 1)[0]!,
    groups: levels.map((groupOf, level) => {
      const { mean, strength } = priors.levels[level]!;
      return column(sumColumns(columns, groupOf), mean, strength);
    }),
  };
}

type Columns = {
  readonly told: Totals;
  readonly own: Totals;
  readonly running: Totals;
  readonly trials: Totals;
};
