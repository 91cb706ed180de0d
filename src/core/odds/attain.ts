import gammainc from '@stdlib/math-base-special-gammainc';
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
function gammaTail(x: number, mean: number, variance: number): number {
  if (!(variance > 0)) return mean >= x ? 1 : 0;
  return gammainc((x * mean) / variance, mean ** 2 / variance, true, true);
}

/**
 * P(R ≥ goal), 0..1, in closed form (METHODS 2): the chance that nothing comes at all, and a Gamma for what comes if
 * something does. 1 where nothing is left to reach; NaN where the outcome is not known.
 */
export function attain(outcome: Outcome, goal: number): number {
  if (goal <= 0) return 1;
  if (outcome.other) return attainBeside(outcome, outcome.other, goal);
  if (outcome.ER <= 0) return 0;
  const some = 1 - noneAtAll(outcome);
  const mean = outcome.ER / some;
  return some * gammaTail(goal, mean, (outcome.VR + outcome.ER ** 2) / some - mean ** 2);
}

/**
 * The same where money comes in beside the work: all of it has to come from there where the work brings nothing; else the
 * work has to bring what each of its equally likely amounts leaves. (Folding it into the moments errs by up to .14.)
 */
function attainBeside(outcome: Outcome, other: OtherOdds, goal: number): number {
  const none = outcome.ER > 0 ? noneAtAll(outcome) : 1;
  const alone = none * gammaTail(goal, other.mean, other.mean > 0 ? other.variance : 0);
  if (none === 1) return alone;
  const mean = outcome.ER / (1 - none);
  const variance = (outcome.VR + outcome.ER ** 2) / (1 - none) - mean ** 2;
  const amounts = amountsOf(other);
  const chances = amounts.map((amount) => (amount >= goal ? 1 : gammaTail(goal - amount, mean, variance)));
  return alone + (1 - none) * (chances.reduce((sum, chance) => sum + chance, 0) / amounts.length);
}
