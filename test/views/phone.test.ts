import { describe, expect, it } from 'vitest';
import type { DaysAnswer } from '../../src/model/planning.ts';
import { dayNumber } from '../../src/model/time.ts';
import { listRows, ROW_HEIGHTS, rowsBetween, rowTops } from '../../src/views/phone/list-rows.ts';
import { ticksOf } from '../../src/views/phone/month.ts';
import { weekTable } from '../../src/views/phone/week.ts';
import type { TreeUnit } from '../../src/views/shell/units.ts';

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
    { measure: 'dials', total: 30, perDay: new Int32Array([10, 11, 0, 9]), perWeek: [21, 9], done: null },
    { measure: 'intents', total: 2, perDay: null, perWeek: [1, 1], done: null },
  ],
  weeks: [
    { week: 47, from: '2026-11-16', to: '2026-11-22' },
    { week: 48, from: '2026-11-23', to: '2026-11-29' },
  ],
  calendar: { country: 'CN', provisional: false },
};

describe('the month on the phone', () => {
  it('the ticks are working days, cut at weeks', () => {
    expect(ticksOf(answer, '2026-11-20').map(({ state, week }) => [state, week])).toEqual([
      ['past', false],
      ['today', false],
      ['coming', true],
    ]);
  });
});

describe('a week on the phone', () => {
  const next: DaysAnswer = {
    ...answer,
    month: '2026-12',
    days: [day('2026-12-01', 1, 49), day('2026-12-02', 0.5, 49)],
    measures: [
      { measure: 'dials', total: 12, perDay: new Int32Array([8, 4]), perWeek: [12], done: null },
      { measure: 'intents', total: 1, perDay: null, perWeek: [1], done: null },
    ],
    weeks: [{ week: 49, from: '2026-12-01', to: '2026-12-06' }],
  };
  const last: DaysAnswer = {
    ...answer,
    days: [day('2026-11-30', 1, 49)],
    measures: [
      { measure: 'dials', total: 7, perDay: new Int32Array([7]), perWeek: [7], done: null },
      { measure: 'intents', total: 2, perDay: null, perWeek: [2], done: null },
    ],
    weeks: [{ week: 49, from: '2026-11-30', to: '2026-11-30' }],
  };

  it('shows its working days and what they add up to, from the work to the result', () => {
    const table = weekTable([answer], dayNumber('2026-11-16'), '2026-11-20');
    expect(table.days.map((each) => [each.day, each.state])).toEqual([
      ['2026-11-19', 'past'],
      ['2026-11-20', 'today'],
    ]);
    expect(table.rows).toEqual([
      { measure: 'intents', days: null, total: 1 },
      { measure: 'dials', days: [10, 11], total: 21 },
    ]);
  });

  it('takes its days from both months that share it', () => {
    const table = weekTable([last, next], dayNumber('2026-11-30'), '2026-11-30');
    expect(table.rows).toEqual([
      { measure: 'intents', days: null, total: 3 },
      { measure: 'dials', days: [7, 8, 4], total: 19 },
    ]);
  });

  it('has no number for the days of a month without a goal, and adds up the others', () => {
    const none = next.measures.map(({ measure }) => ({
      measure,
      total: NaN,
      perDay: null,
      perWeek: [NaN],
      done: null,
    }));
    const table = weekTable([last, { ...next, measures: none }], dayNumber('2026-11-30'), '2026-11-30');
    expect(table.rows.at(-1)).toEqual({ measure: 'dials', days: [7, NaN, NaN], total: 7 });
  });
});

describe('the list of people on the phone', () => {
  const unit = (key: string, kind: string, level: number, path = ''): TreeUnit => ({
    key,
    name: key,
    kind,
    level,
    path,
  });
  const tree = [
    unit('East', 'region', 0),
    unit('Lead', 'rep', 1, 'East'),
    unit('A', 'team', 1, 'East'),
    unit('Ann', 'rep', 2, 'East ▸ A'),
    unit('Bo Li', 'rep', 2, 'East ▸ A'),
    unit('Empty', 'team', 1, 'East'),
    unit('B', 'team', 1, 'East'),
    unit('Cy', 'rep', 2, 'East ▸ B'),
  ];
  const keys = (search?: string) => listRows(tree, search).map(({ unit: { key } }) => key);

  it('has each team above its own reps and leaves out a team that has none', () => {
    expect(keys()).toEqual(['East', 'Lead', 'A', 'Ann', 'Bo Li', 'B', 'Cy']);
  });

  it('needs no heading for a single team', () => {
    expect(listRows(tree.slice(2, 5)).map(({ kind }) => kind)).toEqual(['rep', 'rep']);
  });

  it('finds reps by name or team, whatever the case and the spaces', () => {
    expect(keys('boli')).toEqual(['Bo Li']);
    expect(keys('▸ a')).toEqual(['Ann', 'Bo Li']);
    expect(keys('nobody')).toEqual([]);
  });

  it('draws only the rows in view, whichever height they have', () => {
    const rows = listRows(tree);
    const { tops, height } = rowTops(rows);
    const { team, rep } = ROW_HEIGHTS;
    expect(height).toBe(3 * team + 4 * rep);
    expect(rowsBetween(tops, 0, team)).toEqual({ from: 0, to: 1 });
    expect(rowsBetween(tops, team, team + rep + 1)).toEqual({ from: 1, to: 3 });
    expect(rowsBetween(tops, height - 1, height + 500)).toEqual({ from: 6, to: 7 });
  });
});
