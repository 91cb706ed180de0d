import { slotsOf, type GoalCube } from './cube.ts';
import type { Piece } from './pieces.ts';

/**
 * What segments got more than before comes off the part of the same rep and month that is not split as far: of a part
 * of a segment first off the segment's own, then off what is in no segment. Leaves that are settled give nothing.
 */
export function takeFromUnsplit(
  cube: GoalCube,
  pieces: readonly Piece[],
  next: Float64Array,
  level: number,
  settled: Uint8Array | null,
): void {
  const slots = slotsOf(cube);
  if (pieces.length === 0) return;
  const seen = settled?.slice() ?? new Uint8Array(next.length);
  const visit = (leaf: number, from: number): void => {
    const first = leaf - (leaf % slots);
    if (seen[first + from] === 1) return;
    seen[first + from] = 1;
    take(cube, first, from, next);
  };
  if (level === 2)
    for (const { leaves, segment } of pieces)
      for (const leaf of leaves) visit(leaf, (cube.parentOfSegment[segment] ?? -1) + 1);
  for (const { leaves } of pieces) for (const leaf of leaves) visit(leaf, 0);
}

function take(cube: GoalCube, first: number, from: number, next: Float64Array): void {
  const unsplit = next[first + from] || 0;
  if (unsplit <= 0) return;
  let more = 0;
  for (let slot = 0; slot < slotsOf(cube); slot++)
    if (from === 0 || slot === from || cube.parentOfSegment[slot - 1] === from - 1)
      more += (next[first + slot] || 0) - (cube.present[first + slot] || 0);
  if (more > 0) next[first + from] = unsplit - Math.min(more, unsplit);
}
