import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { GivenFile } from '../../src/model/merging.ts';
import { IndexedStorage } from '../../src/storage/indexed.ts';
import { closeTabs, dials, freshName, openTab, quiet, records, shownBy, typing } from './support.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await closeTabs();
});

const act = fc.record({
  tab: fc.nat(1),
  kind: fc.constantFrom('set', 'set', 'undo', 'export', 'wait'),
  value: fc.nat(9),
});

it('a file that was made while something was taken back never brings it back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 16 }), async (acts) => {
      const name = freshName();
      const [here, there] = [await openTab(name), await openTab(name)] as const;
      const mine = await here.create('Plan', records);
      const sessions = [mine, (await there.open(mine.planId))!] as const;
      const files: Promise<GivenFile>[] = [];
      for (const { tab, kind, value } of acts) {
        if (kind === 'set') void sessions[tab]!.commit([dials(`rep${value}`, value)], typing);
        if (kind === 'undo') void sessions[tab]!.undo();
        if (kind === 'export') files.push([here, there][tab]!.exportFile(mine.planId));
        if (kind === 'wait') await new Promise((resolve) => setTimeout(resolve, value / 3));
      }
      const made = await Promise.all(files);
      await quiet(...sessions);
      const before = shownBy(mine);
      const merged = await here.mergeInto(mine.planId, made);
      expect(merged.stored).toEqual({ ok: true, value: undefined });
      expect(shownBy(mine)).toEqual(before);
      await closeTabs();
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('what is written while a file is made is not in it, so that undo may forget it', async () => {
  const here = await openTab();
  const mine = await here.create('Plan', records);
  const publish = Reflect.get(IndexedStorage.prototype, 'publish');
  vi.spyOn(IndexedStorage.prototype, 'publish').mockImplementation(async function (
    this: IndexedStorage,
    plan,
  ) {
    const published = await publish.call(this, plan);
    // The first tells this tab that the plan has been published.
    await mine.commit([dials('ann', 5)], typing);
    await mine.commit([dials('late', 5)], typing);
    return published;
  });
  const file = await here.exportFile(mine.planId);
  expect(mine.get('history/late/2026-11')).toEqual({ dials: 5 });
  await mine.undo();
  expect(await here.mergeInto(mine.planId, [file])).toMatchObject({ changed: false });
  expect(mine.get('history/late/2026-11')).toBeUndefined();
});

it('a file holds what was typed right before it', async () => {
  const here = await openTab();
  const mine = await here.create('Plan', records);
  void mine.commit([dials('ann', 77)], typing);
  const file = await here.exportFile(mine.planId);
  const there = await openTab(freshName());
  await (await there.readFiles([file])).openAs(mine.planId, false);
  expect((await there.open(mine.planId))?.get('history/ann/2026-11')).toEqual({ dials: 77 });
});
