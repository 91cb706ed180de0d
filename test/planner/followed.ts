import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import { dayNumber, dayOf, weekday, type Day } from '../../src/model/time.ts';

export const AS_OF = '2026-11-20';
export const MONTH = '2026-11';
export const REP = 'r0001';

/** Weekdays of November up to a day, left out: no holiday lies in it. */
export function worked(until: Day): Day[] {
  const days: Day[] = [];
  for (let at = dayNumber('2026-11-01'); at < dayNumber(until); at++)
    if (weekday(dayOf(at)) < 6) days.push(dayOf(at));
  return days;
}
/** So many dials on each of them. */
export const done = (dials: number, until: Day = AS_OF): RecordEntry[] =>
  worked(until).map((day) => [recordId.actual(REP, day), { dials }]);
