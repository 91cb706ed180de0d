import type { BackcastAnswer, BackcastQuery, ChainBreak, ChainProblem } from '../../../model/planning.ts';
import { shownAmount, shownPerDay } from '../../../model/shown.ts';
import type { StepRatios } from '../../chain/step-ratios.ts';
import { beliefOf, companyRatio } from '../beliefs.ts';
import { monthChain, type MonthChain } from '../month-chain.ts';
import { byUnit, byUnitAsShown, type Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import type { RepMonth } from '../rep-months.ts';

/** Goal, requirement and requirement a day of every unit in a month: teams are the sums of what is shown of their reps. */
export function backcastAnswer(state: PlanState, { month, mode }: BackcastQuery): BackcastAnswer {
  const org = state.orgOf(month);
  const chain = monthChain(state, month, mode);
  const { columns, steps } = chain;
  const as = steps.map(({ step }) => state.unitOf(step.from));
  return {
    kind: 'backcast',
    month,
    units: org.units.map(({ key }) => key),
    measures: steps.map(({ step }) => step.from),
    goal: byUnit(org, chain.goal),
    won: byUnit(org, chain.won),
    other: chain.other && {
      total: byUnit(org, chain.other.total),
      come: byUnit(org, chain.other.come),
    },
    toGo: byUnit(org, columns.toGo),
    inHand: byUnit(org, chain.inHand),
    requirement: columns.requirement.map((column, at) =>
      byUnitAsShown(org, column, (value) => shownAmount(value, as[at] ?? 'count')),
    ),
    perDay: columns.perDay.map((column, at) =>
      byUnitAsShown(org, column, (value) => shownPerDay(value, as[at] ?? 'count')),
    ),
    workingDays: meanOfEmployed(org, chain.month, chain.month.workingDays),
    daysLeft: meanOfEmployed(org, chain.month, chain.daysLeft),
    ownShare: weakestShares(org, chain),
    blended: Object.fromEntries(steps.map(({ step }, at) => [step.measure, companyRatio(chain, at)])),
    overridden: overriddenSteps(org, chain),
    problems: problemsOf(org, chain),
    breaks: breaksOf(steps),
    calendar: state.calendarNote([month]),
  };
}

export const breaksOf = (steps: readonly StepRatios[]): ChainBreak[] =>
  steps.flatMap(({ broken }) => (broken ? [broken] : []));

/** Days by rep as days by unit; above the reps the mean of those who are employed. */
export function meanOfEmployed(org: Org, month: RepMonth, days: Float64Array): Float64Array {
  const employed = byUnit(org, month.employed);
  const sums = byUnit(
    org,
    days.map((value, rep) => (month.employed[rep] ? value : 0)),
  );
  return sums.map((sum, unit) => (employed[unit] ? sum / (employed[unit] ?? NaN) : 0));
}

/** The smallest own share of evidence over the steps; assumed and overridden steps have none. */
function weakestShares(org: Org, { steps, overrides }: MonthChain): Float64Array {
  const weakest = new Float64Array(org.units.length).fill(NaN);
  steps.forEach((ratios, at) => {
    if (ratios.broken) return;
    for (let unit = 0; unit < weakest.length; unit++) {
      const belief = beliefOf(org, ratios, unit);
      if (!belief || belief.basis === 'assumed' || overrides[at]?.[unit]) continue;
      const before = weakest[unit] ?? NaN;
      weakest[unit] = before < belief.ownShare ? before : belief.ownShare;
    }
  });
  return weakest;
}

const overriddenSteps = (org: Org, { steps, overrides }: MonthChain): string[] =>
  steps.flatMap(({ step }, at) =>
    (overrides[at] ?? []).flatMap((override, unit) =>
      override ? [`${org.units[unit]?.key ?? ''} ${step.measure}`] : [],
    ),
  );

function problemsOf(org: Org, { columns }: MonthChain): Record<string, ChainProblem> {
  const problems: Record<string, ChainProblem> = {};
  columns.problems.forEach((problem, rep) => {
    const key = org.repKeys[rep];
    if (problem && key !== undefined) problems[key] = problem;
  });
  return problems;
}
