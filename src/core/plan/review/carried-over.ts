import type { Month } from '../../../model/time.ts';
import { lagFrom } from '../month-lag.ts';
import type { PlanState } from '../plan-state.ts';

/** Money that a lag moves between months; by rep, in minor units. */
export interface CarriedOver {
  /**
   * What work of earlier months brings into the month, less what the month's own brings later: both by the ratios that the
   * plan went by. As much work as ever carries nothing over. NaN = unknown.
   */
  readonly money: Float64Array;
  /** The step that takes longest, from the work to the result: its ratio holds what was begun earlier. */
  readonly step: number;
}

/** null: nothing takes longer than its day, or a pipeline in hand holds what is under way already. */
export function carriedOver(
  state: PlanState,
  month: Month,
  planned: readonly Float64Array[],
  actual: (measure: string) => Float64Array,
): CarriedOver | null {
  const used = [...planned].reverse();
  const lag = lagFrom(state, { month, from: 0 }, used);
  const step = longestStep(state);
  if (!lag || lag.base < 0 || step < 0) return null;
  const begun = actual(state.chain.steps[lag.base]!.from);
  const money = lag.underWay.map((come, rep) => {
    let own = begun[rep]!;
    for (let at = 0; at <= lag.base; at++) own *= used[at]![rep]!;
    return come - own * (1 - lag.landing[rep]!);
  });
  return { money, step };
}

function longestStep({ chain, plan }: PlanState): number {
  const days = [...chain.steps].reverse().map(({ measure }) => plan.measures.get(measure)?.lag90 ?? 0);
  const most = Math.max(0, ...days);
  return most > 0 ? days.lastIndexOf(most) : -1;
}
