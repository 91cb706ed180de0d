import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActualsAnswer, PaceAnswer } from '../../../src/model/planning.ts';
import type { Values } from '../../../src/model/json.ts';
import { dayRows } from '../../../src/views/today/day-rows.ts';
import { entryText, readEntry } from '../../../src/views/today/entry.ts';
import { Hold } from '../../../src/views/today/hold.ts';
import { leaveChange, logChanges, loggedAt, stepped } from '../../../src/views/today/log.ts';
import { missingDays, stateOn } from '../../../src/views/today/missing.ts';
import { nearMonths } from '../../../src/views/today/near-days.svelte.ts';
import { readTime, timeText } from '../../../src/views/today/time-text.ts';
import { mergedBars, weekBars, weekSum } from '../../../src/views/today/week-bars.ts';

const [WORK, OFF, LEAVE] = [0, 1, 2];
const TODAY = '2026-11-20';

/** November 2026 from the 13th on, of ann and bob; weekends off, bob on leave on the 18th. */
const days = Array.from({ length: 12 }, (_, i) => `2026-11-${String(13 + i)}`);
const isWeekend = (day: string) => ['14', '15', '21', '22'].includes(day.slice(8));
/** What the planner misses: of ann on the last two days, of bob on the 17th. */
const MISSING = new Set(['2026-11-18', '2026-11-19']);
const answer: ActualsAnswer = {
  kind: 'actuals',
  month: '2026-11',
  measure: 'dials',
  units: ['ann', 'bob'],
  days: days.map((day) => ({ day, week: day < '2026-11-16' ? 46 : day < '2026-11-23' ? 47 : 48 })),
  values: days.map((day) => Float64Array.of(day === '2026-11-17' ? 90 : day === '2026-11-21' ? 5 : NaN, NaN)),
  person: [],
  system: [],
  quota: days.map((day) => Float64Array.of(isWeekend(day) ? 0 : 88, NaN)),
  states: days.map((day) =>
    Uint8Array.of(isWeekend(day) ? OFF : WORK, isWeekend(day) ? OFF : day === '2026-11-18' ? LEAVE : WORK),
  ),
  weights: [],
  missing: days.map((day) => Uint16Array.of(MISSING.has(day) ? 1 : 0, day === '2026-11-17' ? 1 : 0)),
  blank: [],
};

const plan = (records: Record<string, Values>) => ({
  get: (id: string) => records[id],
  ofKind: (kind: string) => Object.entries(records).filter(([id]) => id.startsWith(`${kind}/`)),
});

describe('this week', () => {
  it('is its working days, and a day off on which something was done', () => {
    const bars = weekBars([answer], 'ann', TODAY);
    expect(bars.map(({ day, state, missing }) => [day.slice(8), state, missing])).toEqual([
      ['16', 'past', false],
      ['17', 'past', false],
      ['18', 'past', true],
      ['19', 'past', true],
      ['20', 'today', false],
      ['21', 'coming', false],
    ]);
    expect(weekSum(bars, 'value')).toBe(95);
    expect(weekSum(bars, 'quota')).toBe(440);
  });

  it('of several is their sum, and blank where nobody has a number', () => {
    const bars = mergedBars(['ann', 'bob'].map((unit) => weekBars([answer], unit, TODAY)));
    expect(bars.find(({ day }) => day === '2026-11-17')?.value).toBe(90);
    expect(bars.find(({ day }) => day === '2026-11-16')?.value).toBeNaN();
  });

  it('and the seven days before touch at most two months', () => {
    expect(nearMonths(TODAY, 0)).toEqual(['2026-11']);
    expect(nearMonths('2026-11-30', 0)).toEqual(['2026-11', '2026-12']);
    expect(nearMonths('2026-12-02', 0)).toEqual(['2026-11', '2026-12']);
    expect(nearMonths(TODAY, 18)).toEqual(['2026-11', '2026-12']);
  });
});

