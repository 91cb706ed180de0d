import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { content } from '../../../src/model/facts/index.ts';
import { decodePages } from '../../../src/storage/pages.ts';
import { createPlan, freshDatabase, good, write, type Opened } from './database.ts';

const days = (reps: number, month: string): RecordEntry[] =>
  Array.from({ length: reps * 20 }, (_, i) => [
    `actual/rep${i % reps}/${month}-${String(1 + Math.floor(i / reps)).padStart(2, '0')}`,
    { dials: 40 + (i % 9), connects: 20 + (i % 7), note: `day ${i}` },
  ]);
const plan: RecordEntry[] = [
  ['settings/plan', { name: 'Plan', currency: 'CNY' }],
  ['unit/ann', { name: 'Ann', kind: 'rep' }],
  ['history/ann/2026-10', { dials: 800 }],
];

const stored = async ({ storage }: Opened, id = 'p1') => (await good(storage.read(id))).pages;
const shownIn = (pages: Parameters<typeof decodePages>[0]) => content({ id: 'p1', recs: decodePages(pages) });
const kept = async ({ versions }: Opened, at: number, id = 'p1') =>
  (await good(versions.keep({ plan: id, at, reason: 'import' })))!;

describe('a version', () => {
  it('holds the plan as it was stored when it was kept', async () => {
    const opened = await freshDatabase();
    await createPlan(opened, plan);
    const before = shownIn(await stored(opened));
    const { id } = await kept(opened, 10);
    await write(opened, [['history/ann/2026-10', { dials: 900 }]], 11);
    expect(shownIn(await good(opened.versions.pages('p1', id)))).toEqual(before);
    expect(shownIn(await stored(opened))).not.toEqual(before);
  });

  it('is not touched by what is written once it has been read', async () => {
    const opened = await freshDatabase();
    await createPlan(opened, plan);
    const before = shownIn(await stored(opened));
    let go = (): void => undefined;
    const read = new Promise<void>((resolve) => (go = resolve));
    const keeping = opened.versions.keep({ plan: 'p1', at: 10, reason: 'paste' }, go);
    await read;
    await write(opened, [['history/ann/2026-10', { dials: 1 }]], 11);
    const { id } = (await good(keeping))!;
    expect(shownIn(await good(opened.versions.pages('p1', id)))).toEqual(before);
  });

  it('before files of a folder is kept once an hour, and not where nothing has changed since the last', async () => {
    const HOUR = 3_600_000;
    const opened = await freshDatabase();
    await createPlan(opened, plan);
    const asked = async (at: number) =>
      (await good(opened.versions.keep({ plan: 'p1', at, reason: 'folder' }))) !== null;
    expect(await asked(10)).toBe(true);
    await write(opened, [['history/ann/2026-10', { dials: 900 }]], 11);
    expect(await asked(10 + HOUR - 1)).toBe(false);
    expect(await asked(10 + HOUR)).toBe(true);
    expect(await asked(10 + 3 * HOUR)).toBe(false);
    await write(opened, [['history/ann/2026-10', { dials: 901 }]], 12);
    expect(await asked(10 + 4 * HOUR)).toBe(true);
    // Another reason takes nothing from it.
    expect(await kept(opened, 10 + 4 * HOUR)).not.toBeNull();
  });

  it('stores again only what has changed', async () => {
    const opened = await freshDatabase();
    await createPlan(opened, [...plan, ...days(60, '2026-10'), ...days(60, '2026-11')]);
    await kept(opened, 10);
    const { size: first } = await good(opened.versions.list('p1'));
    await write(opened, [['actual/rep7/2026-11-03', { dials: 77 }]], 11);
    await kept(opened, 12);
    const { size: both, versions } = await good(opened.versions.list('p1'));
    expect(versions.map(({ at }) => at)).toEqual([12, 10]);
    expect((both - first) / first).toBeLessThan(0.6);
    await kept(opened, 13);
    expect((await good(opened.versions.list('p1'))).size).toBe(both);
  });

  it('is erased with what only it holds, and leaves the others whole', async () => {
    const opened = await freshDatabase();
    await createPlan(opened, [...plan, ...days(40, '2026-10')]);
    const { id: first } = await kept(opened, 10);
    const { size } = await good(opened.versions.list('p1'));
    await write(opened, [['actual/rep7/2026-10-03', { dials: 77 }]], 11);
    const now = shownIn(await stored(opened));
    const { id: second } = await kept(opened, 12);
    await good(opened.versions.erase('p1', [first]));
    expect(shownIn(await good(opened.versions.pages('p1', second)))).toEqual(now);
    expect((await good(opened.versions.list('p1'))).size).toBeLessThan(size * 1.1);
    await good(opened.versions.erase('p1', [second]));
    expect(await opened.database.parts.count()).toBe(0);
  });

  it('is named, and loses its name', async () => {
    const opened = await freshDatabase();
    await createPlan(opened, plan);
    const { id } = await kept(opened, 10);
    await good(opened.versions.name('p1', id, 'Sent to the team'));
    expect((await good(opened.versions.list('p1'))).versions[0]?.name).toBe('Sent to the team');
    await good(opened.versions.name('p1', id, null));
    expect((await good(opened.versions.list('p1'))).versions[0]).not.toHaveProperty('name');
  });

  it('goes with its plan, and no other plan’s does', async () => {
    const opened = await freshDatabase();
    await createPlan(opened, plan);
    await createPlan(opened, plan, 'p2');
    await kept(opened, 10);
    const { id } = await kept(opened, 10, 'p2');
    await good(opened.storage.erase(['p1']));
    expect((await good(opened.versions.list('p1'))).versions).toEqual([]);
    expect(await opened.database.parts.where('[plan+hash]').between(['p1', ''], ['p1', '~']).count()).toBe(0);
    expect((await good(opened.versions.pages('p2', id))).length).toBeGreaterThan(0);
  });

  it('says that it is damaged instead of giving something else', async () => {
    const opened = await freshDatabase();
    await createPlan(opened, plan);
    const { id } = await kept(opened, 10);
    await opened.database.parts.toCollection().modify((part) => {
      part.bytes[part.bytes.length >> 1] = (part.bytes[part.bytes.length >> 1] ?? 0) ^ 0xff;
    });
    expect(await opened.versions.pages('p1', id)).toEqual({ ok: false, failure: { code: 'versionDamaged' } });
    expect(await opened.versions.pages('p1', 'none')).toEqual({
      ok: false,
      failure: { code: 'versionMissing' },
    });
  });
});

