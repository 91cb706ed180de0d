import { describe, expect, it } from 'vitest';
import type { DaysAnswer } from '../../../src/model/planning.ts';
import { dayTable } from '../../../src/views/sheet/dock/day-table.ts';

type Day = DaysAnswer['days'][number];
const day = (date: string, weight: number, week: number, note: Day['note'] = null): Day => ({
  ...{ day: date, weight, week, note },
});
const answer: DaysAnswer = {
  ...{ kind: 'days', unit: 'u', month: '2026-10' },
  days: [
    day('2026-10-07', 0, 41, 'holiday'),
    day('2026-10-08', 1, 41),
    day('2026-10-09', 0.5, 41, 'leave'),
    day('2026-10-10', 1, 41, 'makeUp'),
    day('2026-10-11', 0, 41),
    day('2026-10-12', 1, 42),
  ],
  measures: [
    { measure: 'intents', total: 3, perDay: null, perWeek: [2, 1], done: null },
    {
      ...{ measure: 'dials', total: 350, perWeek: [250, 100] },
      perDay: new Int32Array([0, 100, 50, 100, 0, 100]),
      done: new Float64Array([NaN, 90, NaN, 80, NaN, NaN]),
    },
  ],
  weeks: [
    { week: 41, from: '2026-10-05', to: '2026-10-11' },
    { week: 42, from: '2026-10-12', to: '2026-10-18' },
  ],
  calendar: { country: 'CN', provisional: false },
};

describe('weeks and days', () => {
  const table = dayTable(answer, '2026-10-09');

  it('has a column for working days and for weekdays that are off for a reason, none for plain weekends', () => {
    expect(table.columns.map((column) => column.day.slice(8))).toEqual(['07', '08', '09', '10', '12']);
    expect(table.weeks.map(({ week, span }) => [week, span])).toEqual([
      [41, 4],
      [42, 1],
    ]);
  });

  it('goes from the work to the result, and keeps each number with its day', () => {
    expect(table.rows.map(({ measure }) => measure)).toEqual(['dials', 'intents']);
    expect(table.rows[0]?.days).toEqual([0, 100, 50, 100, 100]);
  });

  it('has what was done on the days up to today, where anything was entered', () => {
    expect(table.rows[0]?.done).toEqual([NaN, 90, NaN, NaN, NaN]);
    expect(table.rows[1]?.done).toBeNull();
  });

  it('gives a measure without daily quotas its weeks only', () => {
    expect(table.rows[1]).toMatchObject({ days: null, weeks: [2, 1], soFar: null, total: 3 });
  });

  it('says what is due by the end of today, and nothing of it in other months', () => {
    expect(table.rows[0]?.soFar).toBe(150);
    expect(dayTable(answer, '2026-11-20').rows[0]?.soFar).toBeNull();
  });

  it('tells past, today and coming apart, and where a week ends', () => {
    expect(table.columns.map(({ state }) => state)).toEqual(['past', 'past', 'today', 'coming', 'coming']);
    expect(table.columns.map(({ edge }) => edge)).toEqual([false, false, false, true, true]);
  });

  it('a week is over when its last day has passed', () => {
    const later = dayTable(answer, '2026-10-12');
    expect(later.weeks.map(({ over }) => over)).toEqual([true, false]);
    expect(table.weeks.map(({ over }) => over)).toEqual([false, false]);
  });

  it('counts half a day as half', () => {
    expect(table.workingDays).toBe(3.5);
  });
});
