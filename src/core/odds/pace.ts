import { quantile } from '../stats/quantile.ts';

/** How many of the last months tell the pace, and how far back they may lie. */
const MONTHS = 3;
const FARTHEST = 6;
/** The share of own months that the best pace lies above. */
const BEST = 0.9;

/** Work a working day in each complete month, or on each day, oldest first; NaN = not entered, or no working day. */
export type DailyRates = Float64Array;

/** The usual pace: the median month of the last three that are entered; NaN where none of the last six is. */
export const usualPace = (rates: DailyRates): number =>
  quantile(
    rates
      .slice(-FARTHEST)
      .filter((rate) => !Number.isNaN(rate))
      .slice(-MONTHS),
    0.5,
  );

/** The proven best: the 90th percentile of the own days, or months; NaN without any. */
export const provenBest = (rates: DailyRates): number =>
  quantile(
    rates.filter((rate) => !Number.isNaN(rate)),
    BEST,
  );