describe('the version of a day', () => {
  const daily = (opened: Opened, at: number, day: string) =>
    good(opened.versions.keep({ plan: 'p1', at, reason: 'daily', day }));

  it('is kept once a day, and only where something has changed since the last version', async () => {
    const opened = await freshDatabase();
    await createPlan(opened, plan);
    expect(await daily(opened, 1, '2026-11-20')).not.toBeNull();
    await write(opened, [['history/ann/2026-10', { dials: 1 }]], 2);
    expect(await daily(opened, 3, '2026-11-20')).toBeNull();
    expect(await daily(opened, 4, '2026-11-21')).not.toBeNull();
    expect(await daily(opened, 5, '2026-11-22')).toBeNull();
  });
});

describe('a page through all versions', () => {
  it('is found once for each content that it had, the oldest first', async () => {
    const opened = await freshDatabase();
    await createPlan(opened, [...plan, ...days(40, '2026-10')]);
    await kept(opened, 10);
    await kept(opened, 11);
    await write(opened, [['history/ann/2026-10', { dials: 900 }]], 12);
    await kept(opened, 13);
    const pages = await good(opened.versions.pageInAll('p1', 'history/ann'));
    const values = pages.map((page) => shownIn([page])['history/ann/2026-10']);
    expect(values).toEqual([{ dials: 800 }, { dials: 900 }]);
    expect(await good(opened.versions.pageInAll('p1', 'history/nobody'))).toEqual([]);
  });
});
