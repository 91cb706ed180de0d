import type { TeamAnswer, TeamQuery } from '../../../model/planning.ts';
import { monthsOf } from '../../../model/time.ts';
import { byUnit } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** Working days and heads: a rep counts who is employed on any day of the span. */
export function teamAnswer(state: PlanState, { span }: TeamQuery): TeamAnswer {
  const { org } = state;
  const months = monthsOf(span);
  const heads = Float64Array.from(org.repKeys, (_, rep) =>
    months.some((month) => state.month(month).employed[rep]) ? 1 : 0,
  );
  return {
    kind: 'team',
    units: org.units.map(({ key }) => key),
    months,
    workingDays: months.map((month) => byUnit(org, state.month(month).workingDays)),
    heads: byUnit(org, heads),
    calendar: state.calendarNote(months),
  };
}
