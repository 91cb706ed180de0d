import { PIPELINE } from '../../../model/records/measure.ts';
import { addMonths, dayNumber, dayOf, type Month } from '../../../model/time.ts';
import type { DaySpan } from '../../../model/planning.ts';
import { mondayOf } from '../../calendar/weeks.ts';
import { ofReps } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** What of a month is looked at: as its last week ended, or all of it. Days are day numbers, both ends included. */
export interface Window {
  readonly month: Month;
  readonly from: number;
  readonly to: number;
  /** The month is over, and its own rows count too. */
  readonly whole: boolean;
}

export const spanOf = ({ from, to }: Pick<Window, 'from' | 'to'>): DaySpan => ({
  from: dayOf(from),
  to: dayOf(to),
});

/** The last complete month. */
export function lastMonth(state: PlanState): Window {
  const month = addMonths(state.running, -1);
  const { first, length } = state.days(month);
  return { month, from: first, to: first + length - 1, whole: true };
}

/**
 * The running month up to the end of its last complete week; null = none has ended in it yet, or it has no days. Looking
 * once a week, not every morning, keeps the looks few.
 */
export function weeksSoFar(state: PlanState): Window | null {
  const { first } = state.days(state.running);
  const to = mondayOf(dayNumber(state.asOf)) - 1;
  if (to < first || state.plan.days.isEmpty) return null;
  return { month: state.running, from: first, to, whole: false };
}

/** A measure's months are sums of its days. */
export const isCounted = ({ plan }: PlanState, measure: string): boolean =>
  measure !== PIPELINE || plan.settings.pipelineKind === 'flow';

/** x of n by rep over a window, of days (or a month) that have both; NaN = none has. */
export interface Pair {
  readonly x: Float64Array;
  readonly n: Float64Array;
}

export function pairIn(
  state: PlanState,
  { measure, from }: { measure: string; from: string },
  looked: Window,
): Pair {
  const { days, history } = state.plan;
  const blank = (): Float64Array => new Float64Array(state.org.repKeys.length).fill(NaN);
  const pair = { x: blank(), n: blank() };
  const rows = looked.whole && {
    x: ofReps(state.org, history.column(measure, looked.month), NaN),
    n: ofReps(state.org, history.column(from, looked.month), NaN),
  };
  state.org.repKeys.forEach((unit, rep) => {
    if (rows) {
      if (Number.isNaN(rows.x[rep]) || Number.isNaN(rows.n[rep])) return;
      pair.x[rep] = rows.x[rep]!;
      pair.n[rep] = rows.n[rep]!;
      return;
    }
    const length = looked.to - looked.from + 1;
    const n = days.column(from, unit, looked.from, length);
    const x = n && days.column(measure, unit, looked.from, length);
    n?.forEach((amount, at) => {
      const result = x?.[at] ?? NaN;
      if (Number.isNaN(amount) || Number.isNaN(result)) return;
      pair.x[rep] = (pair.x[rep] || 0) + result;
      pair.n[rep] = (pair.n[rep] || 0) + amount;
    });
  });
  return pair;
}
