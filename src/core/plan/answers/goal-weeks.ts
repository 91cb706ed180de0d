import type { GoalWeek, GoalWeeksAnswer, GoalWeeksQuery } from '../../../model/planning.ts';
import { dayOf, monthsOf, type Month } from '../../../model/time.ts';
import { weekParts } from '../../calendar/weeks.ts';
import { shareOut } from '../../goals/share-out.ts';
import { NOT_SPLIT } from '../goal-table.ts';
import { supposingGoals } from '../goals/supposing.ts';
import { byUnit } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** Each leaf over the working days of its rep's weeks, exact to the minor unit; totals add them up. */
export function goalWeeksAnswer(present: PlanState, { span, changes = [] }: GoalWeeksQuery): GoalWeeksAnswer {
  const state = supposingGoals(present, changes);
  const { org, plan } = state;
  const tree = plan.goalTerms.segments;
  const keys = tree.map(({ segment }) => segment.key);
  const weeks: GoalWeek[] = [];
  const amount: Float64Array[] = [];
  const ofSegment: Float64Array[][] = keys.map(() => []);
  for (const month of monthsOf(span)) {
    const parts = weeksOf(state, month);
    const leaves = new Map([NOT_SPLIT, ...keys].map((key) => [key, byWeek(state, month, key, parts)]));
    const orgThen = state.orgOf(month);
    parts.forEach((week, at) => {
      const columnOf = (wanted: readonly string[]) =>
        byUnit(orgThen, sumOf(wanted.map((key) => leaves.get(key)?.[at] ?? new Float64Array(0))));
      weeks.push({ month, from: week.first, to: week.last });
      amount.push(columnOf([NOT_SPLIT, ...keys]));
      tree.forEach(({ segment: { key } }, index) => {
        const below = tree.filter(({ parent }) => parent === key).map(({ segment }) => segment.key);
        ofSegment[index]?.push(columnOf([key, ...below]));
      });
    });
  }
  return {
    ...{ kind: 'goalWeeks', units: org.units.map(({ key }) => key), weeks, amount },
    ...{ segments: keys, ofSegment },
  };
}

interface Week {
  /** Offsets in the month, both included. */
  readonly from: number;
  readonly to: number;
  readonly first: string;
  readonly last: string;
}

function weeksOf(state: PlanState, month: Month): Week[] {
  const { first, length } = state.month(month).days;
  return weekParts(first, length).map(({ from, to }) => ({
    ...{ from, to },
    first: dayOf(first + from),
    last: dayOf(first + to),
  }));
}

/** [week] → one value per rep; NaN where the rep has no such leaf. */
function byWeek(state: PlanState, month: Month, segment: string, weeks: readonly Week[]): Float64Array[] {
  const { org, plan } = state;
  const { weights } = state.month(month);
  const columns = weeks.map(() => new Float64Array(org.repKeys.length).fill(NaN));
  const { splitUnit } = plan.settings;
  const goals = plan.goals.column(month, segment);
  org.repKeys.forEach((key, rep) => {
    const goal = goals.get(key);
    if (goal === undefined) return;
    const days = weeks.map(({ from, to }) => sumBetween(weights[rep], from, to));
    // As the goal itself: nobody is asked for cents of a whole amount.
    const unit = goal % splitUnit === 0 ? splitUnit : 1;
    shareOut(goal, days, unit).forEach((part, week) => (columns[week]![rep] = part));
  });
  return columns;
}

function sumBetween(weights: Float64Array | undefined, from: number, to: number): number {
  let sum = 0;
  for (let day = from; day <= to; day++) sum += weights?.[day] ?? 0;
  return sum;
}

/** NaN only where all are. */
function sumOf(columns: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(columns[0]?.length ?? 0).fill(NaN);
  for (const column of columns)
    column.forEach((value, at) => {
      if (!Number.isNaN(value)) sum[at] = Number.isNaN(sum[at]) ? value : (sum[at] ?? 0) + value;
    });
  return sum;
}
