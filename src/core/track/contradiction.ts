/** Days of other numbers that say what is usual; fewer do not. */
const FEWEST = 5;
const DEVIATIONS = 4;
const LEAST_BAND = 0.1;

/** Share of part in whole over the days that are in order; NaN = fewer than five of them. */
export function usualShare(wholes: readonly number[], parts: readonly number[]): number {
  let [days, whole, part] = [0, 0, 0];
  wholes.forEach((all, at) => {
    const some = parts[at] ?? NaN;
    if (!(some <= all)) return;
    days++;
    whole += all;
    part += some;
  });
  return days >= FEWEST && whole > 0 ? part / whole : NaN;
}

/**
 * Whether two columns that were swapped would explain it: the other way round the share is the usual one, of so many
 * that none at all would not be.
 */
export function swapExplains(whole: number, part: number, usual: number): boolean {
  if (!(part > whole) || Number.isNaN(usual)) return false;
  const band = DEVIATIONS * Math.sqrt((usual * (1 - usual)) / part);
  if (band / 2 >= usual) return false;
  return Math.abs(whole / part - usual) <= Math.max(LEAST_BAND, band);
}
