import { monthNumber, type Month } from '../../model/time.ts';

/** Weights of the months of the year, January first; null = blank. */
export type Season = readonly (number | null)[];

/** What a blank month weighs: blank everywhere means even months. */
const BLANK = 1;

/** The same once some month has a weight; null = none has. */
export const blankWeight = (season: Season): number | null =>
  season.some((weight) => weight !== null) ? BLANK : null;

/** The share of each month by the season's weights; the shares add up to 1. All zero means even months too. */
export function seasonShares(months: readonly Month[], season: Season): number[] {
  const weights = months.map((month) => season[monthNumber(month) % 12] ?? BLANK);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / months.length));
}
