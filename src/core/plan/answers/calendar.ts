import type { CalendarAnswer, CalendarQuery } from '../../../model/planning.ts';
import type { PlanState } from '../plan-state.ts';

/** What is left of a month by the plan's own working pattern, before anybody's employment and leave. */
export function calendarAnswer(state: PlanState, { month }: CalendarQuery): CalendarAnswer {
  const weights = state.month(month).days.weights[state.plan.settings.pattern];
  return {
    kind: 'calendar',
    month,
    daysLeft: weights.subarray(state.elapsed(month)).reduce((sum, weight) => sum + weight, 0),
    calendar: state.calendarNote([month]),
  };
}
