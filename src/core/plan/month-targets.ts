import type { Day, Month } from '../../model/time.ts';
import { monthChain } from './month-chain.ts';
import { ofReps } from './org.ts';
import type { PlanState } from './plan-state.ts';

/** What a month asks of everybody; columns by rep. Money in minor units. */
export interface MonthTargets {
  /** From the work to the result, the result included. */
  readonly measures: readonly string[];
  /** Whether people get quotas of it. */
  readonly given: readonly boolean[];
  /** The plan's own: what the month's goal needs of each measure; NaN = no number. */
  readonly planned: readonly Float64Array[];
  /** Money needed of each measure from today on. */
  readonly needed: readonly Float64Array[];
  /** A measure's quota of a day is never more than this one's; by index, -1 = of none. */
  readonly partOf: readonly number[];
  readonly isMoney: readonly boolean[];
}

/** The targets that the plan itself has; what was handed out comes before them (see handed-out.ts). */
export function monthTargets(state: PlanState, month: Month): MonthTargets {
  const whole = monthChain(state, month, 'goal');
  const rest = monthChain(state, month, 'toGo');
  const { result } = state.chain;
  const asked = [...whole.steps.map(({ step }) => step.from).reverse(), result];
  const won = ofReps(state.org, state.plan.history.column(result, month), 0);
  const ofResult = whole.columns.toGo.map((amount, rep) => Math.max(0, amount + (won[rep] ?? 0)));
  const steps = whole.steps.toReversed();
  return {
    measures: asked,
    given: asked.map((measure) => state.plan.measures.get(measure)?.quota !== false),
    planned: [...whole.columns.requirement.toReversed(), ofResult],
    needed: [
      ...rest.columns.requirement.toReversed(),
      rest.columns.toGo.map((amount) => Math.max(0, amount)),
    ],
    partOf: asked.map((_, at) => (steps[at - 1]?.step.kind === 'share' ? at - 1 : -1)),
    isMoney: asked.map((measure) => state.unitOf(measure) === 'money'),
  };
}

/** What holds for a rep on a morning: targets by index of the measure, and the day that they were handed out on. */
export function targetsOn(
  state: PlanState,
  month: Month,
  targets: MonthTargets,
  rep: number,
  day: Day,
): { readonly handedOn: Day | null; readonly of: (measure: number) => number } {
  const handing = state.plan.handedOut.on(state.org.repKeys[rep] ?? '', month, day);
  const planned = (measure: number): number => targets.planned[measure]?.[rep] ?? NaN;
  return {
    handedOn: handing?.day ?? null,
    of: (measure) => handing?.targets.get(targets.measures[measure] ?? '') ?? planned(measure),
  };
}
