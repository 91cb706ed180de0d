import { monthNumber, type Month } from '../../model/time.ts';

/** Weights of the months of the year, January first; null = blank. */
export type Season = readonly (number | null)[];

/**
 * The share of each month by the season's weights; the shares add up to 1. A blank month weighs as much as the mean of
 * the others, so that blank everywhere means even months; all zero means even months too.
 */
export function seasonShares(months: readonly Month[], season: Season): number[] {
  const typed = season.filter((weight) => weight !== null);
  const mean = typed.length === 0 ? 1 : typed.reduce((sum, weight) => sum + weight, 0) / typed.length;
  const weights = months.map((month) => season[monthNumber(month) % 12] ?? mean);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / months.length));
}
