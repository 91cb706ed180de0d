import type { StepRatios } from '../../chain/step-ratios.ts';
import type { StepMonth } from '../../review/luck.ts';
import type { PlanState } from '../plan-state.ts';
import { isCounted, pairIn, type Window } from './looked.ts';

/** Deals' amounts vary as much as they are worth: so many of them count as one trial (METHODS 1). */
const DEALS_A_TRIAL = 2;

/** By rep what a window says of a step, against what was believed before it; null = nothing. */
export function stepMonths(state: PlanState, ratios: StepRatios, looked: Window): (StepMonth | null)[] {
  const { step, fit, broken } = ratios;
  const nobody = state.org.repKeys.map(() => null);
  const counted = isCounted(state, step.measure) && isCounted(state, step.from);
  // More won than was in the pipeline is money per money without a number of trials.
  if (!fit || broken || !counted || (step.kind === 'yield' && fit.kind !== 'yield')) return nobody;
  const { x, n } = pairIn(state, step, looked);
  const deals =
    step.kind === 'yield' && step.events !== null
      ? pairIn(state, { measure: step.events, from: step.from }, looked).x
      : null;
  return state.org.repKeys.map((_, rep) => {
    const belief = fit.reps[rep];
    if (!belief || !(n[rep]! > 0)) return null;
    const trials = Math.max(1, deals?.[rep] || 1) / DEALS_A_TRIAL;
    return { kind: fit.kind, x: Math.max(0, x[rep]!), n: n[rep]!, trials, belief, rho: fit.rho };
  });
}
