import { MERGE_PARTS, type MergeCounts, type MergePart, type MergeShare } from '../../model/merging.ts';
import { partOf } from './parts.ts';

type Open = { -readonly [K in keyof MergeCounts]: number };
const none = (): Open => ({
  added: 0,
  removed: 0,
  updated: 0,
  mineNewer: 0,
  same: 0,
  conflicts: 0,
  unchanged: 0,
});

/** Counts by part of the plan. */
export class Tally {
  readonly #parts = new Map<MergePart, Open>();

  count(id: string, what: keyof MergeCounts, by = 1): void {
    const part = partOf(id);
    if (part === null) return;
    const counts = this.#parts.get(part) ?? none();
    counts[what] += by;
    this.#parts.set(part, counts);
  }

  get parts(): { part: MergePart; counts: MergeCounts }[] {
    return MERGE_PARTS.flatMap((part) => {
      const counts = this.#parts.get(part);
      return counts ? [{ part, counts }] : [];
    });
  }

  get total(): MergeCounts {
    const total = none();
    for (const counts of this.#parts.values())
      for (const what of Object.keys(total) as (keyof MergeCounts)[]) total[what] += counts[what];
    return total;
  }
}

interface OpenShare {
  changes: number;
  last: number;
  readonly parts: Map<MergePart, number>;
}

/** Who brings how much. */
export class Shares {
  readonly #byAuthor = new Map<number, OpenShare>();

  count(author: number, part: MergePart, at: number): void {
    const share = this.#byAuthor.get(author) ?? {
      changes: 0,
      last: -Infinity,
      parts: new Map<MergePart, number>(),
    };
    share.changes++;
    share.last = Math.max(share.last, at);
    share.parts.set(part, (share.parts.get(part) ?? 0) + 1);
    this.#byAuthor.set(author, share);
  }

  /** The one who brings most first. */
  get list(): MergeShare[] {
    return [...this.#byAuthor]
      .map(([author, { changes, last, parts }]) => ({
        author,
        changes,
        last,
        parts: [...parts].sort((a, b) => b[1] - a[1]),
      }))
      .sort((a, b) => b.changes - a.changes);
  }
}
