import { dayNumber } from '../../model/time.ts';
import type { PlanState } from './plan-state.ts';

/** Of so many working days of reps that are over, a number is there: fewer, and the measure is not kept by the day. */
const KEPT = 0.5;

/** The offset in the month from which on blanks of a measure are missing, for some reps; null = it is not kept by the day. */
export function keptFrom(
  state: PlanState,
  month: string,
  measure: string,
  reps: readonly number[],
): number | null {
  const { first, length } = state.days(month);
  const { days } = state.plan;
  const end = Math.min(length, Math.max(0, dayNumber(state.asOf) - first));
  const keys = reps.map((rep) => state.org.repKeys[rep] ?? '');
  const has = (unit: string, at: number): boolean => days.value(measure, unit, first + at) !== null;
  let start = 0;
  while (start < end && !keys.some((unit) => has(unit, start))) start++;
  if (start >= end) return null;
  const { weights } = state.month(month);
  let [asked, filled] = [0, 0];
  reps.forEach((rep, place) => {
    for (let at = start; at < end; at++) {
      if (!((weights[rep]?.[at] ?? 0) > 0)) continue;
      asked++;
      if (has(keys[place]!, at)) filled++;
    }
  });
  return filled >= asked * KEPT ? start : null;
}
