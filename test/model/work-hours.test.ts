import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/model/records/settings.ts';
import { dueByNow, halfAway, hoursOf, shareOfDay, type WorkHours } from '../../src/model/work-hours.ts';

const usual = hoursOf(defaultSettings);
const at = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

describe('what is due by now', () => {
  it.each([
    ['08:00', 0],
    ['09:00', 0],
    ['10:40', 100 / 420],
    ['12:00', 180 / 420],
    ['13:00', 180 / 420],
    ['14:00', 180 / 420],
    ['18:00', 1],
    ['23:59', 1],
  ])('at %s the share of the hours without the break is over', (time, share) => {
    expect(shareOfDay(at(time), usual)).toBeCloseTo(share, 12);
  });

  it('is the quota by that share in whole counts, and nothing without a quota', () => {
    expect(dueByNow(96, shareOfDay(at('10:40'), usual))).toBe(23);
    expect(dueByNow(2, shareOfDay(at('10:40'), usual))).toBe(0);
    expect(dueByNow(NaN, 0.5)).toBeNaN();
    expect(dueByNow(Infinity, 0.5)).toBeNaN();
  });

  it('half a day away leaves the other half', () => {
    expect(hoursOf(defaultSettings, 'afternoon')).toMatchObject({ start: at('09:00'), end: at('12:00') });
    expect(hoursOf(defaultSettings, 'morning')).toMatchObject({ start: at('14:00'), end: at('18:00') });
    expect(shareOfDay(at('13:00'), hoursOf(defaultSettings, 'morning'))).toBe(0);
    expect(shareOfDay(at('12:00'), hoursOf(defaultSettings, 'afternoon'))).toBe(1);
  });

  it('knows the half that was said, and none of whole days', () => {
    const away = (part: number, half?: 'morning') => ({
      ...{ from: '2026-11-20', to: '2026-11-20', part },
      ...(half && { half }),
    });
    expect(halfAway([away(0.5, 'morning')], '2026-11-20')).toBe('morning');
    expect(halfAway([away(0.5)], '2026-11-20')).toBeNull();
    expect(halfAway([away(1)], '2026-11-20')).toBeNull();
    expect(halfAway([away(0.5, 'morning')], '2026-11-21')).toBeNull();
  });

  const minute = fc.integer({ min: 0, max: 1440 });
  const hours: fc.Arbitrary<WorkHours> = fc.record({
    start: minute,
    end: minute,
    breakStart: minute,
    breakEnd: minute,
  });

  it('never goes back, and goes from nothing to all, whatever the hours are', () => {
    fc.assert(
      fc.property(hours, fc.array(minute), (day, minutes) => {
        const shares = [0, ...minutes.toSorted((a, b) => a - b), 1440].map((now) => shareOfDay(now, day));
        shares.forEach((share, i) => {
          expect(share).toBeGreaterThanOrEqual(i > 0 ? shares[i - 1]! : 0);
          expect(share).toBeLessThanOrEqual(1);
        });
        expect(shares.at(-1)).toBe(1);
      }),
    );
  });

  it('stands still in the break', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('12:00'), max: at('14:00') }), (now) => {
        expect(shareOfDay(now, usual)).toBe(shareOfDay(at('12:00'), usual));
      }),
    );
  });
});
