import { dayNumber } from '../../model/time.ts';
import type { MissingDays } from './missing-days.ts';
import type { PlanState } from './plan-state.ts';

/** Of so many days on which something was entered, a number is there: fewer, and the measure is not kept by the day. */
const KEPT = 0.5;

/** The offset in the month from which on a measure is kept by the day; null = it is not. */
export function keptFrom(
  state: PlanState,
  month: string,
  measure: string,
  entered: Pick<MissingDays, 'isEntered'>,
): number | null {
  const { first, length } = state.days(month);
  const { plan, org } = state;
  const end = Math.min(length, Math.max(0, dayNumber(state.asOf) - first));
  const columns = org.repKeys.map((unit) => plan.days.column(measure, unit, first, end));
  const starts = columns.flatMap((column) => column?.findIndex((value) => !Number.isNaN(value)) ?? []);
  const start = Math.min(...starts);
  if (!Number.isFinite(start)) return null;
  let [asked, filled] = [0, 0];
  columns.forEach((column, rep) => {
    for (let at = start; at < end; at++) {
      if (!entered.isEntered(rep, first + at)) continue;
      asked++;
      if (!Number.isNaN(column?.[at] ?? NaN)) filled++;
    }
  });
  return filled >= asked * KEPT ? start : null;
}
