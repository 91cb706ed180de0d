import { keysOf } from '../../model/ids.ts';
import { DAY_STATES, type ActualsAnswer, type DayState } from '../../model/planning.ts';
import { dayNumber, dayOf, type Day } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';
import { hasEntries } from './log.ts';

const BACK = 7;

/** The first day of the plan with an entry: before it nobody had begun to log, so that nothing is missing. */
export function firstEntered(session: Pick<PlanSession, 'ofKind'>): Day | null {
  let first: Day | null = null;
  for (const kind of ['actual', 'systemActual'] as const)
    for (const [id] of session.ofKind(kind)) {
      const day = keysOf(id)[1] ?? '';
      if (day && (first === null || day < first)) first = day;
    }
  return first;
}

/** The working days of the last week on which a person has no entry at all, the latest first. */
export function missingDays(
  session: Pick<PlanSession, 'get'>,
  months: readonly ActualsAnswer[],
  unit: string,
  about: { readonly today: Day; readonly since: Day | null },
): Day[] {
  const { today, since } = about;
  const days = Array.from({ length: BACK }, (_, i) => dayOf(dayNumber(today) - 1 - i));
  return days.filter(
    (day) => since !== null && since <= day && worked(months, unit, day) && !hasEntries(session, unit, day),
  );
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

const worked = (months: readonly ActualsAnswer[], unit: string, day: Day): boolean =>
  stateOn(months, unit, day) === 'work';
