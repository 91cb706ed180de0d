import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/files/plan-file/index.ts';
import { commitStep, content, newFacts, type Rec } from '../../src/model/facts/index.ts';
import { decodePages, deltaOf, encodePages } from '../../src/storage/pages.ts';
import { freshDatabase, good } from './versions/database.ts';

const meta = { app: '9.9.9', savedAt: 5 };
const row = { id: 'p', name: 'p', sample: false, changedAt: 1, deletedAt: null, exports: 0, seq: 1 };
const edit = { id: 'goal/ann/2026-11', field: 'amount', value: 777 };

/** Opens a file as the app does, types one number and writes a file of it again. */
async function edited(bytes: Uint8Array): Promise<ReadonlyMap<string, Rec>> {
  const opened = await good(decode(bytes));
  const { storage } = await freshDatabase();
  await good(storage.create(row, encodePages(opened.facts.recs)));
  const recs = decodePages((await good(storage.read('p'))).pages);
  const step = commitStep(recs, { by: 'cc', n: 0 }, 9, [edit]);
  await good(storage.join('p', encodePages(deltaOf(step)), 9));
  const now = decodePages((await good(storage.read('p'))).pages);
  return (await good(decode(await encode({ id: 'p', recs: now }, meta)))).facts.recs;
}

const without = (recs: ReadonlyMap<string, Rec>) => {
  const { [edit.id]: goal, ...rest } = content({ id: 'p', recs });
  return [{ ...goal, amount: null }, rest];
};

describe('a plan of a newer minor version', () => {
  it('keeps its unknown kinds and fields when it is opened, edited and written again', async () => {
    const newer = newFacts(
      'p',
      [
        ['settings/plan', { name: 'Plan', currency: 'CNY', hologram: { colour: 'blue', layers: [1, 2] } }],
        ['goal/ann/2026-11', { amount: 1, agreedBy: 'Bo' }],
        ['orbit/ann/2031/x', { height: 400, crew: ['a', 'b'], calm: false }],
      ],
      { by: 'aa', n: 0 },
      1,
    ).recs;
    const recs = await edited(await encode({ id: 'p', recs: newer }, meta));
    expect(without(recs)).toEqual(without(newer));
    expect(content({ id: 'p', recs })[edit.id]).toEqual({ amount: 777, agreedBy: 'Bo' });
    // Who wrote it is not forgotten either: the other device still merges with it.
    expect(recs.get('orbit/ann/2031/x')?.s).toMatchObject({ by: 'aa', n: 1, at: 1 });
  });
});

describe('the frozen plan file of version 1', () => {
  it('is opened, edited and written again without losing anything', async () => {
    const bytes = readFileSync(new URL('../fixtures/plan-v1.backcast', import.meta.url));
    const frozen = (await good(decode(bytes))).facts.recs;
    expect(without(await edited(bytes))).toEqual(without(frozen));
  });
});
