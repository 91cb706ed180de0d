import { blankWeight, seasonShares } from '../../../goals/season.ts';
import { repMonths, sumOf, type Nothing, type RepMonths, type SpreadOver } from './spread-over.ts';

/** The same for everybody who is employed in a month, and for every month. */
export const equally = (over: SpreadOver): RepMonths =>
  repMonths(over, (rep, month) => over.state.month(month).employed[rep] ?? 0);

/** By each rep's own working days: leave and late starts count. */
export const byWorkingDays = (over: SpreadOver): RepMonths =>
  repMonths(over, (rep, month) => over.state.month(month).workingDays[rep] ?? 0);

/**
 * Each month by its season, within it the same for everybody who is employed. A month without a weight counts as one of
 * the mean; where nobody is employed a month has nothing to give.
 */
export function seasonally(over: SpreadOver): RepMonths {
  const shares = seasonShares(over.months, over.state.plan.season);
  const employed = equally(over);
  const { length } = over.months;
  const heads = over.months.map((_, month) => sumOf(employed.filter((_, at) => at % length === month)));
  return employed.map((head, at) => (head > 0 ? (shares[at % length]! * head) / heads[at % length]! : 0));
}

/** Without a single weight the season says nothing. */
export const bySeason = (over: SpreadOver): RepMonths | Nothing =>
  blankWeight(over.state.plan.season) === null ? 'noSeason' : seasonally(over);
