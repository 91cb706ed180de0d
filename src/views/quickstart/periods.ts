import { addMonths, monthNumber, monthsOf, type Month } from '../../model/time.ts';

export const SPANS = ['month', 'quarter', 'year'] as const;
export type Span = (typeof SPANS)[number];
const LENGTH = { month: 1, quarter: 3, year: 12 };

/** The months of the period around `month`; years and quarters are counted from `firstMonth` (1 to 12). */
export function monthsAround(month: Month, span: Span, firstMonth = 1): Month[] {
  const length = LENGTH[span];
  const into = (((monthNumber(month) - (firstMonth - 1)) % length) + length) % length;
  const from = addMonths(month, -into);
  return monthsOf({ from, to: addMonths(from, length - 1) });
}

/** The complete months before `month`, oldest first. */
export const monthsBefore = (month: Month, count: number): Month[] =>
  monthsOf({ from: addMonths(month, -count), to: addMonths(month, -1) });

export const yearOf = (month: Month): number => Number(month.slice(0, 4));
export const monthOfYear = (month: Month): number => Number(month.slice(5));
