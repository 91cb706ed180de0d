import type { RatioEvidence } from '../model/planning.ts';
import type { Month } from '../model/time.ts';
import { roundTicks } from './axis.ts';
import type { Picture } from './picture.ts';

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

export interface RatioWords {
  readonly ratio: string;
  readonly used: string;
  readonly month: string;
  readonly format: (value: number) => string;
}

const TICKS = 5;

/** The chart as it is drawn: a line with a point for each month, what is used dashed, the band behind both. */
export function ratioPicture(chart: RatioChart, { ratio, used, month, format }: RatioWords): Picture {
  const { labels, ratios, band, min, max } = chart;
  const line = { ink: 'd-1', dash: 'solid', dots: true } as const;
  const level = { ink: 'ink-2', dash: 'dashed', dots: false } as const;
  return {
    labels,
    written: null,
    axis: {
      ...{ min, max, broken: false },
      ticks: roundTicks(min, max, TICKS).map((value) => ({ value, text: format(value) })),
    },
    bars: [],
    lines: [
      { ...line, values: ratios },
      ...(chart.used === null ? [] : [{ ...level, values: labels.map(() => chart.used) }]),
    ],
    band: band && labels.map(() => band),
    ...{ rule: null, bracket: null, callouts: [] },
    ends: chart.used === null ? [] : [{ value: chart.used, text: used, ink: 'ink-2', strong: false }],
    says: labels.map((label, at) => [label, ratio, spoken(ratios[at], format)].join(' ')),
    table: {
      head: [month, ratio],
      rows: labels.map((label, at) => [label, spoken(ratios[at], format)]),
    },
  };
}

const spoken = (value: number | null | undefined, format: (value: number) => string): string =>
  value == null ? '—' : format(value);
