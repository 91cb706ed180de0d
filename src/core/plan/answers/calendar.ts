import type { CalendarAnswer, CalendarQuery } from '../../../model/planning.ts';
import type { PlanState } from '../plan-state.ts';
import { weightsFrom } from '../rep-months.ts';
import { meanOfEmployed } from './backcast.ts';

/** What is left of a month, without its chain. */
export function calendarAnswer(state: PlanState, { month }: CalendarQuery): CalendarAnswer {
  const repMonth = state.month(month);
  const daysLeft = weightsFrom(repMonth.weights, state.elapsed(month));
  return {
    kind: 'calendar',
    month,
    daysLeft: meanOfEmployed(state.org, repMonth, daysLeft)[0] ?? NaN,
    calendar: state.calendarNote([month]),
  };
}
