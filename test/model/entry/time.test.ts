import { describe, expect, it } from 'vitest';
import { guessDayOrder, parseDay, type DayHints } from '../../../src/model/entry/day.ts';
import { parseMonth, planningMonth, type MonthHints } from '../../../src/model/entry/month.ts';

const day = (text: string, hints: DayHints = {}) => {
  const result = parseDay(text, hints);
  return result.ok ? result.value : result.failure.code;
};
const month = (text: string, hints: MonthHints = {}) => {
  const result = parseMonth(text, hints);
  return result.ok ? result.value : result.failure.code;
};

describe('days', () => {
  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026/11/3', '2026-11-03'],
    ['2026.11.3', '2026-11-03'],
    ['20261103', '2026-11-03'],
    ['2026年11月3日', '2026-11-03'],
    ['２０２６年１１月３日', '2026-11-03'],
    ['2026-11-03 14:30:05', '2026-11-03'],
    ['2026-11-03T14:30:05Z', '2026-11-03'],
    ['2026/11/3 周二', '2026-11-03'],
    ['3 Nov 2026', '2026-11-03'],
    ['3-Nov-26', '2026-11-03'],
    ['Nov 3, 2026', '2026-11-03'],
    ['November 3rd, 2026', '2026-11-03'],
    ['13/11/2026', '2026-11-13'],
    ['11/13/2026', '2026-11-13'],
    ['5/5/2026', '2026-05-05'],
    ['46235', '2026-08-01'],
    ['46235.75', '2026-08-01'],
    ['-', null],
  ])('%s is %s', (text, expected) => expect(day(text)).toBe(expected));

  it.each([
    ['2026-13-01', 'noSuchMonth'],
    ['2026-02-30', 'noSuchDay'],
    ['11/3/2026', 'ambiguousDay'],
    ['1026-01-01', 'yearOutOfRange'],
    ['abc', 'notADay'],
    ['12-1', 'notADay'],
    ['明天', 'notADay'],
    ['99999', 'notADay'],
  ])('%s is refused as %s', (text, code) => expect(day(text)).toBe(code));

  it('reads short and relative days from today', () => {
    const today = '2026-11-20';
    expect(day('明天', { today })).toBe('2026-11-21');
    expect(day('+7', { today })).toBe('2026-11-27');
    expect(day('12-1', { today })).toBe('2026-12-01');
    expect(day('1/5', { today })).toBe('2027-01-05');
    expect(day('11月3日', { today })).toBe('2026-11-03');
  });

  it('takes the order of a column of days', () => {
    expect(guessDayOrder(['11/3/2026', '25/3/2026'])).toEqual({ order: 'dmy', certain: true });
    expect(guessDayOrder(['11/3/2026', '3/25/2026'])).toEqual({ order: 'mdy', certain: true });
    expect(guessDayOrder(['11/3/2026']).certain).toBe(false);
    expect(day('11/3/2026', { order: 'dmy' })).toBe('2026-03-11');
  });

  it('counts old Mac serials from 1904', () => {
    expect(day('44773', { serialBase: 1904 })).toBe('2026-08-01');
  });
});

describe('months', () => {
  it.each([
    ['2026-11', '2026-11'],
    ['2026/11', '2026-11'],
    ['2026.7', '2026-07'],
    ['2026年5月', '2026-05'],
    ['2026年05月份', '2026-05'],
    ['26年5月', '2026-05'],
    ['Nov 2026', '2026-11'],
    ['Nov-26', '2026-11'],
    ['November 2026', '2026-11'],
    ['Sept. 2026', '2026-09'],
    ['11/2026', '2026-11'],
    ['202611', '2026-11'],
    ['46235', '2026-08'],
    ['2025/1/1', '2025-01'],
    ['2026-11-03', '2026-11'],
    ['', null],
  ])('%s is %s', (text, expected) => expect(month(text)).toBe(expected));

  it.each([
    ['2026-13', 'noSuchMonth'],
    ['2026-00', 'noSuchMonth'],
    ['202613', 'noSuchMonth'],
    ['0026-05', 'yearOutOfRange'],
    ['林晓', 'notAMonth'],
    ['Margaret 26', 'notAMonth'],
    ['dials 2026', 'notAMonth'],
    ['1e9999', 'notAMonth'],
    ['11月', 'monthWithoutYear'],
    ['明天', 'notAMonth'],
  ])('%s is refused as %s', (text, code) => expect(month(text)).toBe(code));

  it('takes the year of a bare month from the title, else the latest one up to today', () => {
    expect(month('11月', { year: 2025 })).toBe('2025-11');
    expect(month('11月', { today: '2026-11-20' })).toBe('2026-11');
    expect(month('12月', { today: '2026-11-20' })).toBe('2025-12');
    expect(month('Dec', { today: '2026-11-20' })).toBe('2025-12');
  });

  it('puts a day behind the cut-off into the next planning month', () => {
    expect(planningMonth('2026-11-25', 25)).toBe('2026-11');
    expect(planningMonth('2026-12-26', 25)).toBe('2027-01');
    expect(planningMonth('2026-11-26', 0)).toBe('2026-11');
  });
});
