import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capByParent, cumulated, roundCumulated } from '../../../src/core/chain/quotas.ts';

const weights = fc
  .array(fc.constantFrom(0, 0.5, 1), { minLength: 1, maxLength: 31 })
  .filter((days) => days.some((weight) => weight > 0))
  .map((days) => Float64Array.from(days));
const totals = fc.double({ min: 0, max: 5000, noNaN: true });
const sum = (values: Int32Array): number => values.reduce((total, value) => total + value, 0);

function quotas(total: number, days: Float64Array): Int32Array {
  const out = new Int32Array(days.length);
  roundCumulated(total, cumulated(days), out);
  return out;
}

describe('cumulative rounding', () => {
  it('adds up to the rounded total, with no day off its fair share by 1 or more', () => {
    fc.assert(
      fc.property(totals, weights, (total, days) => {
        const whole = days.reduce((all, weight) => all + weight, 0);
        const given = quotas(total, days);
        expect(sum(given)).toBe(Math.round(total));
        given.forEach((quota, day) => {
          expect(Math.abs(quota - (total * (days[day] ?? 0)) / whole)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });

  it('gives nothing on days off and changes nothing when run again on its own result', () => {
    fc.assert(
      fc.property(totals, weights, (total, days) => {
        const given = quotas(total, days);
        given.forEach((quota, day) => days[day] === 0 && expect(quota).toBe(0));
        if (sum(given) > 0) expect(quotas(sum(given), Float64Array.from(given))).toEqual(given);
      }),
    );
  });

  it('does not turn 1,389 dials into 2,400', () => {
    const month = new Float64Array(21).fill(1);
    expect(sum(quotas(1389, month))).toBe(1389);
  });
});

describe('a share measure beside its parent', () => {
  const cases = fc.tuple(
    totals,
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
    weights,
  );

  it('never exceeds it on a day, and still adds up, down the whole chain', () => {
    fc.assert(
      fc.property(cases, ([total, shares, days]) => {
        let parent = quotas(total, days);
        let needed = total;
        for (const share of shares) {
          needed *= share;
          const child = quotas(needed, days);
          capByParent(child, parent, needed, cumulated(days));
          child.forEach((quota, day) => {
            expect(quota).toBeGreaterThanOrEqual(0);
            expect(quota).toBeLessThanOrEqual(parent[day] ?? 0);
            const fair = (needed * (days[day] ?? 0)) / days.reduce((all, weight) => all + weight, 0);
            expect(Math.abs(quota - fair)).toBeLessThan(1 + 1e-9);
          });
          expect(sum(child)).toBe(Math.round(needed));
          parent = child;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('moves the excess on to a later day', () => {
    const child = Int32Array.of(2, 0, 1);
    capByParent(child, Int32Array.of(1, 1, 1), 3, Float64Array.of(1, 2, 3));
    expect([...child]).toEqual([1, 1, 1]);
  });

  it('moves back what the rest of the period cannot take', () => {
    const child = Int32Array.of(0, 0, 2);
    capByParent(child, Int32Array.of(1, 1, 1), 2, Float64Array.of(1, 2, 3));
    expect([...child]).toEqual([0, 1, 1]);
  });
});
