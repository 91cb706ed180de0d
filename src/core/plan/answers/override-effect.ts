import type { OverrideEffectAnswer, OverrideEffectQuery } from '../../../model/planning.ts';
import { monthChain } from '../month-chain.ts';
import type { PlanState } from '../plan-state.ts';
import { workADay } from '../work-a-day.ts';

/** The work a day under a tried ratio, beside what it is now and what the record alone would make it. */
export function overrideEffectAnswer(state: PlanState, query: OverrideEffectQuery): OverrideEffectAnswer {
  const { unit, measure, ratio, month } = query;
  const at = state.org.index.get(unit) ?? -1;
  const under = (tried: number | null): number => {
    const ratios = new Map([[unit, tried]]);
    return workADay(state, monthChain(state, month, 'goal', { measure, ratios }), at);
  };
  return {
    kind: 'overrideEffect',
    perDayNow: workADay(state, monthChain(state, month, 'goal'), at),
    perDayThen: under(ratio),
    perDayByRecord: under(null),
  };
}
