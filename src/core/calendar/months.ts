import { addMonths, dayNumber, type Month } from '../../model/time.ts';

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

/** Number of days of a planning month, 28 to 31. */
export const monthLength = (month: Month, cutoffDay: number): number =>
  monthStart(addMonths(month, 1), cutoffDay) - monthStart(month, cutoffDay);
