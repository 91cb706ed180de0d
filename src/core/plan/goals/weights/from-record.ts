import { addMonths, type Month } from '../../../../model/time.ts';
import type { PlanState } from '../../plan-state.ts';
import { isSome, keyOf, repMonths, type Nothing, type RepMonths, type SpreadOver } from './spread-over.ts';

/** Months that a rep's level is told by where the month of the year itself has no record. */
const TRAILING = 12;

const wonIn = ({ plan, chain }: PlanState, key: string, month: Month): number =>
  plan.history.column(chain.result, month).get(key) ?? NaN;

/** What each rep won in the same month of last year. */
export function lastYear(over: SpreadOver): RepMonths | Nothing {
  const won = repMonths(over, (rep, month) => wonIn(over.state, keyOf(over, rep), addMonths(month, -12)));
  return isSome(won) ? won : 'noHistory';
}

/**
 * What each rep usually wins in that month of the year: the mean of all years of which the record has it. Where it has
 * none, the mean of the rep's last twelve complete months with a number.
 */
export function fromHistory(over: SpreadOver): RepMonths | Nothing {
  const { state } = over;
  const extent = state.plan.history.extent;
  if (!extent) return 'noHistory';
  const trailing = new Map(over.reps.map((rep) => [rep, usual(state, keyOf(over, rep))]));
  const mean = repMonths(over, (rep, month) => {
    const years: number[] = [];
    for (let past = addMonths(month, -12); past >= extent.from; past = addMonths(past, -12))
      if (past < state.running) years.push(wonIn(state, keyOf(over, rep), past));
    const ofMonth = meanOf(years);
    return Number.isNaN(ofMonth) ? (trailing.get(rep) ?? NaN) : ofMonth;
  });
  return isSome(mean) ? mean : 'noHistory';
}

const usual = (state: PlanState, key: string): number =>
  meanOf(
    Array.from({ length: TRAILING }, (_, back) => wonIn(state, key, addMonths(state.running, -1 - back))),
  );

function meanOf(numbers: readonly number[]): number {
  const known = numbers.filter((number) => !Number.isNaN(number));
  return known.length > 0 ? known.reduce((sum, number) => sum + number, 0) / known.length : NaN;
}
