import type { RatioEvidence } from '../model/planning.ts';
import type { Month } from '../model/time.ts';

/** A ratio month by month against what the plan uses; null = a month without a ratio. */
export interface RatioChart {
  readonly labels: readonly string[];
  readonly ratios: readonly (number | null)[];
  /** The 80 % band of next month; null = not enough data. */
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly used: number | null;
  /** Ends of the value axis: everything that is drawn, with some air, and never below 0. */
  readonly min: number;
  readonly max: number;
}

type Evidence = Pick<RatioEvidence, 'months' | 'low' | 'high' | 'used'>;

const AIR = 0.12;
const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function ratioChart(evidence: Evidence, label: (month: Month) => string): RatioChart {
  const { months, low, high, used } = evidence;
  const ratios = months.map(({ x, n }) => (n > 0 ? orNull(x / n) : null));
  const band = Number.isFinite(low) && Number.isFinite(high) ? { low, high } : null;
  const drawn = [...ratios, orNull(low), orNull(high), orNull(used)].filter((value) => value !== null);
  const [least, most] = drawn.length > 0 ? [Math.min(...drawn), Math.max(...drawn)] : [0, 1];
  const air = (most - least || Math.abs(most) || 1) * AIR;
  return {
    labels: months.map(({ month }) => label(month)),
    ratios,
    band,
    used: orNull(used),
    min: Math.max(0, least - air),
    max: most + air,
  };
}
