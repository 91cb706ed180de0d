import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastStrainSplit, type StrainOf } from '../../../src/core/load/split.ts';
import { minutesNeeded, shareOfBest, shareOfTime, strain } from '../../../src/core/load/workload.ts';

describe('the minutes of a day', () => {
  it('are each count’s minutes and what goes into other things', () => {
    // 100 dials, 30 connects, 8 conversations, 2 intents: 100 + 45 + 40 + 30, and half an hour.
    expect(minutesNeeded([2, 8, 30, 100], [15, 5, 1.5, 1], 30)).toBe(245);
  });

  it('leave out what takes no time, even where it has no number', () => {
    expect(minutesNeeded([NaN, 100], [0, 1], 0)).toBe(100);
    expect(minutesNeeded([NaN, 100], [15, 1], 0)).toBeNaN();
  });

  it('are set against the working time and the proven best, and the harder of the two counts', () => {
    const load = { needed: 390, available: 300, work: 90, best: 100 };
    expect([shareOfTime(load), shareOfBest(load), strain(load)]).toEqual([1.3, 0.9, 1.3]);
    expect(strain({ ...load, best: 50 })).toBe(1.8);
    expect(strain({ ...load, best: NaN })).toBe(1.3);
    expect(strain({ ...load, best: 0 })).toBe(1.3);
  });

  it('are too many where there is no working time, and none where there is no requirement', () => {
    expect(strain({ needed: 10, available: 0, work: 1, best: NaN })).toBe(Infinity);
    expect(strain({ needed: NaN, available: 400, work: NaN, best: 80 })).toBeNaN();
  });
});

/** Tries every way to share a total out. */
function bruteForce(strains: readonly StrainOf[], total: number): number {
  const [first, ...rest] = strains;
  if (!first) return total === 0 ? 0 : Infinity;
  if (rest.length === 0) return first(total);
  let least = Infinity;
  for (let part = 0; part <= total; part++)
    least = Math.min(least, Math.max(first(part), bruteForce(rest, total - part)));
  return least;
}

/** Flat up to what is won already, then rising, straight or bent; some have no time at all. */
const strainOf = fc
  .record({
    flat: fc.double({ min: 0, max: 0.8, noNaN: true }),
    won: fc.integer({ min: 0, max: 6 }),
    slope: fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: 0.01, max: 0.5, noNaN: true }) },
      fc.constant(Infinity),
    ),
    bend: fc.constantFrom(0.7, 1, 1.6),
  })
  .map(
    ({ flat, won, slope, bend }): StrainOf =>
      (units) =>
        units <= won ? flat : flat + slope * (units - won) ** bend,
  );
const team = fc.array(fc.tuple(strainOf, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 4 });
const totalOf = (parts: Float64Array): number => parts.reduce((sum, part) => sum + part, 0);

describe('the split with the least strain', () => {
  it('is as good as the best of all splits of a small team', () => {
    fc.assert(
      fc.property(team, (reps) => {
        const strains = reps.map(([strain]) => strain);
        const present = Float64Array.from(reps, ([, units]) => units);
        const parts = leastStrainSplit(strains, present);
        expect(totalOf(parts)).toBe(totalOf(present));
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
        const highest = Math.max(...strains.map((strain, at) => strain(parts[at]!)));
        const best = bruteForce(strains, totalOf(present));
        if (best === Infinity) expect(highest).toBe(Infinity);
        else expect(highest).toBeLessThanOrEqual(best * (1 + 1e-8));
      }),
      { numRuns: 400 },
    );
  });

  it('adds up to the cent for amounts as large as they come, in few evaluations', () => {
    let evaluations = 0;
    const strains = Array.from({ length: 50 }, (_, rep): StrainOf => {
      return (units) => {
        evaluations++;
        return 0.07 + units / (3e6 + rep * 1e5);
      };
    });
    const present = Float64Array.from(strains, (_, rep) => 1e6 + (rep % 7) * 123_457);
    const parts = leastStrainSplit(strains, present);
    expect(totalOf(parts)).toBe(totalOf(present));
    const after = strains.map((strain, rep) => strain(parts[rep]!));
    expect(Math.max(...after) - Math.min(...after)).toBeLessThan(1e-6);
    expect(evaluations / strains.length).toBeLessThan(250);
  });

  it('does not depend on the order of the reps', () => {
    fc.assert(
      fc.property(team, (reps) => {
        const highest = (order: typeof reps): number => {
          const strains = order.map(([strain]) => strain);
          const parts = leastStrainSplit(
            strains,
            Float64Array.from(order, ([, units]) => units),
          );
          return Math.max(...strains.map((strain, at) => strain(parts[at]!)));
        };
        const [there, back] = [highest(reps), highest([...reps].reverse())];
        expect(there === back || Math.abs(there - back) < 1e-6).toBe(true);
      }),
    );
  });

  it('leaves what nobody gains by as it is', () => {
    const idle: StrainOf = () => 0.2;
    expect([...leastStrainSplit([idle, idle, idle], Float64Array.of(4, 0, 9))]).toEqual([4, 0, 9]);
  });
});
