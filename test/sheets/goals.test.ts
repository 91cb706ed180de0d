import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import { goals } from '../../src/sheets/definitions/goals.ts';
import { yearOf } from '../../src/model/time.ts';
import { GOALS_DESK } from '../../src/state/goals-desk.ts';
import { company, goal, settings, unit } from '../planner/plan.ts';
import { at, cellAt, TestDesk } from './desk.ts';

const plan = () => company({ reps: 6, teams: 2, months: 1, last: '2026-09', goals: 3 });
/** The whole year, as periods; what is shown before it is taken is taken. */
const YEARLY = { goals: { ...GOALS_DESK, view: 'year' as const, checks: false } };
const Q4 = '2026-10 2026-12';
const YEAR = '2026-01 2026-12';
const REPS = ['r0000', 'r0001', 'r0002', 'r0003', 'r0004', 'r0005'];
const valueAt = (desk: TestDesk, row: string, column: string) => cellAt(desk.build(goals), row, column).value;
const sum = (values: readonly unknown[]) => values.reduce<number>((total, value) => total + Number(value), 0);

beforeEach(() => setLanguage('zh-CN'));

describe('the planning year', () => {
  it('begins with the plan’s first month', () => {
    expect(yearOf('2026-11', 1)).toEqual({ from: '2026-01', to: '2026-12' });
    expect(yearOf('2026-03', 4)).toEqual({ from: '2025-04', to: '2026-03' });
    expect(yearOf('2026-04', 4)).toEqual({ from: '2026-04', to: '2027-03' });
  });

  it('is shown as total, then quarters before their months with the working days', () => {
    const { columns } = new TestDesk(plan(), YEARLY).build(goals).model;
    expect(columns.length).toBe(1 + 1 + 4 * 4);
    expect(columns.slice(14).map(({ title }) => title)).toEqual(['合计', '10月', '11月', '12月']);
    expect(columns.slice(-3).map(({ subtitle }) => subtitle)).toEqual(['已结束', '进行中', '23 天']);
  });
});

describe('typing goals', () => {
  it('of a rep’s month is one record; totals above and beside it follow', async () => {
    const desk = new TestDesk(plan(), YEARLY);
    const before = Number(valueAt(desk, 'all', YEAR)) - Number(valueAt(desk, 'r0000', '2026-11'));
    const { changes } = await desk.type(goals, [['r0000', '2026-11', '3.2万']]);
    expect(changes).toEqual([{ id: 'goal/r0000/2026-11', field: 'amount', value: 3_200_000 }]);
    expect(valueAt(desk, 'all', YEAR)).toBe(before + 32_000);
  });

  it.each([
    ['t0', '2026-11', '¥100,001 已分到 3 人'],
    ['r0000', Q4, '¥100,001 已分到 3 个月'],
    ['all', YEAR, '已改 1 格，连带 '],
  ])('of the total %s %s shares it out, and every sum is exact', async (row, column, words) => {
    const desk = new TestDesk(plan(), YEARLY);
    const { summary, trial } = await desk.type(goals, [[row, column, '100001']]);
    expect(trial?.done ?? summary).toContain(words);
    expect(valueAt(desk, row, column)).toBe(100_001);
    for (const month of ['2026-10', '2026-11', '2026-12'])
      expect(sum(REPS.map((rep) => valueAt(desk, rep, month)))).toBe(valueAt(desk, 'all', month));
    expect(sum(['t0', 't1'].map((team) => valueAt(desk, team, YEAR)))).toBe(valueAt(desk, 'all', YEAR));
  });

  it('below the last row adds a member with goals, at the end of the last team', async () => {
    const desk = new TestDesk(plan(), YEARLY);
    const { changes, rejected, summary } = await desk.type(
      goals,
      [
        ['adder', 'name', '林晓'],
        ['adder', '2026-11', '3万'],
      ],
      'paste',
    );
    expect(rejected).toEqual([]);
    expect(summary).toContain('1');
    const [created] = changes;
    const key = created && 'create' in created ? created.create.slice('unit/'.length) : '';
    expect(changes).toEqual([
      {
        create: `unit/${key}`,
        values: { name: '林晓', kind: 'rep', parent: 't1', order: 6 },
      },
      { create: `goal/${key}/2026-11`, values: { amount: 3_000_000 } },
    ]);
    expect(valueAt(desk, key, '2026-11')).toBe(30_000);
  });

  it('below the last row needs a name first, and takes no totals', async () => {
    const desk = new TestDesk(plan(), YEARLY);
    const { changes, rejected } = await desk.type(goals, [['adder', '2026-11', '3万']]);
    expect(changes).toEqual([]);
    expect(rejected).toHaveLength(1);
    expect(cellAt(desk.build(goals), 'adder', Q4).input).toBe(false);
    const empty = new TestDesk([], YEARLY).build(goals).model;
    expect(Array.from({ length: empty.rowCount }, (_, row) => empty.row(row).adder ?? false)).not.toContain(
      true,
    );
  });

  it('a block with a total and its parts keeps the parts, and the total follows them', async () => {
    const desk = new TestDesk(plan(), YEARLY);
    const { summary } = await desk.type(
      goals,
      [
        ['t0', '2026-11', '999'],
        ['r0000', '2026-11', '100'],
        ['r0002', '2026-11', '200'],
        ['r0004', '2026-11', '300'],
        ['t1', '2026-11', '700'],
      ],
      'paste',
    );
    expect(valueAt(desk, 't0', '2026-11')).toBe(600);
    expect(valueAt(desk, 't1', '2026-11')).toBe(700);
    expect(summary).toBe('已粘贴 3 格，¥700 已分到 3 人，1 个合计随下面各格');
  });

  it('clearing a total makes the goals below blank, not zero', async () => {
    const desk = new TestDesk(plan(), YEARLY);
    await desk.type(goals, [['t0', Q4, '']], 'clear');
    expect(cellAt(desk.build(goals), 'r0000', '2026-11')).toMatchObject({ text: '', value: null });
    expect(cellAt(desk.build(goals), 't0', Q4).value).toBeNull();
    await desk.type(goals, [['t0', '2026-11', '300']]);
    expect(valueAt(desk, 'r0002', '2026-11')).toBe(100);
  });

  it('a total over nobody keeps what was typed, with the reason', async () => {
    const desk = new TestDesk([...plan(), unit('empty', 'team', 'all')], YEARLY);
    const { rejected } = await desk.type(goals, [['empty', '2026-11', '100']]);
    expect(rejected.map(({ message }) => message)).toEqual(['下面没有成员，分不下去']);
  });

  it('nothing is changed where the plan moved on meanwhile', async () => {
    const desk = new TestDesk(plan(), YEARLY);
    desk.ask = () => Promise.resolve(null);
    const { changes, rejected } = await desk.type(goals, [['t0', '2026-11', '100']]);
    expect([changes, rejected[0]?.text]).toEqual([[], '100']);
  });
});

