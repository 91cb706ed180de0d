import { dayNumber, dayOf, type Day } from '../../model/time.ts';
import type { PlanState } from './plan-state.ts';

/**
 * The plan as it was when an earlier day of the running month began: without what was entered of that day and of later
 * ones, all else as it is. null: it is not known by days what of the month was done by then.
 */
export function knownBy(state: PlanState, day: Day): PlanState | null {
  const { plan, running, chain } = state;
  const { first } = state.days(running);
  const end = dayNumber(day);
  const days = plan.days.before(end);
  let isKnown = [chain.result, ...chain.steps.map(({ from }) => from)].every((measure) => {
    if (!plan.sumsDays(measure)) return true;
    const ofDays = new Set(plan.history.unitsOfDays(measure, running));
    return [...plan.history.column(measure, running).keys()].every((unit) => ofDays.has(unit));
  });
  const history = plan.history.withDays(running, (measure, unit) => {
    const sum = days.sum(measure, unit, first, end - 1);
    const carried = days.carried(plan.history, measure, { unit, month: running }, first);
    if (carried && carried.until > end - first) isKnown = false;
    return sum === null && !carried ? null : (sum ?? 0) + (carried?.amount ?? 0);
  });
  const { measures, others, figures, handedOut, proposals, tiers, slice } = plan;
  const shared = { measures, others, figures, handedOut, proposals, tiers, slice, days, history };
  return isKnown ? state.asOfDay(dayOf(end), plan.copy(shared)) : null;
}
