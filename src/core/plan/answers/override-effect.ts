import type { OverrideEffectAnswer, OverrideEffectQuery } from '../../../model/planning.ts';
import { monthChain, type TriedOverride } from '../month-chain.ts';
import { byUnit } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** The work a day under a tried ratio, beside what it is now and what the record alone would make it. */
export function overrideEffectAnswer(state: PlanState, query: OverrideEffectQuery): OverrideEffectAnswer {
  const { unit, measure, ratio, month } = query;
  const { org } = state;
  const at = org.index.get(unit) ?? -1;
  const perDay = (tried?: TriedOverride): number => {
    const work = monthChain(state, month, 'goal', tried).columns.perDay.at(-1);
    return work ? (byUnit(org, work)[at] ?? NaN) : NaN;
  };
  return {
    kind: 'overrideEffect',
    perDayNow: perDay(),
    perDayThen: perDay({ unit, measure, ratio }),
    perDayByRecord: perDay({ unit, measure, ratio: null }),
  };
}
