/*
 * Integer quotas by cumulative rounding (METHODS 3): q_d = round(T·W_d/W) − round(T·W_{d−1}/W). Sums of any run of
 * days are exact roundings too, so nothing piles up: 1,389 dials stay 1,389.
 */

/** Σ of the weights up to and with each part. */
export function cumulated(weights: Float64Array): Float64Array {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/**
 * Writes the quota of each part into `out`. `total` is real and at least 0; `weights` are cumulated and end above 0.
 * No part is off its fair share by 1 or more, and the parts add up to round(total).
 */
export function roundCumulated(total: number, weights: Float64Array, out: Int32Array | Float64Array): void {
  const parts = weights.length;
  const whole = weights[parts - 1] ?? NaN;
  const scale = total / whole;
  const rounded = Math.floor(total + 0.5);
  let before = 0;
  for (let part = 0; part < parts; part++) {
    const sum = weights[part] ?? 0;
    // Scaling may put the last sum on the other side of a half.
    const after = sum === whole ? rounded : Math.floor(scale * sum + 0.5);
    out[part] = after - before;
    before = after;
  }
}

/**
 * Holds a share measure's quotas to its parent's, in place: what exceeds moves on to later days, at the end of the
 * period back to earlier ones. No day passes its own fair share rounded up, unless the sum cannot be kept otherwise.
 */
export function capByParent(
  quotas: Int32Array,
  parent: Int32Array,
  total: number,
  weights: Float64Array,
): void {
  const parts = weights.length;
  let carried = 0;
  for (let part = 0; part < parts; part++) {
    const wanted = (quotas[part] ?? 0) + carried;
    if (carried === 0 && wanted <= (parent[part] ?? 0)) continue;
    const given = Math.min(wanted, parent[part] ?? 0, fairCeiling(total, weights, part));
    quotas[part] = given;
    carried = wanted - given;
  }
  if (carried > 0)
    carried = giveBack(quotas, parts, carried, (part) =>
      Math.min(parent[part] ?? 0, fairCeiling(total, weights, part)),
    );
  if (carried > 0) giveBack(quotas, parts, carried, (part) => parent[part] ?? 0);
}

function fairCeiling(total: number, weights: Float64Array, part: number): number {
  const own = (weights[part] ?? 0) - (part > 0 ? (weights[part - 1] ?? 0) : 0);
  return Math.ceil((total * own) / (weights[weights.length - 1] ?? NaN) - 1e-9);
}

function giveBack(
  quotas: Int32Array,
  parts: number,
  carried: number,
  roomOf: (part: number) => number,
): number {
  let left = carried;
  for (let part = parts - 1; part >= 0 && left > 0; part--) {
    const given = Math.min(left, Math.max(0, roomOf(part) - (quotas[part] ?? 0)));
    quotas[part] = (quotas[part] ?? 0) + given;
    left -= given;
  }
  return left;
}
