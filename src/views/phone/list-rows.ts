import type { TreeUnit } from '../shell/units.ts';

export type ListRow =
  | { readonly kind: 'team'; readonly unit: TreeUnit; readonly reps: number }
  | { readonly kind: 'rep'; readonly unit: TreeUnit };

export const ROW_HEIGHTS = { team: 44, rep: 64 } as const;

/** Names that hold what was typed, or whose teams do: case and spaces do not count. */
function matcher(search: string): (unit: TreeUnit) => boolean {
  const plain = (text: string) => text.toLocaleLowerCase().replaceAll(/\s/g, '');
  const wanted = plain(search);
  return ({ name, path }) => plain(`${path}${name}`).includes(wanted);
}

/** The reps in tree order, each team above its own; a single team needs no heading. */
export function listRows(tree: readonly TreeUnit[], search = ''): ListRow[] {
  const found = matcher(search);
  const groups: { team: TreeUnit | null; reps: TreeUnit[] }[] = [];
  const above: TreeUnit[] = [];
  for (const unit of tree) {
    while ((above.at(-1)?.level ?? -1) >= unit.level) above.pop();
    if (unit.kind !== 'rep') above.push(unit);
    else if (found(unit)) {
      const team = above.at(-1) ?? null;
      if (groups.at(-1)?.team !== team) groups.push({ team, reps: [] });
      groups.at(-1)?.reps.push(unit);
    }
  }
  return groups.flatMap(({ team, reps }): ListRow[] => [
    ...(team && groups.length > 1 ? [{ kind: 'team' as const, unit: team, reps: reps.length }] : []),
    ...reps.map((unit) => ({ kind: 'rep' as const, unit })),
  ]);
}

/** Where each row begins, and the height of all. */
export function rowTops(rows: readonly ListRow[]): { tops: Float64Array; height: number } {
  const tops = new Float64Array(rows.length);
  let height = 0;
  rows.forEach(({ kind }, at) => {
    tops[at] = height;
    height += ROW_HEIGHTS[kind];
  });
  return { tops, height };
}

/** The rows between two heights, `to` not included. */
export function rowsBetween(tops: Float64Array, top: number, bottom: number): { from: number; to: number } {
  const firstFrom = (height: number) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle] ?? 0) < height) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { from: Math.max(0, firstFrom(top + 1) - 1), to: firstFrom(bottom) };
}
