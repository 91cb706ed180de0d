import type { Unit } from '../../model/records/unit.ts';
import type { WorkPattern } from '../../model/records/settings.ts';
import { dayNumber } from '../../model/time.ts';
import type { DayNote, MonthDays } from './month-days.ts';

type Person = Pick<Unit, 'start' | 'end' | 'leave'>;

/** Offsets within the month of the first and last day of a span, cut to the month; empty when from > to. */
function cut(month: MonthDays, from: string | null, to: string | null): { from: number; to: number } {
  const start = from === null ? 0 : dayNumber(from) - month.first;
  const end = to === null ? month.length - 1 : dayNumber(to) - month.first;
  return {
    from: Math.max(0, start || 0),
    to: Math.min(month.length - 1, Number.isNaN(end) ? Infinity : end),
  };
}

const isWhole = (month: MonthDays, person: Person): boolean => {
  const employed = cut(month, person.start, person.end);
  return (
    employed.from === 0 &&
    employed.to === month.length - 1 &&
    person.leave.every((leave) => {
      const away = cut(month, leave.from, leave.to);
      return away.from > away.to;
    })
  );
};

/** Is the person employed on any day of the month? */
export function isEmployed(month: MonthDays, person: Person): boolean {
  const employed = cut(month, person.start, person.end);
  return employed.from <= employed.to;
}

/**
 * Weight 0..1 of each day for one person: the pattern's, 0 outside the employment, less leave (`part` of a day away).
 * Persons without leave share one array: never write to it.
 */
export function personWeights(month: MonthDays, pattern: WorkPattern, person: Person): Float64Array {
  const base = month.weights[pattern];
  if (isWhole(month, person)) return base;
  const employed = cut(month, person.start, person.end);
  const weights = base.map((weight, day) => (day >= employed.from && day <= employed.to ? weight : 0));
  for (const leave of person.leave) {
    const away = cut(month, leave.from, leave.to);
    const left = 1 - Math.min(1, Math.max(0, leave.part));
    for (let day = away.from; day <= away.to; day++) weights[day] = (weights[day] ?? 0) * left;
  }
  return weights;
}

/** Why each day is special for one person: company and statutory days, then own leave. */
export function personNotes(month: MonthDays, person: Person): DayNote[] {
  const notes = [...month.notes];
  for (const leave of person.leave) {
    const away = cut(month, leave.from, leave.to);
    for (let day = away.from; day <= away.to; day++) notes[day] ??= 'leave';
  }
  return notes;
}
