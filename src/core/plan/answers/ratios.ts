import {
  BASIS,
  type Basis,
  type RatiosAnswer,
  type RatiosQuery,
  type StepColumns,
} from '../../../model/planning.ts';
import { beliefOf, blendedRatios } from '../beliefs.ts';
import { monthChain, type MonthChain } from '../month-chain.ts';
import type { Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** Every unit's ratio at every step, with the evidence behind it. */
export function ratiosAnswer(state: PlanState, { month }: RatiosQuery): RatiosAnswer {
  const { org } = state;
  const chain = monthChain(state, month, 'goal');
  return {
    kind: 'ratios',
    month,
    units: org.units.map(({ key }) => key),
    steps: chain.steps.map((_, at) => stepColumns(org, chain, at)).filter((step) => step !== null),
  };
}

function stepColumns(org: Org, chain: MonthChain, at: number): StepColumns | null {
  const ratios = chain.steps[at];
  if (!ratios) return null;
  const beliefs = org.units.map((_, unit) => beliefOf(org, ratios, unit));
  const column = (field: 'raw' | 'shrunk' | 'ownShare' | 'low' | 'high'): Float64Array =>
    Float64Array.from(beliefs, (belief) => belief?.[field] ?? NaN);
  return {
    measure: ratios.step.measure,
    from: ratios.step.from,
    step: ratios.step.kind,
    raw: column('raw'),
    shrunk: column('shrunk'),
    used: blendedRatios(org, chain, at),
    ownShare: column('ownShare'),
    low: column('low'),
    high: column('high'),
    basis: Uint8Array.from(beliefs, (belief, unit) =>
      BASIS.indexOf(basisOf(chain.overrides[at]?.[unit] != null, belief?.basis)),
    ),
  };
}

export const basisOf = (overridden: boolean, basis: Exclude<Basis, 'override'> | undefined): Basis =>
  overridden ? 'override' : (basis ?? 'assumed');
