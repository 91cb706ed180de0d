import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaInterval, gammaInterval } from '../../../src/core/stats/interval.ts';

describe('betaInterval', () => {
  it('lies within 0..1 in order, whatever the mean and size', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: -2, max: 12, noNaN: true }),
        (mean, logSize) => {
          const { low, high } = betaInterval(mean, Math.exp(logSize));
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeGreaterThanOrEqual(low);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the uniform one for α = β = 1', () => {
    const { low, high } = betaInterval(0.5, 2);
    expect(low).toBeCloseTo(0.1, 12);
    expect(high).toBeCloseTo(0.9, 12);
  });

  it('is a point where the ratio is certain or unknown', () => {
    expect(betaInterval(0, 10)).toEqual({ low: 0, high: 0 });
    expect(betaInterval(1, 10)).toEqual({ low: 1, high: 1 });
    expect(betaInterval(NaN, 10).low).toBeNaN();
  });
});

describe('gammaInterval', () => {
  it('is the exponential one where mean and deviation are equal', () => {
    const { low, high } = gammaInterval(5, 25);
    expect(low).toBeCloseTo(-5 * Math.log(0.9), 10);
    expect(high).toBeCloseTo(-5 * Math.log(0.1), 10);
  });

  it('scales with the unit of money', () => {
    const yuan = gammaInterval(7496, 150 ** 2);
    const cents = gammaInterval(749600, 15000 ** 2);
    expect(cents.low).toBeCloseTo(100 * yuan.low, 6);
    expect(cents.high).toBeCloseTo(100 * yuan.high, 6);
  });

  it('is a point without spread', () => {
    expect(gammaInterval(3, 0)).toEqual({ low: 3, high: 3 });
    expect(gammaInterval(0, 1)).toEqual({ low: 0, high: 0 });
  });
});
