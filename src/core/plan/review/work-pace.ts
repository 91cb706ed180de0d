import type { Month } from '../../../model/time.ts';
import type { PlanState } from '../plan-state.ts';

/** What a rep did of a measure in the months that have an entry of it, and in how many working days of theirs. */
export function workPace(
  state: PlanState,
  measure: string,
  rep: number,
  months: readonly Month[],
): { readonly done: number; readonly days: number } {
  const key = state.org.repKeys[rep] ?? '';
  let [done, days] = [0, 0];
  for (const month of months) {
    const value = state.plan.history.column(measure, month).get(key);
    if (value === undefined) continue;
    done += value;
    days += daysUntilToday(state, month, rep);
  }
  return { done, days };
}

const daysUntilToday = (state: PlanState, month: Month, rep: number): number =>
  (state.month(month).weights[rep] ?? new Float64Array(0))
    .subarray(0, state.elapsed(month))
    .reduce((sum, weight) => sum + weight, 0);
