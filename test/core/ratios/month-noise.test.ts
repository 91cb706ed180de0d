import { describe, expect, it } from 'vitest';
import { usableCounts } from '../../../src/core/ratios/counts.ts';
import { monthNoise } from '../../../src/core/ratios/month-noise.ts';
import { rateNoise } from '../../../src/core/ratios/rate-noise.ts';
import { evidenceOf } from './evidence.ts';

/** Seeded uniform numbers 0..1. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const TRIALS = 400;
/** Sixty reps of thirty months whose true ratio is `p` times 1 ± swing, by the toss of a coin. */
function team(p: number, swing: number) {
  const random = stream(7);
  const month = (): number => {
    const truth = p * (random() < 0.5 ? 1 - swing : 1 + swing);
    let hits = 0;
    for (let i = 0; i < TRIALS; i++) if (random() < truth) hits++;
    return hits;
  };
  const x = Array.from({ length: 60 }, () => Array.from({ length: 30 }, month));
  return usableCounts(evidenceOf({ x, n: x.map((row) => row.map(() => TRIALS)) }));
}

describe('the month noise', () => {
  it('is found where the true ratio moves from month to month', () => {
    const truth = (0.3 * 0.2) ** 2 / (0.3 * 0.7);
    expect(Math.abs(monthNoise(team(0.3, 0.2)) / truth - 1)).toBeLessThan(0.12);
  });

  it('is next to none where only chance moves it', () => {
    expect(monthNoise(team(0.3, 0))).toBeLessThan(0.001);
  });

  it('needs five pairs of months', () => {
    const wild = (months: number) => Array.from({ length: months }, (_, month) => (month % 2 ? 90 : 10));
    const noise = (months: number) =>
      monthNoise(usableCounts(evidenceOf({ x: [wild(months)], n: [wild(months).map(() => 100)] })));
    expect(noise(5)).toBe(0);
    expect(noise(6)).toBe(0.5);
  });

  it('of a rate is the squared swing, whatever the reps differ', () => {
    // A rare event among many trials is Poisson to a hair.
    const counts = team(0.1, 0.4);
    const base = { ...counts, n: counts.n.map((_, i) => (Math.floor(i / 30) % 2 ? 8 : 40)) };
    expect(Math.abs(rateNoise(base) / 0.16 - 1)).toBeLessThan(0.12);
  });
});
