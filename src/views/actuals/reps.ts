import type { TreeUnit } from '../shell/units.ts';

/** Keys of the reps under a unit of the tree, itself included; null = nobody. */
export function repsUnder(tree: readonly TreeUnit[], unit: string | null): string[] {
  const top = tree.findIndex(({ key }) => key === unit);
  const level = tree[top]?.level;
  if (level === undefined) return [];
  const end = tree.findIndex((each, at) => at > top && each.level <= level);
  return tree
    .slice(top, end < 0 ? undefined : end)
    .filter(({ kind }) => kind === 'rep')
    .map(({ key }) => key);
}
