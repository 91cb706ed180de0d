import { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SETTINGS_ID } from '../../src/model/ids.ts';
import { Database } from '../../src/storage/db.ts';
import { migrations } from '../../src/storage/migrations/index.ts';
import { DATABASE } from '../../src/storage/storage.ts';
import { closeTabs, dials, freshName, openTab, records, shownBy, typing } from './support.ts';

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await closeTabs();
});

const DAY = 86_400_000;

describe('the shelf', () => {
  it('lists plans newest first, in every tab', async () => {
    const name = freshName();
    let clock = 1000;
    const a = await openTab(name, { now: () => clock++ });
    const b = await openTab(name);
    await a.create('Old', records);
    await a.create('New', records);
    await vi.waitFor(() => expect(b.plans.map((plan) => plan.name)).toEqual(['New', 'Old']));
    expect(a.plans).toEqual(b.plans);
  });

  it('says in the list how a plan is called in its settings', async () => {
    const shelf = await openTab();
    const session = await shelf.create('Plan', records);
    await session.commit([{ id: SETTINGS_ID, field: 'name', value: 'Other' }], { code: 'settings' });
    await vi.waitFor(() => expect(shelf.plans[0]?.name).toBe('Other'));
    await session.undo();
    await vi.waitFor(() => expect(shelf.plans[0]?.name).toBe('Plan'));
  });

  it('renames a plan that is not open', async () => {
    const name = freshName();
    const { planId } = await (await openTab(name)).create('Plan', records);
    await closeTabs();
    const shelf = await openTab(name);
    await shelf.rename(planId, 'Renamed');
    expect(shelf.plans[0]?.name).toBe('Renamed');
    expect((await shelf.open(planId))!.get(SETTINGS_ID)?.['name']).toBe('Renamed');
  });

  it('duplicates the content without the past', async () => {
    const shelf = await openTab();
    const session = await shelf.create('Plan', records);
    await session.commit([dials('ann', 41)], typing);
    const { id } = await shelf.duplicate(session.planId, 'Copy');
    const copy = (await shelf.open(id))!;
    const rest = (all: ReturnType<typeof shownBy>) => all.filter(([key]) => key !== SETTINGS_ID);
    expect(rest(shownBy(copy))).toEqual(rest(shownBy(session)));
    expect(copy.get(SETTINGS_ID)?.['name']).toBe('Copy');
    expect(new Set([...copy.facts.values()].map(({ s }) => s)).size).toBe(1);
  });

  it('duplicates only what is seen: what was deleted or typed over is gone, and the two never merge', async () => {
    const shelf = await openTab();
    const session = await shelf.create('Plan', [
      ...records,
      ['unit/gone', { name: 'Secret Sam', kind: 'rep' }],
    ]);
    await session.commit([dials('ann', 4711)], typing);
    await session.commit([dials('ann', 41), { remove: 'unit/gone' }], typing);
    const copy = await shelf.duplicate(session.planId, 'Tidy');
    const { pages } = await shelf.contentOf(copy.id);
    const text = JSON.stringify(pages);
    expect(text).toContain('41');
    for (const past of ['4711', 'Secret Sam', 'unit/gone']) expect(text).not.toContain(past);
    const merged = await shelf.mergeInto(copy.id, [await shelf.exportFile(session.planId)]);
    expect(merged).toMatchObject({ changed: false, files: [{ ok: true, plan: session.planId }] });
  });

  it('brings back a deleted plan, and forgets it after 30 days', async () => {
    const name = freshName();
    let clock = DAY;
    const shelf = await openTab(name, { now: () => clock });
    const { planId } = await shelf.create('Plan', records);
    await shelf.remove(planId);
    expect(shelf.plans).toEqual([]);
    await shelf.undelete(planId);
    expect(shelf.plans.length).toBe(1);
    await shelf.remove(planId);
    await closeTabs();
    clock += 29 * DAY;
    expect(await (await openTab(name, { now: () => clock })).open(planId)).not.toBeNull();
    await closeTabs();
    clock += 2 * DAY;
    expect(await (await openTab(name, { now: () => clock })).open(planId)).toBeNull();
  });

  it('opens an exported file as another plan', async () => {
    const shelf = await openTab();
    const session = await shelf.create('Plan', records);
    const { name, bytes } = await shelf.exportFile(session.planId);
    expect(name).toBe('Plan.backcast');
    const files = await shelf.readFiles([{ name, bytes }]);
    const copy = await files.openCopy(session.planId, 'Plan');
    if (!copy.ok) throw new Error(copy.failure.code);
    expect(copy.value.id).not.toBe(session.planId);
    expect(shownBy((await shelf.open(copy.value.id))!)).toEqual(shownBy(session));
  });

  it('without keeping goes on in memory and leaves the database as it was', async () => {
    const name = freshName();
    const shelf = await openTab(name);
    const session = await shelf.create('Plan', records);
    shelf.useWithoutKeeping();
    await session.commit([dials('ann', 41)], typing);
    await session.settled();
    expect([shelf.keeps, session.saved]).toEqual([false, 'memory']);
    expect(shelf.plans.map((plan) => plan.id)).toEqual([session.planId]);
    await closeTabs();
    const again = await (await openTab(name)).open(session.planId);
    expect(again!.get('history/ann/2026-11')).toEqual({ dials: 30 });
  });

  it('removes everything', async () => {
    const name = freshName();
    const shelf = await openTab(name);
    const other = await openTab(name);
    const { planId } = await shelf.create('Plan', records);
    const theirs = (await other.open(planId))!;
    await shelf.removeEverything();
    expect(shelf.plans).toEqual([]);
    expect(await Dexie.getDatabaseNames()).not.toContain(name);
    expect([theirs.saved, theirs.problem?.code]).toEqual(['readOnly', 'storageRemoved']);
  });

  it('asks the browser to hold on to the data once, and not for the sample', async () => {
    const persist = vi.fn(() => Promise.resolve(true));
    vi.stubGlobal('navigator', { storage: { persist, persisted: () => Promise.resolve(false) } });
    const shelf = await openTab();
    await shelf.create('Sample', [[SETTINGS_ID, { sample: true }]]);
    expect(persist).not.toHaveBeenCalled();
    await shelf.create('Mine', records);
    await shelf.create('Mine too', records);
    await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
  });
});

