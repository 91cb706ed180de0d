import type { FunnelMeasure } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import type { StepRatios } from '../../chain/step-ratios.ts';
import { pairIn, type Window } from '../alerts/looked.ts';
import { beliefOf } from '../beliefs.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { soFar } from './so-far.ts';

/** So much of a belief has to be the rep's own for it to be an example to others. */
const OWN = 0.5;

/** A unit's month so far, step by step from the work on, beside the best rep of its team. `unit`: see `placeOf`. */
export function funnelOf(state: PlanState, month: Month, unit: number): FunnelMeasure[] {
  const org = state.orgOf(month);
  const reps = repsUnder(org, unit);
  const team = (org.repOf[unit] ?? -1) >= 0 ? (org.sumsInto[unit] ?? -1) : unit;
  const peers = team === -1 ? reps : repsUnder(org, team);
  const looked = soFar(state, month);
  const steps = state.steps.toReversed();
  const work = steps[0]?.step.from;
  const first: FunnelMeasure[] =
    work === undefined ? [] : [{ measure: work, amount: amountOf(state, work, looked, reps), step: null }];
  return [
    ...first,
    ...steps.map((ratios) => {
      const { measure, from, kind } = ratios.step;
      const pair = pairIn(state, ratios.step, looked);
      const [x, n] = [sumOf(pair.x, reps), sumOf(pair.n, reps)];
      const usual = ratios.broken ? NaN : (beliefOf(org, ratios, unit)?.used ?? NaN);
      const best = bestOf(state, ratios, peers);
      const amount = amountOf(state, measure, looked, reps);
      return { measure, amount, step: { from, kind, x, n, ratio: n > 0 ? x / n : NaN, usual, best } };
    }),
  ];
}

const amountOf = (state: PlanState, measure: string, looked: Window, reps: readonly number[]): number =>
  sumOf(pairIn(state, { measure, from: measure }, looked).x, reps);

/** NaN = nobody has an entry. */
const sumOf = (column: Float64Array, reps: readonly number[]): number =>
  reps.reduce((sum, rep) => {
    const value = column[rep]!;
    return Number.isNaN(value) ? sum : (sum || 0) + value;
  }, NaN);

function bestOf(
  { org }: PlanState,
  { fit, broken }: StepRatios,
  peers: readonly number[],
): { unit: string; ratio: number } | null {
  let best: { unit: string; ratio: number } | null = null;
  if (!fit || broken || peers.length < 2) return null;
  for (const rep of peers) {
    const belief = fit.reps[rep];
    if (!belief || belief.basis !== 'own' || belief.ownShare < OWN) continue;
    if (!best || belief.used > best.ratio) best = { unit: org.repKeys[rep]!, ratio: belief.used };
  }
  return best;
}
