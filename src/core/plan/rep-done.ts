import type { Month } from '../../model/time.ts';
import type { PlanState } from './plan-state.ts';

/** What a rep has done of a measure before each day of a month: one more than there are days; null = nothing is entered. */
export type DoneBefore = Float64Array | null;

/**
 * From the days, where the month has any; else from its own row, which is taken as done evenly by this morning. `sums`:
 * working days before each day. `today`: offset of today in the month.
 */
export function doneBefore(
  state: PlanState,
  month: Month,
  measure: string,
  unit: string,
  sums: Float64Array,
): DoneBefore {
  const { days, history, sumsDays } = state.plan;
  const { first, length } = state.days(month);
  const entered = sumsDays(measure) ? days.column(measure, unit, first, length) : null;
  if (entered) {
    const done = new Float64Array(length + 1);
    for (let day = 0; day < length; day++) done[day + 1] = done[day]! + (entered[day] || 0);
    return done;
  }
  const row = history.column(measure, month).get(unit);
  if (row === undefined) return null;
  const today = state.elapsed(month);
  const worked = sums[today] ?? 0;
  return Float64Array.from(sums, (sum, day) => (day >= today || worked === 0 ? row : (row * sum) / worked));
}
