import { describe, expect, it } from 'vitest';
import type { DaysAnswer } from '../../src/model/planning.ts';
import { dayIn, numbersOn, ticksOf } from '../../src/views/phone/month.ts';

const day = (date: string, weight: number, week: number) => ({ day: date, weight, week, note: null });
const answer: DaysAnswer = {
  kind: 'days',
  unit: 'u',
  month: '2026-11',
  days: [
    day('2026-11-19', 1, 47),
    day('2026-11-20', 1, 47),
    day('2026-11-21', 0, 47),
    day('2026-11-23', 1, 48),
  ],
  measures: [
    { measure: 'dials', total: 30, perDay: new Int32Array([10, 11, 0, 9]), perWeek: [21, 9] },
    { measure: 'intents', total: 2, perDay: null, perWeek: [1, 1] },
  ],
  weeks: [
    { week: 47, from: '2026-11-16', to: '2026-11-22' },
    { week: 48, from: '2026-11-23', to: '2026-11-29' },
  ],
  calendar: { country: 'CN', provisional: false },
};

describe('a rep’s day on the phone', () => {
  it('the ticks are working days, cut at weeks', () => {
    expect(ticksOf(answer, '2026-11-20').map(({ state, week }) => [state, week])).toEqual([
      ['past', false],
      ['today', false],
      ['coming', true],
    ]);
  });

  it('on a day off the next working day is shown', () => {
    expect(dayIn(answer, '2026-11-20')).toBe('2026-11-20');
    expect(dayIn(answer, '2026-11-21')).toBe('2026-11-23');
  });

  it('after the month its last working day is shown', () => {
    expect(dayIn(answer, '2027-01-05')).toBe('2026-11-23');
  });

  it('a rare measure has a number for the week and none for the day', () => {
    expect(numbersOn(answer, '2026-11-20')).toEqual([
      { measure: 'dials', today: 11, week: 21, month: 30 },
      { measure: 'intents', today: null, week: 1, month: 2 },
    ]);
  });
});
