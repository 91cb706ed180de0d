import type { StepEvidence } from './types.ts';

/**
 * The months of a step that can tell something, rep-major as in `StepEvidence`: where either measure is blank or the
 * base is not positive both are 0, so that sums may run over all cells. A month with n > 0 is active.
 */
export interface Counts {
  readonly reps: number;
  readonly months: number;
  readonly x: Float64Array;
  readonly n: Float64Array;
}

/** Totals per rep (or group); the index is the rep's. */
export interface Totals {
  readonly x: Float64Array;
  readonly n: Float64Array;
}

/** Keeps what has both measures: blank is absent, 0 of some is evidence, anything of nothing is not. */
export function usableCounts({ reps, months, x, n }: StepEvidence): Counts {
  return { reps, months, ...bothPresent(x, n) };
}

/** The running month of each rep by the same rule. */
export const usableRunning = ({ runningX, runningN }: StepEvidence): Totals =>
  bothPresent(runningX, runningN);

function bothPresent(x: Float64Array, n: Float64Array): Totals {
  const kept = { x: new Float64Array(x.length), n: new Float64Array(x.length) };
  for (let i = 0; i < x.length; i++) {
    if (!(n[i]! > 0) || Number.isNaN(x[i]!)) continue;
    kept.x[i] = x[i]!;
    kept.n[i] = n[i]!;
  }
  return kept;
}

/** What each rep has done and gained, all usable months unweighted. */
export function totalsOf({ reps, months, x, n }: Counts): Totals {
  const totals = { x: new Float64Array(reps), n: new Float64Array(reps) };
  for (let i = 0; i < reps * months; i++) {
    const rep = Math.floor(i / months);
    totals.x[rep]! += x[i]!;
    totals.n[rep]! += n[i]!;
  }
  return totals;
}

/** Sums of two columns of totals, rep by rep. */
export const addTotals = (a: Totals, b: Totals): Totals => ({
  x: a.x.map((value, i) => value + b.x[i]!),
  n: a.n.map((value, i) => value + b.n[i]!),
});

/** The totals of one rep (or group). */
export const totalsAt = ({ x, n }: Totals, i: number): { x: number; n: number } => ({ x: x[i]!, n: n[i]! });

export function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
