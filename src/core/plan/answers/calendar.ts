import type { CalendarAnswer, CalendarQuery } from '../../../model/planning.ts';
import { dayNumber, dayOf, monthOfDay, type Day } from '../../../model/time.ts';
import type { PlanState } from '../plan-state.ts';

/** What is left of a month by the plan's own working pattern, before anybody's employment and leave. */
export function calendarAnswer(state: PlanState, { month }: CalendarQuery): CalendarAnswer {
  const { days } = state.month(month);
  const weights = days.weights[state.plan.settings.pattern];
  return {
    kind: 'calendar',
    month,
    daysLeft: sumOf(weights.subarray(state.elapsed(month))),
    workingDays: sumOf(weights),
    todayWeight: weights[dayNumber(state.asOf) - days.first] ?? 0,
    lastWorkingDay: lastWorkingDay(state),
    calendar: state.calendarNote([month]),
  };
}

const sumOf = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 0);

/** However long the holidays are: no pattern rests for longer. */
const FARTHEST = 31;

function lastWorkingDay(state: PlanState): Day {
  const { pattern, cutoffDay } = state.plan.settings;
  const today = dayNumber(state.asOf);
  for (let day = today - 1; day >= today - FARTHEST; day--) {
    const { first, weights } = state.days(monthOfDay(dayOf(day), cutoffDay));
    if ((weights[pattern][day - first] ?? 0) > 0) return dayOf(day);
  }
  return dayOf(today - 1);
}
