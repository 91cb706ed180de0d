import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { backcast } from '../../src/sheets/definitions/backcast.ts';
import { addMonths } from '../../src/model/time.ts';
import { company, goal, history, onePerson, override, settings, unit } from '../planner/plan.ts';
import { at, cellAt, TestDesk } from './desk.ts';

const team = () => company({ reps: 6, teams: 2, months: 12, last: '2026-10', goals: 2 });
const mine = (...more: Parameters<typeof onePerson>) => new TestDesk(onePerson(...more));

beforeEach(() => setLanguage('zh-CN'));

describe('the Backcast sheet', () => {
  it('goes from the goal back to dials a day, as a calculator would', () => {
    const built = mine(goal('me', '2026-11', 3_000_000)).build(backcast);
    const shown = built.model.columns.map(({ key }) => cellAt(built, 'me', key).text);
    // 30,000 ÷ 20 % ÷ 5,000 ÷ 20 % ÷ 25 % ÷ 30 %, over 21 working days.
    expect(shown).toEqual([
      ...['me', '', '30,000', '0', '30,000', '150,000', '30', '150', '600', '2,000', '95', '—', '21'],
    ]);
  });

  it('the headers read as the chain', () => {
    const { model } = mine(goal('me', '2026-11', 3_000_000)).build(backcast);
    expect(model.columns.map(({ subtitle }) => subtitle)).toEqual([
      ...[undefined, undefined, '¥', '¥ 至 11-20', '¥', '÷ 20.0%', '÷ ¥5,000', '÷ 20.0%', '÷ 25.0%'],
      ...['÷ 30.0%', '÷ 21 天', undefined, undefined],
    ]);
  });

  it('rounds once at the end: what is copied and added up is what the eye sees', () => {
    const built = mine(goal('me', '2026-11', 3_100_000)).build(backcast);
    // 31,000 ÷ 20 % ÷ 5,000 ÷ 1.5 % ÷ 21 = 98.4: rounding up at each stage would make it 99.
    expect(cellAt(built, 'me', 'perDay')).toMatchObject({ text: '98', value: 98 });
  });

  it('totals are the sums of what is shown below them, in every column', () => {
    const built = new TestDesk(team()).build(backcast);
    const { columns } = built.model;
    const number = (text: string): number => Number(text.replaceAll(',', ''));
    for (const { key } of columns.slice(2).filter(({ key }) => key !== 'days')) {
      const shown = (unit: string): number => number(cellAt(built, unit, key).text);
      expect(shown('t0')).toBe(shown('r0000') + shown('r0002') + shown('r0004'));
      expect(shown('t1')).toBe(shown('r0001') + shown('r0003') + shown('r0005'));
    }
  });

  it('shows an average of under ten a day with its decimal', () => {
    const built = mine(goal('me', '2026-11', 200_000)).build(backcast);
    // 133.3 dials over 21 days.
    expect(cellAt(built, 'me', 'perDay')).toMatchObject({ text: '6.3', value: 6.3 });
  });

  it('a typed goal of a rep is stored in minor units and shows before the planner has answered', async () => {
    const desk = mine();
    const { changes } = await desk
      .build(backcast)
      .edit([{ ...at(desk.build(backcast), 'me', 'goal'), text: '=3*1200' }], 'type', desk.ask);
    expect(changes).toEqual([{ create: 'goal/me/2026-11', values: { amount: 360_000 } }]);
    const answer = desk.planner.read({ kind: 'backcast', month: '2026-11', mode: 'goal' });
    desk.commit(changes);
    expect(cellAt(backcast.build(desk.context, [answer]), 'me', 'goal').text).toBe('3,600');
    expect(desk.asked).toEqual([]);
  });

  it('a typed total is shared out over the reps below, to the yuan', async () => {
    const desk = new TestDesk(team());
    const { summary } = await desk.type(backcast, [['t0', 'goal', '9万']]);
    const built = desk.build(backcast);
    expect(cellAt(built, 't0', 'goal').value).toBe(90_000);
    const reps = ['r0000', 'r0002', 'r0004'].map((rep) => cellAt(built, rep, 'goal').value as number);
    expect(reps.reduce((sum, value) => sum + value, 0)).toBe(90_000);
    expect(summary).toBe('¥90,000 已分到 3 人');
  });

  it('keeps what cannot be a goal, with the reason', async () => {
    const desk = mine();
    const { changes, rejected } = await desk.type(backcast, [
      ['me', 'goal', '-5'],
      ['me', 'goal', '20%'],
      ['me', 'goal', 'abc'],
    ]);
    expect(changes).toEqual([]);
    expect(rejected.map(({ message }) => message)).toEqual([
      ...['不能是负数', '这里要的是数，不是百分比', '认不出的数字：abc'],
    ]);
  });

  it('typing on a requirement opens the ratio of its step; on other derived numbers it says what to change', () => {
    const built = mine(goal('me', '2026-11', 3_000_000)).build(backcast);
    const refuse = (column: string) =>
      built.refuse(...(Object.values(at(built, 'me', column)) as [number, number]));
    expect(refuse('pipeline')).toEqual({ kind: 'override', unit: 'me', measure: 'revenue' });
    expect(refuse('dials')).toEqual({ kind: 'override', unit: 'me', measure: 'connects' });
    for (const column of ['won', 'toGo', 'perDay', 'days']) expect(refuse(column).kind).toBe('sentence');
  });

  it('hatches what rests on no record of the rep’s own, and says of an override since when and why', () => {
    const values = { ratio: 0.32, until: '2026-12', reason: '新名单', setOn: '2026-11-12' };
    const built = mine(goal('me', '2026-11', 3_000_000), override('me', 'connects', '2026-11', values)).build(
      backcast,
    );
    expect(cellAt(built, 'me', 'intents').marks).toEqual(['team']);
    const dials = cellAt(built, 'me', 'dials');
    expect(dials.marks).toEqual(['override', 'team']);
    expect(dials.hint).toBe('手动：接通率 32.0%，2026年11月 起至 2026年12月，2026-11-12 设，新名单');
  });

  it('shows a dash and the reason where there is no number', () => {
    const gone = [unit('old', 'rep', null, { end: '2026-09-30' }), goal('old', '2026-11', 100)];
    const built = mine(...gone).build(backcast);
    expect(cellAt(built, 'me', 'dials')).toMatchObject({ text: '—', value: null, hint: '这个月还没有目标' });
    expect(cellAt(built, 'old', 'dials')).toMatchObject({ text: '—', hint: '这个月不在岗' });
  });

  it('takes pipeline in hand only where the pipeline is a stock', async () => {
    expect(
      mine()
        .build(backcast)
        .model.columns.some(({ key }) => key === 'inHand'),
    ).toBe(false);
    const desk = mine(goal('me', '2026-11', 3_000_000), settings({ pipelineKind: 'stock' }));
    await desk.type(backcast, [['me', 'inHand', '50000']]);
    expect(desk.records.get('inHand/me/2026-11')).toEqual({ amount: 5_000_000 });
    expect(cellAt(desk.build(backcast), 'me', 'pipeline').text).toBe('100,000');
  });

  it('says where to look for the reasons of a cell', () => {
    const built = mine(goal('me', '2026-11', 3_000_000)).build(backcast);
    const { row, column } = at(built, 'me', 'intents');
    expect(built.reason(row, column)).toMatchObject({
      name: 'me · 意向客户',
      note: '计算值 · 按 F2 改这一步的比率',
      why: { unit: 'me', month: '2026-11', measure: 'intents' },
    });
    const typed = at(built, 'me', 'goal');
    expect(built.reason(typed.row, typed.column).input).toBe('30000');
  });
});

