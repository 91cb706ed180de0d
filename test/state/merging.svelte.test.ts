import { afterEach, expect, it } from 'vitest';
import type { PlanFilesRead } from '../../src/state/contract.ts';
import type { Session } from '../../src/state/session.svelte.ts';
import type { Shelf } from '../../src/state/shelf.svelte.ts';
import { closeTabs, dials, freshName, openTab, quiet, records, shownBy, typing } from './support.ts';

afterEach(closeTabs);

const ID = 'history/ann/2026-11';
const dialsOf = (session: Session) => session.get(ID)?.['dials'];

/** The same plan on two devices, each with an edit of its own. */
async function twoDevices(): Promise<{ here: Shelf; mine: Session; there: Shelf; theirs: Session }> {
  const here = await openTab();
  const mine = await here.create('Plan', records);
  const files = await readInto(await openTab(freshName()), await here.exportFile(mine.planId));
  const opened = await files.read.openAs(mine.planId, false);
  if (!opened.ok) throw new Error(opened.failure.code);
  const theirs = (await files.shelf.open(mine.planId)) as Session;
  return { here, mine, there: files.shelf, theirs };
}

async function readInto(
  shelf: Shelf,
  file: { name: string; bytes: Uint8Array },
): Promise<{ shelf: Shelf; read: PlanFilesRead }> {
  return { shelf, read: await shelf.readFiles([file]) };
}

it('a file opens as the very plan that it is, and merges back', async () => {
  const { here, mine, there, theirs } = await twoDevices();
  expect(shownBy(theirs)).toEqual(shownBy(mine));
  await theirs.commit([dials('ann', 41)], typing);
  const merged = await here.mergeInto(mine.planId, [await there.exportFile(mine.planId)]);
  expect(merged).toMatchObject({ changed: true, conflicts: 0, stored: { ok: true } });
  expect(dialsOf(mine)).toBe(41);
  expect(mine.undoStep).toBeNull();
});

it('a merge with a choice is one step: undone it is as before, and can be made again', async () => {
  const { here, mine, there, theirs } = await twoDevices();
  await theirs.commit([dials('ann', 41), dials('ann', 5, '2026-10')], typing);
  const file = await there.exportFile(mine.planId);
  await mine.commit([dials('ann', 40)], typing);
  const before = shownBy(mine);
  const merge = async (value: number) => {
    const files = await here.readFiles([file]);
    const worked = await files.merge(mine.planId);
    if (!worked.ok) throw new Error(worked.failure.code);
    expect(worked.value.preview.conflicts).toHaveLength(1);
    expect(await worked.value.apply([{ id: ID, field: 'dials', value }])).toMatchObject({ ok: true });
  };
  await merge(41);
  expect(dialsOf(mine)).toBe(41);
  expect(mine.get('history/ann/2026-10')?.['dials']).toBe(5);
  expect(await mine.undo()).toEqual([]);
  expect(shownBy(mine)).toEqual(before);
  await merge(40);
  expect(dialsOf(mine)).toBe(40);
  const again = await here.mergeInto(mine.planId, [file]);
  expect(again).toMatchObject({ changed: false, conflicts: 0 });
});

it('another tab hears of a merge, and a merge into a plan that is closed is stored', async () => {
  const { mine, there, theirs, here } = await twoDevices();
  await theirs.commit([dials('ann', 41)], typing);
  const file = await there.exportFile(mine.planId);
  mine.close();
  await here.mergeInto(mine.planId, [file], [dials('ann', 43)]);
  const opened = (await here.open(mine.planId)) as Session;
  await quiet(opened);
  expect(dialsOf(opened)).toBe(43);
});

it('a plan that is only looked at refuses what is typed until it is made editable', async () => {
  const here = await openTab();
  const mine = await here.create('Plan', records);
  const file = await here.exportFile(mine.planId);
  const there = await openTab(freshName());
  const opened = await (await there.readFiles([file])).openAs(mine.planId, true);
  expect(opened).toMatchObject({ ok: true, value: { readOnly: true } });
  const session = (await there.open(mine.planId)) as Session;
  expect(session.saved).toBe('readOnly');
  await session.commit([dials('ann', 1)], typing);
  expect(dialsOf(session)).toBe(30);
  expect(session.readOnlyRefusals).toBe(1);
  await there.setReadOnly(mine.planId, false);
  await session.commit([dials('ann', 1)], typing);
  expect(dialsOf(session)).toBe(1);
  await there.setReadOnly(mine.planId, true);
  await session.undo();
  expect(dialsOf(session)).toBe(1);
  expect(session.undoStep).not.toBeNull();
  await there.setReadOnly(mine.planId, false);
  await session.undo();
  expect(dialsOf(session)).toBe(30);
});
