import { totalsOf, type Counts } from './counts.ts';

const FEWEST_DEGREES = 5;

/**
 * ω ≥ 0: the squared coefficient of variation of a rep's true rate from month to month, from E[r²] = 1 + ω·μn, r the
 * Pearson residuals. They are taken about each rep's own rate, so that the differences between reps are not counted as
 * noise; that fit costs one degree of freedom per rep. 0 with fewer than five degrees of freedom.
 */
export function rateNoise(counts: Counts): number {
  const { reps, months, x, n } = counts;
  const totals = totalsOf(counts);
  let squares = 0;
  let degrees = 0;
  let leverage = 0;
  for (let rep = 0; rep < reps; rep++) {
    const rate = totals.x[rep]! / totals.n[rep]!;
    if (!(rate > 0)) continue;
    let active = 0;
    let sumOfSquares = 0;
    for (let i = rep * months; i < (rep + 1) * months; i++) {
      if (n[i]! === 0) continue;
      const expected = rate * n[i]!;
      active++;
      squares += (x[i]! - expected) ** 2 / expected;
      sumOfSquares += expected ** 2;
    }
    const expectedOfRep = rate * totals.n[rep]!;
    degrees += active - 1;
    leverage += expectedOfRep - sumOfSquares / expectedOfRep;
  }
  if (degrees < FEWEST_DEGREES || leverage <= 0) return 0;
  return Math.max(0, (squares - degrees) / leverage);
}
