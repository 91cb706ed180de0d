import type { AgreementAnswer, AgreementMonth, AgreementQuery } from '../../../model/planning.ts';
import { agreementOf, type Agreement } from '../../../model/proposals.ts';
import { monthsOf, type Month } from '../../../model/time.ts';
import { byUnit, downwards, ofReps, type Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** What was asked from above, what is assigned, and what the reps stand by, summed up the tree. */
export function agreementAnswer(plan: PlanState, { span, changes }: AgreementQuery): AgreementAnswer {
  const state = changes.length > 0 ? plan.supposing(changes) : plan;
  return {
    kind: 'agreement',
    units: state.org.units.map(({ key }) => key),
    months: monthsOf(span),
    of: monthsOf(span).map((month) => monthOf(state, month)),
  };
}

function monthOf(state: PlanState, month: Month): AgreementMonth {
  const org = state.orgOf(month);
  const goal = ofReps(org, state.plan.goals.get(month), NaN);
  const agreements = org.repKeys.map((key, rep) =>
    agreementOf(state.plan.proposals.of(key, month), Number.isNaN(goal[rep]) ? null : goal[rep]!),
  );
  const said = agreements.map(({ amount }) => amount ?? NaN);
  const people = agreements.map(({ step }, rep) => count(!Number.isNaN(goal[rep]) || step !== null));
  const having = (is: (agreement: Agreement) => boolean): Float64Array =>
    byUnit(
      org,
      agreements.map((agreement, rep) => (Number.isNaN(people[rep]) ? NaN : Number(is(agreement)))),
    );
  return {
    assigned: byUnit(org, goal),
    task: tasksOf(state, org, month),
    planned: plannedOf(state, org),
    said: byUnit(org, said),
    difference: byUnit(
      org,
      said.map((amount, rep) => amount - goal[rep]!),
    ),
    people: byUnit(org, people),
    answered: having(({ amount }) => amount !== null),
    proposed: having(({ state: is }) => is === 'proposed'),
    again: having(({ state: is }) => is === 'again'),
    state: org.units.map((_, unit) => agreements[org.repOf[unit] ?? -1]?.state ?? null),
  };
}

const count = (is: boolean): number => (is ? 1 : NaN);

/** A unit's own task; where nothing was asked of it, those of all the teams below it together. */
function tasksOf({ plan }: PlanState, org: Org, month: Month): Float64Array {
  const asked = plan.tasks.get(month);
  const task = Float64Array.from(org.units, ({ key }) => asked?.get(key) ?? NaN);
  if (!asked?.size) return task;
  const teams = [...downwards(org)].filter((unit) => (org.repOf[unit] ?? -1) < 0).reverse();
  const below = new Float64Array(org.units.length).fill(NaN);
  const partly = new Set<number>();
  for (const unit of teams) {
    if (Number.isNaN(task[unit]) && !partly.has(unit)) task[unit] = below[unit]!;
    const into = org.sumsInto[unit] ?? -1;
    if (into < 0) continue;
    if (Number.isNaN(task[unit])) partly.add(into);
    else below[into] = (below[into]! || 0) + task[unit]!;
  }
  return task;
}

/** A unit's own share comes first, then those of the units above it, then the plan's. */
function plannedOf({ plan }: PlanState, org: Org): Float64Array {
  const planned = new Float64Array(org.units.length).fill(plan.settings.overAssign ?? NaN);
  for (const at of downwards(org))
    planned[at] = org.units[at]!.overAssign ?? planned[org.sumsInto[at] ?? -1] ?? planned[at]!;
  return planned;
}
