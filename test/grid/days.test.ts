import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfterKey, dayShown, firstWeekday, otherMonth, weeksOf } from '../../src/grid/editing/days.ts';
import { dayNumber, dayOf, weekday } from '../../src/model/time.ts';

const press = (key: string, day: string, shiftKey = false) => dayAfterKey({ key, shiftKey }, day, 1);
const anyDay = fc.integer({ min: 0, max: 40_000 }).map(dayOf);

describe('the calendar of a cell', () => {
  it('shows whole weeks that hold the month and begin on the asked day', () => {
    expect(weeksOf('2026-11', 1)[0]).toEqual([
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ]);
    expect(weeksOf('2026-11', 7)[0]?.[0]).toBe('2026-11-01');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, first) => {
        const weeks = weeksOf(day.slice(0, 7), first);
        expect(weeks.flat()).toContain(day);
        for (const week of weeks) expect(weekday(week[0] ?? '')).toBe(first);
        expect(weeks.flat().map(dayNumber)).toEqual(
          weeks.flat().map((_, index) => dayNumber(weeks[0]?.[0] ?? '') + index),
        );
      }),
    );
  });
  it('goes by days, weeks, months and years', () => {
    expect(press('ArrowLeft', '2026-03-01')).toBe('2026-02-28');
    expect(press('ArrowDown', '2026-12-28')).toBe('2027-01-04');
    expect(press('Home', '2026-11-22')).toBe('2026-11-16');
    expect(press('End', '2026-11-16')).toBe('2026-11-22');
    expect(press('PageUp', '2026-03-31')).toBe('2026-02-28');
    expect(press('PageDown', '2028-02-29', true)).toBe('2029-02-28');
    expect(press('a', '2026-11-22')).toBeNull();
  });
  it('goes a month on and back to the same month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 30 }), (day, by) => {
        expect(otherMonth(otherMonth(day, by), -by).slice(0, 7)).toBe(day.slice(0, 7));
      }),
    );
  });
  it('opens on the day in the cell, or today', () => {
    expect(dayShown('2026-11-03')).toBe('2026-11-03');
    expect(dayShown('11/3', new Date(2026, 10, 22))).toBe('2026-11-22');
  });
  it('begins its weeks as the place of the language does', () => {
    expect(firstWeekday('zh-CN', [])).toBe(1);
    expect(firstWeekday('en', ['en-US', 'zh-CN'])).toBe(7);
    expect(firstWeekday('en', ['zh-CN', 'en-GB'])).toBe(1);
  });
});
