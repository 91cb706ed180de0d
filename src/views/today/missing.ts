import { DAY_STATES, type ActualsAnswer, type DayState } from '../../model/planning.ts';
import { dayNumber, dayOf, type Day } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';
import { hasEntries } from './log.ts';

const BACK = 7;

/** The days of the last week that the planner misses of a person, the latest first; what was just entered is read at once. */
export function missingDays(
  session: Pick<PlanSession, 'get'>,
  months: readonly ActualsAnswer[],
  unit: string,
  today: Day,
): Day[] {
  const days = Array.from({ length: BACK }, (_, i) => dayOf(dayNumber(today) - 1 - i));
  return days.filter((day) => missingOn(months, unit, day) > 0 && !hasEntries(session, unit, day));
}

/** How many reps under a unit lack a day. */
export function missingOn(months: readonly ActualsAnswer[], unit: string, day: Day): number {
  for (const month of months) {
    const at = month.days.findIndex((each) => each.day === day);
    const row = month.units.indexOf(unit);
    if (at >= 0 && row >= 0) return month.missing[at]?.[row] ?? 0;
  }
  return 0;
}

/** Whether a person works on a day, or why not; null = not known yet. */
export function stateOn(months: readonly ActualsAnswer[], unit: string, day: Day): DayState | null {
  for (const month of months) {
    const at = month.days.findIndex((each) => each.day === day);
    const row = month.units.indexOf(unit);
    if (at >= 0 && row >= 0) return DAY_STATES[month.states[at]?.[row] ?? 0] ?? null;
  }
  return null;
}
