import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import { setLanguage, type Language } from '../../src/i18n/i18n.svelte.ts';
import { keysOf } from '../../src/model/ids.ts';
import { REPORT_PARTS, reportSchema, type Note } from '../../src/model/records/diary.ts';
import { repRows } from '../../src/views/dashboard/rep-rows.ts';
import { shortMoney } from '../../src/views/dashboard/short-money.ts';
import { draftOf, type Given, type Words } from '../../src/views/reports/draft.ts';
import { Marks, plain } from '../../src/views/reports/marks.ts';
import { moved, nextSpan, periodKey, periodOf, spanOf, weekNumber } from '../../src/views/reports/periods.ts';
import { linesOf, reportText } from '../../src/views/reports/text.ts';
import { amountText, moneyText, ratioText } from '../../src/views/shell/figures.ts';
import { measureName, ratioName } from '../../src/views/shell/names.ts';
import { unitTree } from '../../src/views/shell/units.ts';
import { followedRecords } from '../e2e/app/followed-plan.ts';

const TODAY = '2026-11-20';
const MONTH = '2026-11';
const records = followedRecords('zh');
const tree = unitTree(records.filter(([id]) => id.startsWith('unit/')));
const isMoney = (measure: string) => measure === 'pipeline' || measure === 'revenue';

const words: Words = {
  nameOf: (unit) => tree.find(({ key }) => key === unit)?.name ?? '',
  measure: measureName,
  ratio: ratioName,
  ratioText: (value, step) => ratioText(value, step, 'CNY'),
  amount: (measure, value) => (isMoney(measure) ? moneyText(value, 'CNY') : amountText(value)),
  day: (day) => day.slice(5),
  short: (minor) => shortMoney(minor, 'CNY'),
  isMoney,
};

function given(kind: 'day' | 'week', unit: string | null, asOf = TODAY, own = records): Given {
  const planner = createPlanner();
  void planner.load(own, asOf);
  const day = kind === 'day' ? '2026-11-19' : TODAY;
  const reps = tree.filter((each) => each.kind === 'rep' && (unit === null || each.key === unit));
  return {
    ...{ kind, unit, isNow: true, decisions: [] },
    board: planner.read({ kind: 'board', month: MONTH, unit }),
    report: planner.read({ kind: 'report', unit, span: spanOf(kind, day), next: nextSpan(kind, day) }),
    rows: repRows(reps, {
      forecast: planner.read({ kind: 'forecast', month: MONTH }),
      standing: planner.read({ kind: 'standing', month: MONTH }),
    }),
    alerts: planner.read({ kind: 'alerts' }).alerts.filter((alert) => unit === null || alert.unit === unit),
  };
}

const decision: Note = {
  ...{ key: 'n', unit: '-', day: TODAY, text: '换回旧的开场白', kind: 'decision' },
  ...{ measure: null, month: null, owner: '陈经理', followUp: '2026-11-27', doneOn: null },
};

const EXPECTED: Record<
  Language,
  { money: RegExp; work: RegExp; forecast: RegExp; next: RegExp; owner: string }
> = {
  'zh-CN': {
    money: /^本月成交 ¥[\d,]+，到现在应到 ¥[\d,]+，进度 \d+%；本周成交 ¥[\d,]+。$/,
    work: /^本周外呼 [\d,]+，应做 [\d,]+，完成 \d+%。$/,
    forecast: /^到月底预计 ¥[\d.]+万（八成落在 ¥[\d.]+万–¥[\d.]+万），达成概率 \d+%。$/,
    next: /^下周要做：外呼 [\d,]+、接通 [\d,]+、深沟 [\d,]+、意向客户 [\d,]+。$/,
    owner: '换回旧的开场白，负责人：陈经理，到 11-27。',
  },
  en: {
    money: /^¥[\d,]+ won this month of ¥[\d,]+ due so far \(\d+%\); ¥[\d,]+ in the week\.$/,
    work: /^Dials in the week: [\d,]+ of [\d,]+ due \(\d+%\)\.$/,
    forecast:
      /^¥[\d.]+K expected by the end of the month \(8 in 10: ¥[\d.]+K–¥[\d.]+K\); chance of the goal \d+%\.$/,
    next: /^To do next week: [\d,]+ dials, [\d,]+ connects, [\d,]+ conversations, [\d,]+ intents\.$/,
    owner: '换回旧的开场白, owner: 陈经理, by 11-27.',
  },
};

