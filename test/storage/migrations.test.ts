import { describe, expect, it } from 'vitest';
import { conflicts, shownValues } from '../../src/model/facts/index.ts';
import type { Database } from '../../src/storage/db.ts';
import { close, openDatabase } from '../../src/storage/opening.ts';
import { IndexedStorage } from '../../src/storage/indexed.ts';
import { migrations } from '../../src/storage/migrations/index.ts';
import { decodePages, pageOf } from '../../src/storage/pages.ts';
import { VersionStore } from '../../src/storage/versions/store.ts';
import frozen1 from '../fixtures/database-1.json' with { type: 'json' };
import frozen2 from '../fixtures/database-2.json' with { type: 'json' };
import frozenGoals from '../fixtures/database-2-goals.json' with { type: 'json' };
import goalsContent from '../fixtures/plan-v1-goals.content.json' with { type: 'json' };

type Rows = Record<string, readonly object[]>;

/** The stores of old versions, as their own code made them. */
const STORES: readonly ((database: IDBDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('plans', { keyPath: 'id' });
    const pages = database.createObjectStore('pages', { keyPath: ['plan', 'page'] });
    pages.createIndex('[plan+seq]', ['plan', 'seq']);
  },
  (database) => {
    const versions = database.createObjectStore('versions', { keyPath: ['plan', 'id'] });
    versions.createIndex('[plan+at]', ['plan', 'at']);
    database.createObjectStore('parts', { keyPath: ['plan', 'hash'] });
    database.createObjectStore('places', { keyPath: ['plan', 'name'] });
  },
];

/** Writes the database without any of the app's code: as an old version left it. */
function oldDatabase(name: string, version: number, rows: Rows): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version * 10);
    request.onupgradeneeded = () => {
      for (const make of STORES.slice(0, version)) make(request.result);
    };
    request.onerror = () => reject(request.error!);
    request.onsuccess = () => {
      const writing = request.result.transaction(Object.keys(rows), 'readwrite');
      for (const [table, all] of Object.entries(rows))
        for (const row of all) writing.objectStore(table).put(row);
      writing.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

const rows1: Rows = { plans: frozen1.plans, pages: frozen1.pages };
const { plans, pages, versions, places } = frozen2;
const parts = frozen2.parts.map((part) => ({
  ...part,
  bytes: Uint8Array.from(atob(part.bytes), (letter) => letter.charCodeAt(0)),
}));
const OLD: readonly [version: number, rows: Rows][] = [
  [frozen1.version, rows1],
  [frozen2.version, { plans, pages, versions, parts, places }],
];
const events = { blocked: () => undefined, lost: () => undefined };

async function opened(name: string): Promise<Database> {
  const database = await openDatabase(events, name);
  if (!database.ok) throw new Error(database.failure.code);
  return database.value;
}

describe.each(OLD)('a database of version %i', (version, rows) => {
  it('opens with all its facts', async () => {
    await oldDatabase(`frozen-${version}`, version, rows);
    const database = await opened(`frozen-${version}`);
    const read = await new IndexedStorage(database).read('p1');
    if (!read.ok) throw new Error(read.failure.code);
    const recs = decodePages(read.value.pages);
    expect(read.value.row).toEqual(frozen1.plans[0]);
    expect(shownValues(recs.get('history/ann/2026-11'))).toEqual({ connects: 9, dials: 42 });
    expect(conflicts(recs.get('history/ann/2026-11')!)).toEqual(['dials']);
    expect(shownValues(recs.get('history/ann/2026-12'))).toBeNull();
    close(database);
  });

  it('keeps versions from then on', async () => {
    await oldDatabase(`frozen-${version}-versions`, version, rows);
    const database = await opened(`frozen-${version}-versions`);
    const store = new VersionStore(database);
    const kept = await store.keep({ plan: 'p1', at: 9000, reason: 'paste' });
    if (!kept.ok || !kept.value) throw new Error('not kept');
    const read = await store.pages('p1', kept.value.id);
    expect(read.ok && decodePages(read.value).has('history/ann/2026-11')).toBe(true);
    close(database);
  });
});

describe('a database with goals in three dimensions', () => {
  it('opens with every kind of record that they are made of, and pages of the same names', async () => {
    const rows: Rows = { plans: frozenGoals.plans, pages: frozenGoals.pages };
    await oldDatabase('frozen-goals', frozenGoals.version, rows);
    const database = await opened('frozen-goals');
    const read = await new IndexedStorage(database).read('plan-goals');
    if (!read.ok) throw new Error(read.failure.code);
    const recs = decodePages(read.value.pages);
    const shown = [...recs].flatMap(([id, rec]) => {
      const values = shownValues(rec);
      return values ? [[id, values] as const] : [];
    });
    expect(Object.fromEntries(shown)).toEqual(goalsContent);
    expect(conflicts(recs.get('lock/t1/2026-10/2026-12/all')!)).toEqual(['amount']);
    // A record that is looked for on another page than it was written to is lost.
    for (const { page, text } of frozenGoals.pages)
      for (const id of decodePages([{ page, text }]).keys()) expect(pageOf(id)).toBe(page);
    close(database);
  });
});

describe('a database of version 2', () => {
  it('opens with its versions and places', async () => {
    await oldDatabase('frozen-2-kept', ...OLD[1]!);
    const database = await opened('frozen-2-kept');
    const store = new VersionStore(database);
    const listed = await store.list('p1');
    if (!listed.ok) throw new Error(listed.failure.code);
    expect(listed.value.versions.map(({ name, reason, at }) => [name, reason, at])).toEqual([
      ['Sent to the team', 'named', 3000],
      [undefined, 'import', 2000],
    ]);
    const read = await store.pages('p1', listed.value.versions[1]!.id);
    if (!read.ok) throw new Error(read.failure.code);
    expect(shownValues(decodePages(read.value).get('history/ann/2026-11'))?.dials).toBe(42);
    expect(await database.places.toArray()).toEqual(places);
    close(database);
  });
});

describe('migrations', () => {
  it('are numbered without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
  });

  it('have a frozen database for each version', () => {
    expect(OLD.map(([version]) => version)).toEqual(migrations.map(({ version }) => version));
  });
});

describe('a tab that still holds an older version', () => {
  it('is waited for, which is said, and nothing is lost', async () => {
    await oldDatabase('frozen-held', 1, rows1);
    const held = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('frozen-held', 10);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    let said = (): void => undefined;
    const blocked = new Promise<void>((resolve) => (said = resolve));
    const opening = openDatabase({ ...events, blocked: () => said() }, 'frozen-held');
    await blocked;
    held.close();
    const database = await opening;
    if (!database.ok) throw new Error(database.failure.code);
    expect(await database.value.plans.toArray()).toEqual(frozen1.plans);
    close(database.value);
  });
});

describe('an upgrade that fails', () => {
  it('leaves the old database as it was', async () => {
    await oldDatabase('frozen-failing', 1, rows1);
    const failing = {
      version: migrations.length + 1,
      stores: { plans: 'id, name' },
      upgrade: () => Promise.reject(new Error('cannot')),
    };
    const refused = await openDatabase(events, 'frozen-failing', [...migrations, failing]);
    expect(refused.ok).toBe(false);
    const again = await opened('frozen-failing');
    expect(await again.plans.toArray()).toEqual(frozen1.plans);
    close(again);
  });
});
