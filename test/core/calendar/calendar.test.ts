import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { china } from '../../../src/core/calendar/china.ts';
import { monthDays, type CalendarRules } from '../../../src/core/calendar/month-days.ts';
import { monthLength, monthStart, quarterOf, yearOf } from '../../../src/core/calendar/months.ts';
import { isEmployed, personNotes, personWeights } from '../../../src/core/calendar/person-days.ts';
import { statutoryCalendar, weekendsOnly } from '../../../src/core/calendar/statutory.ts';
import { isoWeek, weekParts } from '../../../src/core/calendar/weeks.ts';
import { dayNumber, dayOf, monthOfDay } from '../../../src/model/time.ts';

const rules = (more: Partial<CalendarRules> = {}): CalendarRules => ({
  cutoffDay: 0,
  anchorWeek: '2026-01-05',
  company: new Map(),
  statutory: china,
  ...more,
});
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('planning months', () => {
  it('run from the day after the cut-off to the cut-off', () => {
    expect(dayOf(monthStart('2026-03', 25))).toBe('2026-02-26');
    expect(monthLength('2026-03', 25)).toBe(28);
    expect(dayOf(monthStart('2026-03', 28))).toBe('2026-03-01');
    expect(dayOf(monthStart('2026-01', 25))).toBe('2025-12-26');
    expect(monthLength('2028-02', 0)).toBe(29);
  });

  it('hold each day exactly once', () => {
    for (const cutoff of [0, 1, 15, 28])
      for (let day = dayNumber('2027-12-01'); day < dayNumber('2028-04-01'); day++) {
        const month = monthOfDay(dayOf(day), cutoff);
        const start = monthStart(month, cutoff);
        expect(day).toBeGreaterThanOrEqual(start);
        expect(day).toBeLessThan(start + monthLength(month, cutoff));
      }
  });

  it('make quarters and years from the first month of the year', () => {
    expect(quarterOf('2026-11', 1)).toEqual({ from: '2026-10', to: '2026-12' });
    expect(quarterOf('2026-01', 2)).toEqual({ from: '2025-11', to: '2026-01' });
    expect(quarterOf('2026-04', 4)).toEqual({ from: '2026-04', to: '2026-06' });
    expect(yearOf('2026-03', 4)).toEqual({ from: '2025-04', to: '2026-03' });
    expect(yearOf('2026-12', 12)).toEqual({ from: '2026-12', to: '2027-11' });
  });
});

describe('weeks', () => {
  // ISO 8601: the week with the year's first Thursday is week 1.
  it.each([
    ['2026-01-01', 1],
    ['2025-12-29', 1],
    ['2027-01-03', 53],
    ['2024-12-30', 1],
    ['2026-11-22', 47],
  ])('number %s as %i', (day, week) => expect(isoWeek(dayNumber(day))).toBe(week));

  it('are cut at the ends of the month', () => {
    expect(weekParts(dayNumber('2026-11-01'), 30).map(({ from, to }) => to - from + 1)).toEqual([
      1, 7, 7, 7, 7, 1,
    ]);
  });
});

describe('mainland China', () => {
  it('has the working days of the year as published', () => {
    // 365 or 366 days, less weekends and holidays, and make-up days back: as the notices of the State Council give.
    const workingDays = (year: number): number =>
      Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
        .map((month) => sum(monthDays(month, rules()).weights.five))
        .reduce((total, days) => total + days, 0);
    expect([2024, 2025, 2026].map(workingDays)).toEqual([251, 248, 248]);
  });

  // The library's own functions err by a day west of Greenwich; its published table, which is what we read, does not.
  const westOfGreenwich = new Date(2024, 0, 1).getTimezoneOffset() > 0;
  it.skipIf(westOfGreenwich)('agrees with the library on every day of 2024 to 2026', () => {
    for (let day = dayNumber('2024-01-01'); day < dayNumber('2027-01-01'); day++) {
      const month = monthDays(dayOf(day).slice(0, 7), rules());
      const weight = month.weights.five[day - month.first];
      expect([dayOf(day), weight]).toEqual([dayOf(day), chineseDays.isWorkday(dayOf(day)) ? 1 : 0]);
    }
  });

  it('works the make-up Saturday and rests on the holiday, whatever the pattern', () => {
    const october = monthDays('2026-10', rules());
    for (const pattern of ['five', 'six', 'alternating'] as const) {
      expect(october.weights[pattern].slice(0, 10)).toEqual(Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 1));
    }
    expect(october.notes.slice(6, 10)).toEqual(['holiday', null, null, 'makeUp']);
  });

  it('is provisional where a year is not published: weekends only', () => {
    const month = monthDays('2031-10', rules());
    expect(month.provisional).toBe(true);
    expect(sum(month.weights.five)).toBe(23);
    expect(monthDays('2026-10', rules()).provisional).toBe(false);
  });
});

