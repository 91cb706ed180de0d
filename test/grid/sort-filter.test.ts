import { ValueChoice } from '../../src/grid/sort-filter/value-choice.svelte.ts';
import { ValueCount } from '../../src/grid/sort-filter/value-count.ts';
import { describe, expect, it } from 'vitest';
import { arrange, rowsWith, type Filters, type Sort } from '../../src/grid/sort-filter/arrange.ts';
import { ArrangedModel, sameRows } from '../../src/grid/sort-filter/arranged-model.ts';
import { asNumber } from '../../src/grid/sort-filter/filter-form.svelte.ts';
import { passes } from '../../src/grid/sort-filter/filter.ts';
import { sheet } from './picture.ts';

const team = sheet(
  `
  name|n
  east|.
  >a  |3
  >b  |1
  >c  |.
  west|9
  >d  |2
  +   |.`,
  { name: 'text' },
);
const none: Filters = new Map();
function shown(sort: Sort | null, filters: Filters): string[] {
  const view = new ArrangedModel(team, arrange(team, sort, filters, 'zh-CN'));
  return Array.from({ length: view.rowCount }, (_, row) => view.row(row).key);
}

describe('rows that are asked for', () => {
  it('come with what they stand under, and with the row that adds others', () => {
    const model = new ArrangedModel(
      sheet(`
        name
        A
        >a1
        >a2
        B
        >b1
        +`),
      null,
    );
    expect([...rowsWith(model, new Set(['a2']))]).toEqual([0, 2, 5]);
    expect([...rowsWith(model, new Set(['B']))]).toEqual([3, 5]);
    expect([...rowsWith(model, new Set())]).toEqual([5]);
  });
});

describe('sorting', () => {
  it('sorts siblings under their parents, blanks last, the adder row at the end', () => {
    expect(shown({ column: 'n', descending: false }, none)).toEqual([
      'west',
      'd',
      'east',
      'b',
      'a',
      'c',
      '+',
    ]);
    expect(shown({ column: 'n', descending: true }, none)).toEqual(['west', 'd', 'east', 'a', 'b', 'c', '+']);
  });
  it('leaves the model as it is without a sort or filter', () => {
    expect(arrange(team, null, none, 'zh-CN')).toBeNull();
  });
});

describe('filtering', () => {
  it('keeps the parents of what stays, and the adder row', () => {
    expect(shown(null, new Map([['name', { text: 'D' }]]))).toEqual(['west', 'd', '+']);
    expect(
      shown(null, new Map([['n', { number: { test: 'between', value: 1, upTo: 2 } } as const]])),
    ).toEqual(['east', 'b', 'west', 'd', '+']);
  });
  it('knows blanks from zeros', () => {
    expect(passes({ text: '0', value: 0, input: true }, { blanks: 'only' })).toBe(false);
    expect(passes({ text: '', value: null, input: true }, { blanks: 'only' })).toBe(true);
    expect(passes({ text: '', value: null, input: true }, { number: { test: 'atMost', value: 5 } })).toBe(
      false,
    );
  });
  it('finds text as shown and as stored', () => {
    const cell = { text: '2,007', value: 2007, input: true };
    expect(passes(cell, { text: '2007' })).toBe(true);
    expect(passes(cell, { text: '2,0' })).toBe(true);
  });
  it('reads limits with commas and percent', () => {
    expect(asNumber('1,200')).toBe(1200);
    expect(asNumber('25%')).toBe(0.25);
    expect(asNumber('abc')).toBeNull();
  });
});

describe('an arranged sheet', () => {
  it('translates rows both ways, and rows past the end stay past the end', () => {
    const view = new ArrangedModel(team, arrange(team, { column: 'n', descending: false }, none, 'zh-CN'));
    expect(view.baseRow(0)).toBe(4);
    expect(view.shownRow(4)).toBe(0);
    expect(view.baseRow(8)).toBe(8);
  });
  it('keeps its order while the same rows are there', () => {
    expect(sameRows(team, team)).toBe(true);
    expect(sameRows(team, sheet('name|n\nx|1'))).toBe(false);
  });
});

describe('a filter by values', () => {
  const model = sheet(
    `
    name|pattern|n
    east|.|.
    >ann|five|10
    >ben|six|9
    >cat|five|.
    +|.|.`,
    { name: 'text', pattern: 'text' },
  );
  const totals = { ...model, row: (i: number) => ({ ...model.row(i), total: i === 0 }) };
  const counted = (column: number, others: Filters = new Map()) => {
    const count = new ValueCount(totals, column, others);
    Array.from(count.run());
    return count.read('en').map(({ key, count: times }) => `${key || '(blank)'} ${times}`);
  };

  it('lists each value once with its rows, numbers by size, blank last, sums and the adder row left out', () => {
    expect(counted(1)).toEqual(['five 2', 'six 1']);
    expect(counted(2)).toEqual(['9 1', '10 1', '(blank) 1']);
  });

  it('lists only what the filters of other columns leave', () => {
    expect(counted(2, new Map([['pattern', { values: new Set(['five']) }]]))).toEqual(['10 1', '(blank) 1']);
  });

  it('keeps the rows that hold one of them, blank too', () => {
    const rows = (...values: string[]) => [
      ...(arrange(model, null, new Map([['n', { values: new Set(values) }]]), 'en') ?? []),
    ];
    expect(rows('9')).toEqual([0, 2, 4]);
    expect(rows('10', '')).toEqual([0, 1, 3, 4]);
  });

  it('keeps all until a tick is taken away, and while one searches only what is found', () => {
    const choice = new ValueChoice(undefined);
    choice.all = ['five', 'six', ''].map((key) => ({ key, count: 1 }));
    expect(choice.read()).toBeUndefined();
    choice.tick('six', false);
    expect(choice.read()).toEqual(new Set(['five', '']));
    choice.tickMatching(true);
    choice.search = 'SI';
    expect(choice.read()).toEqual(new Set(['six']));
    choice.tickMatching(false);
    expect(choice.isEmpty).toBe(true);
  });

  it('begins with what is filtered already', () => {
    const choice = new ValueChoice(new Set(['six']));
    choice.all = ['five', 'six'].map((key) => ({ key, count: 1 }));
    expect([choice.has('five'), choice.has('six')]).toEqual([false, true]);
    choice.tick('five', true);
    expect(choice.read()).toBeUndefined();
  });
});
