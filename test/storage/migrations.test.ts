import { describe, expect, it } from 'vitest';
import { conflicts, shownValues } from '../../src/model/facts/index.ts';
import { close, openDatabase } from '../../src/storage/opening.ts';
import { IndexedStorage } from '../../src/storage/indexed.ts';
import { migrations } from '../../src/storage/migrations/index.ts';
import { decodePages } from '../../src/storage/pages.ts';
import frozen from '../fixtures/database-1.json' with { type: 'json' };

/** Writes the database without any of the app's code: as an old version left it. */
function oldDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, frozen.version * 10);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore('plans', { keyPath: 'id' });
      const pages = database.createObjectStore('pages', { keyPath: ['plan', 'page'] });
      pages.createIndex('[plan+seq]', ['plan', 'seq']);
    };
    request.onerror = () => reject(request.error!);
    request.onsuccess = () => {
      const tables = ['plans', 'pages'] as const;
      const writing = request.result.transaction(tables, 'readwrite');
      for (const table of tables) for (const row of frozen[table]) writing.objectStore(table).put(row);
      writing.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

describe('a database of version 1', () => {
  it('opens with all its facts', async () => {
    await oldDatabase('frozen-1');
    const opened = await openDatabase({ blocked: () => undefined, lost: () => undefined }, 'frozen-1');
    if (!opened.ok) throw new Error(opened.failure.code);
    const read = await new IndexedStorage(opened.value).read('p1');
    if (!read.ok) throw new Error(read.failure.code);
    const recs = decodePages(read.value.pages);
    expect(read.value.row).toEqual(frozen.plans[0]);
    expect(shownValues(recs.get('history/ann/2026-11'))).toEqual({ connects: 9, dials: 42 });
    expect(conflicts(recs.get('history/ann/2026-11')!)).toEqual(['dials']);
    expect(shownValues(recs.get('history/ann/2026-12'))).toBeNull();
    close(opened.value);
  });

  it('is reached by migrations that are numbered without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
  });
});

describe('an upgrade that fails', () => {
  it('leaves the old database as it was', async () => {
    await oldDatabase('frozen-failing');
    const failing = {
      version: 2,
      stores: { plans: 'id, name' },
      upgrade: () => Promise.reject(new Error('cannot')),
    };
    const events = { blocked: () => undefined, lost: () => undefined };
    const opened = await openDatabase(events, 'frozen-failing', [...migrations, failing]);
    expect(opened.ok).toBe(false);
    const again = await openDatabase(events, 'frozen-failing');
    if (!again.ok) throw new Error(again.failure.code);
    expect(await again.value.plans.toArray()).toEqual(frozen.plans);
    close(again.value);
  });
});
