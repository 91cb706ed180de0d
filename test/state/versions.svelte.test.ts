import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import { content, type Content } from '../../src/model/facts/index.ts';
import { Database } from '../../src/storage/db.ts';
import { decodePages } from '../../src/storage/pages.ts';
import { VersionStore } from '../../src/storage/versions/store.ts';
import type { VersionInfo } from '../../src/storage/versions/version.ts';
import { closeTabs, dials, freshName, openTab, records, typing } from './support.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await closeTabs();
});

const store = async (name: string): Promise<VersionStore> => {
  const database = new Database(name);
  await database.open();
  return new VersionStore(database);
};

/** What is kept of a plan, the oldest first, once `count` are there. */
async function versionsOf(name: string, plan: string, count: number): Promise<readonly VersionInfo[]> {
  const versions = await store(name);
  return vi.waitFor(async () => {
    const listed = await versions.list(plan);
    if (!listed.ok) throw new Error(listed.failure.code);
    expect(listed.value.versions).toHaveLength(count);
    return listed.value.versions.toReversed();
  });
}

async function contentOf(name: string, { plan, id }: VersionInfo): Promise<Content> {
  const pages = await (await store(name)).pages(plan, id);
  if (!pages.ok) throw new Error(pages.failure.code);
  return content({ id: plan, recs: decodePages(pages.value) });
}

const rows = (count: number, value: number): Change[] =>
  Array.from({ length: count }, (_, i) => dials(`rep${i}`, value));
const importing = { code: 'import', count: 30 } as const;

describe('before a big act', () => {
  it('the plan is kept as it was, with all that was typed until then', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    void session.commit([dials('ann', 41)], typing);
    await session.commit(rows(30, 7), importing);
    const [version] = await versionsOf(name, session.planId, 1);
    expect([version?.reason, version?.count]).toEqual(['import', 30]);
    const was = await contentOf(name, version!);
    expect(was['history/ann/2026-11']).toEqual({ dials: 41 });
    expect(was).not.toHaveProperty('history/rep1/2026-11');
    expect(session.get('history/rep1/2026-11')).toEqual({ dials: 7 });
  });

  it('each of two acts in a row finds what the other has left', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    void session.commit(rows(30, 7), importing);
    void session.commit(rows(30, 8), { code: 'paste', count: 30 });
    await session.commit([dials('ann', 5)], typing);
    const kept = await versionsOf(name, session.planId, 2);
    const values = await Promise.all(
      kept.map(async (version) => (await contentOf(name, version))['history/rep3/2026-11']),
    );
    expect(kept.map(({ reason }) => reason)).toEqual(['import', 'paste']);
    expect(values).toEqual([undefined, { dials: 7 }]);
    expect(session.saved).toBe('saved');
  });

  it('the same holds for one of thousands of rows', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    await session.commit(rows(3000, 7), { code: 'import', count: 3000 });
    const [version] = await versionsOf(name, session.planId, 1);
    expect(Object.keys(await contentOf(name, version!))).toHaveLength(records.length);
  });

  it('a few cells are what undo is for: nothing is kept', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    await session.commit(rows(3, 7), { code: 'paste', count: 3 });
    await session.commit([dials('ann', 1)], typing);
    await session.commit([{ remove: 'unit/ann' }], { code: 'deleteRows', count: 1 });
    await versionsOf(name, session.planId, 0);
  });

  it('a failure to keep it is said, and the act is done all the same', async () => {
    const said: string[] = [];
    const name = freshName();
    const session = await (
      await openTab(name, { unkept: (failure) => said.push(failure.code) })
    ).create('Plan', records);
    vi.spyOn(VersionStore.prototype, 'keep').mockResolvedValue({
      ok: false,
      failure: { code: 'storageFull' },
    });
    await session.commit(rows(30, 7), importing);
    expect(session.saved).toBe('saved');
    await vi.waitFor(() => expect(said).toEqual(['storageFull']));
    await closeTabs();
    const again = (await (await openTab(name)).open(session.planId))!;
    expect(again.get('history/rep1/2026-11')).toEqual({ dials: 7 });
  });
});

describe('before a merge', () => {
  /** A plan, and files of it in which another device has said `dials` each. */
  async function planAndFiles(name: string, values: readonly number[]) {
    const here = await openTab(name);
    const mine = await here.create('Plan', records);
    const there = await openTab(freshName());
    await (await there.readFiles([await here.exportFile(mine.planId)])).openAs(mine.planId, false);
    const theirs = (await there.open(mine.planId))!;
    const files = [];
    for (const value of values) {
      await theirs.commit([dials('ann', value)], typing);
      files.push(await there.exportFile(mine.planId));
    }
    return { here, mine, files };
  }
  const dialsIn = async (name: string, version: VersionInfo) =>
    (await contentOf(name, version))['history/ann/2026-11'];

  it('that nobody asked for the plan is kept, once an hour', async () => {
    const name = freshName();
    const { here, mine, files } = await planAndFiles(name, [41, 42]);
    for (const file of files) await here.mergeInto(mine.planId, [file]);
    expect(mine.get('history/ann/2026-11')).toEqual({ dials: 42 });
    const [version] = await versionsOf(name, mine.planId, 1);
    expect(version?.reason).toBe('folder');
    expect(await dialsIn(name, version!)).toEqual({ dials: 30 });
  });

  it('into a plan that is closed it is kept too, at each that somebody asks for', async () => {
    const name = freshName();
    const { here, mine, files } = await planAndFiles(name, [41, 42]);
    mine.close();
    for (const file of files) {
      const merge = await (await here.readFiles([file])).merge(mine.planId);
      if (!merge.ok) throw new Error(merge.failure.code);
      expect(await merge.value.apply([])).toEqual({ ok: true, value: undefined });
    }
    const kept = await versionsOf(name, mine.planId, 2);
    expect(kept.map(({ reason }) => reason)).toEqual(['merge', 'merge']);
    expect([await dialsIn(name, kept[0]!), await dialsIn(name, kept[1]!)]).toEqual([
      { dials: 30 },
      { dials: 41 },
    ]);
  });

  it('by itself into a plan that is closed it is kept, too', async () => {
    const name = freshName();
    const { here, mine, files } = await planAndFiles(name, [41]);
    mine.close();
    await here.mergeInto(mine.planId, files);
    const [version] = await versionsOf(name, mine.planId, 1);
    expect([version?.reason, await dialsIn(name, version!)]).toEqual(['folder', { dials: 30 }]);
  });

  it('that brings nothing new nothing is kept', async () => {
    const name = freshName();
    const { here, mine } = await planAndFiles(name, []);
    await here.mergeInto(mine.planId, [await here.exportFile(mine.planId)]);
    await versionsOf(name, mine.planId, 0);
  });
});

describe('once a day', () => {
  it('the plan is kept after its first opening', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const name = freshName();
    const { planId } = await (await openTab(name)).create('Plan', records);
    vi.useRealTimers();
    await closeTabs();
    vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true });
    await (await openTab(name)).open(planId);
    vi.advanceTimersByTime(6000);
    vi.useRealTimers();
    const [version] = await versionsOf(name, planId, 1);
    expect([version?.reason, version?.day]).toEqual(['daily', '2026-11-22']);
  });

  it('and again when another day has begun with the plan open and changed', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    session.turnTo('2026-11-23');
    await versionsOf(name, session.planId, 1);
    await session.commit([dials('ann', 9)], typing);
    session.turnTo('2026-11-24');
    const kept = await versionsOf(name, session.planId, 2);
    expect(kept.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24']);
  });
});
