import type { Month } from '../../model/time.ts';
import type { StepRatios } from '../chain/step-ratios.ts';
import { Cached } from './cached.ts';
import type { PlanState } from './plan-state.ts';

/** So many months are kept fitted: a quarter under review, and the months that notes were written in. */
const MOST_KEPT = 8;
const kept = new WeakMap<PlanState, Cached<Map<Month, readonly StepRatios[]>>>();

/** Every step as the months before one told it, from the result back to the work; kept until an edit touches it. */
export function stepsBefore(state: PlanState, month: Month): readonly StepRatios[] {
  const months = monthsOf(state);
  const known = months.get(month);
  if (known) return known;
  if (months.size >= MOST_KEPT) months.clear();
  const steps = [...state.stepsBefore(month)];
  months.set(month, steps);
  return steps;
}

function monthsOf(state: PlanState): Map<Month, readonly StepRatios[]> {
  const { evidence, chain, org, plan } = state;
  const { activityHalfLife, moneyHalfLife, priorWeight } = plan.settings;
  const cached = kept.get(state) ?? new Cached<Map<Month, readonly StepRatios[]>>();
  kept.set(state, cached);
  const basis = [
    evidence,
    evidence.completeEdits,
    chain,
    plan.counts.places > 0 ? org : org.levels,
    plan.counts.places,
    activityHalfLife,
    moneyHalfLife,
    priorWeight,
  ];
  return cached.get(basis, () => new Map<Month, readonly StepRatios[]>());
}
