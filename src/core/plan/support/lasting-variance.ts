import type { RatioBelief, StepFit } from '../../ratios/types.ts';
import { OVERRIDE, type OddsChain } from '../rep-odds.ts';
import type { Org } from '../org.ts';

/** Relative variances of what the months of a period have in common: of the final counts, and of the money. */
export interface Lasting {
  readonly counts: number;
  readonly money: number;
}

const NOTHING_KNOWN: Lasting = { counts: 0, money: 0 };

/**
 * How much of a month's spread is doubt about the ratios themselves, which is the same in every month; what the ratios
 * vary from month to month averages out. So several months have ρ·Σw² in place of ρ (METHODS 1).
 */
export function lastingVariance(org: Org, chain: OddsChain, rep: number): Lasting {
  let [counts, values] = [1, 1];
  for (let at = 0; at < chain.steps.length; at++) {
    const { fit, step } = chain.steps[at]!;
    const mean = chain.used[at]?.[rep] ?? NaN;
    if (!fit || !(mean > 0)) return NOTHING_KNOWN;
    const overridden = chain.overrides[at]?.[org.reps[rep] ?? -1] != null;
    if (step.kind === 'value') values *= 1 + valueDoubt(mean, fit.reps[rep]!, overridden);
    else counts *= 1 + ratioDoubt(mean, fit, rep, overridden);
  }
  return { counts: counts - 1, money: counts * values - 1 };
}

const valueDoubt = (mean: number, { vv }: RatioBelief, overridden: boolean): number =>
  overridden || !(vv >= 0) ? OVERRIDE.spread ** 2 : vv / mean ** 2;

function ratioDoubt(mean: number, { kind, reps }: StepFit, rep: number, overridden: boolean): number {
  const { a, A } = reps[rep]!;
  if (kind === 'rate' || mean > 1) return 1 / (overridden || !(a > 0) ? OVERRIDE.events : a);
  return (1 - mean) / mean / ((overridden || !(A >= 0) ? OVERRIDE.size : A) + 1);
}
