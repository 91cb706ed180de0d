import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../src/i18n/i18n.svelte.ts';
import { recordId, SETTINGS_ID } from '../../../src/model/ids.ts';
import {
  GAP_PARTS,
  type GapMoney,
  type ReviewAnswer,
  type ReviewedRep,
} from '../../../src/model/planning.ts';
import { templateMeasures } from '../../../src/model/templates.ts';
import { fallPicture } from '../../../src/views/review/fall.ts';
import { headline } from '../../../src/views/review/headline.ts';
import { roundedParts } from '../../../src/views/review/money.ts';
import { outlineText } from '../../../src/views/review/outline.ts';
import { talkOf } from '../../../src/views/review/talk.ts';
import { causeWords } from '../../../src/views/review/words.ts';
import { planFigures } from '../../../src/views/sheet/why/figures.ts';

const records = new Map([
  [SETTINGS_ID, { name: 'Plan' }],
  [recordId.unit('a'), { name: '冯一诺', kind: 'rep', parent: null, order: 0 }],
  ...templateMeasures('telesales'),
]);
const session = {
  get: (id: string) => records.get(id),
  ofKind: (kind: string) => [...records].filter(([id]) => id.startsWith(`${kind}/`)),
};
const figures = planFigures(session, 'zh-CN');

const NONE: GapMoney = {
  ...{
    goalSet: 0,
    carried: 0,
    calendar: 0,
    execution: 0,
    ability: 0,
    size: 0,
    luck: 0,
    other: 0,
    unexplained: 0,
  },
};
const conversations = {
  ...{ measure: 'conversations', from: 'connects', step: 'share' as const },
  ...{ planned: 0.244, believed: 0.244, actual: 0.197, x: 106, n: 538 },
  ...{ verdict: 'real' as const, ability: -512_000, luck: -90_000, goalSet: 0 },
};
const rep = (money: Partial<GapMoney>, more: Partial<ReviewedRep> = {}): ReviewedRep => {
  const parts = { ...NONE, ...money };
  const gap = GAP_PARTS.reduce((sum, part) => sum + parts[part], 0);
  return {
    ...parts,
    ...{ unit: 'a', goal: 2_700_000, actual: 2_700_000 + gap, gap, steps: [conversations] },
    work: { daysPlanned: 18, days: 18, perDayPlanned: 100, perDay: 77, done: 1386 },
    standing: 'missed',
    cause: { part: 'ability', measure: 'conversations', money: -602_000, verdict: 'real' },
    ...more,
  };
};
const answerOf = (one: ReviewedRep): ReviewAnswer => ({
  kind: 'review',
  ...{
    months: ['2026-10'],
    known: ['2026-10'],
    upTo: null,
    workingDays: 18,
    work: 'dials',
    lag: false,
    stock: false,
  },
  ...{ total: one, reps: [one], withoutGoal: [], withoutResult: [] },
});

beforeAll(() => setLanguage('zh-CN'));

describe('the headline of a review', () => {
  it('says in money what missed the goal, and what made up for some of it', () => {
    const sum = rep({ execution: -1_002_000, ability: -512_000, luck: -90_000, size: 228_000 });
    expect(headline(sum, '2026年10月', figures)).toBe(
      '2026年10月差 ¥13,760：执行 ¥10,020，能力（主要是深沟） ¥5,120，运气 ¥900；补回：客单价 ¥2,280。',
    );
  });

  it('names what is too little for a word of its own together, so that it adds up', () => {
    const sum = rep({ execution: -1_002_000, calendar: -10_000, luck: 12_000, size: 10_000 });
    expect(headline(sum, '10 月', figures)).toBe('10 月差 ¥9,900：执行 ¥10,020；补回：其余 ¥120。');
  });

  it('turns round where the goal was passed', () => {
    const sum = rep({ execution: 900_000, luck: -200_000 });
    expect(headline(sum, '10 月', figures)).toBe('10 月超出 ¥7,000：执行 ¥9,000；抵掉：运气 ¥2,000。');
  });

  it('speaks of no share of a gap that is next to nothing', () => {
    const text = headline(rep({ execution: -300_000, luck: 298_000 }), '10 月', figures);
    expect(text).toMatch(/^10 月达成：/);
    expect(text).not.toContain('%');
  });
});

