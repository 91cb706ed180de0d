import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seasonShares } from '../../../src/core/goals/season.ts';
import { shareOut } from '../../../src/core/goals/share-out.ts';
import { monthsOf } from '../../../src/model/time.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const someWeights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const amounts = fc.integer({ min: -1e12, max: 1e12 });
const units = fc.constantFrom(1, 100, 10_000);

describe('sharing an amount out', () => {
  it('adds up exactly, in whole split units but for one part, none a whole unit off its fair share', () => {
    fc.assert(
      fc.property(amounts, someWeights, units, (amount, weights, unit) => {
        const parts = shareOut(amount, weights, unit);
        expect(sum(parts)).toBe(amount);
        expect(parts.filter((part) => part % unit !== 0).length).toBeLessThanOrEqual(1);
        const whole = sum(weights);
        parts.forEach((part, at) => {
          const fair = whole > 0 ? (amount * (weights[at] ?? 0)) / whole : amount / weights.length;
          expect(Math.abs(part - fair)).toBeLessThan(2 * unit + 1e-3);
        });
      }),
    );
  });

  it('gives ties to the first, and nothing to weights of zero', () => {
    expect([...shareOut(1000, [1, 1, 1], 100)]).toEqual([400, 300, 300]);
    expect([...shareOut(1050, [0, 1, 1], 100)]).toEqual([0, 550, 500]);
    expect([...shareOut(-1000, [1, 1, 1], 100)]).toEqual([-400, -300, -300]);
    expect([...shareOut(90, [0, 0, 0], 10)]).toEqual([30, 30, 30]);
  });

  it('shares an even quarter of 90,000 into three months of 30,000', () => {
    expect([...shareOut(9_000_000, [1, 1, 1], 100)]).toEqual([3_000_000, 3_000_000, 3_000_000]);
  });
});

describe('the season', () => {
  const year = monthsOf({ from: '2026-01', to: '2026-12' });
  const blank = Array.from({ length: 12 }, () => null);

  it('is even where nothing is typed, or nothing but zeros', () => {
    expect(seasonShares(year.slice(0, 4), blank)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(
      seasonShares(
        year.slice(0, 2),
        blank.map(() => 0),
      ),
    ).toEqual([0.5, 0.5]);
  });

  it('weighs a blank month as 1, so that a single typed weight already moves the goal', () => {
    const season = [2, 4, null, ...blank.slice(3)];
    expect(seasonShares(year.slice(0, 3), season)).toEqual([2 / 7, 4 / 7, 1 / 7]);
  });

  it('goes by the month of the year, also across the new year', () => {
    const season = blank.map((_, month) => (month === 0 ? 3 : 1));
    expect(seasonShares(monthsOf({ from: '2026-12', to: '2027-01' }), season)).toEqual([0.25, 0.75]);
  });
});
