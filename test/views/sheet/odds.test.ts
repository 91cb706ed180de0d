import { beforeEach, describe, expect, it } from 'vitest';
import { oddsPicture } from '../../../src/charts/odds-curve.ts';
import { setLanguage } from '../../../src/i18n/i18n.svelte.ts';
import type { Expression } from '../../../src/model/formula.ts';
import type { OddsCurveAnswer, WhyAnswer } from '../../../src/model/planning.ts';
import { chanceFigure } from '../../../src/sheets/figures.ts';
import { chainRows } from '../../../src/views/sheet/why/chain-rows.ts';
import { aimSentence, curveSentence, namedChances } from '../../../src/views/sheet/why/odds-words.ts';
import { planFigures } from '../../../src/views/sheet/why/figures.ts';
import { settings } from '../../planner/plan.ts';

const plan = (values: Parameters<typeof settings>[0]) =>
  planFigures({ get: () => settings(values)[1], ofKind: () => [] }, 'zh-CN');
const figures = plan({});
const curve: OddsCurveAnswer = {
  ...{
    kind: 'oddsCurve',
    unit: 'u',
    month: '2026-11',
    work: 'dials',
    left: 100,
    days: 7,
    taken: 0,
    other: 0,
  },
  curve: [0, 50, 100, 150, 200].map((perDay) => ({ perDay, chance: perDay / 250 })),
  expected: { perDay: 96.2, chance: 0.413 },
  confident: [
    { perDay: 109, chance: 0.5 },
    { perDay: 160.4, chance: 0.8 },
  ],
  quota: { perDay: 109, chance: 0.5 },
  pace: { perDay: 83, chance: 0.02 },
  best: null,
};

beforeEach(() => setLanguage('zh-CN'));

describe('a chance', () => {
  it('has no more digits than it deserves', () => {
    const written = [0, 0.044, 0.046, 0.413, 0.954, 0.956, 1, NaN].map((each) => chanceFigure(each, 'en'));
    expect(written).toEqual(['<5%', '<5%', '5%', '41%', '95%', '>95%', '>95%', '—']);
  });
});

describe('the curve of chances in words', () => {
  it('goes from the expected quota to what even chances and eight in ten take', () => {
    expect(curveSentence(curve, figures)).toBe('每天外呼 96：41%，109：50%，160：80%');
  });

  it('says so where no amount of work is enough', () => {
    const [even] = curve.confident;
    expect(curveSentence({ ...curve, confident: even ? [even] : [] }, figures)).toBe(
      '每天外呼 96：41%，109：50%，再多也到不了 80%',
    );
  });

  it('names the pace, the quota and the proven best, and leaves out what is not known', () => {
    const rows = namedChances(curve, false, figures).map(({ label, chance }) => [label, chance]);
    expect(rows).toEqual([
      ['照现在的步子', '<5%'],
      ['按还差的配额做', '50%'],
    ]);
    const best = { perDay: 120, chance: 0.6 };
    expect(namedChances({ ...curve, best }, true, figures).at(-1)?.label).toBe('各人最好的日子之和');
  });
});

describe('the picture of the curve', () => {
  it('rises from the left foot, with each mark on it', () => {
    const { line, marks, end } = oddsPicture(curve, 210, 110);
    expect(line.split(' ')[0]).toBe('5,105');
    expect(end).toBe(200);
    expect(marks).toEqual([
      { name: 'pace', x: 88, y: 103 },
      { name: 'quota', x: 114, y: 55 },
    ]);
  });

  it('is empty where there is no curve', () => {
    const { line, marks } = oddsPicture({ ...curve, curve: [] }, 210, 110);
    expect([line, marks]).toEqual(['', []]);
  });
});

describe('the money that is aimed at', () => {
  const money = (value: number): Expression => ({
    ...{ op: 'value', of: { name: 'goal' }, value, as: 'money', input: true },
  });
  const why: WhyAnswer = {
    ...{
      kind: 'why',
      unit: 'u',
      month: '2026-11',
      mode: 'goal',
      won: 0,
      other: null,
      problem: null,
      breaks: [],
    },
    ...{ goal: { value: 3_000_000, formula: money(3_000_000) }, links: [], perDay: null },
    ...{ toGo: { value: 3_000_000, formula: money(3_000_000) }, aim: 4_120_000, lag: null },
  };

  it('stands in the chain below the goal, with the chance that it is for', () => {
    const keys = chainRows(why, 0.8).map((row) => ('key' in row ? row.key : row.kind));
    expect(keys).toEqual(['goal', 'confidence', 'aim']);
    expect(chainRows({ ...why, aim: null }, 0.8)).toHaveLength(1);
  });

  it('is explained for one rep, for several and for the company together', () => {
    expect(aimSentence(why, plan({ confidence: 0.8 }))).toBe(
      '要 10 次里 8 次做到 ¥30,000，平均要冲到 ¥41,200',
    );
    const sum = { op: 'children', count: 2, value: 3_000_000, as: 'money' } as const;
    const team: WhyAnswer = { ...why, goal: { value: 3_000_000, formula: sum } };
    expect(aimSentence(team, plan({ confidence: 0.5 }))).toContain('每个人都 10 次里 5 次');
    expect(aimSentence(team, plan({ confidence: 0.5, confidenceOf: 'company' }))).toContain(
      '全公司 10 次里 5 次',
    );
    expect(aimSentence(why, figures)).toBe('');
  });
});
