import { gammaInterval } from '../stats/interval.ts';
import { basisOf, belief, type Told } from './belief.ts';
import type { Prior } from './prior.ts';
import type { RatioBelief } from './types.ts';

/** The company-wide numbers of a value step, in money and counts. */
export interface ValueScale {
  /** v: what thin records are drawn to. */
  readonly mean: number;
  /** Variance of the money behind one count. */
  readonly s2: number;
  /** Variance of the true value between reps. */
  readonly tau2: number;
  /** s²/τ²: the counts that weigh as much as the prior. */
  readonly strength: number;
  /** Weighted counts behind the company's mean; ∞ where the mean is not estimated from them. */
  readonly K: number;
}

/** How far next month's value may be off the long-run one, as a share of the company's mean. */
const MONTH_SPREAD = 0.1;

/**
 * Z = k/(k + s²/τ²), value = Z·own + (1 − Z)·v with variance vv = τ²(1 − Z) + s²(1 − Z)²/K + (0.10·v)². The running
 * month's counts then move it by the share vv/(vv + s²/n) toward their own mean.
 */
export function valueBelief(
  told: Told,
  own: Told,
  running: Told,
  scale: ValueScale,
  prior: Prior,
): RatioBelief {
  const { mean: v, s2, tau2, strength, K } = scale;
  const rest = strength / (strength + own.n);
  const before = rest * v + (own.n > 0 ? (1 - rest) * (own.x / own.n) : 0);
  const spread = tau2 * rest + (s2 * rest ** 2) / K + (MONTH_SPREAD * v) ** 2;
  const gain = running.n > 0 && spread > 0 ? spread / (spread + s2 / running.n) : 0;
  const shrunk = gain > 0 ? before + gain * (running.x / running.n - before) : before;
  const vv = spread * (1 - gain);
  return belief(
    told,
    { shrunk, ownShare: 1 - rest * (1 - gain), vv, s2, basis: basisOf(told, told.n, prior.label) },
    () => gammaInterval(shrunk, vv),
  );
}
