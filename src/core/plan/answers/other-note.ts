import type { Expression } from '../../../model/formula.ts';
import type { OtherNote } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import type { MonthChain } from '../month-chain.ts';
import { ofReps } from '../org.ts';
import { otherRecords } from '../other-record.ts';
import type { PlanState } from '../plan-state.ts';

/** What stands behind the other revenue of some reps, by kind. */
export function otherNote(
  state: PlanState,
  { other }: MonthChain,
  month: Month,
  reps: readonly number[],
  { value, formula }: { readonly value: number; readonly formula: Expression },
): OtherNote {
  const sum = (of: (rep: number) => number): number => reps.reduce((total, rep) => total + of(rep), 0);
  const kinds = otherRecords(state).map(({ kind: { key }, reps: records }) => {
    const entered = ofReps(state.org, state.plan.history.column(key, month), 0);
    return {
      kind: key,
      come: sum((rep) => entered[rep]!),
      mean: sum((rep) => records[rep]!.mean),
      months: monthsKnown(state, key, reps),
    };
  });
  return {
    ...{ value, formula, kinds },
    come: sum((rep) => other?.come[rep] ?? 0),
    expected: sum((rep) => other?.expected[rep] ?? 0),
  };
}

/** Complete months that any of the reps has an entry in. */
function monthsKnown({ evidence }: PlanState, key: string, reps: readonly number[]): number {
  const { complete } = evidence.column(key);
  const { length } = evidence.months;
  return evidence.months.filter((_, at) => reps.some((rep) => !Number.isNaN(complete[rep * length + at])))
    .length;
}
