import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convolved, daysUntil, landedAfter, NO_LAG, stepCurve } from '../../../src/core/lag/lag-curve.ts';
import { landingShare } from '../../../src/core/lag/landing.ts';

const lag = fc
  .record({ median: fc.integer({ min: 0, max: 40 }), more: fc.integer({ min: 0, max: 60 }) })
  .map(({ median, more }) => ({ median, ninety: median + more }));
const month = (days: number) => new Float64Array(days).fill(1);
const whole = (days: number, after = 0) => ({ weights: month(days), from: 0, until: days, after });

describe('the lag of a step', () => {
  it('is none where the median is 0', () => {
    expect([...stepCurve({ median: 0, ninety: 0 })]).toEqual([1]);
    expect([...stepCurve({ median: 0, ninety: 30 })]).toEqual([1]);
  });

  it('has half landed by its median and nine in ten by its 90 % day', () => {
    fc.assert(
      fc.property(lag, (given) => {
        const curve = stepCurve(given);
        if (given.median === 0) return;
        expect(landedAfter(curve, given.median)).toBeGreaterThanOrEqual(0.5);
        expect(landedAfter(curve, given.median - 1)).toBeLessThan(0.5);
        expect(landedAfter(curve, given.ninety)).toBeGreaterThanOrEqual(0.9);
        expect(daysUntil(curve, 0.5)).toBe(given.median);
      }),
    );
  });

  it('rises to 1 and takes a 90 % day before the median as the median', () => {
    const curve = stepCurve({ median: 10, ninety: 4 });
    expect(landedAfter(curve, 9)).toBe(0);
    expect(landedAfter(curve, 10)).toBe(1);
    fc.assert(
      fc.property(lag, (given) => {
        const shares = [...stepCurve(given)];
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares.at(-1)).toBe(1);
      }),
    );
  });

  it('adds up along the chain, in any order', () => {
    fc.assert(
      fc.property(lag, lag, (a, b) => {
        const [first, second] = [stepCurve(a), stepCurve(b)];
        const both = convolved(first, second);
        const mirrored = convolved(second, first);
        for (const day of [0, 5, 20, 60])
          expect(landedAfter(both, day)).toBeCloseTo(landedAfter(mirrored, day), 5);
        // The slow way: every pair of days.
        let slow = 0;
        first.forEach((share, at) => (slow += (share - (first[at - 1] ?? 0)) * landedAfter(second, 20 - at)));
        expect(landedAfter(both, 20)).toBeCloseTo(slow, 5);
      }),
    );
    expect(convolved(NO_LAG, NO_LAG)).toBe(NO_LAG);
  });
});

describe('the share that lands in time', () => {
  it('is all of it without a lag, and unknown without a working day', () => {
    expect(landingShare(NO_LAG, whole(21))).toBe(1);
    expect(landingShare(NO_LAG, { ...whole(21), from: 21 })).toBeNaN();
    expect(landingShare(stepCurve({ median: 5, ninety: 9 }), { ...whole(21), from: 21 })).toBeNaN();
  });

  it('is the mean over the days of what each has time for', () => {
    const curve = stepCurve({ median: 3, ninety: 3 });
    // Of 10 days the last 3 are too late for a lag of exactly 3 days.
    expect(landingShare(curve, whole(10))).toBeCloseTo(0.7, 12);
    expect(landingShare(curve, whole(10, 3))).toBe(1);
  });

  it('in a steady state what spills in and what lands of the new work are exactly the goal', () => {
    fc.assert(
      fc.property(lag, fc.integer({ min: 5, max: 23 }), (given, days) => {
        const curve = stepCurve(given);
        const months = Math.ceil(curve.length / days) + 1;
        let landed = landingShare(curve, whole(days));
        for (let before = 1; before <= months; before++)
          landed +=
            landingShare(curve, whole(days, before * days)) -
            landingShare(curve, whole(days, (before - 1) * days));
        expect(landed).toBeCloseTo(1, 9);
      }),
    );
  });
});
