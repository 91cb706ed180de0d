import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuotaSheet, type QuotaMeasure } from '../../../src/core/chain/quota-sheet.ts';
import { weekParts } from '../../../src/core/calendar/weeks.ts';
import { dayNumber } from '../../../src/model/time.ts';

const parts = weekParts(dayNumber('2026-11-01'), 30);
const count = (measure: string): QuotaMeasure => ({
  ...{ measure, money: false, splitUnit: 100, shareOfNext: true },
});
const month = fc
  .array(fc.constantFrom(0, 0.5, 1), { minLength: 30, maxLength: 30 })
  .filter((days) => days.some((weight) => weight > 0))
  .map((days) => Float64Array.from(days));

describe('a sheet of quotas', () => {
  it('never asks for more of a share measure than of its parent, by day and by week', () => {
    const needs = fc.record({
      dials: fc.double({ min: 0, max: 300, noNaN: true }),
      // Close to 1 is where roundings collide.
      share: fc.double({ min: 0.8, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(needs, month, ({ dials, share }, weights) => {
        const sheet = new QuotaSheet([count('connects'), count('dials')], parts);
        sheet.add([Float64Array.of(dials * share), Float64Array.of(dials)], 0, weights);
        const [child, parent] = sheet.quotas();
        child?.perWeek.forEach((quota, week) =>
          expect(quota).toBeLessThanOrEqual(parent?.perWeek[week] ?? NaN),
        );
        child?.perDay?.forEach((quota, day) =>
          expect(quota).toBeLessThanOrEqual(parent?.perDay?.[day] ?? NaN),
        );
        const sum = child?.perWeek.reduce((total, quota) => total + quota, 0);
        expect(sum).toBe(child?.total);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps money exact beyond 32 bits', () => {
    const money = { measure: 'pipeline', money: true, splitUnit: 1, shareOfNext: false };
    const sheet = new QuotaSheet([money], parts);
    sheet.add([Float64Array.of(1e12 + 1)], 0, new Float64Array(30).fill(1));
    const [pipeline] = sheet.quotas();
    expect(pipeline?.total).toBe(1e12 + 1);
    expect(pipeline?.perWeek.reduce((total, quota) => total + quota, 0)).toBe(1e12 + 1);
  });

  it('leaves out who has no working day', () => {
    const sheet = new QuotaSheet([count('dials')], parts);
    sheet.add([Float64Array.of(100)], 0, new Float64Array(30));
    expect(sheet.quotas()[0]).toMatchObject({ total: NaN, perDay: null });
  });
});
