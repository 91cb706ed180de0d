import type { TreeUnit } from '../shell/units.ts';

/** A unit with all below it, in tree order; null or unknown = everybody. */
export function inScope(tree: readonly TreeUnit[], scope: string | null): readonly TreeUnit[] {
  const from = tree.findIndex(({ key }) => key === scope);
  if (from < 0) return tree;
  const level = tree[from]?.level ?? 0;
  const end = tree.findIndex((unit, at) => at > from && unit.level <= level);
  return tree.slice(from, end < 0 ? undefined : end);
}
