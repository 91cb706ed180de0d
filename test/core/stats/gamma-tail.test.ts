import gammainc from '@stdlib/math-base-special-gammainc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaTail } from '../../../src/core/stats/gamma-tail.ts';

describe('the tail of a Gamma distribution', () => {
  it('is that of the general function for any shape and point', () => {
    const logShape = fc.double({ min: Math.log(1e-4), max: Math.log(1e5), noNaN: true });
    const logRatio = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(logShape, logRatio, (ln, lnRatio) => {
        const shape = Math.exp(ln);
        const x = shape * Math.exp(lnRatio);
        expect(Math.abs(gammaTail(x, shape) - gammainc(x, shape, true, true))).toBeLessThan(1e-10);
      }),
      { numRuns: 2000 },
    );
  });

  it('is an exponential’s where the shape is 1', () => {
    for (const x of [0.1, 1, 1.99, 2, 2.01, 30]) expect(gammaTail(x, 1)).toBeCloseTo(Math.exp(-x), 11);
  });

  it('is 1 from 0 down, 0 beyond all, and unknown where something is', () => {
    expect([gammaTail(0, 2), gammaTail(-1, 2), gammaTail(Infinity, 2)]).toEqual([1, 1, 0]);
    expect([gammaTail(NaN, 2), gammaTail(1, NaN)]).toEqual([NaN, NaN]);
  });
});
