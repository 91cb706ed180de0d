import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexedStorage } from '../../src/storage/indexed.ts';
import { closeTabs, CopyingPlanner, dials, freshName, openTab, records, typing } from './support.ts';

/** What stays on the device, under the keys of this page and of others. */
const local: Record<string, string> = {};
const tools = {
  getItem: (key: string) => local[key] ?? null,
  setItem: (key: string, text: string) => void (local[key] = text),
  removeItem: (key: string) => void Reflect.deleteProperty(local, key),
};

beforeEach(() => {
  for (const key of Object.keys(local)) tools.removeItem(key);
  vi.stubGlobal(
    'localStorage',
    new Proxy(local, { get: (_, key): unknown => Reflect.get({ ...local, ...tools }, key) }),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await closeTabs();
});

describe('a page that is closed', () => {
  it('before its transaction has ended leaves what was typed to the next page', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    const join = vi.spyOn(IndexedStorage.prototype, 'join').mockReturnValue(new Promise(() => undefined));
    void session.commit([dials('ann', 41)], typing);
    await session.leave();
    await closeTabs();
    join.mockRestore();
    const again = (await (await openTab(name)).open(session.planId))!;
    expect(again.get('history/ann/2026-11')).toEqual({ dials: 41 });
    await again.settled();
    expect([again.saved, Object.keys(local)]).toEqual(['saved', []]);
    await closeTabs();
    const third = (await (await openTab(name)).open(session.planId))!;
    expect(third.get('history/ann/2026-11')).toEqual({ dials: 41 });
  });

  it('after all was stored leaves nothing', async () => {
    const session = await (await openTab()).create('Plan', records);
    await session.commit([dials('ann', 41)], typing);
    await session.leave();
    expect(Object.keys(local)).toEqual([]);
  });

  it('but is only put out of sight forgets what it left once that is stored', async () => {
    const session = await (await openTab()).create('Plan', records);
    const stored = session.commit([dials('ann', 41)], typing);
    await session.leave();
    await stored;
    await session.settled();
    expect(Object.keys(local)).toEqual([]);
  });

  it('leaves nothing of a plan that is not to be kept', async () => {
    const shelf = await openTab();
    shelf.useWithoutKeeping();
    const session = await shelf.create('Plan', records);
    void session.commit([dials('ann', 41)], typing);
    await session.leave();
    expect(Object.keys(local)).toEqual([]);
  });
});

describe('another day', () => {
  it('is told to the planner with all that is shown, and to the views', async () => {
    const load = vi.spyOn(CopyingPlanner.prototype, 'load');
    const session = await (await openTab()).create('Plan', records);
    await session.commit([dials('ann', 41)], typing);
    const before = session.revision;
    session.turnTo('2026-11-23');
    expect([session.asOf, session.revision]).toEqual(['2026-11-23', before + 1]);
    await session.settled();
    const [told, asOf] = load.mock.lastCall ?? [];
    expect(asOf).toBe('2026-11-23');
    expect(told).toContainEqual(['history/ann/2026-11', { dials: 41 }]);
  });

  it('that is still the same changes nothing', async () => {
    const session = await (await openTab()).create('Plan', records);
    const before = session.revision;
    session.turnTo(session.asOf);
    expect(session.revision).toBe(before);
  });
});
