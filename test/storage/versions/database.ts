import { onTestFinished } from 'vitest';
import type { Rec } from '../../../src/model/facts/index.ts';
import { newFacts } from '../../../src/model/facts/index.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import type { Database } from '../../../src/storage/db.ts';
import { IndexedStorage } from '../../../src/storage/indexed.ts';
import { close, openDatabase } from '../../../src/storage/opening.ts';
import { encodePages } from '../../../src/storage/pages.ts';
import { VersionStore } from '../../../src/storage/versions/store.ts';

let databases = 0;

export interface Opened {
  readonly database: Database;
  readonly storage: IndexedStorage;
  readonly versions: VersionStore;
}

/** A database of its own, closed when the test is over. */
export async function freshDatabase(): Promise<Opened> {
  const name = `versions-${Date.now()}-${databases++}`;
  const opened = await openDatabase({ blocked: () => undefined, lost: () => undefined }, name);
  if (!opened.ok) throw new Error(opened.failure.code);
  const database = opened.value;
  onTestFinished(() => close(database));
  return { database, storage: new IndexedStorage(database), versions: new VersionStore(database) };
}

/** What must have gone well. */
export async function good<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; failure: { code: string } }>,
): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.failure.code);
  return settled.value;
}

export const recsOf = (records: readonly RecordEntry[]): ReadonlyMap<string, Rec> =>
  newFacts('p1', records, { by: 'aa', n: 0 }, 1).recs;

export async function createPlan(
  { storage }: Opened,
  records: readonly RecordEntry[],
  id = 'p1',
): Promise<void> {
  const row = { id, name: id, sample: false, changedAt: 1, deletedAt: null, exports: 0, seq: 1 };
  await good(storage.create(row, encodePages(recsOf(records))));
}

/** Writes some records into the plan, as a commit does. */
export async function write(
  { storage }: Opened,
  records: readonly RecordEntry[],
  at: number,
  id = 'p1',
): Promise<void> {
  const recs = newFacts(id, records, { by: `w${at}`, n: 0 }, at).recs;
  await good(storage.join(id, encodePages(recs), at));
}
