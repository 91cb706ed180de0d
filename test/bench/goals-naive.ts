import type { GoalBox, GoalCube, GoalQuestion } from '../../src/core/goals/cube.ts';
import { solveGoals } from '../../src/core/goals/solve.ts';
import { shareOut } from '../../src/core/goals/share-out.ts';

/** The same as one would first write it: every lock asks every leaf whether it is below it, and the rest is shared out. */
export function naiveNested({ cube, edits, locks }: GoalQuestion): number {
  let changed = 0;
  for (const { box, amount } of edits) {
    const held = new Set<number>();
    for (const lock of locks)
      for (let leaf = 0; leaf < cube.present.length; leaf++)
        if (isBelow(cube, leaf, lock.box)) held.add(leaf);
    const below = [...cube.present.keys()].filter((leaf) => isBelow(cube, leaf, box));
    const free = below.filter((leaf) => !held.has(leaf));
    const kept = below.reduce((sum, leaf) => sum + (held.has(leaf) ? (cube.present[leaf] ?? 0) : 0), 0);
    const weights = free.map((leaf) => cube.present[leaf] ?? 0);
    changed += shareOut((amount ?? 0) - kept, weights, cube.splitUnit).length;
  }
  return changed;
}

function isBelow(cube: GoalCube, leaf: number, { unit, from, to, segment }: GoalBox): boolean {
  const slots = cube.parentOfSegment.length + 1;
  const month = Math.floor(leaf / slots) % cube.months;
  if (month < from || month > to) return false;
  if (segment >= 0 && (leaf % slots) - 1 !== segment) return false;
  let at = cube.unitOfRep[Math.floor(leaf / slots / cube.months)] ?? -1;
  while (at !== unit && at >= 0) at = cube.parentOfUnit[at * cube.months + month] ?? -1;
  return at === unit;
}

/** Locks that can't be left out: each is, and where the others still can't hold it stays away. */
export function naiveNeeded(question: GoalQuestion): number {
  let locks = [...question.locks];
  for (const lock of question.locks) {
    const others = locks.filter((other) => other !== lock);
    if (!solveGoals({ ...question, locks: others }).possible) locks = others;
  }
  return locks.length;
}
