import type { OverrideEffectAnswer, OverrideEffectQuery } from '../../../model/planning.ts';
import { shownPerDay } from '../../../model/shown.ts';
import { monthChain, type TriedOverride } from '../month-chain.ts';
import { byUnitAsShown } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** The work a day under a tried ratio, beside what it is now and what the record alone would make it. */
export function overrideEffectAnswer(state: PlanState, query: OverrideEffectQuery): OverrideEffectAnswer {
  const { unit, measure, ratio, month } = query;
  const { org } = state;
  const at = org.index.get(unit) ?? -1;
  const perDay = (tried?: TriedOverride): number => {
    const { columns, steps } = monthChain(state, month, 'goal', tried);
    const work = columns.perDay.at(-1);
    const as = state.unitOf(steps.at(-1)?.step.from ?? '');
    return work ? (byUnitAsShown(org, work, (value) => shownPerDay(value, as))[at] ?? NaN) : NaN;
  };
  return {
    kind: 'overrideEffect',
    perDayNow: perDay(),
    perDayThen: perDay({ unit, measure, ratio }),
    perDayByRecord: perDay({ unit, measure, ratio: null }),
  };
}