describe.each(['zh-CN', 'en'] as const)('a report in %s', (language) => {
  beforeAll(() => setLanguage(language));
  afterAll(() => setLanguage('zh-CN'));
  const expected = EXPECTED[language];
  const lines = (facts: Given) => {
    const draft = draftOf(words, facts);
    return Object.fromEntries(REPORT_PARTS.map((part) => [part, linesOf(part, draft, null)]));
  };

  it('writes the week’s money, work, forecast and plan in whole sentences', () => {
    const { results, problems, plan } = lines({ ...given('week', null), decisions: [decision] });
    expect(results![0]).toMatch(expected.money);
    expect(results![1]).toMatch(expected.work);
    expect(problems![0]).toMatch(expected.forecast);
    expect(plan![0]).toMatch(expected.next);
    expect(plan!.at(-1)).toBe(expected.owner);
  });

  it('names who is short of work, and every alert with its evidence once', () => {
    const facts = given('week', null);
    const { problems } = lines(facts);
    for (const alert of facts.alerts)
      expect(problems!.filter((line) => line.includes(words.nameOf(alert.unit))).length).toBeGreaterThan(0);
    expect(problems!.filter((line) => line.includes('吴桐'))).toHaveLength(1);
  });

  it('leaves no word untranslated, no number unwritten and no sentence open', () => {
    for (const unit of [null, 'sample', 'sample-r8', 'sample-r11'])
      for (const kind of ['day', 'week'] as const)
        for (const line of Object.values(lines(given(kind, unit))).flat()) {
          expect(line).not.toMatch(/NaN|undefined|Infinity|null|[\uE000-\uE002]/);
          expect(line).toMatch(/[。.\d]$/);
        }
  });

  it('says that nothing is entered where nothing is', () => {
    const bare = records.filter(([id]) => !id.startsWith('systemActual/'));
    const { results } = lines(given('day', null, TODAY, bare));
    expect(results!.join()).toMatch(
      language === 'en' ? /Nothing is entered for this day/ : /这一天还没有实绩/,
    );
  });

  it('is plain text with numbered lines, and keeps what was written over a part', () => {
    const draft = draftOf(words, given('week', null));
    const own = { ...reportSchema.parse({}), problems: '第一条\n\n第二条' };
    const text = reportText('HEAD', 'week', draft, own);
    expect(text.split('\n\n')).toHaveLength(5);
    expect(text).toContain('1. 第一条\n2. 第二条');
    expect(text).not.toMatch(/<|\t/);
    expect(linesOf('results', draft, own)).toEqual(draft.results.map(plain));
  });

  it('marks numbers with their source, and the text is the same without', () => {
    const draft = draftOf(words, given('week', null));
    const marked = Object.values(draft)
      .flat(2)
      .filter(({ source }) => source !== null);
    expect(marked.length).toBeGreaterThan(10);
    for (const { text } of marked) expect(text).toMatch(/\d/);
  });
});

it('finds marked numbers again wherever a language puts them', () => {
  const marks = new Marks();
  const [one, two] = [marks.mark('12', { at: 'days' }), marks.mark('7%', { at: 'board', unit: null })];
  expect(marks.pieces(`${two} of ${one}.`)).toEqual([
    { text: '7%', source: { at: 'board', unit: null } },
    { text: ' of ', source: null },
    { text: '12', source: { at: 'days' } },
    { text: '.', source: null },
  ]);
});

it('knows days and weeks by their keys, and what comes after a Friday', () => {
  expect(periodKey('week', '2026-11-20')).toBe('W2026-11-16');
  expect(periodOf('W2026-11-16')).toEqual({ kind: 'week', day: '2026-11-16' });
  expect(periodOf('2026-11-20')).toEqual({ kind: 'day', day: '2026-11-20' });
  expect(nextSpan('day', '2026-11-19').from).toBe('2026-11-20');
  expect(nextSpan('day', '2026-11-20').from).toBe('2026-11-23');
  expect(nextSpan('week', '2026-11-20')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(moved('week', '2026-11-20', -1)).toBe('2026-11-13');
  expect([weekNumber('2026-11-20'), weekNumber('2027-01-01'), weekNumber('2026-01-01')]).toEqual([47, 53, 1]);
  expect(keysOf('report/-/W2026-11-16')).toEqual(['-', 'W2026-11-16']);
});
