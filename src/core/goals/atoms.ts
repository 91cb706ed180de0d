/**
 * Leaves told apart by the limits they are in, and by nothing else: all leaves of an atom have the same part in every
 * limit. Atom 0 holds the leaves that are in none.
 */
export class Atoms {
  /** The atom of each leaf. */
  readonly of: Int32Array;
  /** For each atom the one it was cut out of, and the limit that did. */
  private readonly from: number[] = [-1];
  private readonly by: number[] = [-1];
  private readonly sizes: number[] = [0];

  constructor(leaves: number) {
    this.of = new Int32Array(leaves);
    this.sizes[0] = leaves;
  }

  get count(): number {
    return this.sizes.length;
  }

  /** Cuts the leaves of a limit out of their atoms. Larger limits have to come before smaller ones. */
  cut(limit: number, each: (visit: (leaf: number) => void) => void): void {
    const pieces = new Map<number, number>();
    each((leaf) => {
      const atom = this.of[leaf] ?? 0;
      let piece = pieces.get(atom);
      if (piece === undefined) pieces.set(atom, (piece = this.add(atom, limit)));
      this.of[leaf] = piece;
      this.sizes[atom] = (this.sizes[atom] ?? 0) - 1;
      this.sizes[piece] = (this.sizes[piece] ?? 0) + 1;
    });
  }

  private add(from: number, by: number): number {
    this.from.push(from);
    this.by.push(by);
    return this.sizes.push(0) - 1;
  }

  /** Limits that an atom is in, the smallest first. */
  limitsOf(atom: number): number[] {
    const limits: number[] = [];
    for (let at = atom; at > 0; at = this.from[at] ?? 0) limits.push(this.by[at] ?? -1);
    return limits;
  }

  /** The atoms that have leaves, without atom 0, in the order of their first leaves. */
  alive(): number[] {
    const seen = new Uint8Array(this.count);
    const alive: number[] = [];
    for (const atom of this.of) {
      if (seen[atom] === 1) continue;
      seen[atom] = 1;
      if (atom > 0) alive.push(atom);
    }
    return alive;
  }

  /** The leaves of all atoms, one after another: those of an atom from `start[atom]` up to `start[atom + 1]`. */
  leaves(): { start: Int32Array; leaf: Int32Array } {
    const start = new Int32Array(this.count + 1);
    for (let atom = 1; atom < this.count; atom++)
      start[atom + 1] = (start[atom] ?? 0) + (this.sizes[atom] ?? 0);
    const next = start.slice();
    const leaf = new Int32Array(start[this.count] ?? 0);
    this.of.forEach((atom, at) => {
      if (atom > 0) leaf[(next[atom] = (next[atom] ?? 0) + 1) - 1] = at;
    });
    return { start, leaf };
  }
}
