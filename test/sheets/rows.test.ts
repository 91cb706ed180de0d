import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { SheetContext } from '../../src/sheets/definition.ts';
import { goneBeforeYear } from '../../src/sheets/gone.ts';
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

describe('people who have left', () => {
  const left = (key: string, end: string): RecordEntry[] =>
    tree.map(([id, values]) => (id === `unit/${key}` ? [id, { ...values, end }] : [id, values]));
  const seen = (records: readonly RecordEntry[], desk: Partial<SheetContext> = {}): string[] => {
    const context = contextOf(records, desk);
    const rows = unitRows(context, { adder: false, gone: goneBeforeYear(context) });
    return Array.from({ length: rows.count }, (_, row) => rows.row(row).key);
  };

  it('are seen in the year in which they left, and not in later ones', () => {
    const records = left('a2', '2026-03-31');
    expect(seen(records)).toContain('a2');
    expect(seen(records, { month: '2027-01' })).toEqual(['R', 'A', 'a1', 'a3', 'B', 'b1']);
  });

  it('are seen as long as they have goals or a record, of a segment too, and when they are looked at', () => {
    const records = left('a2', '2025-12-31');
    expect(seen(records)).not.toContain('a2');
    const segment: RecordEntry = [recordId.segment('new'), { name: 'New' }];
    const goal: RecordEntry = [recordId.goal('a2', '2026-05', 'new'), { amount: 100 }];
    expect(seen([...records, segment, goal])).toContain('a2');
    expect(seen([...records, [recordId.history('a2', '2026-01'), { won: 1 }]])).toContain('a2');
    expect(seen(records, { scope: 'a2' })).toEqual(['a2']);
  });

  it('leave with their team where that is closed, and not where somebody of it is still seen', () => {
    const closed = left('B', '2025-12-31');
    expect(seen(closed)).toContain('B');
    const gone = closed.map(([id, values]): RecordEntry =>
      id === 'unit/b1' ? [id, { ...values, end: '2025-12-31' }] : [id, values],
    );
    expect(seen(gone)).toEqual(['R', 'A', 'a1', 'a2', 'a3']);
  });
});
