import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateMidP, shareMidP, valueP, yieldP } from '../../../src/core/review/mid-p.ts';

/** Slow and obvious: chances from products of plain fractions, in ordinary order. */
function betaBinomial(n: number, alpha: number, beta: number): number[] {
  const weights = [1];
  for (let j = 0; j < n; j++)
    weights.push((weights[j]! * (n - j) * (j + alpha)) / ((j + 1) * (n - j - 1 + beta)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function midP(chances: readonly number[], x: number): number {
  const below = chances.slice(0, x).reduce((sum, chance) => sum + chance, 0);
  const above = chances.slice(x + 1).reduce((sum, chance) => sum + chance, 0);
  return 2 * (Math.min(below, above) + chances[x]! / 2);
}

describe('the mid-p of a share', () => {
  it('is that of the summed chances', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 60 })
          .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }))),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.double({ min: 4, max: 400, noNaN: true }),
        ([n, x], mean, size) => {
          const expected = midP(betaBinomial(n, mean * size, (1 - mean) * size), x);
          expect(shareMidP(x, n, mean, size)).toBeCloseTo(expected, 9);
        },
      ),
    );
  });

  it('is one in the middle, small far out, and never NaN for thousands of trials', () => {
    expect(shareMidP(1500, 3000, 0.5, 60)).toBeCloseTo(1, 2);
    expect(shareMidP(0, 3000, 0.5, 60)).toBeLessThan(1e-6);
    expect(shareMidP(3000, 3000, 0.01, 2000)).toBe(0);
  });

  it('averages one half over what chance alone does', () => {
    const [n, mean, size] = [40, 0.3, 25];
    const chances = betaBinomial(n, mean * size, (1 - mean) * size);
    const average = chances.reduce((sum, chance, x) => sum + chance * shareMidP(x, n, mean, size), 0);
    expect(average).toBeCloseTo(0.5, 2);
  });
});

describe('the mid-p of a rate', () => {
  it('is that of a negative binomial summed slowly', () => {
    const [mean, variance, x] = [12, 30, 19];
    const r = mean ** 2 / (variance - mean);
    const chances = [(r / (r + mean)) ** r];
    for (let j = 0; j < 2000; j++) chances.push((chances[j]! * (j + r) * mean) / ((j + 1) * (mean + r)));
    expect(rateMidP(x, mean, variance)).toBeCloseTo(midP(chances, x), 9);
  });

  it('comes to that of a Poisson count where the rate is known', () => {
    const chances = [Math.exp(-8)];
    for (let j = 0; j < 200; j++) chances.push((chances[j]! * 8) / (j + 1));
    expect(rateMidP(12, 8, 8 + 1e-7)).toBeCloseTo(midP(chances, 12), 5);
  });
});

describe('the p of money', () => {
  it('is one at the median and falls to both sides', () => {
    for (const p of [yieldP, valueP]) {
      const far = [0.02, 0.1, 0.19].map((ratio) => p(ratio, 0.2, 0.004));
      expect(far).toEqual(far.toSorted((a, b) => a - b));
      expect(p(0.19, 0.2, 0.004)).toBeGreaterThan(0.9);
      expect(p(0.6, 0.2, 0.004)).toBeLessThan(1e-3);
    }
  });

  it('is that of a normal variable where the spread is small', () => {
    expect(valueP(1.02, 1, 1e-4)).toBeCloseTo(0.0455, 2);
    expect(yieldP(0.52, 0.5, 1e-4)).toBeCloseTo(0.0455, 2);
  });
});
