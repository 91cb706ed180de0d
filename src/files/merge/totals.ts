import type { Rec } from '../../model/facts/index.ts';
import { keysOf, kindOf } from '../../model/ids.ts';
import type { MergeFault } from '../../model/merging.ts';

const amountOf = (rec: Rec | undefined): number => {
  const amount = rec?.v['amount'];
  return typeof amount === 'number' ? amount : 0;
};

const isGoal = (id: string): boolean => kindOf(id) === 'goal';

/**
 * Months of which both sides shared out a goal anew: the cells that were changed on one side and those of the other then
 * add up to what nobody said. `older`: records of which mine are newer, as the files have them.
 */
export function mixedTotals(
  mine: ReadonlyMap<string, Rec>,
  changed: ReadonlyMap<string, Rec>,
  older: ReadonlyMap<string, Rec>,
): MergeFault[] {
  const months = new Map<string, { id: string; count: number; mine: number; theirs: number }>();
  const monthOf = (id: string) => keysOf(id)[1] ?? '';
  for (const [id, rec] of changed) {
    if (!isGoal(id)) continue;
    const month = months.get(monthOf(id)) ?? { id, count: 0, mine: 0, theirs: 0 };
    month.mine += amountOf(rec) - amountOf(mine.get(id));
    month.count++;
    months.set(monthOf(id), month);
  }
  for (const [id, rec] of older) {
    const month = isGoal(id) ? months.get(monthOf(id)) : undefined;
    if (month) month.theirs += amountOf(mine.get(id)) - amountOf(rec);
  }
  return [...months].flatMap(([of, { id, count, mine: more, theirs }]): MergeFault[] =>
    more === 0 || theirs === 0 ? [] : [{ code: 'totalsDiffer', id, of, count }],
  );
}
