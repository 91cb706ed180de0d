import { Atoms } from './atoms.ts';
import type { GoalBox, GoalQuestion } from './cube.ts';
import type { Reach } from './reach.ts';

/** What has to hold: the leaves of a box that may move add up to an amount. */
export interface Limit {
  readonly box: GoalBox;
  readonly amount: number;
  /** Index of the edit or the lock that it comes from; the other is -1. */
  readonly edit: number;
  readonly lock: number;
  /** It was typed below zero: what is below it may be too. */
  readonly negative: boolean;
}

/** The limits of a question, the largest first, and the leaves that may move told apart by them. */
export interface Limits {
  readonly list: readonly Limit[];
  readonly atoms: Atoms;
}

interface Draft {
  readonly box: GoalBox;
  readonly amount: number | null;
  readonly edit: number;
  readonly lock: number;
}

/**
 * The limits of some edits and locks. Leaves that are kept stay as they are: each limit has the rest of its amount for
 * the others. A total that is blanked leaves alone what is kept from it.
 */
export function limitsOf(
  { cube, edits, locks }: GoalQuestion,
  reach: Reach,
  which: { readonly edits: readonly number[]; readonly locks: readonly number[] },
  kept: Uint8Array,
  keptFromBlank: Uint8Array,
): Limits {
  const drafts: Draft[] = [
    ...which.locks.flatMap((lock) => {
      const of = locks[lock];
      return of ? [{ ...of, lock, edit: -1 }] : [];
    }),
    ...which.edits.flatMap((edit) => {
      const of = edits[edit];
      return of ? [{ box: of.box, amount: of.amount, lock: -1, edit }] : [];
    }),
  ];
  const sized = drafts.map((draft) => ({
    draft,
    ...freeOf(draft, cube.present, reach, kept, keptFromBlank),
  }));
  sized.sort((a, b) => b.size - a.size);
  const atoms = new Atoms(cube.present.length);
  sized.forEach(({ draft }, at) => {
    const keeps = draft.amount === null ? keptFromBlank : kept;
    atoms.cut(at, (visit) => {
      reach.each(draft.box, (leaf) => {
        if (keeps[leaf] === 0) visit(leaf);
      });
    });
  });
  return {
    list: sized.map(({ draft, amount }) => ({ ...draft, amount, negative: isNegative(draft) })),
    atoms,
  };
}

const isNegative = ({ amount, edit }: Draft): boolean => edit >= 0 && amount !== null && amount < 0;

function freeOf(
  { box, amount }: Draft,
  present: Float64Array,
  reach: Reach,
  kept: Uint8Array,
  keptFromBlank: Uint8Array,
): { size: number; amount: number } {
  let size = 0;
  let fixed = 0;
  reach.each(box, (leaf) => {
    if ((amount === null ? keptFromBlank : kept)[leaf] === 0) size++;
    else fixed += present[leaf] || 0;
  });
  return { size, amount: amount === null ? 0 : amount - fixed };
}
