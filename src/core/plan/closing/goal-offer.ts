import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import { leastStrainSplit } from '../../load/split.ts';
import { monthChain } from '../month-chain.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { workloads } from '../workloads.ts';
import { goalStrains } from './goal-strain.ts';
import type { LoadOf } from './load-result.ts';

/** Goals that go from those who have too much to those with slack. */
export interface MovedGoals {
  readonly changes: readonly Change[];
  /** Minor units that change hands, and how many give and take. */
  readonly amount: number;
  readonly givers: number;
  readonly takers: number;
}

/** A rep shares with the reps of the same team, a team with itself. */
export function teamOf({ org }: PlanState, unit: string): number[] {
  const at = org.index.get(unit) ?? -1;
  if (at < 0) return [];
  if ((org.repOf[at] ?? -1) < 0) return repsUnder(org, at);
  const team = org.sumsInto[at] ?? -1;
  const beside = Array.from(org.repKeys.keys());
  return team >= 0
    ? repsUnder(org, team)
    : beside.filter((rep) => (org.sumsInto[org.reps[rep] ?? -1] ?? -1) < 0);
}

/**
 * The goals of a team's month shared out anew so that the highest strain is as low as it can be; their sum stays what it
 * is to the minor unit. null: nothing moves, or a long lag makes this month's work for the goals of later months.
 */
export function movedGoals(state: PlanState, team: readonly number[], of: LoadOf): MovedGoals | null {
  const chain = monthChain(state, of.month, of.mode);
  if (chain.moved) return null;
  const strainOf = goalStrains(state, chain, workloads(state, chain), of.mode);
  const reps = team.filter((rep) => chain.goal[rep]! >= 0 && !Number.isNaN(strainOf(rep)(chain.goal[rep]!)));
  const unit = granuleOf(
    reps.map((rep) => chain.goal[rep]!),
    state.plan.settings.splitUnit,
  );
  const strains = reps.map((rep) => {
    const own = strainOf(rep);
    const rest = chain.goal[rep]! % unit;
    return (units: number): number => own(units * unit + rest);
  });
  const before = Float64Array.from(reps, (rep) => Math.floor(chain.goal[rep]! / unit));
  const gains = leastStrainSplit(strains, before).map((units, at) => (units - before[at]!) * unit);
  if (gains.every((gain) => gain === 0)) return null;
  const changes = reps.flatMap((rep, at): Change[] => {
    const value = chain.goal[rep]! + gains[at]!;
    const id = recordId.goal(state.org.repKeys[rep] ?? '', of.month);
    return gains[at] === 0 ? [] : [{ id, field: 'amount', value }];
  });
  return {
    changes,
    amount: gains.reduce((sum, gain) => sum + Math.max(0, gain), 0),
    givers: gains.filter((gain) => gain < 0).length,
    takers: gains.filter((gain) => gain > 0).length,
  };
}

/** Goals are as round as they were: in the largest power of ten that all of them are multiples of, within a hundredth. */
function granuleOf(goals: readonly number[], splitUnit: number): number {
  const mean = goals.reduce((sum, goal) => sum + goal, 0) / Math.max(1, goals.length);
  let granule = splitUnit;
  while (granule * 10 <= mean / 100 && goals.every((goal) => goal % (granule * 10) === 0)) granule *= 10;
  return granule;
}
