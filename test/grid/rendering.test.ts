import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesFor } from '../../src/grid/editing/choices.ts';
import { nextHit, Search } from '../../src/grid/find/search.ts';
import { ColumnLayout, groupsOf } from '../../src/grid/rendering/layout.ts';
import { edges, rangesInRow } from '../../src/grid/rendering/looks.ts';
import { RowPool } from '../../src/grid/rendering/pool.ts';
import { Range } from '../../src/grid/selection/range.ts';
import { RangeCount } from '../../src/grid/stats/stats.ts';
import { sheet } from './picture.ts';

describe('pooled rows', () => {
  it('show each row of the window once, in the slot of its number', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(60_000), fc.nat(900), (rows, scrolled, height) => {
        const pool = new RowPool(rows, scrolled, height);
        const shown = Array.from({ length: pool.size }, (_, slot) => pool.rowOf(slot));
        expect([...shown].sort((a, b) => a - b)).toEqual(shown.map((_, i) => pool.first + i));
        expect(shown.every((row, slot) => row % pool.size === slot && row < rows)).toBe(true);
      }),
    );
  });
  it('cover the view', () => {
    const pool = new RowPool(100_000, 28_014, 560);
    expect(pool.first).toBeLessThanOrEqual(1000);
    expect(pool.first + pool.size).toBeGreaterThan(1000 + 20);
  });
});

describe('columns', () => {
  const columns = ['name', 'a', 'b', 'c'].map((key, index) => ({
    key,
    title: key,
    type: 'count' as const,
    width: 100,
    frozen: index === 0,
    group: index > 0 && index < 3 ? 'G' : '',
  }));
  const layout = new ColumnLayout(columns, new Map([['b', 50]]), 10);
  it('are drawn where the view is, and the frozen one always', () => {
    expect(layout.inSight(149, 232)).toEqual([0, 2, 3]);
    expect(layout.inSight(0, 232)).toEqual([0, 1]);
  });
  it('are found under the pointer, frozen ones before what scrolls below them', () => {
    expect(layout.columnAt(10, 500)).toBe(-1);
    expect(layout.columnAt(40, 500)).toBe(0);
    expect(layout.columnAt(140, 100)).toBe(2);
  });
  it('share a group header with equal neighbours', () => {
    expect(groupsOf(columns, 1).map(({ title, first, last }) => `${title}${first}${last}`)).toEqual([
      '00',
      'G12',
      '33',
    ]);
  });
});

describe('a range over the cells of a row', () => {
  it('draws its edges on the cells at its sides only', () => {
    const range = new Range(1, 1, 2, 3);
    const row = (index: number) => [0, 1, 2, 3, 4].map(edges(rangesInRow([range], index), 's'));
    expect(row(0)).toEqual(['', '', '', '', '']);
    expect(row(1)).toEqual(['', ' s s-t s-l', ' s s-t', ' s s-t s-r', '']);
    expect(row(2)).toEqual(['', ' s s-b s-l', ' s s-b', ' s s-b s-r', '']);
  });

  it('draws the edges of every range where several meet', () => {
    const ranges = [new Range(0, 0, 0, 2), new Range(0, 2, 1, 2)];
    const row = (index: number) => [0, 1, 2].map(edges(rangesInRow(ranges, index), 's'));
    expect(row(0)).toEqual([' s s-t s-b s-l', ' s s-t s-b', ' s s-t s-b s-r s-l']);
    expect(row(1)).toEqual(['', '', ' s s-b s-l s-r']);
  });
});

describe('the status of a selection', () => {
  const model = sheet('name|a|b\nx|1|.\ny|2|0\nz|.|5', { name: 'text', b: 'money' });
  const stats = (...ranges: Range[]) => {
    const count = new RangeCount(model, ranges);
    Array.from(count.run());
    return count.read();
  };
  it('counts a typed zero and not a blank', () => {
    expect(stats(new Range(0, 2, 2, 2))).toMatchObject({
      cells: 3,
      count: 2,
      sum: 5,
      average: 2.5,
      type: 'money',
    });
  });
  it('counts a cell once that lies in two ranges', () => {
    expect(stats(new Range(0, 1, 1, 1), new Range(1, 1, 2, 2), new Range(1, 1, 1, 1))).toMatchObject({
      cells: 5,
      count: 4,
      sum: 8,
    });
  });
  it('has no unit where units are mixed, and no sum without numbers', () => {
    expect(stats(new Range(0, 0, 2, 2))).toMatchObject({
      cells: 9,
      count: 7,
      numbers: 4,
      sum: 8,
      type: null,
    });
    expect(stats(new Range(0, 0, 2, 0))).toMatchObject({ count: 3, sum: null, average: null });
  });
});

describe('find', () => {
  const model = sheet('name|a\nLin|12\nChen|21\nlin|3', { name: 'text' });
  const find = (text: string, place: 'values' | 'names' = 'values', whole = false) => {
    const search = new Search(model, { text, place, whole });
    Array.from(search.run());
    return search.hits.map(({ row, column }) => `${row}${column}`);
  };
  it('looks at every cell, whatever the case, or at names only', () => {
    expect(find('LIN')).toEqual(['00', '20']);
    expect(find('2')).toEqual(['01', '11']);
    expect(find('2', 'names')).toEqual([]);
    expect(find('12', 'values', true)).toEqual(['01']);
    expect(find('1', 'values', true)).toEqual([]);
  });
  it('goes on from the active cell and round at the ends', () => {
    const hits = [
      { row: 0, column: 0 },
      { row: 2, column: 0 },
    ];
    expect(nextHit(hits, { row: 0, column: 0 }, false)).toBe(1);
    expect(nextHit(hits, { row: 2, column: 0 }, false)).toBe(0);
    expect(nextHit(hits, { row: 0, column: 0 }, true)).toBe(1);
    expect(nextHit([], { row: 0, column: 0 }, true)).toBe(-1);
  });
});

describe('choices', () => {
  const choices = ['五天', '六天', '大小周'].map((label) => ({ value: label, label }));
  it('are all offered until something is typed, then those that begin with it before those that hold it', () => {
    expect(choicesFor(choices, '五天', false)).toHaveLength(3);
    expect(choicesFor(choices, '六', true).map(({ label }) => label)).toEqual(['六天']);
    expect(choicesFor(choices, '天', true).map(({ label }) => label)).toEqual(['五天', '六天']);
  });
});
