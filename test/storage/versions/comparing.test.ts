import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/model/diff.ts';
import { commit, content, type Facts } from '../../../src/model/facts/index.ts';
import { sheetOf } from '../../../src/model/sheet-of.ts';
import { encodePages } from '../../../src/storage/pages.ts';
import { changesBack, comparison, differing } from '../../../src/storage/versions/comparing.ts';

const ids = [
  'unit/ann',
  'unit/bo',
  'goal/ann/2026-11',
  'goal/bo/2026-11',
  'actual/ann/2026-11-19',
  'actual/bo/2026-11-19',
  'settings/plan',
  'future/x',
];
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    id: fc.constantFrom(...ids),
    field: fc.constantFrom('amount', 'dials', 'name'),
    value: fc.option(fc.nat(3), { nil: null }),
  }),
  fc.constantFrom(...ids).map((remove) => ({ remove })),
  fc.record({ create: fc.constantFrom(...ids), values: fc.constant({ dials: 1, name: 'new' }) }),
);
const acts = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
const writer = { by: 'aa', n: 0 };
const played = (facts: Facts, all: readonly (readonly Change[])[], from = 1): Facts =>
  all.reduce((now, changes, i) => commit(now, writer, from + i, changes)[0], facts);
const empty: Facts = { id: 'p', recs: new Map() };
const pages = ({ recs }: Facts) => encodePages(recs);
const shown = { limit: 100, writers: null };

describe('restoring a version', () => {
  it('brings back its very content, and what it changes is what the comparison showed', () => {
    fc.assert(
      fc.property(acts, acts, (first, later) => {
        const old = played(empty, first);
        const now = played(old, later, 100);
        const between = differing(pages(old), pages(now));
        const back = commit(now, writer, 200, changesBack(between, null))[0];
        expect(content(back)).toEqual(content(old));
        const { sheets } = comparison(between, shown);
        expect(sheets.length === 0).toBe(JSON.stringify(content(old)) === JSON.stringify(content(now)));
      }),
    );
  });

  it('by sheet leaves all other sheets as they are', () => {
    fc.assert(
      fc.property(acts, acts, fc.constantFrom('goals', 'actuals', 'team'), (first, later, sheet) => {
        const old = played(empty, first);
        const now = played(old, later, 100);
        const back = commit(now, writer, 200, changesBack(differing(pages(old), pages(now)), [sheet]))[0];
        const part = (facts: Facts, inside: boolean) =>
          Object.entries(content(facts)).filter(([id]) => (sheetOf(id) === sheet) === inside);
        expect(part(back, true)).toEqual(part(old, true));
        expect(part(back, false)).toEqual(part(now, false));
      }),
    );
  });

  it('writes only the cells whose content differs', () => {
    const old = played(empty, [[{ create: 'goal/ann/2026-11', values: { amount: 5, note: 'a' } }]]);
    const now = played(old, [[{ id: 'goal/ann/2026-11', field: 'amount', value: 6 }]], 2);
    expect(changesBack(differing(pages(old), pages(now)), null)).toEqual([
      { id: 'goal/ann/2026-11', field: 'amount', value: 5 },
    ]);
  });
});

describe('comparing two states', () => {
  const old = played(empty, [
    [
      { create: 'unit/ann', values: { name: 'Ann' } },
      { create: 'unit/bo', values: { name: 'Bo' } },
      { create: 'goal/ann/2026-11', values: { amount: 100 } },
    ],
  ]);
  const theirs = { by: 'bb', n: 0 };
  const now = commit(
    commit(old, theirs, 50, [{ id: 'goal/ann/2026-11', field: 'amount', value: 200 }])[0],
    writer,
    60,
    [
      { create: 'actual/ann/2026-11-19', values: { dials: 40, connects: 20 } },
      { remove: 'unit/bo' },
      { create: 'unit/cy', values: { name: 'Cy' } },
    ],
  )[0];
  const between = differing(pages(old), pages(now));

  it('says by sheet what changed, whose it is and when', () => {
    const { sheets } = comparison(between, shown);
    expect(sheets.map(({ sheet, changed, added, removed }) => [sheet, changed, added, removed])).toEqual([
      ['goals', 1, 0, 0],
      ['team', 0, 1, 1],
      ['actuals', 2, 0, 0],
    ]);
    expect(sheets[0]?.cells).toEqual([
      {
        id: 'goal/ann/2026-11',
        field: 'amount',
        kind: 'changed',
        before: 100,
        after: 200,
        by: 'bb',
        at: 50,
      },
    ]);
    expect(sheets[1]?.cells.map(({ id, kind, at }) => [id, kind, at])).toEqual([
      ['unit/bo', 'removed', 60],
      ['unit/cy', 'added', 60],
    ]);
  });

  it('names a unit that is there no more', () => {
    expect(comparison(between, shown).names).toMatchObject({ bo: 'Bo', cy: 'Cy' });
  });

  it('shows one person’s changes alone, and still names all who changed something', () => {
    const { sheets, writers } = comparison(between, { limit: 9, writers: ['bb'] });
    expect(sheets.map(({ sheet, changed }) => [sheet, changed])).toEqual([['goals', 1]]);
    expect(writers).toEqual([
      ['aa', 4],
      ['bb', 1],
    ]);
  });

  it('counts all and shows so many of each sheet, of an open one more', () => {
    const counted = comparison(between, { limit: 1, writers: null });
    expect(counted.sheets.map(({ cells }) => cells.length)).toEqual([1, 1, 1]);
    expect(counted.sheets[2]?.changed).toBe(2);
    const open = comparison(between, { limit: 1, writers: null, open: { sheet: 'actuals', limit: 9 } });
    expect(open.sheets.map(({ cells }) => cells.length)).toEqual([1, 1, 2]);
  });
});
