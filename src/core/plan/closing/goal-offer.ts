import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import type { Month } from '../../../model/time.ts';
import { leastStrainSplit } from '../../load/split.ts';
import { goalEditAnswer } from '../answers/goal-edit.ts';
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
export function teamOf(state: PlanState, unit: string, month: Month): number[] {
  const org = state.orgOf(month);
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
 * is to the minor unit. A rep whose goal is locked keeps it. null: nothing moves, a long lag makes this month's work for
 * the goals of later months, or locks have no room for it.
 */
export function movedGoals(state: PlanState, team: readonly number[], of: LoadOf): MovedGoals | null {
  const chain = monthChain(state, of.month, of.mode);
  if (chain.moved) return null;
  const strainOf = goalStrains(state, chain, workloads(state, chain), of.mode);
  const locked = lockedIn(state, of.month);
  const reps = team.filter(
    (rep) => !locked.has(rep) && chain.goal[rep]! >= 0 && !Number.isNaN(strainOf(rep)(chain.goal[rep]!)),
  );
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
  const moved = reps.flatMap((rep, at) =>
    gains[at] === 0 ? [] : [{ rep, amount: chain.goal[rep]! + gains[at]! }],
  );
  const changes = goalChanges(state, of.month, moved);
  if (changes === null) return null;
  return {
    changes,
    amount: gains.reduce((sum, gain) => sum + Math.max(0, gain), 0),
    givers: gains.filter((gain) => gain < 0).length,
    takers: gains.filter((gain) => gain > 0).length,
  };
}

interface NewGoal {
  readonly rep: number;
  readonly amount: number;
}

/** Where goals are split or locked, the leaves share the new sum and the locks have to hold; null = they can't. */
function goalChanges(state: PlanState, month: Month, goals: readonly NewGoal[]): readonly Change[] | null {
  const { segments, locks } = state.plan.goalTerms;
  const keyOf = ({ rep }: NewGoal): string => state.org.repKeys[rep] ?? '';
  if (segments.length === 0 && locks.length === 0)
    return goals.map((goal) => ({
      ...{ id: recordId.goal(keyOf(goal), month), field: 'amount', value: goal.amount },
    }));
  const place = { span: { from: month, to: month }, segment: null, spread: null };
  const edits = goals.map((goal) => ({ ...place, unit: keyOf(goal), amount: goal.amount }));
  const answer = goalEditAnswer(state, { kind: 'goalEdit', edits });
  return answer.possible ? answer.changes : null;
}

/** Reps whose goals of a month are locked as they are. */
function lockedIn({ plan, org }: PlanState, month: Month): ReadonlySet<number> {
  const locks = plan.goalTerms.locks.filter(
    ({ place: { span, segment } }) => segment === null && span.from === month && span.to === month,
  );
  return new Set(locks.map(({ place }) => org.repOf[org.index.get(place.unit) ?? -1] ?? -1));
}

/** Goals are as round as they were: in the largest power of ten that all of them are multiples of, within a hundredth. */
function granuleOf(goals: readonly number[], splitUnit: number): number {
  const mean = goals.reduce((sum, goal) => sum + goal, 0) / Math.max(1, goals.length);
  let granule = splitUnit;
  while (granule * 10 <= mean / 100 && goals.every((goal) => goal % (granule * 10) === 0)) granule *= 10;
  return granule;
}
