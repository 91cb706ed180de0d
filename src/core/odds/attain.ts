import { gammaTail, gammaTailOf } from '../stats/gamma-tail.ts';
import type { Outcome } from './chain-odds.ts';
import { amountsOf, type OtherOdds } from './other-odds.ts';

/** Closer than this, as a share of the mean, counts are as good as Poisson. */
const POISSON = 1e-9;

/** P(N = 0) of a count with this mean and variance: negative binomial, Poisson, or binomial where it varies less. */
function noneAtAll({ EN, VN }: Outcome): number {
  const excess = VN - EN;
  if (Math.abs(excess) < POISSON * EN) return Math.exp(-EN);
  const k = EN ** 2 / excess;
  const base = 1 + EN / k;
  return base > 0 ? base ** -k : 0;
}

/** P(X ≥ x) of a Gamma distribution with this mean and variance; a step where it does not vary. */
function tailOf(x: number, mean: number, variance: number): number {
  if (!(variance > 0)) return mean >= x ? 1 : 0;
  return gammaTail((x * mean) / variance, mean ** 2 / variance);
}

/**
 * P(R ≥ goal), 0..1, in closed form (METHODS 2): the chance that nothing comes at all, and a Gamma for what comes if
 * something does. 1 where nothing is left to reach; NaN where the outcome is not known.
 */
export function attain(outcome: Outcome, goal: number): number {
  if (goal <= 0) return 1;
  if (outcome.other) return attainBeside(outcome.other, goal)(outcome);
  if (outcome.ER <= 0) return 0;
  const some = 1 - noneAtAll(outcome);
  const mean = outcome.ER / some;
  return some * tailOf(goal, mean, (outcome.VR + outcome.ER ** 2) / some - mean ** 2);
}

/** Rarer than this, it is never that the work brings nothing. */
const NEVER = 1e-12;

/**
 * The same where money comes in beside the work: all of it has to come from there where the work brings nothing, else the
 * two add up. (Folding the one into the moments of the other errs by up to .14.) For one goal and any work: a quota is
 * looked for with the same money beside it.
 */
export function attainBeside(other: OtherOdds, goal: number): (outcome: Outcome) => number {
  const known = kept.get(other);
  if (known?.goal === goal) return known.chance;
  const chance = chanceBeside(other, goal);
  kept.set(other, { goal, chance });
  return chance;
}

/** A quota and the chances at it are asked for one after another. */
const kept = new WeakMap<OtherOdds, { goal: number; chance: (outcome: Outcome) => number }>();

function chanceBeside(other: OtherOdds, goal: number): (outcome: Outcome) => number {
  const isVarying = other.mean > 0 && other.variance > 0;
  let known: number | undefined;
  const enough = (): number => (known ??= tailOf(goal, other.mean, isVarying ? other.variance : 0));
  const sum = isVarying ? sumTail(goal, other) : (made: OtherOdds) => madeTail(goal - other.mean, made);
  return (outcome) => {
    if (goal <= 0) return 1;
    const none = outcome.ER > 0 ? noneAtAll(outcome) : 1;
    const alone = none > NEVER ? none * enough() : 0;
    if (none === 1) return alone;
    const mean = outcome.ER / (1 - none);
    const made = { mean, variance: (outcome.VR + outcome.ER ** 2) / (1 - none) - mean ** 2 };
    return alone + (1 - none) * sum(made);
  };
}

const madeTail = (goal: number, { mean, variance }: OtherOdds): number =>
  goal <= 0 ? 1 : tailOf(goal, mean, variance);

/** Up to this share of the work's variance the three moments of the sum say enough, from the second on they do not. */
const CALM = 0.4;
const WILD = 0.8;

/** P(made + other ≥ goal) of two Gamma distributions; continuous in all of it, so that quotas can be solved for. */
function sumTail(goal: number, other: OtherOdds): (made: OtherOdds) => number {
  let known: Float64Array | undefined;
  return (made) => {
    const wild = Math.min(1, Math.max(0, (other.variance / made.variance - CALM) / (WILD - CALM)));
    const calm = wild < 1 ? (1 - wild) * matchedTail(goal, made, other) : 0;
    return wild > 0 ? calm + wild * meanTail(goal, made, (known ??= amountsOf(other))) : calm;
  };
}

/** By the shifted Gamma distribution that has the sum's mean, variance and skewness. */
function matchedTail(goal: number, made: OtherOdds, other: OtherOdds): number {
  const variance = made.variance + other.variance;
  const third = 2 * (made.variance ** 2 / made.mean + other.variance ** 2 / other.mean);
  const spread = (2 * variance ** 2) / third;
  return madeTail(goal - (made.mean + other.mean - spread), { mean: spread, variance });
}

/** What is made has to be what each of the other's equally likely amounts leaves. */
function meanTail(goal: number, made: OtherOdds, amounts: Float64Array): number {
  const { mean, variance } = made;
  if (!(variance > 0))
    return amounts.reduce((sum, each) => sum + Number(goal - each <= mean), 0) / amounts.length;
  const tail = gammaTailOf(mean ** 2 / variance);
  let sum = 0;
  for (const amount of amounts) sum += tail(((goal - amount) * mean) / variance);
  return sum / amounts.length;
}
