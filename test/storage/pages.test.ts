import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import { applyStep, commitStep, joinRec, newWriter, type Rec } from '../../src/model/facts/index.ts';
import { decodePage, decodePages, deltaOf, encodePages, joinPage, pageOf } from '../../src/storage/pages.ts';

const ids = [
  'settings/plan',
  'unit/ann',
  'unit/abe',
  'history/ann/2026-11',
  'history/ann/2026-12',
  'goal/bob/2026-11',
  'actual/ann/2026-11-20',
  'systemActual/ann/2026-12-01',
  'note/x1',
];
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    id: fc.constantFrom(...ids),
    field: fc.constantFrom('name', 'dials', 'note'),
    value: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.array(fc.record({ from: fc.string() }))),
  }),
  fc.record({ remove: fc.constantFrom(...ids) }),
);
/** Several writers on one plan, each seeing all before. */
const histories = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

function play(history: readonly (readonly Change[])[], writers: number): Map<string, Rec> {
  const recs = new Map<string, Rec>();
  const all = Array.from({ length: writers }, newWriter);
  history.forEach((changes, i) => applyStep(recs, commitStep(recs, all[i % writers]!, 1000 + i, changes)));
  return recs;
}

/** Two plans that went apart, joined: cells in dispute. */
const disputed = (a: Map<string, Rec>, b: Map<string, Rec>) => {
  const both = new Map(a);
  for (const [id, rec] of b) both.set(id, joinRec(both.get(id), rec));
  return both;
};

describe('a page', () => {
  it('has the days of one unit and one month of the calendar: a tap rewrites no more', () => {
    expect(pageOf('actual/ann/2026-11-20')).toBe(pageOf('actual/ann/2026-11-03'));
    const others = ['actual/ann/2026-12-01', 'actual/abe/2026-11-20', 'systemActual/ann/2026-11-20'];
    for (const id of others) expect(pageOf(id)).not.toBe(pageOf('actual/ann/2026-11-20'));
    for (const id of [...ids, ...others]) expect(id.startsWith(pageOf(id))).toBe(true);
  });

  it('gives back the very facts, disputes and deletions too', () => {
    fc.assert(
      fc.property(histories, histories, (one, other) => {
        const recs = disputed(play(one, 2), play(other, 1));
        expect(decodePages(encodePages(recs))).toEqual(recs);
      }),
    );
  });

  it('shares stamps with the records in memory', () => {
    const recs = play([[{ create: 'unit/ann', values: { name: 'Ann' } }]], 1);
    const [page] = encodePages(recs);
    expect(decodePage(page!).get('unit/ann')!.s).toBe(recs.get('unit/ann')!.s);
  });

  it('joined with a page is the page of the joined records', () => {
    fc.assert(
      fc.property(histories, histories, (one, other) => {
        const [a, b] = [play(one, 1), play(other, 1)];
        const stored = new Map(encodePages(a).map(({ page, text }) => [page, text]));
        for (const page of encodePages(b)) stored.set(page.page, joinPage(stored.get(page.page), page));
        const joined = decodePages([...stored].map(([page, text]) => ({ page, text })));
        expect(joined).toEqual(disputed(a, b));
      }),
    );
  });

  it('holds the months of one unit, or all of a kind that is small', () => {
    expect(pageOf('history/u1/2026-11')).toBe(pageOf('history/u1/2026-12'));
    expect(pageOf('history/u1/2026-11')).not.toBe(pageOf('history/u10/2026-11'));
    expect(pageOf('measure/dials')).toBe(pageOf('measure/revenue'));
    expect(pageOf('override/u1/dials/2026-11')).toBe('override/u1');
    expect(pageOf('alias/王小明')).toBe('alias/王');
  });

  it('is always named by a beginning of the ids in it', () => {
    const odd = fc.tuple(
      fc.constantFrom('unit', 'alias', 'goal', 'later', 'measure'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(odd, ([kind, rest]) => {
        const id = `${kind}/${rest}`;
        expect(id.startsWith(pageOf(id))).toBe(true);
      }),
    );
  });

  it('cannot reach into the language', () => {
    const text = JSON.stringify({
      writers: ['w'],
      stamps: [[0, 1, 1]],
      shapes: [['$', '__proto__']],
      records: [['', 0, 0, [true, { hostile: true }]]],
    });
    const rec = decodePage({ page: 'unit/a', text }).get('unit/a')!;
    expect('hostile' in rec.v).toBe(false);
  });
});

describe('a delta', () => {
  it('has the written cells only, and joined with what was there before is what came out', () => {
    fc.assert(
      fc.property(histories, fc.array(change, { minLength: 1, maxLength: 5 }), (history, changes) => {
        const recs = play(history, 2);
        const step = commitStep(recs, newWriter(), 5000, changes);
        const delta = deltaOf(step);
        for (const [id, { before, after }] of step) {
          const part = delta.get(id);
          expect(part ? joinRec(before, part) : before).toEqual(after);
        }
      }),
    );
  });

  it('leaves out cells that were only looked at', () => {
    const recs = play([[{ create: 'unit/ann', values: { name: 'Ann', note: 'x' } }]], 1);
    const delta = deltaOf(
      commitStep(recs, newWriter(), 5000, [{ id: 'unit/ann', field: 'name', value: 'Anne' }]),
    );
    expect(Object.keys(delta.get('unit/ann')!.v)).toEqual(['name']);
  });
});
