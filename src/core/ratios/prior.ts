/** What thin records are drawn to, before teams are told apart. */
export interface Prior {
  /** NaN = neither a default nor anybody's evidence. */
  readonly mean: number;
  /** Null = to be fitted to the reps' records. */
  readonly strength: number | null;
  /** How a rep without evidence is labelled. */
  readonly label: 'assumed' | 'tooLittle';
}

/** With fewer reps on record their pool would count each one's own data twice. */
const ENOUGH_REPS = 3;
/** Without a default the pool has to serve, at the weight of a single event. */
const POOL_STRENGTH = 1;

/**
 * The company's pooled mean with a fitted strength when three reps or more have data; until then the template's default
 * at `assumedStrength`; without a default the pool itself, at a weight that hardly counts.
 */
export function choosePrior(
  pooled: number,
  repsWithData: number,
  assumed: number | null,
  assumedStrength: number,
): Prior {
  if (repsWithData >= ENOUGH_REPS) return { mean: pooled, strength: null, label: 'tooLittle' };
  if (assumed !== null) return { mean: assumed, strength: assumedStrength, label: 'assumed' };
  return { mean: pooled, strength: POOL_STRENGTH, label: 'tooLittle' };
}
