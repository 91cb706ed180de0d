import type { Change } from '../../../model/diff.ts';
import type { StretchAnswer, StretchQuery, StretchWord } from '../../../model/planning.ts';
import { isOfGoals } from '../../../model/records/goals.ts';
import { monthsOf, type MonthSpan } from '../../../model/time.ts';
import { stretchWord } from '../../goals/stretch-word.ts';
import { attain } from '../../odds/attain.ts';
import { byUnit, type Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { aYearBefore } from '../support/best-periods.ts';
import { bestOf, goalsOfReps, supportOf, wonOf, type Supported } from '../support/goals-support.ts';

/** What the record says of the goals of a span, as they are or as some changes would make them. */
export function stretchAnswer(state: PlanState, { span, changes }: StretchQuery): StretchAnswer {
  const supposed = changes.length > 0 ? state.supposing(changes) : state;
  // Goals change nothing of what the record supports: the plan's own is at hand.
  return stretchOf(changes.every(touchesGoalsOnly) ? state : supposed, supposed, span);
}

const touchesGoalsOnly = (change: Change): boolean =>
  isOfGoals('create' in change ? change.create : 'remove' in change ? change.remove : change.id);

/** What the record of one state says of the goals of another, which has the same people. */
export function stretchOf(record: PlanState, plan: PlanState, span: MonthSpan): StretchAnswer {
  const { org } = record;
  const months = monthsOf(span);
  const ofReps = goalsOfReps(plan, months);
  const byMonth = ofReps.map((goal, at) => byUnit(plan.orgOf(months[at]!), goal));
  const goal = sumOfKnown(org, byMonth);
  const supported = supportOf(record, span, ofReps);
  const best = bestOf(record, months.length);
  const over = span.to < record.running;
  const units = Array.from(org.units.keys());
  const column = (of: (support: Supported, unit: number) => number): Float64Array =>
    Float64Array.from(units, (unit) => (over ? NaN : of(supported(unit), unit)));
  const median = column((support) => support.median);
  const chance = column((support, unit) => chanceOf(support, goal[unit]!));
  return {
    ...{ kind: 'stretch', span, goal, median, chance },
    units: org.units.map(({ key }) => key),
    eighty: column((support) => support.eighty),
    best: best.best.slice(),
    bestMonth: best.bestMonth.slice(),
    months: wonOf(record).months,
    growth: growthOf(byMonth, aYearBefore(org, wonOf(record), months)),
    word: units.map((unit): StretchWord =>
      stretchWord({
        ...{ goal: goal[unit]!, median: median[unit]!, chance: chance[unit]!, over },
        best: best.ceiling[unit]!,
        evidence: best.known[unit]!,
      }),
    ),
  };
}

const chanceOf = ({ come, outcome }: Supported, goal: number): number =>
  Number.isNaN(goal) || !outcome ? NaN : attain(outcome, goal - come);

const sumOfKnown = (org: Org, months: readonly Float64Array[]): Float64Array =>
  months.reduce(
    (sum, month) => sum.map((total, at) => (Number.isNaN(month[at]) ? total : (total || 0) + month[at]!)),
    new Float64Array(org.units.length).fill(NaN),
  );

/** Over the months that have a goal; NaN where the record lacks one of them a year before, or nothing was won. */
function growthOf(goals: readonly Float64Array[], before: readonly Float64Array[]): Float64Array {
  return (goals[0] ?? new Float64Array(0)).map((_, unit) => {
    let [goal, won] = [0, 0];
    goals.forEach((column, month) => {
      if (Number.isNaN(column[unit])) return;
      goal += column[unit]!;
      won += before[month]![unit]!;
    });
    return won > 0 ? goal / won - 1 : NaN;
  });
}
