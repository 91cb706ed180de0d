/** One complete year of the record: what each of its months won, and its working days. */
export interface SeasonYear {
  readonly won: readonly number[];
  readonly days: readonly number[];
}

/** What the weights of a year's months are on average: easy to read, and far from the 1 of a blank one. */
const MEAN = 100;
const DIGITS = 10;

/**
 * Month weights by the record: the mean over the years of each month's share of what was won per working day, times the
 * working days of the months that they are for. On average 100, to one decimal; empty without a year.
 */
export function seasonFromHistory(years: readonly SeasonYear[], days: readonly number[]): number[] {
  const shares = years.map(perDayShares);
  if (shares.length === 0) return [];
  const weights = days.map(
    (count, month) => (count * shares.reduce((sum, share) => sum + (share[month] ?? 0), 0)) / shares.length,
  );
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => (mean > 0 ? Math.round((weight / mean) * MEAN * DIGITS) / DIGITS : MEAN));
}

/** Each month's share of the year once all months had the same working days. */
function perDayShares({ won, days }: SeasonYear): number[] {
  const perDay = won.map((amount, month) => {
    const count = days[month] ?? 0;
    return count > 0 ? amount / count : 0;
  });
  const total = perDay.reduce((sum, rate) => sum + rate, 0);
  return perDay.map((rate) => (total > 0 ? rate / total : 1 / perDay.length));
}
