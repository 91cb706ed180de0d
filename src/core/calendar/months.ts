import { addMonths, dayNumber, dayOf, monthOfDay, type Month } from '../../model/time.ts';

export { quarterOf, yearOf } from '../../model/time.ts';

/*
 * Planning months. With the cut-off day D (1 to 28) a month runs from the D+1st of the month before to its Dth;
 * 0 = the calendar month. Days are numbers (days since 1970-01-01).
 */

/** First day of a planning month. */
export const monthStart = (month: Month, cutoffDay: number): number =>
  cutoffDay === 0
    ? dayNumber(`${month}-01`)
    : dayNumber(`${addMonths(month, -1)}-${String(cutoffDay).padStart(2, '0')}`) + 1;

/** By cut-off day, then day: a day is asked for once for each person, and its name is slow to make. */
const holding = new Map<number, Map<number, Month>>();

/** The planning month that holds a day number. */
export function monthHolding(day: number, cutoffDay: number): Month {
  const known = holding.get(cutoffDay) ?? new Map<number, Month>();
  holding.set(cutoffDay, known);
  const month = known.get(day) ?? monthOfDay(dayOf(day), cutoffDay);
  known.set(day, month);
  return month;
}

/** Number of days of a planning month, 28 to 31. */
export const monthLength = (month: Month, cutoffDay: number): number =>
  monthStart(addMonths(month, 1), cutoffDay) - monthStart(month, cutoffDay);
