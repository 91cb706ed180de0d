import { afterEach, describe, expect, it, vi } from 'vitest';
import { IndexedStorage } from '../../src/storage/indexed.ts';
import { fail } from '../../src/model/failure.ts';
import { closeTabs, dials, freshName, openTab, records, shownBy, typing } from './support.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await closeTabs();
});

/** The next writes meet a full disk. */
const fullDisk = () => vi.spyOn(IndexedStorage.prototype, 'join').mockResolvedValue(fail('storageFull'));

describe('a commit', () => {
  it('shows at once and is called saved only after it was stored', async () => {
    const session = await (await openTab()).create('Plan', records);
    const stored = session.commit([dials('ann', 41)], typing);
    expect(session.get('history/ann/2026-11')).toEqual({ dials: 41 });
    expect(session.saved).toBe('saving');
    await stored;
    await session.settled();
    expect(session.saved).toBe('saved');
  });

  it('is not called saved, nor the plan settled, while what was typed is still worked out', async () => {
    const session = await (await openTab()).create('Plan', records);
    let workedOut = (): void => undefined;
    const act = new Promise<void>((resolve) => (workedOut = resolve)).then(
      () => void session.commit([dials('ann', 41)], typing),
    );
    session.awaits(act);
    expect(session.saved).toBe('saving');
    const stored = session.settled().then(() => [session.saved, session.get('history/ann/2026-11')]);
    workedOut();
    expect(await stored).toEqual(['saved', { dials: 41 }]);
  });

  it('that could not be worked out leaves the plan saved', async () => {
    const session = await (await openTab()).create('Plan', records);
    const act = Promise.reject(new Error('the planner is gone'));
    session.awaits(act);
    await expect(act).rejects.toThrow();
    await session.settled();
    expect(session.saved).toBe('saved');
  });

  it('survives closing and opening again', async () => {
    const name = freshName();
    const first = await openTab(name);
    const session = await first.create('Plan', records);
    await session.commit([dials('ann', 41), dials('bob', 7)], typing);
    const shown = shownBy(session);
    await closeTabs();
    const again = await (await openTab(name)).open(session.planId);
    expect(shownBy(again!)).toEqual(shown);
  });

  it('is written together with those that come while one is in flight, each acknowledged', async () => {
    const session = await (await openTab()).create('Plan', records);
    const join = vi.spyOn(IndexedStorage.prototype, 'join');
    await Promise.all(Array.from({ length: 20 }, (_, i) => session.commit([dials('ann', i)], typing)));
    expect(join.mock.calls.length).toBeLessThan(4);
    expect(session.get('history/ann/2026-11')).toEqual({ dials: 19 });
  });

  it('raises the revision, and leaves it alone when nothing changes', async () => {
    const session = await (await openTab()).create('Plan', records);
    const before = session.revision;
    await session.commit([dials('ann', 30)], typing);
    expect(session.revision).toBe(before);
    expect(session.undoStep).toBeNull();
    await session.commit([dials('ann', 31)], typing);
    expect(session.revision).toBe(before + 1);
  });

  it('is known by what it put where until the next one, or until it is taken back', async () => {
    const session = await (await openTab()).create('Plan', records);
    const put = (unit: string) => session.justPut(`history/${unit}/2026-11`, 'dials');
    await session.commit([dials('ann', 41), dials('bob', 7)], { code: 'paste', count: 2 });
    expect([put('ann'), put('bob'), put('cleo')]).toEqual(['paste', 'paste', null]);
    expect(session.justPut('history/ann/2026-11', 'connects')).toBeNull();
    await session.commit([dials('ann', 42)], typing);
    expect([put('ann'), put('bob')]).toEqual(['type', null]);
    await session.undo();
    expect([put('ann'), put('bob')]).toEqual([null, null]);
  });

  it('tells when a record was last written', async () => {
    let clock = 1e12;
    const session = await (
      await openTab(freshName(), { now: () => (clock += 1000) })
    ).create('Plan', records);
    const first = session.writtenAt('history/ann/2026-11')!;
    await session.commit([{ id: 'history/bob/2026-11', field: 'connects', value: 9 }], typing);
    expect(session.writtenAt('history/ann/2026-11')).toBe(first);
    expect(session.writtenAt('history/bob/2026-11')).toBeGreaterThan(first);
    expect(session.writtenAt('history/nobody/2026-11')).toBeNull();
  });

  it('of many records is one undo step and one transaction', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    const join = vi.spyOn(IndexedStorage.prototype, 'join');
    const many = Array.from({ length: 5000 }, (_, i) => dials(`u${i % 250}`, i, `20${10 + (i % 20)}-03`));
    await session.commit(many, { code: 'import', count: many.length });
    expect(join).toHaveBeenCalledTimes(1);
    const shown = shownBy(session);
    await closeTabs();
    const again = await (await openTab(name)).open(session.planId);
    expect(shownBy(again!)).toEqual(shown);
  });

  it('of many records is undone whole', async () => {
    const session = await (await openTab()).create('Plan', records);
    const before = shownBy(session);
    const many = Array.from({ length: 2500 }, (_, i) => dials(`u${i}`, i));
    await session.commit(many, { code: 'import' });
    expect(await session.undo()).toEqual([]);
    expect(shownBy(session)).toEqual(before);
  });
});

