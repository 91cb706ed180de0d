import { describe, expect, it } from 'vitest';
import { columnTypes, type CellHints } from '../../src/sheets/columns/index.ts';
import type { CellType } from '../../src/sheets/sheet.ts';
import './support.ts';

const hints: CellHints = {
  language: 'en',
  asOf: '2026-11-20',
  choices: [
    { value: '', label: 'As above' },
    { value: 'five', label: 'Five days' },
    { value: 'six', label: 'Six days' },
  ],
};
const parse = (type: CellType, text: string) => columnTypes[type].parse(text, hints);
const value = (type: CellType, text: string) => {
  const parsed = parse(type, text);
  return parsed.ok ? parsed.value : parsed.message;
};
const accepted = (type: CellType, text: string) => parse(type, text).ok;

describe('numbers as people type them', () => {
  it('counts what a formula, 万 and k come to', () => {
    expect(value('count', '=3*1200')).toBe(3600);
    expect(value('count', '3万')).toBe(30000);
    expect(value('count', '1.2k')).toBe(1200);
  });
  it('keeps a blank apart from a zero', () => {
    expect(value('count', '')).toBeNull();
    expect(value('count', '—')).toBeNull();
    expect(value('count', '0')).toBe(0);
  });
  it('refuses negative counts, percentages of calls and words, in words', () => {
    expect(accepted('count', '-5')).toBe(false);
    expect(accepted('count', '20%')).toBe(false);
    expect(value('count', 'many')).toMatch(/many/);
  });
  it('keeps money in minor units, shows it in major ones and takes a refund', () => {
    expect(value('money', '3万')).toBe(3_000_000);
    expect(value('money', '19.99')).toBe(1999);
    expect(value('money', '-300')).toBe(-30000);
    expect(columnTypes.money.show(3_000_000, hints)).toBe('30,000');
    expect(columnTypes.money.show(1999, hints)).toBe('19.99');
    expect(columnTypes.money.value(3_000_000, hints)).toBe(30000);
  });
  it('shows derived money whole', () => {
    expect(columnTypes.money.show(1999.4, hints)).toBe('20');
  });
  it('reads 20%, 0.2 and a bare 20 as the same ratio', () => {
    for (const text of ['20%', '0.2', '20']) expect(value('ratio', text)).toBe(0.2);
    expect(accepted('ratio', '-20%')).toBe(false);
  });
  it('shows half days only where there are some', () => {
    expect(columnTypes.days.show(20.5, hints)).toBe('20.5');
    expect(columnTypes.days.show(21, hints)).toBe('21');
  });
});

describe('days', () => {
  it.each([
    ['12-1', '2026-12-01'],
    ['明天', '2026-11-21'],
    ['+7', '2026-11-27'],
    ['2026年12月1日', '2026-12-01'],
  ])('reads %s on 20 November as %s', (text, day) => {
    expect(value('date', text)).toBe(day);
  });
  it('says that 31 February is no day', () => {
    expect(accepted('date', '2026-02-31')).toBe(false);
  });
});

describe('choices', () => {
  it('takes a label, a value, or the beginning of one label', () => {
    for (const text of ['Six days', 'six', 'si']) expect(value('choice', text)).toBe('six');
  });
  it('refuses what fits no choice and names them', () => {
    expect(value('choice', 'seven')).toMatch(/Six days/);
  });
  it('takes the choice of nothing as blank', () => {
    expect(value('choice', 'As above')).toBeNull();
  });
});

describe('leave', () => {
  it('reads half days and spans', () => {
    expect(value('leave', '11-26 下午, 12-21 至 12-24')).toEqual([
      { from: '2026-11-26', to: '2026-11-26', part: 0.5, half: 'afternoon' },
      { from: '2026-12-21', to: '2026-12-24', part: 1 },
    ]);
  });
  it('keeps the half that was said', () => {
    const shown = (text: string) => columnTypes.leave.show(value('leave', text), hints);
    expect(shown('11-26 下午')).toBe('11-26 pm');
    expect(shown('11-26 morning')).toBe('11-26 am');
    expect(shown('11-26 半天')).toBe('11-26 half day');
  });
  it('ends a span in the same month where only a day is named', () => {
    expect(value('leave', '12-21 to 24')).toEqual([{ from: '2026-12-21', to: '2026-12-24', part: 1 }]);
  });
  it('refuses a span that ends before it begins', () => {
    expect(value('leave', '12-24 to 12-21')).toMatch(/12-24 to 12-21/);
  });
  it.each([
    '11-26 half day, 12-21 to 12-24',
    '11-26 pm, 11-27 am',
    '2024-03-01 to 2024-03-05',
    '2026-05-20, 2026-12-31 to 2027-01-02',
  ])('starts the next edit with text that means the same: %s', (text) => {
    const first = value('leave', text);
    const draft = columnTypes.leave.draft(first, hints);
    expect(value('leave', draft)).toEqual(first);
  });
});

describe('every type', () => {
  it.each([
    ['count', 1234.5],
    ['money', 123456],
    ['ratio', 0.2913],
    ['days', 20.5],
    ['date', '2026-11-03'],
    ['choice', 'six'],
    ['text', 'Lin Xiao'],
  ] as const)('starts an edit of a %s with text that means the same', (type, stored) => {
    expect(value(type, columnTypes[type].draft(stored, hints))).toEqual(stored);
  });
  it('shows a number that is none as blank', () => {
    for (const type of ['count', 'money', 'ratio', 'days'] as const) {
      expect(columnTypes[type].show(NaN, hints)).toBe('');
      expect(columnTypes[type].value(NaN, hints)).toBeNull();
    }
  });
});
