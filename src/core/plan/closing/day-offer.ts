import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import { dayOf, weekday, type Day, type Month } from '../../../model/time.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

const SATURDAY = 6;

/** A day off that everybody works. */
export interface MoreDay {
  readonly day: Day;
  readonly changes: readonly Change[];
}

/**
 * The next Saturday that nobody of the unit works, else the next such day, from tomorrow on; no statutory holiday, and
 * none of the company's own days. null: the month has none left.
 */
export function moreDay(state: PlanState, unit: string, month: Month): MoreDay | null {
  const { days, weights } = state.month(month);
  const at = state.org.index.get(unit) ?? -1;
  const reps = at < 0 ? [] : repsUnder(state.orgOf(month), at);
  const free: Day[] = [];
  for (let day = 0; day < days.length; day++) {
    const date = dayOf(days.first + day);
    if (date > state.asOf && days.notes[day] === null && reps.every((rep) => weights[rep]?.[day] === 0))
      free.push(date);
  }
  const day = free.find((date) => weekday(date) === SATURDAY) ?? free[0];
  return day === undefined
    ? null
    : { day, changes: [{ create: recordId.dayOff(day), values: { weight: 1, name: '' } }] };
}
