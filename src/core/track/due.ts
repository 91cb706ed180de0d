/*
 * Pace against a target that was handed out (METHODS 3). Weights are those of a period's days, 0..1; offsets count from
 * its first day, and `before` an offset means without that day.
 */

/** Σ of the weights before each day, and of all of them: one more than there are days. */
export function cumulatedBefore(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  for (let day = 0; day < weights.length; day++) sums[day + 1] = (sums[day] ?? 0) + (weights[day] ?? 0);
  return sums;
}

/** From a day on, a target for the whole period, and what was done before that day. */
export interface Line {
  readonly from: number;
  readonly base: number;
  readonly target: number;
}

/** What of a line's target is due before a day: the rest after its base, by working days. */
export function dueBefore({ from, base, target }: Line, day: number, sums: Float64Array): number {
  const whole = (sums.at(-1) ?? 0) - (sums[from] ?? 0);
  const passed = (sums[day] ?? 0) - (sums[from] ?? 0);
  const share = whole > 0 ? Math.min(1, Math.max(0, passed / whole)) : 1;
  return base + Math.max(0, target - base) * share;
}

/** Of a period's working days, the share of those from a day on. */
export function shareFrom(from: number, sums: Float64Array): number {
  const whole = sums.at(-1) ?? 0;
  return from > 0 && whole > 0 ? (whole - (sums[from] ?? 0)) / whole : 1;
}

/** Fewer than this a working day: a weekly quota only. */
const DAILY_FROM = 1;

/** The integer quota of a morning: what is left, floor 0, over the weights left; Infinity = less than one a day. */
export function morningQuota(left: number, day: number, end: number, sums: Float64Array): number {
  const weights = (sums[end] ?? 0) - (sums[day] ?? 0);
  const own = (sums[day + 1] ?? 0) - (sums[day] ?? 0);
  if (Number.isNaN(left)) return NaN;
  if (!(own > 0)) return 0;
  const wanted = Math.max(0, left);
  return wanted > 0 && wanted / weights < DAILY_FROM ? Infinity : Math.floor((wanted * own) / weights + 0.5);
}

/** The integer quota of the days from a morning up to an end, the end left out. */
export function spanQuota(left: number, day: number, to: number, end: number, sums: Float64Array): number {
  const weights = (sums[end] ?? 0) - (sums[day] ?? 0);
  if (Number.isNaN(left)) return NaN;
  if (!(weights > 0)) return 0;
  return Math.floor((Math.max(0, left) * ((sums[to] ?? 0) - (sums[day] ?? 0))) / weights + 0.5);
}
