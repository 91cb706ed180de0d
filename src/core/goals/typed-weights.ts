import type { CubeEdit, GoalQuestion } from './cube.ts';
import { plainWeights, weightsOf, type Piece } from './pieces.ts';

/** The weights of the typed cells (others weigh nothing), those that an edit gives brought to the scale of its amount. */
export function typedWeights({ cube }: GoalQuestion, pieces: readonly Piece[], unit: number): Float64Array {
  const plain = pieces.map((piece) => (piece.typed ? total(plainWeights(piece, cube.present)) : 0));
  const whole = sumsByEdit(pieces, plain);
  const some = pieces.map((piece, cell) =>
    piece.typed && piece.edit && whole.get(piece.edit) === 0
      ? total(weightsOf(piece, cube, cube.present))
      : (plain[cell] ?? 0),
  );
  const sums = sumsByEdit(pieces, some);
  return Float64Array.from(pieces, ({ edit }, cell) => {
    const weight = (some[cell] ?? 0) / unit;
    const scaled = edit !== null && (edit.weigh !== null || whole.get(edit) === 0);
    return scaled ? (weight * Math.abs(edit.amount ?? 0)) / (sums.get(edit) || 1) : weight;
  });
}

const total = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 0);

function sumsByEdit(pieces: readonly Piece[], weights: readonly number[]): Map<CubeEdit, number> {
  const sums = new Map<CubeEdit, number>();
  pieces.forEach(({ edit }, cell) => {
    if (edit) sums.set(edit, (sums.get(edit) ?? 0) + (weights[cell] ?? 0));
  });
  return sums;
}
