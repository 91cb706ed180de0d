import { slotsOf, type CubeEdit, type GoalCube, type GoalQuestion, type Weigh } from './cube.ts';
import type { Limits } from './limits.ts';
import type { Table } from './table.ts';

/** The leaves of a cell of the table: shared out by an edit's weights, or (null) as they are. */
export interface Piece {
  readonly leaves: Int32Array;
  /** The smallest edit around it; null where it gives way for a lock. */
  readonly edit: CubeEdit | null;
  /** Typed totals are around it, by whatever weights it is shared out. */
  readonly typed: boolean;
  readonly segment: number;
}

/** The pieces of a table, cell by cell. */
export function piecesOf({ edits }: GoalQuestion, { list, atoms }: Limits, table: Table): Piece[] {
  const { start, leaf } = atoms.leaves();
  return Array.from(table.atoms, (atom) => {
    const around = atoms.limitsOf(atom);
    const inner = list[around[0] ?? -1];
    const typedBy = around.find((limit) => (list[limit]?.edit ?? -1) >= 0) ?? -1;
    const givesWay = typedBy < 0 || around.some((limit) => isInside(table, limit, typedBy));
    return {
      leaves: leaf.subarray(start[atom], start[atom + 1]),
      edit: givesWay ? null : (edits[list[typedBy]?.edit ?? -1] ?? null),
      typed: typedBy >= 0,
      segment: (givesWay ? inner : list[typedBy])?.box.segment ?? -1,
    };
  });
}

function isInside({ outer }: Table, limit: number, around: number): boolean {
  for (let at = outer[limit] ?? -1; at >= 0; at = outer[at] ?? -1) if (at === around) return true;
  return false;
}

/** What the leaves of a piece weigh by their edit, or by what they are. */
export function plainWeights({ leaves, edit }: Piece, next: Float64Array): Float64Array {
  return weighed(leaves, edit?.weigh ?? ((leaf: number) => next[leaf] ?? NaN));
}

/** A loop: there may be tens of thousands, and the iterator of a typed array costs more than what is done here. */
function weighed(leaves: Int32Array, weigh: Weigh): Float64Array {
  const weights = new Float64Array(leaves.length);
  for (let at = 0; at < leaves.length; at++) weights[at] = Math.max(0, weigh(leaves[at]!) || 0);
  return weights;
}

/** The same; where that leaves nothing to go by, the first other way that does. */
export function weightsOf(piece: Piece, cube: GoalCube, next: Float64Array): Float64Array {
  const others = [
    piece.edit?.otherwise ?? usual(cube, piece.segment),
    (leaf: number) => cube.open[leaf] ?? 0,
    () => 1,
  ];
  let weights = plainWeights(piece, next);
  for (const weigh of others) {
    if (weights.some((weight) => weight > 0)) break;
    weights = weighed(piece.leaves, weigh);
  }
  return weights;
}

/** A segment is like the whole of each rep's month; all segments together leave their total unsplit, in equal parts. */
function usual(cube: GoalCube, segment: number): Weigh {
  const slots = slotsOf(cube);
  if (segment < 0) return (leaf) => (leaf % slots === 0 ? (cube.open[leaf] ?? 0) : 0);
  return (leaf) => {
    if (leaf % slots !== segment + 1 || cube.open[leaf] !== 1) return 0;
    const first = leaf - (leaf % slots);
    let whole = 0;
    for (let slot = 0; slot < slots; slot++) whole += cube.present[first + slot] || 0;
    return whole;
  };
}
