import { describe, expect, it } from 'vitest';
import { betweenReps } from '../../../src/core/levers/between-reps.ts';
import { raised } from '../../../src/core/levers/raised.ts';
import { fitStep } from '../../../src/core/ratios/fit-step.ts';
import type { StepEvidence } from '../../../src/core/ratios/types.ts';
import { seeded } from '../../planner/plan.ts';

const REPS = 400;
const MONTHS = 12;

/** Reps whose true ratio is drawn by `trueRatio`, counted by `count` over a year. */
function evidence(
  kind: StepEvidence['kind'],
  trueRatio: (random: () => number) => number,
  count: (n: number, ratio: number, random: () => number) => number,
): StepEvidence {
  const random = seeded(7);
  const x = new Float64Array(REPS * MONTHS);
  const n = new Float64Array(REPS * MONTHS);
  for (let rep = 0; rep < REPS; rep++) {
    const ratio = trueRatio(random);
    for (let month = 0; month < MONTHS; month++) {
      const at = rep * MONTHS + month;
      n[at] = 150;
      x[at] = count(150, ratio, random);
    }
  }
  const blank = new Float64Array(REPS).fill(NaN);
  return {
    ...{ kind, reps: REPS, months: MONTHS, x, n, runningX: blank, runningN: blank.slice() },
    ...{ levels: [], halfLife: 6, assumed: null },
  };
}
const even = (mean: number, half: number) => (random: () => number) => mean + half * (2 * random() - 1);
const binomial = (n: number, p: number, random: () => number): number => {
  let hits = 0;
  for (let trial = 0; trial < n; trial++) hits += random() < p ? 1 : 0;
  return hits;
};
/** Standard deviation of an even spread. */
const sdOf = (half: number): number => half / Math.sqrt(3);

describe('how far reps lie apart at a step', () => {
  it('finds the standard deviation that shares were drawn with', () => {
    const found = betweenReps(fitStep(evidence('share', even(0.3, 0.1), binomial)));
    expect(found).toBeGreaterThan(0.85 * sdOf(0.1));
    expect(found).toBeLessThan(1.15 * sdOf(0.1));
  });

  it('finds it for rates', () => {
    const twoPerTrial = (n: number, rate: number, random: () => number) => binomial(n * 4, rate / 4, random);
    const found = betweenReps(fitStep(evidence('rate', even(1.5, 0.5), twoPerTrial)));
    expect(found).toBeGreaterThan(0.8 * sdOf(0.5));
    expect(found).toBeLessThan(1.2 * sdOf(0.5));
  });

  it('finds it for values where reps differ by more than contracts do', () => {
    const sums = (n: number, worth: number, random: () => number) => n * worth * (0.95 + 0.1 * random());
    const found = betweenReps(fitStep(evidence('value', even(500_000, 400_000), sums)));
    expect(found).toBeGreaterThan(0.85 * sdOf(400_000));
    expect(found).toBeLessThan(1.15 * sdOf(400_000));
  });
});

describe('a raised ratio', () => {
  const fit = fitStep(evidence('share', even(0.3, 0.1), binomial));
  it('has three digits, is higher, and a share never passes 1', () => {
    for (const used of [0.001, 0.2, 0.9, 0.97]) {
      const ratio = raised(used, fit)!;
      expect(ratio).toBeGreaterThan(used);
      expect(ratio).toBeLessThanOrEqual(1);
      expect(Number(ratio.toPrecision(3))).toBe(ratio);
    }
  });
  it('is none where nothing is higher or nothing is known', () => {
    expect(raised(1, fit)).toBeNull();
    expect(raised(NaN, fit)).toBeNull();
    expect(raised(0.3, { ...fit, mu: NaN })).toBeNull();
  });
});
