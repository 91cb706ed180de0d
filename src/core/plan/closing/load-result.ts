import type { BackcastMode, LoadResult } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import { strain } from '../../load/workload.ts';
import { monthChain } from '../month-chain.ts';
import { chanceOf, monthOdds, paceWork } from '../odds-of-month.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { workADay } from '../work-a-day.ts';
import { isOver, workloads } from '../workloads.ts';

/** The unit whose load is looked at, and when. */
export interface LoadOf {
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
}

/** How hard a unit's month is; chances as of today. */
export function loadResult(state: PlanState, { unit, month, mode }: LoadOf): LoadResult {
  const { org } = state;
  const at = org.index.get(unit) ?? -1;
  const odds = monthOdds(state, month);
  const quota = odds.chain.columns.requirement.at(-1);
  return {
    ...strainOf(state, { unit, month, mode }),
    atPace: chanceOf(odds, at, paceWork(odds, at)),
    atQuota: chanceOf(odds, at, (rep) => quota?.[rep] ?? NaN),
  };
}

/** The same without the chances, which take longer. */
export function strainOf(
  state: PlanState,
  { unit, month, mode }: LoadOf,
): Omit<LoadResult, 'atPace' | 'atQuota'> {
  const at = state.org.index.get(unit) ?? -1;
  const chain = monthChain(state, month, mode);
  const all = workloads(state, chain);
  const as = state.unitOf(all.measure ?? '');
  const loads = (at < 0 ? [] : repsUnder(state.orgOf(month), at))
    .map((rep) => all.reps[rep]!)
    .filter(({ needed }) => !Number.isNaN(needed));
  return {
    highest: loads.reduce((worst, load) => Math.max(worst, strain(load)), 0),
    over: loads.filter((load) => isOver(load, as)).length,
    reps: loads.length,
    perDay: workADay(state, chain, at),
  };
}