describe('a forgotten day', () => {
  const missing = (unit: string, records: Record<string, Values>) =>
    missingDays(plan(records), [answer], unit, TODAY);

  it('is one of the last week that the planner misses, the latest first', () => {
    expect(missing('ann', {})).toEqual(['2026-11-19', '2026-11-18']);
    expect(missing('bob', {})).toEqual(['2026-11-17']);
    expect(missingDays(plan({}), [answer], 'ann', '2026-11-30')).toEqual([]);
  });

  it('is none any more as soon as something is entered, even 0', () => {
    expect(missing('ann', { 'actual/ann/2026-11-19': { dials: 0 } })).toEqual(['2026-11-18']);
    expect(missing('ann', { 'systemActual/ann/2026-11-18': { connects: 3 } })).toEqual(['2026-11-19']);
    expect(missing('bob', { 'actual/bob/2026-11-17': { dials: null } })).toEqual(['2026-11-17']);
    expect(stateOn([answer], 'bob', '2026-11-18')).toBe('leave');
    expect(stateOn([answer], 'bob', '2026-10-18')).toBeNull();
  });

  it('shows when it was written, if that was on the day itself', () => {
    const at = (time: string) => ({
      writtenAt: (id: string) => (id.startsWith('actual/') ? new Date(`${TODAY}T${time}`).getTime() : null),
    });
    expect(loggedAt(at('10:34:59'), 'ann', TODAY)).toBe(634);
    expect(loggedAt(at('10:34'), 'ann', '2026-11-19')).toBeNull();
    expect(loggedAt({ writtenAt: () => null }, 'ann', TODAY)).toBeNull();
  });

  it('as leave keeps the leave that is known', () => {
    const known = { from: '2026-11-02', to: '2026-11-03', part: 1 };
    const change = leaveChange(plan({ 'unit/ann': { leave: [known] } }), 'ann', '2026-11-19');
    expect(change).toEqual({
      id: 'unit/ann',
      field: 'leave',
      value: [known, { from: '2026-11-19', to: '2026-11-19', part: 1 }],
    });
  });
});

describe('what is entered', () => {
  it('goes up and down by one, from blank only up and never below 0', () => {
    expect([stepped(null, 1), stepped(null, -1), stepped(1, -1), stepped(0, -1)]).toEqual([1, null, 0, 0]);
  });

  it('is a whole count or money in minor units; blank is blank and nonsense is refused', () => {
    expect(readEntry('96', false)).toBe(96);
    expect(readEntry(' ', false)).toBeNull();
    expect(['9.5', '-3', 'abc'].map((text) => readEntry(text, false))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(readEntry('1.2万', true)).toBe(1_200_000);
    expect(readEntry(entryText(1234, true), true)).toBe(1234);
  });

  it('leaves out what was left blank', () => {
    const numbers = new Map([
      ['dials', 0],
      ['connects', null],
    ]);
    expect(logChanges('ann', TODAY, numbers)).toEqual([
      { id: `actual/ann/${TODAY}`, field: 'dials', value: 0 },
    ]);
  });

  it('counts against the quota of the morning, with the system’s number where it says something else', () => {
    const pace = {
      units: ['ann'],
      measures: ['dials', 'revenue'],
      today: [Float64Array.of(40), Float64Array.of(NaN)],
      quota: [Float64Array.of(96), Float64Array.of(Infinity)],
      weekDone: [Float64Array.of(300), Float64Array.of(NaN)],
      weekQuota: [Float64Array.of(96), Float64Array.of(5000)],
    } as unknown as PaceAnswer;
    const sight = {
      unit: 'ann',
      entered: { dials: 34 },
      share: 0.25,
      isMoney: (m: string) => m === 'revenue',
    };
    const [dials, revenue] = dayRows(pace, sight);
    expect(dials).toMatchObject({ value: 34, system: 40, quota: 96, due: 24, weekDone: 334, weekQuota: 396 });
    expect(revenue).toMatchObject({ value: null, system: null, quota: Infinity, weekQuota: 5000 });
  });
});

describe('a time', () => {
  it('is read as people write it, and refused where there is none such', () => {
    expect(['9:30', '09：30', '0930', '18', '24:00'].map(readTime)).toEqual([570, 570, 570, 1080, 1440]);
    expect(['25:00', '9:75', 'noon', '24:01'].map(readTime)).toEqual([null, null, null, null]);
    expect(timeText(570)).toBe('09:30');
  });
});

describe('a press on the counter', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function pressed(ms: number): { tapped: number; held: number } {
    const seen = { tapped: 0, held: 0 };
    const hold = new Hold(
      () => seen.tapped++,
      () => seen.held++,
    );
    hold.down({ button: 0 } as PointerEvent);
    vi.advanceTimersByTime(ms);
    hold.up();
    hold.click({ detail: 1 } as MouseEvent);
    vi.advanceTimersByTime(5000);
    return seen;
  }

  it('is a tap when it is short, and takes away again and again while it is held', () => {
    expect(pressed(120)).toEqual({ tapped: 1, held: 0 });
    expect(pressed(550)).toEqual({ tapped: 0, held: 1 });
    expect(pressed(1000)).toEqual({ tapped: 0, held: 4 });
  });

  it('by a key always counts', () => {
    const seen = { tapped: 0, held: 0 };
    const hold = new Hold(
      () => seen.tapped++,
      () => seen.held++,
    );
    hold.down({ button: 0 } as PointerEvent);
    vi.advanceTimersByTime(600);
    hold.up();
    hold.click({ detail: 0 } as MouseEvent);
    expect(seen).toEqual({ tapped: 1, held: 1 });
  });
});
