import { slotsOf, type GoalCube } from './cube.ts';
import { weightsOf, type Piece } from './pieces.ts';
import { shareOut } from './share-out.ts';
import { takeFromUnsplit } from './unsplit.ts';

/**
 * Shares the sums of some pieces out over their leaves, in `next`. Segments go first, the deepest before the others:
 * what they get more is taken from what their rep's month has not split yet, before anything else gives way. Typed ones go
 * before the others, and nothing is taken from them after that.
 */
export function settle(
  cube: GoalCube,
  pieces: readonly Piece[],
  sums: Float64Array,
  next: Float64Array,
  typed: boolean,
): void {
  const settled = typed
    ? null
    : leavesOf(
        pieces.filter((piece) => piece.typed),
        next.length,
      );
  const settleLevel = (level: number): Piece[] =>
    pieces.filter((piece, cell) => {
      if (piece.typed !== typed || levelOf(cube, piece.segment) !== level) return false;
      settlePiece(cube, piece, sums[cell] ?? 0, next);
      return true;
    });
  for (const level of [2, 1]) takeFromUnsplit(cube, settleLevel(level), next, level, settled);
  settleLevel(0);
}

function leavesOf(pieces: readonly Piece[], count: number): Uint8Array {
  const marked = new Uint8Array(count);
  for (const { leaves } of pieces) for (const leaf of leaves) marked[leaf] = 1;
  return marked;
}

const levelOf = ({ parentOfSegment }: GoalCube, segment: number): number =>
  segment < 0 ? 0 : (parentOfSegment[segment] ?? -1) < 0 ? 1 : 2;

function settlePiece(cube: GoalCube, piece: Piece, sum: number, next: Float64Array): void {
  const { leaves, edit } = piece;
  if (edit?.amount === null) {
    for (const leaf of leaves) next[leaf] = NaN;
    return;
  }
  if ((edit?.weigh ?? null) === null && holdsAlready(leaves, sum, next)) return;
  const weights = weightsOf(piece, cube, next);
  const parts = shareByMonth(cube, leaves, weights, sum);
  leaves.forEach((leaf, at) => {
    const part = parts[at] ?? 0;
    if (part !== 0 || (weights[at] ?? 0) > 0 || !Number.isNaN(next[leaf] ?? NaN)) next[leaf] = part;
  });
}

/** Shared out in proportion to itself, a total that is there already moves nothing. */
function holdsAlready(leaves: Int32Array, sum: number, next: Float64Array): boolean {
  let present = 0;
  let some = false;
  for (const leaf of leaves) {
    const value = next[leaf] ?? NaN;
    if (Number.isNaN(value)) continue;
    some = true;
    present += value;
  }
  return some && present === sum;
}

/** First the months by their weights, then each month over its leaves, so that the months are fair to the split unit. */
function shareByMonth(cube: GoalCube, leaves: Int32Array, weights: Float64Array, sum: number): Float64Array {
  const slots = slotsOf(cube);
  const byMonth: number[][] = Array.from({ length: cube.months }, () => []);
  leaves.forEach((leaf, at) => byMonth[Math.floor(leaf / slots) % cube.months]?.push(at));
  const months = byMonth.filter((list) => list.length > 0);
  const ofMonth = shareOut(
    sum,
    months.map((list) => list.reduce((total, at) => total + (weights[at] ?? 0), 0)),
    cube.splitUnit,
  );
  const parts = new Float64Array(leaves.length);
  months.forEach((list, month) => {
    const mine = Float64Array.from(list, (at) => weights[at] ?? 0);
    const shares = shareOut(ofMonth[month] ?? 0, mine, cube.splitUnit);
    list.forEach((at, index) => (parts[at] = shares[index] ?? 0));
  });
  return parts;
}
