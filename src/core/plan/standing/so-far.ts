import { dayNumber, type Month } from '../../../model/time.ts';
import type { Window } from '../alerts/looked.ts';
import type { PlanState } from '../plan-state.ts';

/**
 * What of a month is over: the days before today, where it has any; else its own row, which is taken as of this morning.
 */
export function soFar(state: PlanState, month: Month): Window {
  const { first, length } = state.days(month);
  const today = dayNumber(state.asOf);
  const last = first + length - 1;
  const hasDays = state.chain.steps.some(({ from }) =>
    state.org.repKeys.some((unit) => state.plan.days.sum(from, unit, first, last) !== null),
  );
  const running = month === state.running && hasDays;
  return { month, from: first, to: running ? Math.min(last, today - 1) : last, whole: !running };
}