describe('a commit that fails', () => {
  it('stays visible, is called failed, and is stored by a retry', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    const disk = fullDisk();
    await session.commit([dials('ann', 41)], typing);
    expect([session.saved, session.problem?.code]).toEqual(['failed', 'storageFull']);
    expect(session.get('history/ann/2026-11')).toEqual({ dials: 41 });
    disk.mockRestore();
    await session.retry();
    expect([session.saved, session.problem]).toEqual(['saved', null]);
    await closeTabs();
    const again = await (await openTab(name)).open(session.planId);
    expect(again!.get('history/ann/2026-11')).toEqual({ dials: 41 });
  });

  it('leaves the stored plan as it was', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await session.commit([dials('ann', 41)], typing);
    expect([session.saved, session.problem?.code]).toEqual(['failed', 'storageFull']);
    vi.restoreAllMocks();
    await closeTabs();
    const again = await (await openTab(name)).open(session.planId);
    expect(again!.get('history/ann/2026-11')).toEqual({ dials: 30 });
  });

  it('can be undone, and then is not stored by the next commit', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    const disk = fullDisk();
    await session.commit([dials('ann', 41)], typing);
    await session.undo();
    expect(session.get('history/ann/2026-11')).toEqual({ dials: 30 });
    disk.mockRestore();
    await session.commit([dials('bob', 1)], typing);
    await closeTabs();
    const again = await (await openTab(name)).open(session.planId);
    expect(again!.get('history/ann/2026-11')).toEqual({ dials: 30 });
  });

  it('is stored by the next commit that succeeds', async () => {
    const session = await (await openTab()).create('Plan', records);
    const disk = fullDisk();
    await session.commit([dials('ann', 41)], typing);
    disk.mockRestore();
    await session.commit([dials('bob', 1)], typing);
    await session.settled();
    expect(session.saved).toBe('saved');
  });
});

describe('undo', () => {
  it('takes back and brings again, step by step', async () => {
    const session = await (await openTab()).create('Plan', records);
    const states = [shownBy(session)];
    for (const value of [31, 32, null]) {
      await session.commit([dials('ann', value), dials('new', value)], typing);
      states.push(shownBy(session));
    }
    for (const state of states.slice(0, -1).reverse()) {
      expect(await session.undo()).toEqual([]);
      expect(shownBy(session)).toEqual(state);
    }
    expect(session.undoStep).toBeNull();
    for (const state of states.slice(1)) {
      await session.redo();
      expect(shownBy(session)).toEqual(state);
    }
    expect(session.redoStep).toBeNull();
  });

  it('is stored', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    await session.commit([{ remove: 'unit/ann' }, dials('ann', 41)], { code: 'deleteRows' });
    await session.undo();
    const shown = shownBy(session);
    await closeTabs();
    expect(shownBy((await (await openTab(name)).open(session.planId))!)).toEqual(shown);
  });

  it('after an export writes a new edit, so that the exported file cannot bring the old one back', async () => {
    const shelf = await openTab();
    const session = await shelf.create('Plan', records);
    await session.commit([dials('ann', 41)], typing);
    await shelf.exportFile(session.planId);
    const exported = session.facts.get('history/ann/2026-11')!;
    await session.undo();
    expect(session.get('history/ann/2026-11')).toEqual({ dials: 30 });
    const now = session.facts.get('history/ann/2026-11')!;
    const seen = now.x?.['dials']?.[0]?.s.seen ?? now.s.seen;
    const stamp = exported.x?.['dials']?.[0]?.s ?? exported.s;
    expect(seen[stamp.by]).toBeGreaterThanOrEqual(stamp.n);
  });

  it('before an export puts the very facts back', async () => {
    const session = await (await openTab()).create('Plan', records);
    const before = session.facts.get('history/ann/2026-11');
    await session.commit([dials('ann', 41)], typing);
    await session.undo();
    expect(session.facts.get('history/ann/2026-11')).toEqual(before);
  });

  it('forgets what could be redone when something new is typed', async () => {
    const session = await (await openTab()).create('Plan', records);
    await session.commit([dials('ann', 31)], typing);
    await session.undo();
    expect(session.redoStep).toEqual(typing);
    await session.commit([dials('ann', 32)], typing);
    expect(session.redoStep).toBeNull();
    await session.redo();
    expect(session.get('history/ann/2026-11')).toEqual({ dials: 32 });
  });
});
