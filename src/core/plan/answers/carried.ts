import type { CarriedAnswer, CarriedQuery } from '../../../model/planning.ts';
import type { Fitted, Multiplier } from '../../../model/records/slice.ts';
import { addMonths } from '../../../model/time.ts';
import { fittedOf } from '../../chain/carried.ts';
import type { StepRatios } from '../../chain/step-ratios.ts';
import { sharedOfStep } from '../aims.ts';
import { multiplierOf } from '../month-chain.ts';
import type { PlanState } from '../plan-state.ts';
import { stepsBefore } from '../steps-before.ts';

/** A part is looked back at so far, the running month included. */
const MONTHS_BACK = 4;
/** Quotas of so many months are told ahead where the company's confidence is one for all. */
const MONTHS_AHEAD = 6;

/** What a part of the plan has to be told about the whole. */
export function carriedAnswer(state: PlanState, { kind }: CarriedQuery): CarriedAnswer {
  const { plan, org } = state;
  const extent = plan.slice.span(plan.history.extent);
  const { repKeys } = org;
  const fitted = (ratios: StepRatios): Fitted | null =>
    ratios.fit && fittedOf(ratios.fit, repKeys, sharedOfStep(ratios));
  const past = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(state.running, -back));
  const before = past.map((month) => [month, stepsBefore(state, month)] as const);
  const priors = state.steps.map((ratios, at) => {
    const earlier = before.flatMap(([month, steps]) => {
      const known = steps[at] && fitted(steps[at]);
      return known ? [[month, known] as const] : [];
    });
    return [ratios.step.measure, { now: fitted(ratios), before: Object.fromEntries(earlier) }] as const;
  });
  return {
    kind,
    reps: plan.slice.mark?.reps ?? repKeys.length,
    from: extent?.from ?? null,
    to: extent?.to ?? null,
    measures: measuresOf(state),
    multipliers: multipliersOf(state),
    priors: Object.fromEntries(priors),
  };
}

const measuresOf = ({ plan }: PlanState): string[] =>
  [...plan.measures.keys()].filter((key) => plan.history.has(key) || plan.slice.has(key)).sort();

function multipliersOf(state: PlanState): CarriedAnswer['multipliers'] {
  const months = [...state.plan.goals.keys()].filter((month) => month >= state.running).sort();
  const found: [string, Multiplier][] = [];
  for (const month of months.slice(0, MONTHS_AHEAD))
    for (const mode of ['goal', 'toGo'] as const) {
      const multiplier = multiplierOf(state, month, mode);
      if (multiplier) found.push([`${month} ${mode}`, multiplier]);
    }
  return Object.fromEntries(found);
}
