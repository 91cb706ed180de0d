import { sum, type Counts, type Totals } from './counts.ts';

/** w[t] = 0.5^(age / halfLife), age in months; the last month has age 0. Index = month. */
export function monthWeights(months: number, halfLife: number): Float64Array {
  return Float64Array.from({ length: months }, (_, month) => 0.5 ** ((months - 1 - month) / halfLife));
}

interface Pool {
  readonly x: number;
  readonly n: number;
}

/** Σ w·x and Σ w·n over everyone. Before the first complete month the running one stands in. */
export function weightedPool({ months, x, n }: Counts, weights: Float64Array, running: Totals): Pool {
  const pool = { x: 0, n: 0 };
  for (let i = 0; i < x.length; i++) {
    pool.x += weights[i % months]! * x[i]!;
    pool.n += weights[i % months]! * n[i]!;
  }
  return pool.n > 0 ? pool : { x: sum(running.x), n: sum(running.n) };
}

/** A pooled ratio μ = (x + 0.5) / (n + 1), never zero; NaN when nobody has any evidence. */
export const pooledMean = ({ x, n }: Pool): number => (n > 0 ? (x + 0.5) / (n + 1) : NaN);
