import type { ActualsAnswer } from '../../../model/planning.ts';
import type { Day } from '../../../model/time.ts';
import type { PlanSession } from '../../../state/contract.ts';
import type { TreeUnit } from '../../shell/units.ts';
import { missingDays } from '../missing.ts';

/** A rep's working day without any entry. */
export interface Gap {
  readonly unit: TreeUnit;
  readonly day: Day;
}

/** Everybody's blank days of the last week, the latest first. */
export function gapsOf(
  session: Pick<PlanSession, 'get'>,
  months: readonly ActualsAnswer[],
  reps: readonly TreeUnit[],
  today: Day,
): Gap[] {
  return reps
    .flatMap((unit) => missingDays(session, months, unit.key, today).map((day) => ({ unit, day })))
    .sort((a, b) => b.day.localeCompare(a.day));
}

/** Somebody has entered something on some of the days: before, nothing is complete. */
export const isBegun = (months: readonly ActualsAnswer[]): boolean =>
  months.some(({ values }) => values.some((column) => column.some((value) => !Number.isNaN(value))));

/** The last day before today on which any of them works. */
export const lastWorked = (months: readonly ActualsAnswer[], today: Day): Day | null =>
  months
    .flatMap((month) =>
      month.days.filter(({ day }, at) => day < today && month.states[at]?.includes(0)).map(({ day }) => day),
    )
    .sort()
    .at(-1) ?? null;
