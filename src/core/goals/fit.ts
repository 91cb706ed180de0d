import type { Table } from './table.ts';

/** What a margin asks of the cells that are fitted. */
export const IGNORED = 0;
export const EXACT = 1;
/** Cells that are not fitted can take up the rest. */
export const AT_MOST = 2;

const PASSES = 300;
const PASSES_AT_ONCE = 10;

export interface Fitted {
  readonly cells: Float64Array;
  /** How far the worst margin is still off. */
  readonly off: number;
}

/**
 * Proportional fitting: the cells nearest in proportion to the weights (least relative entropy) whose sums are the
 * margins. Margins that are at most so much scale down only, and give back what they no longer need to (Hildreth's
 * multipliers, as in Bregman 1967). Cells of weight zero stay zero.
 */
export function* fit(
  { own }: Pick<Table, 'own'>,
  margin: Float64Array,
  ask: Uint8Array,
  weights: Float64Array,
  close: number,
): Generator<number, Fitted> {
  const cells = weights.slice();
  const scale = new Float64Array(margin.length).fill(1);
  let off = Infinity;
  for (let pass = 0; pass < PASSES && off > close; pass++) {
    if (pass % PASSES_AT_ONCE === PASSES_AT_ONCE - 1) yield 0.2;
    off = 0;
    for (const family of own) off = Math.max(off, scaleFamily(family, cells, margin, ask, scale));
  }
  return { cells, off };
}

function scaleFamily(
  family: Int32Array,
  cells: Float64Array,
  margin: Float64Array,
  ask: Uint8Array,
  scale: Float64Array,
): number {
  const sums = new Float64Array(margin.length);
  for (let cell = 0; cell < cells.length; cell++) {
    const limit = family[cell] ?? -1;
    if (limit >= 0) sums[limit] = (sums[limit] ?? 0) + (cells[cell] ?? 0);
  }
  let off = 0;
  const factors = sums.map((sum, limit) => {
    const wanted = margin[limit] ?? 0;
    if (sum <= 0 || ask[limit] === IGNORED) return 1;
    const factor = Math.max(wanted, 0) / sum;
    if (ask[limit] === EXACT) {
      off = Math.max(off, Math.abs(sum - wanted));
      return factor;
    }
    const before = scale[limit] ?? 1;
    const after = Math.min(1, before * factor);
    scale[limit] = after;
    off = Math.max(off, sum - wanted);
    return before > 0 ? after / before : 1;
  });
  for (let cell = 0; cell < cells.length; cell++) {
    const limit = family[cell] ?? -1;
    if (limit >= 0) cells[cell] = (cells[cell] ?? 0) * (factors[limit] ?? 1);
  }
  return off;
}
