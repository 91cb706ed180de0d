import type { PlanMonthsAnswer, PlanMonthsQuery } from '../../../model/planning.ts';
import { dayOf, monthsOf } from '../../../model/time.ts';
import { seasonShares } from '../../goals/season.ts';
import type { PlanState } from '../plan-state.ts';

/** What the plan's settings make of the months, before anybody's own pattern or leave. */
export function planMonthsAnswer(state: PlanState, { span }: PlanMonthsQuery): PlanMonthsAnswer {
  const { settings, season } = state.plan;
  const months = monthsOf(span);
  const days = months.map((month) => state.month(month).days);
  return {
    kind: 'planMonths',
    months,
    first: days.map(({ first }) => dayOf(first)),
    last: days.map(({ first, length }) => dayOf(first + length - 1)),
    workingDays: days.map(({ weights }) =>
      weights[settings.pattern].reduce((sum, weight) => sum + weight, 0),
    ),
    provisional: days.map(({ provisional }) => provisional),
    seasonShare: seasonShares(months, season),
  };
}