describe('working patterns', () => {
  it('count five days, six days, or every second Saturday from the anchor week', () => {
    const { weights } = monthDays('2026-11', rules());
    expect([weights.five, weights.six, weights.alternating].map(sum)).toEqual([21, 25, 23]);
    const saturdays = [6, 13, 20, 27].map((offset) => weights.alternating[offset]);
    // 2026-11-09 is 44 weeks after the anchor.
    expect(saturdays).toEqual([0, 1, 0, 1]);
    const shifted = monthDays('2026-11', rules({ anchorWeek: '2026-01-12' }));
    expect([6, 13, 20, 27].map((offset) => shifted.weights.alternating[offset])).toEqual([1, 0, 1, 0]);
  });

  it('alternate the same way before the anchor week', () => {
    const { weights } = monthDays('2025-12', rules());
    // 2025-12-22 is two weeks before 2026-01-05.
    expect([5, 12, 19, 26].map((offset) => weights.alternating[offset])).toEqual([0, 1, 0, 1]);
  });

  it('give way to company days', () => {
    const company = new Map([
      [dayNumber('2026-11-08'), 1],
      [dayNumber('2026-11-09'), 0],
    ]);
    const month = monthDays('2026-11', rules({ company }));
    expect([month.weights.five[7], month.weights.five[8], month.notes[8]]).toEqual([1, 0, 'company']);
  });
});

describe('a person', () => {
  const month = monthDays('2026-11', rules());
  const person = { start: null, end: null, leave: [] };

  it('shares the pattern’s days as long as nothing is special', () => {
    expect(personWeights(month, 'five', person)).toBe(month.weights.five);
  });

  it('works from the first to the last day employed', () => {
    expect(sum(personWeights(month, 'five', { ...person, start: '2026-11-16', end: '2026-11-20' }))).toBe(5);
    expect(isEmployed(month, { ...person, start: '2026-12-01' })).toBe(false);
    expect(isEmployed(month, { ...person, end: '2026-11-01' })).toBe(true);
  });

  it('is away on leave, and half away on half-days', () => {
    const leave = [
      { from: '2026-10-30', to: '2026-11-03', part: 1 },
      { from: '2026-11-30', to: '2026-12-02', part: 0.5 },
    ];
    expect(sum(personWeights(month, 'five', { ...person, leave }))).toBe(18.5);
    const notes = personNotes(month, { ...person, leave });
    expect([notes[0], notes[2], notes[3], notes[29]]).toEqual(['leave', 'leave', null, 'leave']);
    expect(sum(month.weights.five)).toBe(21);
  });
});

describe('other countries', () => {
  it('load on demand, by region too', async () => {
    const [us, bavaria] = await Promise.all([statutoryCalendar('US'), statutoryCalendar('DE-BY')]);
    expect(us.noteOf(dayNumber('2026-11-26'))).toBe('holiday');
    expect(us.noteOf(dayNumber('2026-11-27'))).toBeNull();
    expect(bavaria.noteOf(dayNumber('2026-01-06'))).toBe('holiday');
    expect(us.knows(2027)).toBe(true);
  });

  it('keep a holiday that moves back into the old year', async () => {
    // 2028-01-01 is a Saturday: kept on Friday, 2027-12-31.
    const us = await statutoryCalendar('US');
    expect(us.noteOf(dayNumber('2027-12-31'))).toBe('holiday');
  });

  it('are weekends only, provisional, where the country is unknown', async () => {
    const unknown = await statutoryCalendar('ZZ');
    expect(unknown.knows(2026)).toBe(false);
    expect(sum(monthDays('2026-10', rules({ statutory: weekendsOnly('ZZ') })).weights.five)).toBe(22);
  });
});
