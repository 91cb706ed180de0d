import type { GoalEdit } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { goalIn, goalOf } from './sums.ts';
import type { Reorganised } from './who.ts';

/** Nobody of those who are reorganised has a goal yet: they begin. */
export const areNew = ({ now, units, months }: Reorganised): boolean =>
  units.every((unit) => Number.isNaN(goalIn(now, unit, months)));

/** The teams that they are in, old members or not. */
export const teamsOfNew = ({ from, to }: Reorganised): readonly string[] => [...from, ...to];

/** What somebody new takes of the team's goal in each month: the share of the days that the team works. */
export function newEdits(who: Reorganised): GoalEdit[] {
  const teams = teamsOfNew(who);
  return who.months.flatMap((month) =>
    teams.flatMap((team) => {
      const goal = goalOf(who.now, team, month);
      const shares = sharesOfNew(who, team, month);
      if (!(goal > 0) || shares.length === 0) return [];
      const { splitUnit } = who.then.plan.settings;
      const own = shares.map(({ unit, share }) =>
        edit(unit, month, Math.round((goal * share) / splitUnit) * splitUnit),
      );
      return [...own, edit(team, month, goal)];
    }),
  );
}

function sharesOfNew({ then, units }: Reorganised, team: string, month: Month) {
  const org = then.orgOf(month);
  const days = daysOf(then, repsUnder(org, org.index.get(team) ?? -1), month);
  const all = days.reduce((sum, each) => sum + each.days, 0);
  return days.flatMap(({ unit, days: own }) =>
    own > 0 && units.includes(unit) ? [{ unit, share: own / all }] : [],
  );
}

/** Working days of reps in a month. */
export const daysOf = (
  state: PlanState,
  reps: readonly number[],
  month: Month,
): { unit: string; days: number }[] => {
  const { workingDays } = state.month(month);
  return reps.map((rep) => ({ unit: state.org.repKeys[rep] ?? '', days: workingDays[rep] ?? 0 }));
};

const edit = (unit: string, month: Month, amount: number): GoalEdit => ({
  ...{ unit, span: { from: month, to: month }, segment: null, amount, spread: null },
});
