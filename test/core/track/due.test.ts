import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulatedBefore, dueBefore, morningQuota, spanQuota } from '../../../src/core/track/due.ts';

const weights = fc
  .array(fc.constantFrom(0, 0, 0.5, 1, 1, 1), { minLength: 5, maxLength: 31 })
  .filter((days) => days.some((weight) => weight > 0))
  .map((days) => Float64Array.from(days));

describe('what is due', () => {
  it('is nothing at the start, all at the end, and never falls', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 5000, noNaN: true }), (days, target) => {
        const sums = cumulatedBefore(days);
        const line = { from: 0, base: 0, target };
        const due = Array.from(sums, (_, day) => dueBefore(line, day, sums));
        expect(due[0]).toBe(0);
        expect(due.at(-1)).toBeCloseTo(target, 8);
        due.forEach((value, day) => day > 0 && expect(value).toBeGreaterThanOrEqual(due[day - 1]! - 1e-9));
      }),
    );
  });

  it('starts again from what was done where targets are handed out within the month', () => {
    const sums = cumulatedBefore(new Float64Array(10).fill(1));
    const line = { from: 4, base: 30, target: 90 };
    expect(dueBefore(line, 4, sums)).toBe(30);
    expect(dueBefore(line, 7, sums)).toBe(60);
    expect(dueBefore(line, 10, sums)).toBe(90);
  });
});

describe("a morning's quota", () => {
  it('adds up to the target when every day brings just its quota', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 40, max: 5000 }), (days, target) => {
        const sums = cumulatedBefore(days);
        let done = 0;
        days.forEach((_, day) => {
          const quota = morningQuota(target - done, day, days.length, sums);
          // Less than one a day is asked by the week.
          done += quota === Infinity ? spanQuota(target - done, day, day + 1, days.length, sums) : quota;
        });
        expect(done).toBe(target);
      }),
    );
  });

  it('is never below nothing, and nothing on a day off', () => {
    const sums = cumulatedBefore(Float64Array.from([1, 0, 1]));
    expect(morningQuota(-20, 0, 3, sums)).toBe(0);
    expect(morningQuota(20, 1, 3, sums)).toBe(0);
    expect(morningQuota(20, 0, 3, sums)).toBe(10);
  });

  it('of less than one a day is none: the week has it', () => {
    const sums = cumulatedBefore(new Float64Array(20).fill(1));
    expect(morningQuota(7, 0, 20, sums)).toBe(Infinity);
    expect(spanQuota(7, 0, 5, 20, sums)).toBe(2);
  });
});
