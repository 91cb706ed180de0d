import { readFileSync } from 'node:fs';
import gammaln from '@stdlib/math-base-special-gammaln';
import { describe, expect, it } from 'vitest';
import { randomFrom } from './random.ts';

const DRAWS = 40_000;
/** Chi-square of 29 degrees of freedom or fewer stays under this but once in 10,000 times. */
const FIT = 66;

function chiSquare(draw: () => number, chance: (k: number) => number, from: number, to: number): number {
  const seen = new Map<number, number>();
  for (let at = 0; at < DRAWS; at++) {
    const k = Math.min(to, Math.max(from, draw()));
    seen.set(k, (seen.get(k) ?? 0) + 1);
  }
  let square = 0;
  for (let k = from + 1; k < to; k++)
    square += ((seen.get(k) ?? 0) - DRAWS * chance(k)) ** 2 / (DRAWS * chance(k));
  return square;
}

const binomial = (n: number, p: number) => (k: number) =>
  Math.exp(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p));
const poisson = (mean: number) => (k: number) => Math.exp(k * Math.log(mean) - mean - gammaln(k + 1));

describe('the draws of the measurements', () => {
  it.each([
    [20, 0.2, -1, 10],
    [90, 0.7, 50, 76],
    [1000, 0.05, 36, 65],
  ])('are binomial: %d of %d', (n, p, from, to) => {
    const random = randomFrom(1);
    expect(chiSquare(() => random.binomial(n, p), binomial(n, p), from, to)).toBeLessThan(FIT);
  });

  it.each([
    [3, -1, 10],
    [40, 26, 55],
  ])('are Poisson: mean %d', (mean, from, to) => {
    const random = randomFrom(2);
    expect(chiSquare(() => random.poisson(mean), poisson(mean), from, to)).toBeLessThan(FIT);
  });

  it.each([0.4, 1, 7.5])('are gamma: shape %d has that mean and variance', (shape) => {
    const random = randomFrom(3);
    const values = Array.from({ length: DRAWS }, () => random.gamma(shape));
    const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS;
    expect(Math.abs(mean / shape - 1)).toBeLessThan(4 / Math.sqrt(shape * DRAWS));
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.1);
  });

  it('come again with the same seed', () => {
    const ten = (seed: number): number[] => {
      const random = randomFrom(seed);
      return Array.from({ length: 10 }, () => random.normal());
    };
    expect(ten(5)).toEqual(ten(5));
    expect(ten(5)).not.toEqual(ten(6));
  });
});

describe('the simulated teams', () => {
  it.each(['random.ts', 'world.ts', 'scenarios.ts'])('share no code with the core: %s', (file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    expect(text).not.toMatch(/from '\.\.\//);
  });
});
