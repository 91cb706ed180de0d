import { probit } from '../stats/probit.ts';

/** Money that comes in beside the chain in the days left, whatever the work. */
export interface OtherOdds {
  readonly mean: number;
  readonly variance: number;
}

/** So many equally likely amounts stand for all. */
const POINTS = 12;
const normal = Float64Array.from({ length: POINTS }, (_, at) => probit((at + 0.5) / POINTS));

/**
 * Equally likely amounts of a Gamma distribution with this mean and variance, both above 0: Wilson and Hilferty's
 * quantiles, scaled so that they have the mean.
 */
export function amountsOf({ mean, variance }: OtherOdds): Float64Array {
  const ninth = variance / mean ** 2 / 9;
  const amounts = new Float64Array(POINTS);
  let sum = 0;
  for (let at = 0; at < POINTS; at++)
    sum += amounts[at] = Math.max(0, 1 - ninth + normal[at]! * Math.sqrt(ninth)) ** 3;
  for (let at = 0; at < POINTS; at++) amounts[at]! *= (mean * POINTS) / sum;
  return amounts;
}
