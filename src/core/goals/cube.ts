/**
 * The goals as a cube: rep × month × slot. Slot 0 of a rep's month is what is not split over segments; slot s + 1 is
 * segment s's own: of a segment with parts what is not split further. Every total is the sum of its leaves.
 */
export interface GoalCube {
  readonly months: number;
  /** Parent of each unit in each month, index = unit * months + month, -1 = none. Reps are units as well. */
  readonly parentOfUnit: Int32Array;
  /** The unit that each rep is. */
  readonly unitOfRep: Int32Array;
  /** Parent of each segment, -1 = first level. */
  readonly parentOfSegment: Int32Array;
  /** Minor units, NaN = blank; index = leafAt(cube, rep, month, slot). */
  readonly present: Float64Array;
  /** 1 = the leaf may be given money. One that has money takes part in any case: it can be taken away. */
  readonly open: Uint8Array;
  /** Shares are whole multiples of this, but for one in each total. */
  readonly splitUnit: number;
}

/** A total: unit × months (indices, both inclusive) × segment with its parts, -1 = all segments and what is in none. */
export interface GoalBox {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly segment: number;
}

/** A total that stays what it is. */
export interface GoalLock {
  readonly box: GoalBox;
  /** What the leaves add up to at present; where they add up to something else, the lock is put right once touched. */
  readonly amount: number;
}

/** What a leaf weighs when a total is shared out; zero = it gets nothing as long as others weigh something. */
export type Weigh = (leaf: number) => number;

/** A typed total. */
export interface CubeEdit {
  readonly box: GoalBox;
  /** null = blank, with every leaf that is not held. */
  readonly amount: number | null;
  /** null = in proportion to the present values. */
  readonly weigh: Weigh | null;
  /** Where that leaves nothing to go by; null = a segment like the whole of its rep's month, all else equally. */
  readonly otherwise: Weigh | null;
}

export interface GoalQuestion {
  readonly cube: GoalCube;
  readonly edits: readonly CubeEdit[];
  readonly locks: readonly GoalLock[];
}

export type GoalSolution =
  | {
      readonly possible: true;
      /** Leaves that change, ascending, and what they come to (NaN = blank). */
      readonly leaves: Int32Array;
      readonly amounts: Float64Array;
      /** Locks that the edits came up against, and that hold. */
      readonly held: readonly number[];
    }
  | GoalRefusal;

export type GoalRefusal =
  /** Nobody is below the edit: there is nowhere to put it. */
  | { readonly possible: false; readonly why: 'nobody'; readonly edit: number }
  /** Together they can't hold, and each is needed for that: leave any out and the others can. */
  | {
      readonly possible: false;
      readonly why: 'locks';
      readonly locks: readonly number[];
      readonly edits: readonly number[];
      /** How far the nearest of their amounts is from where they could hold. */
      readonly by: number;
    }
  /** Only fractions of a minor unit would do: the nearest whole table misses by this much. */
  | { readonly possible: false; readonly why: 'fractions'; readonly by: number }
  | { readonly possible: false; readonly why: 'tooHard' };

export const slotsOf = (cube: GoalCube): number => cube.parentOfSegment.length + 1;

export const leafAt = (cube: GoalCube, rep: number, month: number, slot: number): number =>
  (rep * cube.months + month) * slotsOf(cube) + slot;
