import { dayNumber, type Month } from '../../model/time.ts';
import type { SoFar } from '../chain/evidence.ts';
import type { PlanState } from './plan-state.ts';

/** What a rep has done of a measure before each day of a month: one more than there are days; null = nothing is entered. */
export type DoneBefore = Float64Array | null;

/**
 * From the days, with what the month's own row holds of the time before they were begun, where the month has any; else from its own row, which is taken as done evenly by this morning. `sums`:
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
    const carried = days.carried(history, measure, { unit, month }, first);
    if (!carried) return done;
    const worked = sums[carried.until] ?? 0;
    return done.map((sum, day) => {
      const share = day >= carried.until || worked === 0 ? 1 : (sums[day] ?? 0) / worked;
      return sum + carried.amount * share;
    });
  }
  const row = history.column(measure, month).get(unit);
  if (row === undefined) return null;
  const today = state.elapsed(month);
  const worked = sums[today] ?? 0;
  return Float64Array.from(sums, (sum, day) => (day >= today || worked === 0 ? row : (row * sum) / worked));
}

/** What of the running month was done before today, as the ratios take it in. */
export const soFar =
  (state: PlanState): SoFar =>
  (measure, unit, total) => {
    const { days, history, sumsDays } = state.plan;
    if (days.isEmpty || !sumsDays(measure)) return total;
    const month = state.running;
    const { first, length } = state.days(month);
    const today = dayNumber(state.asOf);
    const late = days.sum(measure, unit, today, first + length - 1);
    if (late === null) return total;
    const isCarried = days.carried(history, measure, { unit, month }, first) !== null;
    return isCarried || days.sum(measure, unit, first, today - 1) !== null ? total - late : NaN;
  };
