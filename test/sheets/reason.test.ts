import { beforeEach, describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import type { Expression, Quantity } from '../../src/model/formula.ts';
import { defaultSettings } from '../../src/model/records/settings.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { formulaOf, formulaTokens, measureName, ratioName, type Token } from '../../src/sheets/reason.ts';
import { planWords } from '../../src/sheets/words.ts';
import { goal, onePerson, override } from '../planner/plan.ts';

const value = (
  of: Quantity,
  number: number,
  as: 'count' | 'money' | 'ratio' | 'days',
  input = false,
): Expression => ({ op: 'value', of, value: number, as, input });
const aGoal = value({ name: 'goal' }, 3_000_000, 'money', true);
const yieldOf = (ratio: number) => value({ name: 'ratio', measure: 'revenue' }, ratio, 'ratio');
const written = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join(' ');
const words = planWords(templateMeasures('telesales'));
const write = (expression: Expression) => {
  const { names, values } = formulaTokens(expression, 'zh-CN', defaultSettings, words);
  return `${written(names)} = ${written(values)}`;
};

beforeEach(() => setLanguage('zh-CN'));

describe('a formula in words and in values', () => {
  const pipeline: Expression = { op: 'divide', left: aGoal, right: yieldOf(0.203) };

  it('reads as the chain does, and inputs are told apart', () => {
    expect(write(pipeline)).toBe('目标 ÷ 金额转化率 = ¥30,000 ÷ 20.3%');
    const { names, values } = formulaTokens(pipeline, 'zh-CN', defaultSettings, words);
    expect(names.map(({ input }) => input)).toEqual([true, false, false]);
    expect(values.map(({ input }) => input)).toEqual([true, false, false]);
  });

  it('is English in English', async () => {
    await setLanguage('en');
    const { names } = formulaTokens(pipeline, 'en', defaultSettings, words);
    expect(written(names)).toBe('Goal ÷ Amount conversion');
  });

  it('gives a count one more digit where rounding would hide the arithmetic', () => {
    const intents = value({ name: 'measure', measure: 'intents' }, 14_778_325 / 510_000, 'count');
    const rate = value({ name: 'ratio', measure: 'intents' }, 0.198, 'ratio');
    expect(write({ op: 'divide', left: intents, right: rate })).toBe('意向客户 ÷ 深沟转意向 = 28.98 ÷ 19.8%');
    expect(write(value({ name: 'measure', measure: 'dials' }, 2007.4, 'count'))).toBe('外呼 = 2,007');
  });

  it('writes money per count as it is divided by, and money to the yuan', () => {
    const perIntent = value({ name: 'ratio', measure: 'pipeline' }, 510_000, 'money');
    const needed = value({ name: 'measure', measure: 'pipeline' }, 14_778_325.1, 'money');
    expect(write({ op: 'divide', left: needed, right: perIntent })).toBe(
      '储备金额 ÷ 单均储备 = ¥147,783 ÷ ¥5,100',
    );
    expect(write(value({ name: 'ratio', measure: 'pipeline' }, 2034, 'money'))).toBe('单均储备 = ¥20.3');
  });

  it('brackets a difference that is divided, and a quotient that divides', () => {
    const rest: Expression = {
      op: 'subtract',
      left: aGoal,
      right: value({ name: 'won' }, 1_000_000, 'money'),
    };
    expect(write({ op: 'divide', left: rest, right: yieldOf(0.2) })).toBe(
      '( 目标 − 已成交 ) ÷ 金额转化率 = ( ¥30,000 − ¥10,000 ) ÷ 20.0%',
    );
    const days = value({ name: 'workingDays' }, 21, 'days');
    expect(write({ op: 'divide', left: aGoal, right: { op: 'divide', left: aGoal, right: days } })).toBe(
      '目标 ÷ ( 目标 ÷ 工作日 ) = ¥30,000 ÷ ( ¥30,000 ÷ 21 )',
    );
  });

  it('says that nothing goes below zero only where it would', () => {
    const toGo = (won: number): Expression => ({
      op: 'floor0',
      of: { op: 'subtract', left: aGoal, right: value({ name: 'won' }, won, 'money', true) },
    });
    expect(write(toGo(1_000_000))).toBe('目标 − 已成交 = ¥30,000 − ¥10,000');
    expect(write(toGo(3_100_000))).toBe('目标 − 已成交 （不足 0 记 0） = ¥30,000 − ¥31,000 （不足 0 记 0）');
  });

  it('a team is the sum of its reps', () => {
    expect(write({ op: 'children', count: 12, value: 33_600_000, as: 'money' })).toBe(
      '12 名成员之和 = ¥336,000',
    );
  });

  it('shows no infinity', () => {
    expect(write({ op: 'divide', left: aGoal, right: yieldOf(NaN) })).toBe('目标 ÷ 金额转化率 = ¥30,000 ÷ —');
  });
});

describe('names', () => {
  it('a step of the template has its own word, another is named by both ends', () => {
    expect(measureName('connects')).toBe('接通');
    expect(ratioName('revenue', 'pipeline')).toBe('金额转化率');
    expect(ratioName('revenue', 'intents', 'value')).toBe('每意向客户成交金额');
    expect(ratioName('intents', 'connects')).toBe('接通转意向客户');
  });

  it('the plan’s own name of a measure wins', () => {
    const own = planWords([
      ['measure/dials', { name: null, order: 10, unit: 'count' }],
      ['measure/visits', { name: '拜访', order: 20, unit: 'count', step: 'rate' }],
    ]);
    expect(own.measure('visits')).toBe('拜访');
    expect(own.ratio('visits')).toBe('外呼转拜访');
    expect(own.work).toBe('dials');
  });

  it('names the steps that a missing measure merged by the ends that they have', () => {
    const merged = planWords(templateMeasures('telesales'), ['revenue', 'intents', 'connects']);
    expect(merged.ratio('revenue')).toBe('意向客户转成交金额');
    expect(merged.work).toBe('connects');
  });
});

describe('the formula of a number of an answered chain', () => {
  const planner = createPlanner();
  void planner.load(
    onePerson(goal('me', '2026-11', 3_000_000), override('me', 'connects', '2026-11', { ratio: 0.32 })),
    '2026-11-20',
  );
  const why = planner.read({ kind: 'why', unit: 'me', month: '2026-11', mode: 'goal' });
  const of = (measure: string) => {
    const formula = formulaOf(why, measure);
    return formula && write(formula);
  };

  it('is the core’s own, for each measure, the goal, what is to go and the day', () => {
    expect(of('pipeline')).toBe('目标 ÷ 金额转化率 = ¥30,000 ÷ 20.0%');
    expect(of('toGo')).toBe('目标 − 已成交 = ¥30,000 − ¥0');
    expect(of('perDay')).toBe('外呼 ÷ 工作日 = 1,875 ÷ 21');
    expect(of('nothing')).toBeNull();
  });

  it('divides nothing by the days of a month that is over', () => {
    const over = planner.read({ kind: 'why', unit: 'me', month: '2026-10', mode: 'toGo' });
    expect(over.perDay?.days).toBe(0);
    expect(formulaOf(over, 'perDay')).toBeNull();
  });

  it('shows an override as something that a person can change', () => {
    const dials = formulaOf(why, 'dials');
    expect(dials && formulaTokens(dials, 'zh-CN', defaultSettings, words).values.at(-1)).toEqual({
      text: '32.0%',
      input: true,
    });
  });
});
