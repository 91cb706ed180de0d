import { dayOf, type Day, type Month } from '../../../model/time.ts';
import { personWeights } from '../../calendar/person-days.ts';
import type { StepRatios } from '../../chain/step-ratios.ts';
import { monthlyMean } from '../../other/monthly-mean.ts';
import { ofReps } from '../org.ts';
import { carriedOver, type CarriedOver } from './carried-over.ts';
import { otherKinds } from '../other-record.ts';
import type { PlanState } from '../plan-state.ts';
import { weightsFrom } from '../rep-months.ts';
import { stepsBefore } from '../steps-before.ts';

/** A month as it was planned and as it went, up to today where it is not over; columns by rep, money in minor units. */
export interface PlannedMonth {
  readonly month: Month;
  /** From the work to the result, as the months before told them. */
  readonly steps: readonly StepRatios[];
  /** The ratios that the plan went by, overrides included. */
  readonly planned: readonly Float64Array[];
  readonly goal: Float64Array;
  /** Working days without anybody's leave, and with it. */
  readonly daysPlanned: Float64Array;
  readonly daysWorked: Float64Array;
  /** Targets of the work that were given out; NaN = none were. */
  readonly handedOut: Float64Array;
  readonly actual: (measure: string) => Float64Array;
  /** What comes in beside the chain, as its record let expect, and as it came. */
  readonly otherPlanned: Float64Array;
  readonly other: Float64Array;
  /** What a lag brings into the month and takes out of it; null = nothing takes longer than its day, or nobody can tell. */
  readonly carried: CarriedOver | null;
  /** The last day that counts; null = the month is over. */
  readonly upTo: Day | null;
}

export function plannedMonth(state: PlanState, month: Month): PlannedMonth {
  const { org, plan, running, evidence } = state;
  const { days, weights } = state.month(month);
  const over = month < running;
  const until = over ? days.length : state.elapsed(month);
  const whole = org.repKeys.map((_, rep) => withoutLeave(state, month, rep));
  const daysPlanned = upTo(whole, until);
  const share = daysPlanned.map((worked, rep) => (over ? 1 : worked / sum(whole[rep]!)));
  const shared = (column: Float64Array): Float64Array => column.map((value, rep) => value * share[rep]!);
  const columns = new Map<string, Float64Array>();
  const read = (measure: string): Float64Array =>
    over ? ofReps(org, plan.history.column(measure, month), NaN) : evidence.column(measure).running;
  const actual = (measure: string): Float64Array => {
    const column = columns.get(measure) ?? read(measure);
    columns.set(measure, column);
    return column;
  };
  const steps = [...stepsBefore(state, month)].reverse();
  const planned = steps.map((ratios) => plannedRatios(state, month, ratios));
  return {
    ...{ month, steps, daysPlanned, actual, planned },
    carried: over ? carriedOver(state, month, planned, actual) : null,
    goal: shared(ofReps(org, plan.goals.get(month), NaN)),
    daysWorked: upTo(weights, until),
    handedOut: shared(targets(state, month, steps[0]?.step.from)),
    otherPlanned: shared(expectedBeside(state, month)),
    other: sumOfKinds(state, actual),
    upTo: over ? null : dayOf(days.first + until - 1),
  };
}

const sum = (weights: Float64Array): number => weights.reduce((total, weight) => total + weight, 0);

/** Weights before an offset, summed by rep. */
function upTo(weights: readonly Float64Array[], offset: number): Float64Array {
  const after = weightsFrom(weights, offset);
  return weightsFrom(weights, 0).map((total, rep) => total - after[rep]!);
}

function withoutLeave(state: PlanState, month: Month, rep: number): Float64Array {
  const org = state.orgOf(month);
  const unit = org.reps[rep]!;
  const person = org.units[unit]!;
  return personWeights(state.days(month), org.patterns[unit] ?? 'five', { ...person, leave: [] });
}

/**
 * The record unrounded: what the plan rounds off is no reason of a gap. An override that held in the month stands for it;
 * teams hand theirs down.
 */
function plannedRatios(state: PlanState, month: Month, { step, fit, broken }: StepRatios): Float64Array {
  const { plan } = state;
  const org = state.orgOf(month);
  const holds = [...plan.overrides.keys()].some((key) => key.endsWith(`/${step.measure}`));
  const record = Float64Array.from(org.repKeys, (_, rep) => (broken ? NaN : (fit?.reps[rep]?.shrunk ?? NaN)));
  if (!holds) return record;
  return record.map((ratio, rep) => {
    for (let unit = org.reps[rep]!; unit >= 0; unit = org.sumsInto[unit]!) {
      const override = plan.overrideOf(org.units[unit]!.key, step.measure, month);
      if (override) return override.ratio;
    }
    return ratio;
  });
}

/** The last that was given out for the month. */
const targets = ({ org, plan }: PlanState, month: Month, work: string | undefined): Float64Array =>
  Float64Array.from(
    org.repKeys,
    (key) =>
      plan.handedOut
        .handings(key, month)
        .at(-1)
        ?.targets.get(work ?? '') ?? NaN,
  );

/** The mean month of other revenue, all kinds together, by the months before. */
function expectedBeside(state: PlanState, month: Month): Float64Array {
  const { org, plan, evidence } = state;
  const total = new Float64Array(org.repKeys.length);
  const count = evidence.months.filter((known) => known < month).length;
  for (const { key } of otherKinds(state)) {
    const { complete } = evidence.column(key);
    for (let rep = 0; rep < total.length; rep++) {
      const from = rep * evidence.months.length;
      total[rep]! += monthlyMean(complete.subarray(from, from + count), plan.settings.moneyHalfLife).mean;
    }
  }
  return total;
}

function sumOfKinds(state: PlanState, actual: PlannedMonth['actual']): Float64Array {
  const total = new Float64Array(state.org.repKeys.length);
  for (const { key } of otherKinds(state)) actual(key).forEach((amount, rep) => (total[rep]! += amount || 0));
  return total;
}
