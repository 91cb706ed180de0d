import type { Limit, Limits } from './limits.ts';
import { families, type Families } from './families.ts';

/** Limits that can't hold together, and by how much. */
export interface Clash {
  readonly suspects: readonly number[];
  readonly by: number;
  /** None of them can be left out. */
  readonly irreducible: boolean;
}

/**
 * The limits as margins of a table. Within a family limits nest, so that a limit less those inside it is a margin of
 * its own cells: the margins of one family share no cell, and two families make an ordinary table of rows and columns.
 */
export interface Table extends Families {
  readonly list: readonly Limit[];
  /** The atom that each cell is. */
  readonly atoms: Int32Array;
  /** For each limit what its own cells add up to. */
  readonly margin: Float64Array;
}

export function tableOf({ list, atoms }: Limits): Table {
  const alive = Int32Array.from(atoms.alive());
  const kin = families(
    list.length,
    Array.from(alive, (atom) => atoms.limitsOf(atom)),
  );
  const margin = Float64Array.from(list, ({ amount }) => amount);
  kin.outer.forEach((outer, at) => {
    if (outer >= 0) margin[outer] = (margin[outer] ?? 0) - (list[at]?.amount ?? 0);
  });
  return { list, atoms: alive, margin, ...kin };
}

/** A limit and those inside it that can't hold together whatever else does; null = none. */
export function clashOfNested({ list, margin, own, outer }: Table): Clash | null {
  const served = new Uint8Array(list.length);
  for (const family of own) for (const limit of family) if (limit >= 0) served[limit] = 1;
  const parts = new Uint8Array(list.length);
  for (const limit of outer) if (limit >= 0) parts[limit] = 1;
  for (let at = 0; at < list.length; at++) {
    const rest = margin[at] ?? 0;
    const typedNegative = list[at]?.negative === true && parts[at] === 0;
    if (rest === 0 || (served[at] === 1 && (rest > 0 || typedNegative))) continue;
    const inside = [...outer.keys()].filter((limit) => outer[limit] === at);
    return clashAt(at, rest, inside, list);
  }
  return null;
}

/** The fewest limits inside, the largest first, that already take more than there is; all where they leave some over. */
function clashAt(at: number, rest: number, inside: readonly number[], list: readonly Limit[]): Clash {
  if (rest > 0) return { suspects: [at, ...inside], by: rest, irreducible: true };
  const amountOf = (limit: number): number => list[limit]?.amount ?? 0;
  const fewest = list[at]?.negative ? 2 : 1;
  const suspects = [at];
  let left = amountOf(at);
  for (const limit of inside.toSorted((a, b) => amountOf(b) - amountOf(a))) {
    if (left < 0 && suspects.length >= fewest) break;
    suspects.push(limit);
    left -= amountOf(limit);
  }
  return { suspects, by: -left, irreducible: true };
}
