import type { GoalCube, GoalQuestion } from '../../../src/core/goals/cube.ts';

interface Sum {
  readonly leaves: readonly number[];
  readonly amount: number;
}

/**
 * Whether whole amounts, none negative, can have all of these totals: tries every one, leaf by leaf. Knows nothing of
 * atoms, families, flows or of what the solver indexes leaves with.
 */
export function canHold(
  { cube, edits, locks }: GoalQuestion,
  whichEdits: readonly number[] = [...edits.keys()],
  whichLocks: readonly number[] = [...locks.keys()],
): boolean {
  const wanted = [...whichEdits.map((at) => edits[at]), ...whichLocks.map((at) => locks[at])];
  const sums = wanted.flatMap((total): Sum[] =>
    total?.amount == null ? [] : [{ leaves: leavesIn(cube, total.box), amount: total.amount }],
  );
  const inSums = new Map<number, number[]>();
  sums.forEach(({ leaves }, at) => {
    for (const leaf of leaves) inSums.set(leaf, [...(inSums.get(leaf) ?? []), at]);
  });
  const left = sums.map(({ amount }) => amount);
  const leavesLeft = sums.map(({ leaves }) => leaves.length);
  if (sums.some(({ leaves, amount }) => leaves.length === 0 && amount !== 0)) return false;
  const order = [...inSums].sort(([, a], [, b]) => b.length - a.length);
  const seen = new Set<string>();
  const tryFrom = (at: number): boolean => {
    const [, mine] = order[at] ?? [];
    if (!mine) return left.every((amount) => amount === 0);
    const key = `${at}|${left.join()}`;
    if (seen.has(key)) return false;
    const least = Math.max(0, ...mine.map((sum) => (leavesLeft[sum] === 1 ? (left[sum] ?? 0) : 0)));
    const most = Math.min(...mine.map((sum) => left[sum] ?? 0));
    for (const sum of mine) leavesLeft[sum] = (leavesLeft[sum] ?? 0) - 1;
    for (let amount = least; amount <= most; amount++) {
      for (const sum of mine) left[sum] = (left[sum] ?? 0) - amount;
      const fits = mine.every((sum) => leavesLeft[sum] !== 0 || left[sum] === 0) && tryFrom(at + 1);
      for (const sum of mine) left[sum] = (left[sum] ?? 0) + amount;
      if (fits) return true;
    }
    for (const sum of mine) leavesLeft[sum] = (leavesLeft[sum] ?? 0) + 1;
    seen.add(key);
    return false;
  };
  return tryFrom(0);
}

function leavesIn(cube: GoalCube, { unit, from, to, segment }: GoalQuestion['edits'][0]['box']): number[] {
  const slots = cube.parentOfSegment.length + 1;
  return [...cube.present.keys()].filter((leaf) => {
    const month = Math.floor(leaf / slots) % cube.months;
    const rep = Math.floor(leaf / slots / cube.months);
    if (month < from || month > to || !(cube.open[leaf] === 1 || (cube.present[leaf] || 0) !== 0))
      return false;
    let part = (leaf % slots) - 1;
    while (part !== segment && part >= 0) part = cube.parentOfSegment[part] ?? -1;
    let under = cube.unitOfRep[rep] ?? -1;
    while (under !== unit && under >= 0) under = cube.parentOfUnit[under * cube.months + month] ?? -1;
    return part === segment && under === unit;
  });
}
