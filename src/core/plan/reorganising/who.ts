import type { ReorganisingQuery } from '../../../model/planning.ts';
import { monthsOf, type Month } from '../../../model/time.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** Who is reorganised, before and after it, in the months that have goals. */
export interface Reorganised {
  readonly now: PlanState;
  /** As the changes leave the plan, goals as they are. */
  readonly then: PlanState;
  readonly units: readonly string[];
  /** Months with goals, from the one that it is about on, in which a move moves anybody; none = nobody has any. */
  readonly months: readonly Month[];
  /** Keys of the teams that they come from and go to. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export function reorganised(now: PlanState, { units, changes, from }: ReorganisingQuery): Reorganised {
  const then = now.supposing(changes);
  const last = [...now.plan.goals.keys()].sort().at(-1) ?? '';
  const all = last < from ? [] : monthsOf({ from, to: last });
  const known = units.filter((key) => now.org.index.has(key));
  // Who moves may be there already in some of the months, by a move that was planned before.
  const moving = all.filter((month) =>
    known.some((key) => teamsOf(now, month, [key])[0] !== teamsOf(then, month, [key])[0]),
  );
  const months = moving.length > 0 ? moving : all;
  const teams = (state: PlanState, keys: readonly string[]): string[] => [
    ...new Set((months.length > 0 ? months : [from]).flatMap((month) => teamsOf(state, month, keys))),
  ];
  const before = teams(now, known).filter((key) => then.org.index.has(key));
  const after = teams(then, units).filter((key) => !before.includes(key));
  return { now, then, units, months, from: before, to: after };
}

function teamsOf(state: PlanState, month: Month, units: readonly string[]): string[] {
  const org = state.orgOf(month);
  const above = units.map((key) => org.units[org.sumsInto[org.index.get(key) ?? -1] ?? -1]?.key);
  return [...new Set(above.filter((key) => key !== undefined))];
}

/** The months in which some of them were in a team. */
export const monthsIn = ({ now, units, months }: Reorganised, team: string): Month[] =>
  months.filter((month) => teamsOf(now, month, units).includes(team));

/** Rep indices of those who are reorganised, in a state. */
export function movers(state: PlanState, units: readonly string[], month: Month): Set<number> {
  const org = state.orgOf(month);
  return new Set(
    units.flatMap((key) => {
      const at = org.index.get(key);
      return at === undefined ? [] : repsUnder(org, at);
    }),
  );
}

/** Others of a team, by whom its goal can be carried, in every month in which they were in it. */
export function hasOthers(who: Reorganised, team: string): boolean {
  const { then, units } = who;
  return monthsIn(who, team).every((month) => {
    const org = then.orgOf(month);
    const gone = movers(then, units, month);
    const { employed } = then.month(month);
    return repsUnder(org, org.index.get(team) ?? -1).some((rep) => !gone.has(rep) && employed[rep] === 1);
  });
}
