import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import { closeTabs, dials, freshName, openTab, quiet, records, shownBy, typing } from './support.ts';

const many = { code: 'import', count: 2400 } as const;
const rows: Change[] = Array.from({ length: 2400 }, (_, i) => ({
  create: `history/unit${Math.floor(i / 12)}/2025-${String((i % 12) + 1).padStart(2, '0')}`,
  values: { dials: 1000 + i, connects: 300 },
}));

afterEach(closeTabs);

describe('a step of thousands of records', () => {
  it('is taken back and put again, on the screen and in the database', async () => {
    const name = freshName();
    const shelf = await openTab(name);
    const session = await shelf.create('Plan', records);
    const before = shownBy(session);
    await session.commit(rows, many);
    const after = shownBy(session);
    expect(await session.undo()).toEqual([]);
    expect(shownBy(session)).toEqual(before);
    await session.redo();
    expect(shownBy(session)).toEqual(after);
    await session.undo();
    await session.redo();
    await closeTabs();
    const again = (await (await openTab(name)).open(session.planId))!;
    expect(shownBy(again)).toEqual(after);
  });

  it('is gone from the database too once it is taken back', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    await session.commit(rows, many);
    await session.undo();
    const left = shownBy(session);
    await closeTabs();
    expect(shownBy((await (await openTab(name)).open(session.planId))!)).toEqual(left);
  });

  it('leaves alone and names what another tab has changed since', async () => {
    const name = freshName();
    const shelf = await openTab(name);
    const session = await shelf.create('Plan', records);
    const theirs = (await (await openTab(name)).open(session.planId))!;
    await session.commit(rows, many);
    await quiet(session, theirs);
    await theirs.commit([dials('unit7', 41, '2025-03')], typing);
    expect(await session.undo()).toEqual(['history/unit7/2025-03 dials']);
    await quiet(session, theirs);
    expect(session.get('history/unit7/2025-03')).toEqual({ dials: 41, connects: 300 });
    expect(session.ofKind('history').length).toBe(2);
    expect(shownBy(theirs)).toEqual(shownBy(session));
  });

  it('keeps what was typed while it was taken back', async () => {
    const name = freshName();
    const session = await (await openTab(name)).create('Plan', records);
    await session.commit(rows, many);
    const undone = session.undo();
    await session.commit([dials('ann', 77)], typing);
    await undone;
    await session.settled();
    expect(session.get('history/ann/2026-11')).toEqual({ dials: 77 });
    expect(session.ofKind('history').length).toBe(1);
    const shown = shownBy(session);
    await closeTabs();
    expect(shownBy((await (await openTab(name)).open(session.planId))!)).toEqual(shown);
  });

  it('that has left the device is taken back by deleting, so that its file brings nothing back', async () => {
    const shelf = await openTab();
    const session = await shelf.create('Plan', records);
    await session.commit(rows, many);
    await shelf.exportFile(session.planId);
    await session.undo();
    expect(session.ofKind('history').length).toBe(1);
    expect(session.facts.get('history/unit0/2025-01')?.v['$']).toMatchObject({ gone: {} });
  });
});
