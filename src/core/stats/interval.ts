import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** The 10 % and 90 % quantiles: eight times in ten the value lies between them. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const LOW = 0.1;
const HIGH = 0.9;

/** Interval of a Beta distribution with this mean (0..1) and size (α + β); a point where it is degenerate. */
export function betaInterval(mean: number, size: number): Interval {
  const alpha = mean * size;
  const beta = (1 - mean) * size;
  if (!(alpha > 0 && beta > 0 && Number.isFinite(size))) return { low: mean, high: mean };
  return { low: betaQuantile(LOW, alpha, beta), high: betaQuantile(HIGH, alpha, beta) };
}

/** Interval of a Gamma distribution with this mean and variance; a point where it is degenerate. */
export function gammaInterval(mean: number, variance: number): Interval {
  if (!(mean > 0 && variance > 0)) return { low: mean, high: mean };
  const shape = (mean * mean) / variance;
  const scale = variance / mean;
  return { low: gammaincinv(LOW, shape) * scale, high: gammaincinv(HIGH, shape) * scale };
}
