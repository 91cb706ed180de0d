import type { Month } from '../../model/time.ts';
import { attain } from '../odds/attain.ts';
import { outcomeOf, type ChainOdds, type Outcome } from '../odds/chain-odds.ts';
import { teamOutcome } from '../odds/team.ts';
import { sharedOf } from './aims.ts';
import { monthChain, type MonthChain } from './month-chain.ts';
import { byUnit, repsUnder, type Org } from './org.ts';
import type { PlanState } from './plan-state.ts';
import type { Trial } from './used-ratios.ts';
import type { Pace } from './work-pace.ts';

/** All that the odds of one month rest on, for every rep, as of today. */
export interface MonthOdds {
  readonly org: Org;
  readonly chain: MonthChain;
  readonly odds: readonly (ChainOdds | null)[];
  readonly pace: Pace;
  /** ψ of the chain. */
  readonly shared: number;
}

/** The odds of what is still to be won in a month, from today on. */
export function monthOdds(state: PlanState, month: Month, trial?: Trial): MonthOdds {
  const org = state.orgOf(month);
  const chain = monthChain(state, month, 'toGo', trial);
  const odds = chain.odds();
  const work = chain.steps.at(-1)?.step.from;
  const nothing = new Float64Array(odds.length).fill(NaN);
  const pace = work === undefined ? { usual: nothing, best: nothing, taken: nothing } : state.pace(work);
  return { org, chain, odds, pace, shared: sharedOf(chain.steps) };
}

/**
 * The chance of a unit's goal when its reps do `workOf(rep)` in the days left, and nothing where there are none; NaN
 * where no rep has a goal and a known work. A rep alone owes nothing to the shared market, which its own ratios' spread
 * already holds.
 */
export function chanceOf(given: MonthOdds, unit: number, workOf: (rep: number) => number): number {
  const { org, chain, odds, shared } = given;
  const reps = repsUnder(org, unit);
  const parts: Outcome[] = [];
  let left = 0;
  for (const rep of reps) {
    const goal = (chain.moved ?? chain.goal)[rep] ?? NaN;
    if (Number.isNaN(goal)) continue;
    const open = goal - comeIn(chain, rep);
    left += open;
    const own = odds[rep];
    const work = chain.daysLeft[rep] ? workOf(rep) : 0;
    if (own && work >= 0) parts.push(outcomeOf(own, work));
    else if (open > 0) return NaN;
  }
  if (parts.length === 0) return NaN;
  return attain(parts.length === 1 ? parts[0]! : teamOutcome(parts, shared), left);
}

/** What of a goal is there already. */
export const comeIn = ({ won, other }: MonthChain, rep: number): number =>
  (won[rep] ?? 0) + (other?.ofGoal.come[rep] ?? 0);

/** Work in the days left at the usual pace; in a team, who has no record yet goes at the team's. */
export function paceWork({ org, chain, pace }: MonthOdds, unit: number): (rep: number) => number {
  const perDay = (org.repOf[unit] ?? -1) >= 0 ? pace.usual : pace.taken;
  return (rep) => (perDay[rep] ?? NaN) * (chain.daysLeft[rep] ?? 0);
}

/** Usual paces: a rep's own, and in the sums those that are taken. */
export function paceByUnit(given: MonthOdds): Float64Array {
  const { org, pace } = given;
  const sums = sumOverGoals(given, pace.taken);
  if (pace.taken === pace.usual) return sums;
  const own = sumOverGoals(given, pace.usual);
  return sums.map((sum, unit) => ((org.repOf[unit] ?? -1) >= 0 ? (own[unit] ?? NaN) : sum));
}

/** How many reps with a goal have no record of their own pace, and are taken at their team's. */
export const takenByUnit = (given: MonthOdds): Float64Array =>
  sumOverGoals(
    given,
    given.pace.usual.map((own, rep) => Number(Number.isNaN(own) && !Number.isNaN(given.pace.taken[rep]))),
  );

/** Reps without a goal are left out, so that a team's pace is that of those who share its goal. */
export const sumOverGoals = ({ org, chain }: MonthOdds, column: Float64Array): Float64Array =>
  byUnit(
    org,
    column.map((value, rep) => (Number.isNaN(chain.goal[rep]) ? NaN : value)),
  );
