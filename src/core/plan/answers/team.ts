import type { TeamAnswer, TeamQuery } from '../../../model/planning.ts';
import { monthsOf, type Month } from '../../../model/time.ts';
import { byUnit } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** Working days and heads: a rep counts who is employed on any day of the span. */
export function teamAnswer(state: PlanState, { span }: TeamQuery): TeamAnswer {
  const months = monthsOf(span);
  return {
    kind: 'team',
    units: state.org.units.map(({ key }) => key),
    months,
    workingDays: months.map((month) => byUnit(state.orgOf(month), state.month(month).workingDays)),
    heads: headsIn(state, months),
    calendar: state.calendarNote(months),
  };
}

/** A rep counts once in each unit that it was in. */
function headsIn(state: PlanState, months: readonly Month[]): Float64Array {
  const { org } = state;
  const heads = new Float64Array(org.units.length).fill(NaN);
  const counted = new Int32Array(org.units.length).fill(-1);
  org.reps.forEach((unit, rep) => {
    for (const month of months) {
      const { sumsInto } = state.orgOf(month);
      const isHere = state.month(month).employed[rep] === 1;
      for (let at = unit; at >= 0; at = sumsInto[at] ?? -1) {
        const isMore = isHere && counted[at] !== rep;
        heads[at] = (heads[at] || 0) + Number(isMore);
        if (isMore) counted[at] = rep;
      }
    }
  });
  return heads;
}
