import gammaln from '@stdlib/math-base-special-gammaln';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma } from '../../../src/core/stats/log-gamma.ts';

describe('logGamma', () => {
  it('agrees with the general function to twelve digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 21, noNaN: true }), (exponent) => {
        const x = Math.exp(exponent);
        expect(Math.abs(logGamma(x) - gammaln(x))).toBeLessThan(1e-12 * Math.max(1, Math.abs(gammaln(x))));
      }),
      { numRuns: 5000 },
    );
  });

  it('knows factorials', () => {
    expect(logGamma(1)).toBeCloseTo(0, 13);
    expect(logGamma(2)).toBeCloseTo(0, 13);
    expect(Math.exp(logGamma(11))).toBeCloseTo(3628800, 4);
  });
});
