import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import type { Month } from '../../../model/time.ts';
import { daysOf } from './newcomers.ts';
import type { Reorganised } from './who.ts';

/** Months of a rep's goals after the last day employed. */
function leftMonths({ then, months }: Reorganised, rep: number): Month[] {
  const key = then.org.repKeys[rep] ?? '';
  return months.filter((month) => then.plan.goals.get(month)?.has(key) && !then.month(month).employed[rep]);
}

/** Who has left with goals to come, and how much of them. */
export const leaversOf = (who: Reorganised): { unit: string; amount: number }[] =>
  who.then.org.repKeys.flatMap((unit, rep) => {
    const end = who.then.plan.units.get(unit)?.end ?? null;
    if (end === null || who.units.includes(unit)) return [];
    const left = leftMonths(who, rep);
    const amount = left.reduce((sum, month) => sum + (who.then.plan.goals.get(month)?.get(unit) ?? 0), 0);
    return left.length > 0 ? [{ unit, amount }] : [];
  });

/** Leaf by leaf what a leaver has left goes over to somebody new; to several by the days that they work. */
export function takenOver(who: Reorganised, leaver: string): Change[] {
  const rep = who.then.org.repKeys.indexOf(leaver);
  if (rep < 0) return [];
  return leftMonths(who, rep).flatMap((month) => leavesOf(who, leaver, month));
}

function leavesOf({ then, units }: Reorganised, leaver: string, month: Month): Change[] {
  const { goals, settings } = then.plan;
  const reps = units.map((unit) => then.org.repKeys.indexOf(unit)).filter((rep) => rep >= 0);
  const takers = daysOf(then, reps, month).filter(({ days }) => days > 0);
  return [...goals.segmentsIn(month)].flatMap((segment): Change[] => {
    const amount = goals.leaf(leaver, month, segment);
    if (amount === undefined || takers.length === 0) return [];
    const parts = shared(
      amount,
      takers.map(({ days }) => days),
      settings.splitUnit,
    );
    const taken = takers.map(({ unit }, at): Change => {
      const id = recordId.goal(unit, month, segment);
      const value = (goals.leaf(unit, month, segment) ?? 0) + (parts[at] ?? 0);
      return goals.isKnown(unit, month, segment)
        ? { id, field: 'amount', value }
        : { create: id, values: { amount: value } };
    });
    return [{ remove: recordId.goal(leaver, month, segment) }, ...taken];
  });
}

/** Parts that add up to the amount, each but the last in whole units. */
function shared(amount: number, weights: readonly number[], unit: number): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let [weight, given] = [0, 0];
  return weights.map((own, at) => {
    weight += own;
    const until = at === weights.length - 1 ? amount : Math.round((amount * weight) / all / unit) * unit;
    const part = until - given;
    given = until;
    return part;
  });
}
