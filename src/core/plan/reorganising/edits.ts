import type { Change } from '../../../model/diff.ts';
import { keysOf, kindOf } from '../../../model/ids.ts';
import type { GoalEdit, ReorganisingQuery } from '../../../model/planning.ts';
import { addMonths, type Month } from '../../../model/time.ts';
import type { PlanState } from '../plan-state.ts';
import { areNew, newEdits } from './newcomers.ts';
import { goalOf } from './sums.ts';
import { monthsIn, movers, type Reorganised } from './who.ts';

/**
 * The goals that somebody's going asks for; edits of one question hold together. Nothing is asked for as 0: a blank would
 * leave a share of the team's goal to who goes.
 */
export function editsOf(who: Reorganised, { fate, own }: ReorganisingQuery): GoalEdit[] {
  if (fate === 'spread' && areNew(who)) return newEdits(who);
  if (fate === 'spread') return who.to.flatMap((team) => asBefore(who, team, who.months));
  if (fate !== 'stays' && fate !== 'dropped') return [];
  const given = who.units.flatMap((unit) => ownEdits(who, unit, own));
  if (fate === 'dropped') return given;
  const isTouched = (month: Month): boolean => who.units.some((unit) => goalOf(who.now, unit, month) > 0);
  return [
    ...given,
    ...who.from.flatMap((team) => asBefore(who, team, monthsIn(who, team).filter(isTouched))),
  ];
}

const edit = (unit: string, month: Month, to: Month, amount: number): GoalEdit => ({
  ...{ unit, span: { from: month, to }, segment: null, amount, spread: null },
});

/** A team's goal stays what it was in each month. */
const asBefore = ({ now }: Reorganised, team: string, months: readonly Month[]): GoalEdit[] =>
  months.flatMap((month) => {
    const goal = goalOf(now, team, month);
    return Number.isNaN(goal) ? [] : [edit(team, month, month, goal)];
  });

/** What those who go keep: who moves what was typed, who leaves the share of the days that are worked. */
function ownEdits(
  { now, then, months, to, units }: Reorganised,
  unit: string,
  own: number | null,
): GoalEdit[] {
  if (!then.org.index.has(unit)) return [];
  if (to.length > 0) return typedEdits(unit, runsOf(months), own ?? 0, now.plan.settings.splitUnit);
  return months.flatMap((month) => {
    const goal = goalOf(now, unit, month);
    const share = shareWorked(now, then, unit, month);
    // Who goes later takes nothing over from who goes first.
    if ((share === 1 && units.length === 1) || Number.isNaN(goal)) return [];
    const { splitUnit } = now.plan.settings;
    const kept = share === 1 ? goal : Math.round((goal * share) / splitUnit) * splitUnit;
    return [edit(unit, month, month, kept)];
  });
}

/** What was typed is shared out between stretches of months by their lengths. */
function typedEdits(unit: string, runs: readonly Month[][], own: number, splitUnit: number): GoalEdit[] {
  const all = runs.reduce((sum, run) => sum + run.length, 0);
  let [months, given] = [0, 0];
  return runs.map((run, at) => {
    months += run.length;
    const until = at === runs.length - 1 ? own : Math.round((own * months) / all / splitUnit) * splitUnit;
    const amount = until - given;
    given = until;
    return edit(unit, run[0]!, run.at(-1)!, amount);
  });
}

/** Months that follow each other. */
function runsOf(months: readonly Month[]): Month[][] {
  const runs: Month[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run && addMonths(run.at(-1)!, 1) === month) run.push(month);
    else runs.push([month]);
  }
  return runs;
}

/** Of a rep's working days before the change those that are left; all of them for a team. */
function shareWorked(now: PlanState, then: PlanState, unit: string, month: Month): number {
  const rep = then.org.repOf[then.org.index.get(unit) ?? -1] ?? -1;
  if (rep < 0) return 1;
  const before = now.month(month).workingDays[now.org.repKeys.indexOf(unit)] ?? 0;
  const after = then.month(month).workingDays[rep] ?? 0;
  return before > 0 ? Math.min(1, after / before) : 1;
}

/** Who has nothing more to win has no goal, rather than one of 0. */
export function withoutNothing({ then, units, months }: Reorganised, changes: readonly Change[]): Change[] {
  const gone = new Set(months.flatMap((month) => [...movers(then, units, month)]));
  const keys = new Set([...units, ...Array.from(gone, (rep) => then.org.repKeys[rep])]);
  return changes.flatMap((change): Change[] => {
    const id = 'create' in change ? change.create : 'remove' in change ? change.remove : change.id;
    if (!keys.has(keysOf(id)[0])) return [change];
    if (kindOf(id) === 'spreadBy') return [];
    if ('create' in change) return change.values['amount'] === 0 ? [] : [change];
    return 'field' in change && change.value === 0 ? [{ ...change, value: null }] : [change];
  });
}
