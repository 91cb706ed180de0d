import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { levelsOf, tiersOf, TierTable } from '../../src/model/tier-table.ts';

const tier = (key: string, order: number): RecordEntry => [`tier/${key}`, { name: key, order }];
const line = (id: string, amount: number | null): RecordEntry => [`tierLine/${id}`, { amount }];
const tiers = tiersOf([tier('high', 2), tier('low', 0), tier('mid', 1)]);

describe('tiers and their thresholds', () => {
  it('come the lowest first, levels in their order', () => {
    expect(tiers.map(({ key }) => key)).toEqual(['low', 'mid', 'high']);
    const levels = levelsOf([
      ['level/b', { name: 'Senior', order: 1 }],
      ['level/a', { name: 'Junior', order: 0 }],
    ]);
    expect(levels.map(({ name }) => name)).toEqual(['Junior', 'Senior']);
  });

  it('hold from their month on until the next, a level’s own before that of all', () => {
    const table = new TierTable([
      line('low/all/2026-10', 100),
      line('low/all/2026-12', 200),
      line('low/senior/2026-11', 300),
    ]);
    const held = (level: string, month: string) => table.holds('low', level, month);
    expect(held('all', '2026-09')).toBeNull();
    expect(held('all', '2026-11')).toBe(100);
    expect(held('all', '2027-01')).toBe(200);
    expect(held('senior', '2026-10')).toBe(100);
    expect(held('senior', '2026-12')).toBe(300);
    expect(table.months).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(table.entered('low', 'all', '2026-11')).toBeNull();
  });

  const table = new TierTable([
    line('low/all/2026-11', 100),
    line('high/all/2026-11', 300),
    line('high/senior/2026-11', 250),
    line('high/all/2027-01', 180),
  ]);
  const asked = (amount: number, level = 'all', from = '2026-11') =>
    table.fault(tiers, ['senior'], { tier: 'mid', level, from, amount });

  it('a higher tier’s must not be lower: the neighbour that an amount would pass is named', () => {
    expect(asked(99)).toMatchObject({ kind: 'belowLower', amount: 100 });
    expect(asked(301)).toMatchObject({ kind: 'aboveHigher', amount: 300 });
    expect(asked(150)).toBeNull();
  });

  it('nor for a level with a line of its own, nor in a later month', () => {
    expect(asked(260)).toMatchObject({ kind: 'aboveHigher', amount: 250 });
    expect(asked(200)).toMatchObject({ kind: 'aboveHigher', amount: 180 });
    expect(asked(200, 'senior')).toBeNull();
  });

  it('an accepted threshold leaves every month in order', () => {
    const amount = fc.integer({ min: 0, max: 50 });
    const month = fc.constantFrom('2026-10', '2026-11', '2026-12');
    const edit = fc.record({
      tier: fc.constantFrom('low', 'mid', 'high'),
      level: fc.constantFrom('all', 'senior'),
      from: month,
      amount,
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const lines = new Map<string, number>();
        const now = () => new TierTable([...lines].map(([id, value]) => line(id, value)));
        for (const each of edits)
          if (!now().fault(tiers, ['senior'], each))
            lines.set(`${each.tier}/${each.level}/${each.from}`, each.amount);
        const known = now();
        for (const at of ['2026-10', '2026-11', '2026-12', '2027-05'])
          for (const level of ['all', 'senior']) {
            const held = tiers.flatMap(({ key }) => known.holds(key, level, at) ?? []);
            expect(held).toEqual(held.toSorted((a, b) => a - b));
          }
      }),
    );
  });
});