describe('without IndexedDB', () => {
  it('a plan lives in memory, and that is said', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const shelf = await openTab();
    expect([shelf.keeps, shelf.problem?.code]).toEqual([false, 'storageMissing']);
    const session = await shelf.create('Plan', records);
    await session.commit([dials('ann', 41)], typing);
    await session.undo();
    await session.redo();
    expect(session.get('history/ann/2026-11')).toEqual({ dials: 41 });
    expect([session.saved, shelf.plans.length]).toEqual(['memory', 1]);
  });

  it('so too where opening is refused', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private', 'SecurityError');
    });
    expect((await openTab()).problem?.code).toBe('storageMissing');
  });
});

const next = { version: migrations.length + 1, stores: { notes: 'id' } };

describe('when a newer version comes', () => {
  it('an old tab lets it upgrade, goes read-only, keeps its drafts and hands them to the next load', async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
      removeItem: (key: string) => kept.delete(key),
    });
    const name = freshName();
    const shelf = await openTab(name);
    const session = await shelf.create('Plan', records);
    const newer = new Database(name, [...migrations, next]);
    await newer.open();
    expect(shelf.problem?.code).toBe('storageUpgraded');
    await session.commit([dials('ann', 41)], typing);
    expect([session.saved, session.problem?.code]).toEqual(['readOnly', 'storageUpgraded']);
    expect(session.get('history/ann/2026-11')).toEqual({ dials: 41 });
    newer.close();
    await Dexie.delete(`${name}-none`);
    expect([...kept.keys()]).toEqual([`backcast:drafts:${session.planId}`]);
  });

  it('drafts of the last load are stored by this one', async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
      removeItem: (key: string) => kept.delete(key),
    });
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await session.commit([dials('ann', 41)], typing);
    await closeTabs();
    put.mockRestore();
    const again = (await (await openTab(name)).open(session.planId))!;
    await again.settled();
    expect([again.saved, again.get('history/ann/2026-11')]).toEqual(['saved', { dials: 41 }]);
    expect(kept.size).toBe(0);
    await closeTabs();
    const third = (await (await openTab(name)).open(session.planId))!;
    expect(third.get('history/ann/2026-11')).toEqual({ dials: 41 });
  });

  it('old code refuses the newer database and leaves it alone', async () => {
    const name = freshName();
    const newer = new Database(name, [...migrations, next]);
    await newer.open();
    newer.close();
    const shelf = await openTab(name);
    expect([shelf.keeps, shelf.problem?.code]).toEqual([false, 'storageNewer']);
  });

  it('waits for a tab that holds the old database, says so, and goes on when it lets go', async () => {
    const name = freshName();
    const old = indexedDB.open(name, 1);
    const holder = await new Promise<IDBDatabase>((resolve) => {
      old.onsuccess = () => resolve(old.result);
    });
    const shelf = await openTab(name);
    expect(shelf.problem?.code).toBe('storageBlocked');
    holder.close();
    await vi.waitFor(() => expect(shelf.problem).toBeNull());
    await shelf.create('Plan', records);
    expect(shelf.plans.length).toBe(1);
  });
});

describe('a database that was closed under the app', () => {
  it('is said, and is opened again by retry or by the next commit', async () => {
    const opening = vi.spyOn(indexedDB, 'open');
    const name = freshName();
    const shelf = await openTab(name);
    const session = await shelf.create('Plan', records);
    for (const again of [() => shelf.retry(), () => session.commit([dials('ann', 41)], typing)]) {
      const request = opening.mock.results.at(-1)!.value as IDBOpenDBRequest;
      forceCloseDatabase(request.result as never); // its type asks for the class
      await vi.waitFor(() => expect(session.saved).toBe('failed'));
      expect([session.problem?.code, shelf.problem?.code]).toEqual(['storageClosed', 'storageClosed']);
      await again();
      await session.settled();
      expect([session.saved, session.problem, shelf.problem]).toEqual(['saved', null, null]);
    }
    await closeTabs();
    const reopened = await (await openTab(name)).open(session.planId);
    expect(reopened!.get('history/ann/2026-11')).toEqual({ dials: 41 });
  });

  it('that could not be opened takes up what was made in memory, once it can', async () => {
    const name = freshName();
    const refusal = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('broken', 'NotReadableError');
    });
    const shelf = await openTab(name);
    expect(shelf.problem?.code).toBe('storageDamaged');
    const session = await shelf.create('Plan', records);
    await session.commit([dials('ann', 41)], typing);
    refusal.mockRestore();
    await shelf.retry();
    await session.commit([dials('bob', 1)], typing);
    expect([shelf.problem, session.saved]).toEqual([null, 'saved']);
    await closeTabs();
    const again = await (await openTab(name)).open(session.planId);
    expect(shownBy(again!)).toEqual(shownBy(session));
  });

  it('is called backcast', () => expect(DATABASE).toBe('backcast'));
});
