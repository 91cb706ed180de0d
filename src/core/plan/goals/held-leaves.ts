import type { GoalBox } from '../../goals/cube.ts';
import type { EditCube } from './edit-cube.ts';
import { eachLeaf } from './edit-cube.ts';

/** A total within another one that is typed with it. */
export interface TypedBox {
  readonly box: GoalBox;
  readonly amount: number | null;
}

/**
 * What the leaves of a typed total have that they keep: those that are locked, or typed themselves, wholly within it; NaN =
 * free. A sum that its leaves don't come to is brought to them in proportion, where they are blank evenly.
 */
export function heldLeaves(made: EditCube, box: GoalBox, typed: readonly TypedBox[]): Float64Array {
  const { present } = made.cube;
  const held = new Float64Array(present.length).fill(NaN);
  const inside = new Uint8Array(present.length);
  let size = 0;
  eachLeaf(made, box, (leaf) => {
    inside[leaf] = 1;
    size++;
  });
  for (const { box: part, amount } of [...typed, ...made.boxes]) {
    const leaves: number[] = [];
    let within = 0;
    eachLeaf(made, part, (leaf) => {
      leaves.push(leaf);
      within += inside[leaf]!;
    });
    if (amount === null || within < leaves.length || leaves.length === size) continue;
    keep(held, leaves, present, amount);
  }
  return held;
}

function keep(held: Float64Array, leaves: readonly number[], present: Float64Array, amount: number): void {
  const free = leaves.filter((leaf) => Number.isNaN(held[leaf]!));
  const rest = leaves.reduce((left, leaf) => left - (held[leaf]! || 0), amount);
  const sum = free.reduce((total, leaf) => total + (present[leaf]! || 0), 0);
  for (const leaf of free) held[leaf] = sum > 0 ? ((present[leaf]! || 0) * rest) / sum : rest / free.length;
}
