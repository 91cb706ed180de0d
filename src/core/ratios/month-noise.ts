import { sum, totalsOf, type Counts } from './counts.ts';
import { pooledMean } from './weights.ts';

const MOST_NOISE = 0.5;
const FEWEST_PAIRS = 5;
const LEAST_INFORMATION = 0.5;

interface Pairs {
  count: number;
  excess: number;
  room: number;
}

/**
 * ρ, 0..0.5: how much a rep's true share moves from month to month, as an intraclass correlation. Compares each rep's
 * successive active months: what their difference shows beyond binomial sampling. 0 with fewer than five such pairs.
 */
export function monthNoise(counts: Counts): number {
  const totals = totalsOf(counts);
  const pooled = pooledMean({ x: sum(totals.x), n: sum(totals.n) });
  const pairs: Pairs = { count: 0, excess: 0, room: 0 };
  for (let rep = 0; rep < counts.reps; rep++) {
    const p = (totals.x[rep]! + pooled) / (totals.n[rep]! + 1);
    if (p > 0 && p < 1) addPairs(pairs, counts, rep, p * (1 - p));
  }
  if (pairs.count < FEWEST_PAIRS) return 0;
  return Math.min(MOST_NOISE, Math.max(0, pairs.excess / pairs.room));
}

function addPairs(pairs: Pairs, { months, x, n }: Counts, rep: number, spread: number): void {
  let previous = -1;
  for (let i = rep * months; i < (rep + 1) * months; i++) {
    if (n[i]! === 0) continue;
    if (previous >= 0) addPair(pairs, x[previous]!, n[previous]!, x[i]!, n[i]!, spread);
    previous = i;
  }
}

function addPair(pairs: Pairs, xa: number, na: number, xb: number, nb: number, spread: number): void {
  if (Math.min(na, nb) * spread < LEAST_INFORMATION) return;
  const sampling = 1 / na + 1 / nb;
  const weight = 1 / (sampling + 0.04);
  const difference = xa / na - xb / nb;
  pairs.count++;
  pairs.excess += weight * ((difference * difference) / spread - sampling);
  pairs.room += weight * (2 - sampling);
}
