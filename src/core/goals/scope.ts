import { Atoms } from './atoms.ts';
import type { GoalBox, GoalQuestion } from './cube.ts';
import { limitsOf, type Limits } from './limits.ts';
import type { Reach } from './reach.ts';

/** How a lock stands to the edits: shares no leaf with them; is wholly below the same ones; or is cut by one. */
type Standing = 'apart' | 'inside' | 'cut';

interface Lock {
  readonly box: GoalBox;
  readonly standing: Standing;
  /** Its leaves add up to what it is locked at. */
  readonly settled: boolean;
}

/** What a question may move. */
export interface Scope {
  /** As little as possible: locks that no edit cuts keep every leaf of theirs. */
  readonly narrow: () => Limits;
  /** All leaves of these edits and locks: only the sums of the locks stay. */
  readonly wide: (edits: readonly number[], locks: readonly number[]) => Limits;
  /** Locks that share leaves with an edit, or with a lock that does, and so on. */
  readonly linked: () => number[];
  /** Locks that an edit cuts or holds. */
  readonly met: readonly number[];
}

export function scopeOf(question: GoalQuestion, reach: Reach): Scope {
  const { cube, edits } = question;
  const locks = standings(question, reach);
  const none = new Uint8Array(cube.present.length);
  const mark = (boxes: readonly GoalBox[]): Uint8Array => {
    const marked = boxes.length > 0 ? none.slice() : none;
    for (const box of boxes) reach.each(box, (leaf) => (marked[leaf] = 1));
    return marked;
  };
  const keeps = ({ standing, settled }: Lock): boolean =>
    standing === 'apart' || (standing === 'inside' && settled);
  const typed = edits.flatMap(({ box, amount }) => (amount === null ? [] : [box]));
  const someBlank = typed.length < edits.length;
  const insideLocks = locks.flatMap(({ box, standing }) => (standing === 'inside' ? [box] : []));
  const keptFromBlank = someBlank ? mark([...typed, ...insideLocks]) : none;
  return {
    narrow: () => {
      const which = { edits: [...edits.keys()], locks: indices(locks, (lock) => !keeps(lock)) };
      const kept = mark(locks.filter(keeps).map(({ box }) => box));
      return limitsOf(question, reach, which, kept, keptFromBlank);
    },
    wide: (someEdits, someLocks) =>
      limitsOf(question, reach, { edits: someEdits, locks: someLocks }, none, keptFromBlank),
    linked: () => linkedLocks(question, reach),
    met: indices(locks, ({ standing }) => standing !== 'apart'),
  };
}

const indices = <T>(list: readonly T[], is: (item: T) => boolean): number[] =>
  list.flatMap((item, at) => (is(item) ? [at] : []));

function standings({ cube, edits, locks }: GoalQuestion, reach: Reach): Lock[] {
  const byEdit = new Atoms(cube.present.length);
  edits.forEach(({ box }, at) => {
    byEdit.cut(at, (visit) => {
      reach.each(box, visit);
    });
  });
  return locks.map(({ box, amount }) => {
    let lowest = Infinity;
    let highest = 0;
    let sum = 0;
    reach.each(box, (leaf) => {
      const atom = byEdit.of[leaf] ?? 0;
      if (atom < lowest) lowest = atom;
      if (atom > highest) highest = atom;
      sum += cube.present[leaf] || 0;
    });
    return {
      ...{ box, settled: sum === amount },
      standing: highest === 0 ? 'apart' : lowest === highest ? 'inside' : 'cut',
    };
  });
}

function linkedLocks({ cube, edits, locks }: GoalQuestion, reach: Reach): number[] {
  const reached = new Uint8Array(cube.present.length);
  for (const { box } of edits) reach.each(box, (leaf) => (reached[leaf] = 1));
  const linked = new Set<number>();
  for (let before = -1; before < linked.size;) {
    before = linked.size;
    locks.forEach(({ box }, at) => {
      if (linked.has(at)) return;
      let meets = 0;
      reach.each(box, (leaf) => (meets += reached[leaf] ?? 0));
      if (meets === 0) return;
      linked.add(at);
      reach.each(box, (leaf) => (reached[leaf] = 1));
    });
  }
  return [...linked].sort((a, b) => a - b);
}
