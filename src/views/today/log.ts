import type { Change } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import { withLeaveDay } from '../../model/leave.ts';
import type { Json, Values } from '../../model/json.ts';
import { numberOf } from '../../model/read-record.ts';
import type { Leave } from '../../model/records/unit.ts';
import type { Day } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';

type Reads = Pick<PlanSession, 'get'>;
/** A measure's number; null = blank. */
export type Numbers = ReadonlyMap<string, number | null>;

/** What a person entered for a day, by measure. */
export const enteredOn = (session: Reads, unit: string, day: Day): Values =>
  session.get(recordId.actual(unit, day)) ?? {};

/** Somebody or some system has entered a number for the day. */
export const hasEntries = (session: Reads, unit: string, day: Day): boolean =>
  [recordId.actual(unit, day), recordId.systemActual(unit, day)].some((id) =>
    Object.values(session.get(id) ?? {}).some((value) => numberOf(value) !== null),
  );

const MINUTE = 60_000;
const DAY = 1440;

/** When the numbers of a day were last written, in minutes after its midnight on this device; null = not on that day. */
export function loggedAt(session: Pick<PlanSession, 'writtenAt'>, unit: string, day: Day): number | null {
  const ids = [recordId.actual(unit, day), recordId.systemActual(unit, day)];
  const latest = Math.max(...ids.map((id) => session.writtenAt(id) ?? 0));
  const minutes = Math.floor((latest - new Date(`${day}T00:00`).getTime()) / MINUTE);
  return minutes >= 0 && minutes < DAY ? minutes : null;
}

/** Blank is not sent: what is left empty stays as it is. */
export const logChanges = (unit: string, day: Day, numbers: Numbers): Change[] =>
  [...numbers].flatMap(([field, value]) =>
    value === null ? [] : [{ id: recordId.actual(unit, day), field, value }],
  );

/** One number, which may be cleared. */
export const setNumber = (unit: string, day: Day, measure: string, value: number | null): Change => ({
  id: recordId.actual(unit, day),
  field: measure,
  value,
});

/** One more or less than before: blank counts as nothing, and nothing is less than 0. */
export const stepped = (value: number | null, by: 1 | -1): number | null =>
  value === null && by < 0 ? null : Math.max(0, (value ?? 0) + by);

/** A whole day of leave more. */
export function leaveChange(session: Reads, unit: string, day: Day): Change {
  const known = session.get(recordId.unit(unit))?.['leave'];
  const leave = Array.isArray(known) ? (known as unknown as Leave[]) : [];
  return { id: recordId.unit(unit), field: 'leave', value: withLeaveDay(leave, day) as unknown as Json };
}
