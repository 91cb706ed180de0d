import { describe, expect, it } from 'vitest';
import { burnUp, type BurnUp } from '../../src/charts/burn-up.ts';

const words = {
  money: String,
  tick: String,
  today: '今天',
  due: (value: string) => `应到 ${value}`,
  behind: (by: number) => (by < 0 ? `落后 ${-by}` : `领先 ${by}`),
  goal: (value: string) => `目标 ${value}`,
  expected: (value: string) => `预计 ${value}`,
  upper: (value: string) => `上沿 ${value}`,
  lower: (value: string) => `下沿 ${value}`,
  head: ['日期', '实际', '计划', '预计', '低', '高'] as const,
};
const underWay: BurnUp = {
  days: ['1', '2', '3', '4'],
  written: [0],
  today: 1,
  actual: [10, 18],
  plan: [10, 20, 30, 40],
  forecast: [18, 27, 36],
  low: [18, 24, 30],
  high: [18, 30, 42],
};

describe('a burn-up', () => {
  it('draws the result up to today and the forecast with its band from there on', () => {
    const { lines, band, rule } = burnUp(underWay, words);
    expect(lines.map(({ dash, values }) => [dash, values])).toEqual([
      ['dashed', [10, 20, 30, 40]],
      ['dotted', [null, 18, 27, 36]],
      ['solid', [10, 18, null, null]],
    ]);
    expect(band).toEqual([null, { low: 18, high: 18 }, { low: 24, high: 30 }, { low: 30, high: 42 }]);
    expect(rule).toEqual({ at: 1, text: '今天' });
  });

  it('names today’s result, what was due, and every end', () => {
    const { callouts, ends } = burnUp(underWay, words);
    expect(callouts.map(({ parts, side }) => [parts.map(({ text }) => text).join(' '), side])).toEqual([
      ['18 落后 2', 'behind'],
      ['应到 20', 'before'],
    ]);
    expect(ends.map(({ text }) => text)).toEqual(['上沿 42', '目标 40', '预计 36', '下沿 30']);
  });

  it('asks with amber only where the result is behind', () => {
    const inks = (today: number) =>
      burnUp({ ...underWay, actual: [10, today] }, words).callouts[0]!.parts.map(({ ink }) => ink);
    expect(inks(18)).toEqual(['ink', 'amber']);
    expect(inks(22)).toEqual(['ink', 'ink-2']);
  });

  it('of a period that is over has no today and no forecast', () => {
    const over = burnUp(
      { ...underWay, today: 3, actual: [10, 18, 29, 41], forecast: [], low: [], high: [] },
      words,
    );
    expect([over.rule, over.band]).toEqual([null, null]);
    expect(over.ends.map(({ text }) => text)).toEqual(['目标 40']);
  });

  it('before the first result draws the plan alone', () => {
    const { lines, callouts } = burnUp(
      { ...underWay, today: -1, actual: [], forecast: [], low: [], high: [] },
      words,
    );
    expect(lines.map(({ values }) => values.filter((value) => value !== null).length)).toEqual([4, 0, 0]);
    expect(callouts).toEqual([]);
  });

  it('says every day in words and has it in its table', () => {
    const { says, table } = burnUp(underWay, words);
    expect(says[0]).toBe('日期 1 · 实际 10 · 计划 10');
    expect(table.rows[3]).toEqual(['4', '', '40', '36', '30', '42']);
  });
});