describe('rounded parts', () => {
  it('still add up to the rounded whole, each within one of its own', () => {
    const amounts = fc.array(fc.double({ min: -1e8, max: 1e8, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const rounded = roundedParts(parts, whole);
        expect(rounded.reduce((sum, part) => sum + part, 0)).toBe(Math.round(whole / 100) * 100 || 0);
        rounded.forEach((part, at) => expect(Math.abs(part - parts[at]!)).toBeLessThanOrEqual(100));
      }),
    );
  });
});

describe('the waterfall of a review', () => {
  it('goes from the goal to the actual through every part, ability by its steps', () => {
    const one = rep({ calendar: -100_000, execution: -1_002_000, ability: -512_000, luck: -90_000 });
    const { labels, table } = fallPicture(one, answerOf(one), figures);
    expect(labels).toEqual(['目标', '工作日', '执行', '深沟', '运气', '实际']);
    expect(table.rows.map((row) => row[2])).toEqual([
      '27,000',
      '26,000',
      '15,980',
      '10,860',
      '9,960',
      '9,960',
    ]);
  });
});

describe('the suggested talk', () => {
  it('asks about the step whose ratio fell, beside the own record', () => {
    const { say, ask } = talkOf(rep({ ability: -512_000, luck: -90_000 }), 'dials', figures);
    expect(say).toBe('接通转深沟 19.7%，自己的记录是 24.4%。超出运气能解释的。');
    expect(ask).toBe('到深沟这一步，跟以前比哪里不一样？一起看最近 3 个例子好吗？');
  });

  it('of what is within luck changes nothing', () => {
    const lucky = rep(
      { luck: -90_000 },
      { cause: { part: 'luck', measure: null, money: -90_000, verdict: 'luck' } },
    );
    expect(talkOf(lucky, 'dials', figures).say).toBe('差的部分在运气之内，不改做法。');
  });

  it('always ends in a question, whatever the cause and its direction', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      await setLanguage(language);
      const of = planFigures(session, language);
      for (const part of GAP_PARTS)
        for (const money of [-90_000, 90_000])
          for (const verdict of ['real', 'maybe', 'luck', 'tooLittle'] as const) {
            const measure = part === 'ability' || part === 'size' ? 'conversations' : null;
            const one = rep({ [part]: money }, { cause: { part, measure, money, verdict } });
            expect(talkOf(one, 'dials', of).ask).toMatch(/[？?]$/);
          }
    }
    await setLanguage('zh-CN');
  });
});

describe('the main cause in words', () => {
  it('is the work that was not done, by how much', () => {
    const cause = { part: 'execution', measure: null, money: -1_002_000, verdict: 'real' } as const;
    const words = causeWords(rep({ execution: -1_002_000 }, { cause }), 'dials', figures);
    expect(words).toEqual({ name: '执行', detail: '外呼少 23%' });
  });
});

describe('the outline for a meeting', () => {
  it('is plain text with the parts, and what was kept in place of what was suggested', () => {
    const one = rep({ execution: -1_002_000, ability: -512_000, luck: -90_000 });
    const of = { period: '2026年10月', scope: '电销一组' };
    const kept = { unit: 'a', text: '每天一起听 3 通', followUp: '2026-11-27' };
    expect(outlineText(answerOf(one), one, { ...of, kept: [kept] }, figures)).toBe(
      [
        '2026年10月复盘 · 电销一组',
        '2026年10月差 ¥16,040：执行 ¥10,020，能力（主要是深沟） ¥5,120，运气 ¥900。',
        '目标 ¥27,000 · 实际 ¥10,960，达成 40.6% · 1 人 · 18 个工作日',
        '',
        '差额由什么组成',
        '- 执行 −10,020',
        '- 能力 −5,120',
        '- 运气 −900',
        '',
        '逐个谈',
        '1. 冯一诺（−16,040）：能力 · 深沟 · 真实，19.7%，记录 24.4%',
        '   每天一起听 3 通',
        '   2026-11-27 再看',
      ].join('\n'),
    );
    expect(outlineText(answerOf(one), one, { ...of, kept: [] }, figures)).toContain('   问：到深沟这一步');
  });
});