/** Half a year at 2,000 dials a month, so that 95 a day is the usual pace. */
const recorded = Array.from({ length: 6 }, (_, at) =>
  history('me', addMonths('2026-05', at), {
    ...{
      dials: 2000,
      connects: 600,
      conversations: 150,
      intents: 30,
      pipeline: 15_000_000,
      revenue: 3_000_000,
    },
  }),
);

describe('the chance of a goal in the Backcast sheet', () => {
  const chanceOf = (built: ReturnType<TestDesk['build']>, unit: string) => cellAt(built, unit, 'chance');

  const withNewcomer = (...more: RecordEntry[]): RecordEntry[] => [
    ...[settings(), ...onePerson().filter(([id]) => id.startsWith('measure/'))],
    ...[unit('all', 'company', null), unit('me', 'rep', 'all'), unit('new', 'rep', 'all', { order: 1 })],
    ...[...more, goal('me', '2026-11', 3_000_000), goal('new', '2026-11', 1_000_000)],
  ];

  it('stands in whole per cents and names the usual pace and the quota', () => {
    const built = mine(...recorded, goal('me', '2026-12', 3_000_000));
    const later = new TestDesk([...built.records], { month: '2026-12' }).build(backcast);
    const cell = chanceOf(later, 'me');
    expect(cell.text).toMatch(/^\d\d%$/);
    expect(cell.share).toBeGreaterThan(0.05);
    expect(cell.value).toBe(Number(cell.text.replace('%', '')) / 100);
    expect(cell.hint).toMatch(/^照现在的步子（每天外呼 \d+）达成概率 \d\d%；按配额做 \d\d%$/);
  });

  it('shows no number while the odds are being worked out', () => {
    const desk = mine(...recorded, goal('me', '2026-11', 3_000_000));
    const answers = backcast.queries(desk.context).map((query) => desk.planner.read(query));
    const cell = cellAt(backcast.build(desk.context, answers), 'me', 'chance');
    expect(cell).toMatchObject({ text: '…', value: null, hint: '正在重算' });
  });

  it('says beyond which bound a chance lies, and that a goal is reached', () => {
    const far = mine(...recorded, goal('me', '2026-11', 300_000_000)).build(backcast);
    expect(chanceOf(far, 'me')).toMatchObject({ text: '<5%', value: 0 });
    const won = history('me', '2026-11', { revenue: 2_000_000 });
    const there = mine(...recorded, won, goal('me', '2026-11', 1_900_000)).build(backcast);
    expect(chanceOf(there, 'me').text).toBe('已达成');
  });

  it('says why nothing can be said: no goal, no pace, or whose chance a total lacks', () => {
    expect(chanceOf(mine(...recorded).build(backcast), 'me').hint).toBe('这个月还没有目标');
    const built = new TestDesk(withNewcomer()).build(backcast);
    expect(chanceOf(built, 'new').hint).toBe('最近半年没有工作量的记录，不知道平时的步子');
    expect(chanceOf(built, 'all')).toMatchObject({
      ...{ text: '—', hint: 'me、new的达成概率推不出，合计也就推不出' },
    });
  });

  it('takes who has no record at the team’s pace in the total, and says so', () => {
    const built = new TestDesk(withNewcomer(...recorded)).build(backcast);
    expect(chanceOf(built, 'new').text).toBe('—');
    expect(chanceOf(built, 'all').text).toMatch(/^\d\d%$/);
    expect(chanceOf(built, 'all').hint).toMatch(/；其中 1 人还没有工作量记录，按组里别人步子的中位数算$/);
    expect(chanceOf(built, 'me').hint).not.toContain('其中');
  });

  it('the quotas’ header says what the confidence means', () => {
    const groups = (...more: Parameters<typeof onePerson>) =>
      mine(...more)
        .build(backcast)
        .model.columns.map(({ group }) => group);
    expect(groups()).toContain('倒推：要做到目标，全月需要 · 期望');
    expect(groups(...recorded, goal('me', '2026-11', 3_000_000))).toContainEqual(
      expect.stringMatching(/ · 期望，约 10 次里 [345] 次够$/),
    );
    expect(groups(settings({ confidence: 0.8 }))).toContain(
      '倒推：要做到目标，全月需要 · 每个人 10 次里 8 次够',
    );
    expect(groups(settings({ confidence: 0.85, confidenceOf: 'company' }))).toContain(
      '倒推：要做到目标，全月需要 · 全公司 100 次里 85 次够',
    );
  });
});
