import { describe, expect, it } from 'vitest';
import { indexIn, unitRows } from '../../src/sheets/rows.ts';
import { contextOf, tree, unit } from './support.ts';

const keys = (rows: ReturnType<typeof unitRows>) =>
  Array.from({ length: rows.count }, (_, row) => rows.row(row)).map(({ key, level }) => `${level} ${key}`);

describe('rows of the tree', () => {
  it('go depth first and end with the row that adds', () => {
    expect(keys(unitRows(contextOf(tree), { adder: true }))).toEqual([
      '0 R',
      '1 A',
      '2 a1',
      '2 a2',
      '2 a3',
      '1 B',
      '2 b1',
      '0 adder',
    ]);
  });
  it('leave out what lies under a folded unit', () => {
    const rows = unitRows(contextOf(tree, { folded: new Set(['A']) }), { adder: false });
    expect(keys(rows)).toEqual(['0 R', '1 A', '1 B', '2 b1']);
    expect(rows.row(1).expanded).toBe(false);
    expect(rows.row(2).expanded).toBe(true);
    expect(rows.row(3).expanded).toBeNull();
  });
  it('are limited to the scope, whose own level is the first, even where it lies under a folded unit', () => {
    const rows = unitRows(contextOf(tree, { scope: 'B', folded: new Set(['R']) }), { adder: false });
    expect(keys(rows)).toEqual(['0 B', '1 b1']);
  });
  it('are all of them where the scope is gone', () => {
    expect(unitRows(contextOf(tree, { scope: 'gone' }), { adder: false }).count).toBe(7);
  });
  it('put a unit without its parent at the top', () => {
    const units = [...contextOf(tree).units, ...contextOf([unit('x', null, 9)]).units];
    const lost = units.map((one) => (one.key === 'x' ? { ...one, parent: 'gone' } : one));
    const rows = unitRows({ ...contextOf(tree), units: lost }, { adder: false });
    expect(rows.row(7)).toMatchObject({ key: 'x', level: 0 });
  });
  it('find their place in an answer that does not know all of them', () => {
    expect(indexIn(['R', 'A'], 'A')).toBe(1);
    expect(indexIn(['R', 'A'], 'B')).toBe(-1);
  });
});
