import { goalPlaceOf } from '../../model/goal-place.ts';
import { yearOf, type Month } from '../../model/time.ts';

/** How many of these locks hold a goal of the planning year that the sheet is of. */
export function locksInYear(ids: Iterable<string>, month: Month, firstMonth: number): number {
  const year = yearOf(month, firstMonth);
  let count = 0;
  for (const id of ids) {
    const span = goalPlaceOf(id)?.span;
    if (span && year.from <= span.from && span.to <= year.to) count++;
  }
  return count;
}
