import type { Month } from '../../../model/time.ts';
import { byUnit, ofReps } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** A unit's goal in a month; NaN = nobody below it has one, or it is not there. */
export function goalOf(state: PlanState, unit: string, month: Month): number {
  const org = state.orgOf(month);
  return byUnit(org, ofReps(org, state.plan.goals.get(month), NaN))[org.index.get(unit) ?? -1] ?? NaN;
}

export const goalIn = (state: PlanState, unit: string, months: readonly Month[]): number =>
  months.reduce((sum, month) => {
    const goal = goalOf(state, unit, month);
    return Number.isNaN(goal) ? sum : (sum || 0) + goal;
  }, NaN);