describe('season weights', () => {
  it('are typed per month, and a goal over blank months is split by them', async () => {
    const desk = new TestDesk([settings(), unit('me', 'rep', null)], YEARLY);
    await desk.type(goals, [
      ['season', '2026-10', '1'],
      ['season', '2026-11', '2'],
      ['season', '2026-12', '3'],
    ]);
    expect(desk.records.get('season/11')).toEqual({ weight: 2 });
    await desk.type(goals, [['me', Q4, '60000']]);
    expect(['2026-10', '2026-11', '2026-12'].map((month) => valueAt(desk, 'me', month))).toEqual([
      ...[10_000, 20_000, 30_000],
    ]);
  });

  it('show their share of quarter and year, which cannot be typed', () => {
    const built = new TestDesk([settings(), unit('me', 'rep', null)], YEARLY).build(goals);
    expect(cellAt(built, 'season', YEAR)).toMatchObject({ text: '100.0%', input: false });
    expect(cellAt(built, 'season', Q4).text).toBe('25.0%');
    const { row, column } = at(built, 'season', '2026-11');
    expect(built.unitAt(row)).toBeNull();
    expect(built.reason(row, column).name).toBe('季节权重 · 11月');
  });

  it('show what a blank month counts as once one is typed, so that the shares add up to the eye', async () => {
    const desk = new TestDesk([settings(), unit('me', 'rep', null)], YEARLY);
    expect(cellAt(desk.build(goals), 'season', '2026-03').text).toBe('');
    await desk.type(goals, [
      ['season', '2026-10', '30'],
      ['season', '2026-11', '30'],
      ['season', '2026-12', '40'],
    ]);
    const march = cellAt(desk.build(goals), 'season', '2026-03');
    // 1 of 30 + 30 + 40 + 9 × 1.
    expect(march).toMatchObject({ text: '1', value: null, input: true, marks: ['muted'] });
    expect(march.hint).toContain('0.9%');
    expect(cellAt(desk.build(goals), 'season', Q4).text).toBe('91.7%');
  });
});

describe('speed', () => {
  it('a sheet of 1,000 reps reads a rep’s goals from records only where it is looked at', () => {
    const desk = new TestDesk(
      [
        ...company({ reps: 1000, teams: 10, months: 0, last: '2026-10', goals: 1 }),
        goal('r0000', '2026-12', 100),
      ],
      YEARLY,
    );
    const { context } = desk;
    const answers = goals.queries(context).map((query) => desk.planner.read(query));
    let read = 0;
    const counted = { ...context, get: (id: string) => (read++, context.get(id)) };
    const built = goals.build(counted, answers);
    expect(read).toBe(0);
    expect(cellAt(built, 'r0000', YEAR).value).toBeGreaterThan(0);
    expect(read).toBe(12);
  });
});
