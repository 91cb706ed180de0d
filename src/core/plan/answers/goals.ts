import type { GoalsAnswer, GoalsQuery } from '../../../model/planning.ts';
import { monthsOf, type Month } from '../../../model/time.ts';
import { blankWeight, seasonShares } from '../../goals/season.ts';
import { byUnit, ofReps } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** The goals of a span; every total is the sum of its reps' goals, and each of those of its leaves. */
export function goalsAnswer(state: PlanState, { span }: GoalsQuery): GoalsAnswer {
  const { org, plan } = state;
  const months = monthsOf(span);
  const tree = plan.goalTerms.segments;
  return {
    kind: 'goals',
    units: org.units.map(({ key }) => key),
    months,
    amount: months.map((month) => byUnit(state.orgOf(month), ofReps(org, plan.goals.get(month), NaN))),
    segments: tree.map(({ segment }) => segment.key),
    ofSegment: bySegment(state, months),
    seasonShare: seasonShares(months, plan.season),
    blankWeight: blankWeight(plan.season),
    workingDays: months.map((month) => byUnit(state.orgOf(month), state.month(month).workingDays)),
  };
}

/** [segment][month] → one value per unit, parts of the segment included. */
function bySegment(state: PlanState, months: readonly Month[]): Float64Array[][] {
  const { goals, goalTerms } = state.plan;
  const tree = goalTerms.segments;
  const columns = tree.map(({ segment }) =>
    months.map((month) => {
      const org = state.orgOf(month);
      return byUnit(org, ofReps(org, goals.column(month, segment.key), NaN));
    }),
  );
  const at = new Map(tree.map(({ segment }, index) => [segment.key, index]));
  tree.forEach(({ parent }, part) => {
    const whole = parent === null ? undefined : columns[at.get(parent) ?? -1];
    whole?.forEach((column, month) => addTo(column, columns[part]?.[month]));
  });
  return columns;
}

/** Blank with a number is the number; blank with blank stays blank. */
function addTo(sum: Float64Array, more: Float64Array | undefined): void {
  more?.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    const before = sum[at] ?? NaN;
    sum[at] = Number.isNaN(before) ? value : before + value;
  });
}
