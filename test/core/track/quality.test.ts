import { describe, expect, it } from 'vitest';
import { swapExplains, usualShare } from '../../../src/core/track/contradiction.ts';
import { movedWithin, ranks, type Series } from '../../../src/core/track/rank-correlation.ts';
import { copiedRuns, roundedRuns } from '../../../src/core/track/repeats.ts';

/** A small generator of its own, so that every run is the same. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

describe('a part that is more than its whole', () => {
  it('is taken for swapped columns where swapping gives the usual share', () => {
    const wholes = [104, 103, 105, 101, 105, 27];
    const parts = [30, 29, 31, 28, 30, 98];
    const usual = usualShare(wholes, parts);
    expect(usual).toBeCloseTo(148 / 518, 12);
    expect(swapExplains(27, 98, usual)).toBe(true);
    expect(swapExplains(96, 98, usual)).toBe(false);
    expect(swapExplains(98, 27, usual)).toBe(false);
    // Of so few, anything would be as usual.
    expect(swapExplains(0, 1, usual)).toBe(false);
    expect(swapExplains(1, 3, usual)).toBe(false);
  });

  it('offers nothing where too few days say what is usual', () => {
    expect(swapExplains(27, 98, usualShare([100, 27], [29, 98]))).toBe(false);
  });
});

describe('repeated days', () => {
  it('are three days or more with the same numbers in all measures', () => {
    const day = [96, 28, 7];
    expect(copiedRuns([day, [90, 25, 6], day, day, day, [91, 20, 5]])).toEqual([{ from: 2, to: 4 }]);
    expect(copiedRuns([day, day, [90, 28, 7]])).toEqual([]);
  });

  it('are no sign where hardly anything was counted, or one measure agrees by itself', () => {
    const nothing = [0, 0, 0];
    expect(copiedRuns([nothing, nothing, nothing, nothing])).toEqual([]);
    expect(
      copiedRuns([
        [3, NaN],
        [3, NaN],
        [3, NaN],
      ]),
    ).toEqual([]);
  });

  it('are round where three in a row are multiples that chance would hardly make', () => {
    expect(roundedRuns([106, 107, 104, 105, 93, 100, 100, 100])).toEqual([{ from: 5, to: 7, step: 100 }]);
    expect(roundedRuns([83, 90, 110, 80, 97])).toEqual([{ from: 1, to: 3, step: 10 }]);
    expect(roundedRuns([83, 90, 110, 81, 97])).toEqual([]);
    expect(roundedRuns([10, 0, 10, 3, 4, 2])).toEqual([]);
  });

  it('are found on honest days in one month of a hundred at most', () => {
    const next = random(11);
    let flagged = 0;
    for (let month = 0; month < 2000; month++) {
      const days = Array.from({ length: 21 }, () => Math.round(70 + 60 * next()));
      if (roundedRuns(days).length > 0) flagged++;
    }
    expect(flagged / 2000).toBeLessThan(0.03);
  });
});

describe('a measure and the next one', () => {
  const series = (next: () => number, moves: boolean): Series => {
    const x = Array.from({ length: 16 }, () => 80 + 40 * next());
    return { x, y: x.map((value) => (moves ? 0.3 * value : 30) + 6 * (next() - 0.5)) };
  };

  it('ranks ties at their mean', () => {
    expect(ranks([5, 3, 5, 1])).toEqual([3.5, 2, 3.5, 1]);
  });

  it('go together where one is made of the other, and not where it is not', () => {
    const next = random(3);
    const moved = movedWithin(Array.from({ length: 8 }, () => series(next, true)));
    const idle = movedWithin(Array.from({ length: 8 }, () => series(next, false)));
    expect(moved.rho).toBeGreaterThan(0.8);
    expect(moved.slope).toBeCloseTo(0.3, 1);
    expect(Math.abs(idle.rho)).toBeLessThan(0.25);
    expect(Math.abs(idle.slope)).toBeLessThan(0.05);
  });

  it('do not go together because one rep does more of both', () => {
    const flat = (level: number): Series => {
      const next = random(level);
      return {
        x: Array.from({ length: 14 }, () => level * (1 + 0.2 * next())),
        y: Array.from({ length: 14 }, () => level * 0.3 * (1 + 0.2 * next())),
      };
    };
    expect(Math.abs(movedWithin([50, 100, 150, 200, 250].map(flat)).rho)).toBeLessThan(0.35);
  });

  it('are the same whatever the unit and the order of the weeks', () => {
    const next = random(5);
    for (let round = 0; round < 50; round++) {
      const one = series(next, round % 2 === 0);
      const turned = { x: one.x.map((x) => x * 60).reverse(), y: one.y.map((y) => y + 5).reverse() };
      expect(movedWithin([turned]).rho).toBeCloseTo(movedWithin([one]).rho, 9);
      expect(Math.abs(movedWithin([one]).rho)).toBeLessThanOrEqual(1 + 1e-12);
    }
  });
});
