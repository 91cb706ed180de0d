import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  dayNumber,
  dayOf,
  isDay,
  isMonth,
  monthNumber,
  monthOf,
  monthsOf,
  weekday,
} from '../../src/model/time.ts';

const days = fc.integer({ min: -20_000, max: 60_000 });
const months = fc.integer({ min: 1900 * 12, max: 2200 * 12 });

describe('days', () => {
  test.each(['2026-11-22', '2024-02-29', '1970-01-01', '2000-02-29', '1969-12-31'])('%s is a day', (day) => {
    expect(isDay(day)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '2026-1-1',
    '26-11-22',
    '',
    '2026-11',
    '2026-11-22T00:00',
  ])('%s is none', (day) => {
    expect(isDay(day)).toBe(false);
  });

  test('are counted from 1970, before it too', () => {
    expect(['1970-01-01', '1970-01-02', '1969-12-31', '2026-11-22'].map(dayNumber)).toEqual([
      0, 1, -1, 20_779,
    ]);
  });

  test('have weekdays from Monday 1 to Sunday 7', () => {
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('1970-01-01')).toBe(4);
  });

  test('and numbers are two names of one thing', () => {
    fc.assert(fc.property(days, (n) => dayNumber(dayOf(n)) === n && isDay(dayOf(n))));
  });

  test('are named as the calendar of the platform does, from year 0 to 9999', () => {
    const all = fc.integer({ min: -719_528, max: 2_932_896 });
    const named = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10);
    fc.assert(fc.property(all, (n) => dayOf(n) === named(n)));
    for (let n = -25_600; n < 37_000; n += 1) if (dayOf(n) !== named(n)) expect(dayOf(n)).toBe(named(n));
    expect([dayOf(-719_528), dayOf(2_932_896)]).toEqual(['0000-01-01', '9999-12-31']);
  });

  test('a number too large to be a day gives no day', () => {
    expect(dayOf(1e12)).toBe('');
    expect(dayOf(NaN)).toBe('');
  });

  test('the weekday of any day agrees with the calendar of the platform', () => {
    fc.assert(fc.property(days, (n) => weekday(dayOf(n)) === (new Date(n * 86_400_000).getUTCDay() || 7)));
  });
});

describe('months', () => {
  test.each([
    ['2026-11', true],
    ['2026-01', true],
    ['2026-00', false],
    ['2026-13', false],
    ['2026-1', false],
    ['2026-11-01', false],
  ])('%s: %s', (month, is) => {
    expect(isMonth(month)).toBe(is);
  });

  test('step over the turn of a year both ways', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(addMonths('2026-02', -3)).toBe('2025-11');
    expect(addMonths('2026-12', 0)).toBe('2026-12');
  });

  test('and numbers are two names of one thing, and steps add up', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -500, max: 500 }), (n, step) => {
        expect(monthNumber(monthOf(n))).toBe(n);
        expect(monthNumber(addMonths(monthOf(n), step))).toBe(n + step);
        expect(isMonth(monthOf(n))).toBe(true);
      }),
    );
  });

  test('a span holds both ends; one that ends before it begins holds nothing', () => {
    expect(monthsOf({ from: '2026-11', to: '2027-01' })).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(monthsOf({ from: '2026-11', to: '2026-11' })).toEqual(['2026-11']);
    expect(monthsOf({ from: '2026-11', to: '2026-10' })).toEqual([]);
  });
});
