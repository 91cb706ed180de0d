import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../src/model/formula.ts';
import type { RatioEvidence, WhyAnswer } from '../../../src/model/planning.ts';
import { chainRows, drawChain } from '../../../src/views/sheet/why/chain-rows.ts';

const money = (value: number, input: boolean): Expression => ({
  ...{ op: 'value', of: { name: 'goal' }, value, as: 'money', input },
});
const ratio: RatioEvidence = {
  ...{ measure: 'revenue', from: 'pipeline', step: 'yield', basis: 'own', window: null, override: null },
  ...{ used: 0.2, shrunk: 0.2, raw: 0.2, ownShare: 0.7, x: 1, n: 5, low: 0.18, high: 0.22, team: 0.2 },
  months: [],
};
const why = (mode: WhyAnswer['mode']): WhyAnswer => ({
  ...{
    kind: 'why',
    unit: 'u',
    month: '2026-11',
    mode,
    won: 20,
    other: null,
    aim: null,
    lag: null,
    problem: null,
    breaks: [],
  },
  goal: { value: 100, formula: money(100, true) },
  toGo: { value: 80, formula: money(80, false) },
  links: [
    { measure: 'pipeline', value: 500, formula: money(500, false), ratio },
    { measure: 'dials', value: 900, formula: money(900, false), ratio: { ...ratio, measure: 'pipeline' } },
  ],
  perDay: { measure: 'dials', value: 45, formula: money(45, false), days: 20 },
});

describe('the chain beside the sheet', () => {
  it('runs from the goal over a ratio each to the work of a day', () => {
    const kinds = chainRows(why('goal')).map(({ kind }) => kind);
    expect(kinds).toEqual(['node', 'ratio', 'node', 'ratio', 'node', 'days', 'node']);
  });

  it('takes off what is won first, when it starts from what is still to go', () => {
    const rows = chainRows(why('toGo'));
    expect(rows.slice(0, 3)).toEqual([
      { kind: 'node', key: 'goal', value: 100, input: true },
      { kind: 'won', value: 20 },
      { kind: 'node', key: 'toGo', value: 80, input: false },
    ]);
  });

  it('is drawn wider at every step, and the work of a day is an arrow without a bar', () => {
    const { bars, bands, arrow } = drawChain(chainRows(why('goal')));
    expect(bars.map(({ key }) => key)).toEqual(['goal', 'pipeline', 'dials']);
    expect(bars.map(({ width }) => width)).toEqual([8, 22, 36]);
    expect(bands).toHaveLength(2);
    expect(arrow?.from).toBe((bars[2]?.y ?? 0) + 8);
  });

  it('without a working day has no arrow', () => {
    expect(drawChain(chainRows({ ...why('goal'), perDay: null })).arrow).toBeNull();
  });
});
