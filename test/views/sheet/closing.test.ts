import { render } from 'svelte/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../src/i18n/i18n.svelte.ts';
import type { Change } from '../../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../../src/model/ids.ts';
import type { Values } from '../../../src/model/json.ts';
import type { ClosingAnswer, ClosingOffer, LoadResult } from '../../../src/model/planning.ts';
import { templateMeasures } from '../../../src/model/templates.ts';
import Offers from '../../../src/views/sheet/load/Offers.svelte';
import { changeLines, offerTitle, resultParts, verdict } from '../../../src/views/sheet/load/offer-words.ts';
import { planFigures } from '../../../src/views/sheet/why/figures.ts';

const GOAL = recordId.goal('li', '2026-12');
const records = new Map<string, Values>([
  [SETTINGS_ID, { name: 'Plan', confidence: 0.8 }],
  [recordId.unit('li'), { name: '李雷', kind: 'rep' }],
  [recordId.unit('t'), { name: '一组', kind: 'team' }],
  [GOAL, { amount: 3_000_000 }],
]);
const get = (id: string) => records.get(id);
const figures = planFigures({ get, ofKind: () => templateMeasures('telesales') }, 'zh-CN');
const result: LoadResult = { highest: 0.94, over: 0, reps: 4, perDay: 312, atPace: 0.31, atQuota: NaN };
const changes: readonly Change[] = [];
const offers: Record<ClosingOffer['kind'], ClosingOffer> = {
  goal: { kind: 'goal', amount: 1_250_000, givers: 1, takers: 3, changes, result },
  ratio: {
    ...{ kind: 'ratio', measure: 'connects', from: 'dials', step: 'share', reps: 2 },
    ...{ ratioNow: 0.28, ratioThen: 0.34, changes, result: { ...result, over: 1 } },
  },
  day: { kind: 'day', day: '2026-12-05', changes, result },
  confidence: { kind: 'confidence', chance: null, changes, result },
  head: { kind: 'head', amount: 2_000_000, ramp: 0.5, months: 2, changes, result },
};

beforeEach(() => setLanguage('zh-CN'));

describe('an offer in words', () => {
  it('says what it does, in the plan’s own figures', () => {
    expect(Object.values(offers).map((offer) => offerTitle(offer, figures))).toEqual([
      '把 ¥12,500 目标从 1 人挪给另外 3 人',
      '2 个超负荷的人，接通率练到团队上四分位（34.0%）',
      '12月5日周六 全员多上一天班',
      '把握降到 期望',
      '加一个人，分走 ¥20,000 目标（头两个月按一半产出算）',
    ]);
  });

  it('names the ratio of one rep from where it is', () => {
    const one = { ...(offers.ratio as Extract<ClosingOffer, { kind: 'ratio' }>), reps: 1 };
    expect(offerTitle(one, figures)).toBe('接通率从 28.0% 练到 34.0%（团队上四分位）');
  });

  it('says what it comes to, and leaves out a chance that is not known', () => {
    expect(resultParts(result, 'dials', figures)).toEqual([
      '最高负荷 94%，0 人超',
      '每天外呼 312',
      '照现在的步子 31%',
    ]);
    const alone = { ...result, reps: 1, highest: Infinity, atPace: NaN, atQuota: 0.8 };
    expect(resultParts(alone, 'dials', figures)[0]).toBe('负荷 没有工时');
    expect(resultParts(alone, 'dials', figures).at(-1)).toBe('按配额做 80%');
  });

  it('is enough only where nobody is over', () => {
    expect([verdict(offers.goal), verdict(offers.ratio)]).toEqual(['够', '不够']);
  });

  it('writes out each change of the plan, before and after', () => {
    const lines = changeLines(
      [
        { id: GOAL, field: 'amount', value: 2_500_000 },
        { create: recordId.override('li', 'connects', '2026-12'), values: { ratio: 0.34, until: '2026-12' } },
        { create: recordId.dayOff('2026-12-05'), values: { weight: 1 } },
        { id: SETTINGS_ID, field: 'confidence', value: 0.6 },
        {
          create: recordId.unit('new'),
          values: { name: '新人', kind: 'rep', parent: 't', start: '2026-12-01' },
        },
        { create: recordId.goal('new', '2026-12'), values: { amount: 500_000 } },
      ],
      get,
      figures,
    );
    expect(lines).toEqual([
      '李雷 的目标 ¥30,000 → ¥25,000',
      '李雷 的接通率改为 34.0%，到 2026年12月',
      '12月5日周六 改为上班',
      '整个计划的把握 80% → 60%',
      '一组 从 12月1日周二 起多一个人：新人',
      '新人 的目标 — → ¥5,000',
    ]);
  });
});

describe('the list of offers', () => {
  const answer: ClosingAnswer = {
    ...{ kind: 'closing', unit: 't', month: '2026-12', mode: 'goal' },
    now: { ...result, highest: 1.4, over: 2 },
    offers: [offers.goal, offers.ratio],
  };
  const shown = (of: ClosingAnswer, ontry?: (offer: ClosingOffer) => void, readOnly = false): string =>
    render(Offers, { props: { answer: of, figures, readOnly, ontry, onchoose: vi.fn() } }).body;
  const buttons = (body: string): string[] =>
    [...body.matchAll(/<button[^>]*>/g)].map(
      ([tag]) => `${/aria-label="([^:]*)/.exec(tag)![1]!}${tag.includes('disabled') ? ' off' : ''}`,
    );

  it('has for each offer one button that tries it and one that shows what it changes', () => {
    expect(buttons(shown(answer, vi.fn()))).toEqual(['试算', '看看改什么', '试算', '看看改什么']);
  });

  it('tries nothing where nothing can be changed, and shows it all the same', () => {
    expect(buttons(shown(answer, vi.fn(), true))).toEqual([
      '试算 off',
      '看看改什么',
      '试算 off',
      '看看改什么',
    ]);
    expect(buttons(shown(answer))).toEqual(['看看改什么', '看看改什么']);
  });

  it('says so where nothing helps', () => {
    expect(shown({ ...answer, offers: [] }, vi.fn())).toContain('没有一条能让负荷降下来');
  });
});
