import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import type { GoalsAnswer, GoalsQuery, SpreadAnswer, SpreadQuery } from '../../../model/planning.ts';
import { monthsOf } from '../../../model/time.ts';
import { blankWeight, seasonShares } from '../../goals/season.ts';
import { spread } from '../../goals/spread.ts';
import { byUnit, ofReps, repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** The goals of a span; every total is the sum of its reps' goals. */
export function goalsAnswer(state: PlanState, { span }: GoalsQuery): GoalsAnswer {
  const { org, plan } = state;
  const months = monthsOf(span);
  return {
    kind: 'goals',
    units: org.units.map(({ key }) => key),
    months,
    amount: months.map((month) => byUnit(org, ofReps(org, plan.goals.get(month), NaN))),
    seasonShare: seasonShares(months, plan.season),
    blankWeight: blankWeight(plan.season),
    workingDays: months.map((month) => byUnit(org, state.month(month).workingDays)),
  };
}

/** The goal edits that make the goals under a unit add up to an amount; only cells that differ. */
export function spreadAnswer(state: PlanState, query: SpreadQuery): SpreadAnswer {
  const { org, plan } = state;
  const unit = org.index.get(query.unit) ?? -1;
  const reps = unit < 0 ? [] : repsUnder(org, unit);
  const months = monthsOf(query.span);
  const present = months.map((month) => {
    const goals = ofReps(org, plan.goals.get(month), NaN);
    return Float64Array.from(reps, (rep) => goals[rep] ?? NaN);
  });
  const calendar = months.map((month) => state.month(month));
  const amounts = spread(query.amount, query.method, {
    ...{ months, present, season: plan.season, splitUnit: plan.settings.splitUnit },
    workingDays: calendar.map(({ workingDays }) => Float64Array.from(reps, (rep) => workingDays[rep] ?? 0)),
    employed: calendar.map(({ employed }) => Uint8Array.from(reps, (rep) => employed[rep] ?? 0)),
  });
  const changes = months.flatMap((month, at) =>
    reps.flatMap((rep, column): Change[] => {
      const value = amounts[at]?.[column] ?? 0;
      const before = present[at]?.[column] ?? NaN;
      if (value === before || (value === 0 && Number.isNaN(before))) return [];
      return [goalChange(recordId.goal(org.repKeys[rep] ?? '', month), value, Number.isNaN(before))];
    }),
  );
  return { kind: 'spread', changes };
}

const goalChange = (id: string, amount: number, isNew: boolean): Change =>
  isNew ? { create: id, values: { amount } } : { id, field: 'amount', value: amount };
