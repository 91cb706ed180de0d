import type { Chain } from '../chain/chain.ts';
import { convolved, NO_LAG, stepCurve, type LagCurve } from '../lag/lag-curve.ts';

/** How long the chain takes from a measure to the result. */
export interface ChainLags {
  /** By step, from the result back: from the measure that the step comes from to the result. */
  readonly curves: readonly LagCurve[];
  /**
   * The step whose `from` what is under way is counted in: nothing before it takes time, so whatever is not won yet of
   * its counts is under way. -1: a pipeline in hand is what is under way already.
   */
  readonly base: number;
  /** From the work to the result. */
  readonly whole: LagCurve;
}

/** null: the whole chain happens on one day. */
export function chainLags({ steps }: Chain, pipelineIsStock: boolean): ChainLags | null {
  const lagging = steps.findLastIndex(({ lags }) => lags.length > 0);
  if (lagging < 0) return null;
  const curves: LagCurve[] = [];
  for (const { lags } of steps)
    curves.push(lags.reduce((curve, lag) => convolved(curve, stepCurve(lag)), curves.at(-1) ?? NO_LAG));
  return { curves, base: pipelineIsStock ? -1 : lagging, whole: curves.at(-1) ?? NO_LAG };
}
