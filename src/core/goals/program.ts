/** Moves of cells, the limits that each cell counts for, and what each limit still misses. */
export interface Program {
  /** Limits of each cell: one of every family, or the next larger one around it; -1 = none. */
  readonly own: readonly Int32Array[];
  readonly margin: Float64Array;
  /** How far each cell can go up and down. */
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** How much each limit may go on missing. */
  readonly slack: Float64Array;
}
