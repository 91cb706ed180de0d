import { landedAfter, type LagCurve } from './lag-curve.ts';

/** Working days of one month for one rep, and how many come after it until the deadline. */
export interface WorkedDays {
  /** Weight 0..1 of each day of the month. */
  readonly weights: Float64Array;
  /** Only days from this offset on, and before this one, count. */
  readonly from: number;
  readonly until: number;
  /** Working days between the end of this month and the deadline (0: the deadline is its last day). */
  readonly after: number;
}

/**
 * F̄ (METHODS 2): the share of work that is spread evenly over these days which lands by the deadline, each day's by
 * the working days left from it on. NaN without a working day.
 */
export function landingShare(curve: LagCurve, { weights, from, until, after }: WorkedDays): number {
  if (curve.length === 1 && after >= 0) return hasWork(weights, from, until) ? 1 : NaN;
  let [landed, total, later] = [0, 0, after];
  for (let day = weights.length - 1; day >= from; day--) {
    const weight = weights[day] ?? 0;
    if (day < until && weight > 0) {
      landed += weight * landedAfter(curve, later);
      total += weight;
    }
    later += weight;
  }
  return landed / total;
}

function hasWork(weights: Float64Array, from: number, until: number): boolean {
  for (let day = from; day < Math.min(until, weights.length); day++) if (weights[day]! > 0) return true;
  return false;
}
