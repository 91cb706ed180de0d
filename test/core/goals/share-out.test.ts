import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seasonShares } from '../../../src/core/goals/season.ts';
import { shareOut } from '../../../src/core/goals/share-out.ts';
import { spread } from '../../../src/core/goals/spread.ts';
import type { SpreadMethod } from '../../../src/model/planning.ts';
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

describe('spreading a total over months and reps', () => {
  const months = monthsOf({ from: '2026-10', to: '2026-12' });
  const rows = (...row: number[]): Float64Array[] => months.map(() => Float64Array.from(row));
  const cells = {
    months,
    present: rows(NaN, NaN, NaN),
    workingDays: [
      [18, 18, 9],
      [21, 21, 21],
      [23, 23, 0],
    ].map((row) => Float64Array.from(row)),
    employed: [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 0],
    ].map((row) => Uint8Array.from(row)),
    season: Array.from({ length: 12 }, (_, month) => (month === 11 ? 2 : 1)),
    splitUnit: 100,
  };
  const list = (spreadOut: readonly Float64Array[]): number[][] => spreadOut.map((row) => [...row]);

  it('is equal over everyone employed', () => {
    expect(list(spread(800, 'equal', { ...cells, splitUnit: 1 }))).toEqual([
      [100, 100, 100],
      [100, 100, 100],
      [100, 100, 0],
    ]);
  });

  it('follows the season between months', () => {
    expect(list(spread(12_000, 'season', cells)).map((row) => sum(row))).toEqual([3000, 3000, 6000]);
    expect(list(spread(12_000, 'season', cells))[2]).toEqual([3000, 3000, 0]);
  });

  it('follows the working days', () => {
    expect(list(spread(15_400, 'workingDays', cells))).toEqual([
      [1800, 1800, 900],
      [2100, 2100, 2100],
      [2300, 2300, 0],
    ]);
  });

  it('keeps present proportions, and falls back to the season where all is blank', () => {
    const present = rows(100, 300, NaN);
    expect(list(spread(2400, 'proportional', { ...cells, present }))).toEqual([
      [200, 600, 0],
      [200, 600, 0],
      [200, 600, 0],
    ]);
    expect(spread(12_000, 'proportional', cells)).toEqual(spread(12_000, 'season', cells));
  });

  it('adds up to the amount whatever the method', () => {
    const methods = fc.constantFrom<SpreadMethod>('equal', 'season', 'workingDays', 'proportional');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), methods, units, (amount, method, splitUnit) => {
        const parts = spread(amount, method, { ...cells, splitUnit });
        expect(sum(parts.flatMap((row) => [...row]))).toBe(amount);
      }),
    );
  });
});
