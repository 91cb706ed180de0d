import type { Counts, Totals } from './counts.ts';

/** What n trials of one month are worth when that month's own ratio wanders by ρ. */
export const effectiveCount = (n: number, rho: number): number => n / (1 + (n - 1) * rho);

/**
 * Each rep's evidence: N = Σ w·n_eff and X = Σ w·n_eff·(x/n). A record that claims more results than trials, or fewer
 * than none (refunds), is held within 0..N.
 */
export function effectiveCounts({ reps, months, x, n }: Counts, weights: Float64Array, rho: number): Totals {
  const evidence = { x: new Float64Array(reps), n: new Float64Array(reps) };
  for (let rep = 0; rep < reps; rep++) {
    for (let month = 0; month < months; month++) {
      const i = rep * months + month;
      if (n[i]! === 0) continue;
      const trials = weights[month]! * effectiveCount(n[i]!, rho);
      evidence.n[rep]! += trials;
      evidence.x[rep]! += (trials * x[i]!) / n[i]!;
    }
    evidence.x[rep] = within(evidence.x[rep]!, evidence.n[rep]!);
  }
  return evidence;
}

/** `x` held to a share of `n`. */
export const within = (x: number, n: number): number => Math.min(n, Math.max(0, x));
