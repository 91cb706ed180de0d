import { afterEach, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { encode } from '../../src/files/plan-file/index.ts';
import { decodePages } from '../../src/storage/pages.ts';
import { recordId } from '../../src/model/ids.ts';
import type { CarriedAnswer } from '../../src/model/planning.ts';
import { makeSlice } from '../../src/model/slices/make-slice.ts';
import type { GivenFile } from '../../src/model/merging.ts';
import type { Session } from '../../src/state/session.svelte.ts';
import type { Shelf } from '../../src/state/shelf.svelte.ts';
import {
  closeTabs,
  CopyingPlanner,
  dials,
  freshName,
  openTab,
  quiet,
  records,
  shownBy,
  typing,
} from './support.ts';

afterEach(closeTabs);

const unit = (key: string, kind: string, parent: string | null): RecordEntry => [
  recordId.unit(key),
  { name: key, kind, parent },
];
const plan: RecordEntry[] = [
  records[0]!,
  unit('all', 'company', null),
  unit('t1', 'team', 'all'),
  unit('t2', 'team', 'all'),
  unit('ann', 'rep', 't1'),
  unit('bob', 'rep', 't1'),
  unit('cy', 'rep', 't2'),
  ...['ann', 'bob', 'cy'].map((key): RecordEntry => [recordId.history(key, '2026-10'), { dials: 30 }]),
  ['note/n1', { unit: 'bob', kind: 'quick', text: 'away on Monday' }],
];
const carried: CarriedAnswer = {
  kind: 'carried',
  reps: 3,
  from: null,
  to: null,
  measures: [],
  multipliers: {},
  priors: {},
};
const move = (key: string, to: string) => [{ id: recordId.unit(key), field: 'parent', value: to }];

let made = 1_790_000_000_000;
async function partOf(shelf: Shelf, planId: string, whose: string): Promise<GivenFile> {
  const { pages } = await shelf.contentOf(planId);
  const part = makeSlice({ id: planId, recs: decodePages(pages) }, whose, carried, ++made)!;
  return { name: `${whose}.backcast`, bytes: await encode(part, { app: '1', savedAt: made }) };
}

/** The manager's plan, and the first team's part of it on another device. */
async function managerAndLeader() {
  const here = await openTab();
  const manager = await here.create('Plan', plan);
  const planner = new CopyingPlanner();
  const there = await openTab(freshName(), { planner: () => planner });
  await (await there.readFiles([await partOf(here, manager.planId, 't1')])).openAs(manager.planId, false);
  const leader = (await there.open(manager.planId)) as Session;
  const take = async (whose: string) =>
    there.mergeInto(manager.planId, [await partOf(here, manager.planId, whose)]);
  return { here, manager, there, leader, take, planner };
}
const unitsSeen = (session: Session) =>
  session
    .ofKind('unit')
    .map(([id]) => id.slice(5))
    .sort();

it('a part that was just made is seen whole', async () => {
  const { leader } = await managerAndLeader();
  expect(unitsSeen(leader)).toEqual(['all', 'ann', 'bob', 't1']);
  expect(leader.get('note/n1')).toMatchObject({ unit: 'bob' });
});

it('whoever the newest part no longer holds is hidden with all that is theirs, here and after a reload', async () => {
  const { manager, there, leader, take } = await managerAndLeader();
  await manager.commit(move('bob', 't2'), typing);
  await take('t1');
  expect(unitsSeen(leader)).toEqual(['all', 'ann', 't1']);
  expect(leader.get('history/bob/2026-10')).toBeUndefined();
  expect(leader.get('note/n1')).toBeUndefined();
  expect(leader.get('history/ann/2026-10')).toEqual({ dials: 30 });
  leader.close();
  const again = (await there.open(manager.planId)) as Session;
  expect(unitsSeen(again)).toEqual(['all', 'ann', 't1']);
});

it('the planner is told of who has gone and of who is back', async () => {
  const { manager, leader, take, planner } = await managerAndLeader();
  const isTold = () => planner.copy.has(recordId.unit('bob')) || planner.copy.has('history/bob/2026-10');
  await leader.settled();
  expect(isTold()).toBe(true);
  await manager.commit(move('bob', 't2'), typing);
  await take('t1');
  expect(isTold()).toBe(false);
  await manager.commit(move('bob', 't1'), typing);
  await take('t1');
  expect(unitsSeen(leader)).toEqual(['all', 'ann', 'bob', 't1']);
  expect(leader.get('history/bob/2026-10')).toEqual({ dials: 30 });
  expect(planner.copy.get('history/bob/2026-10')).toEqual({ dials: 30 });
});

it('what was written about them and not sent back yet still leaves with the part', async () => {
  const { manager, there, leader, take } = await managerAndLeader();
  await leader.commit([{ id: recordId.actual('bob', '2026-11-03'), field: 'dials', value: 88 }], typing);
  await manager.commit(move('bob', 't2'), typing);
  await take('t1');
  const { pages } = await there.contentOf(manager.planId);
  expect(decodePages(pages).get(recordId.actual('bob', '2026-11-03'))?.v['dials']).toBe(88);
});

it('another part that is merged beside it hides nothing of the first', async () => {
  const { leader, take } = await managerAndLeader();
  await take('t2');
  expect(unitsSeen(leader)).toEqual(['all', 'ann', 'bob', 'cy', 't1', 't2']);
});

it('a merge that hid somebody, taken back, shows them again', async () => {
  const { here, manager, there, leader } = await managerAndLeader();
  const before = shownBy(leader);
  await manager.commit(move('bob', 't2'), typing);
  const files = await there.readFiles([await partOf(here, manager.planId, 't1')]);
  const merge = await files.merge(manager.planId);
  if (!merge.ok) throw new Error(merge.failure.code);
  await merge.value.apply([]);
  expect(unitsSeen(leader)).toEqual(['all', 'ann', 't1']);
  await leader.undo();
  expect(shownBy(leader)).toEqual(before);
});

it('another tab hides and shows the same', async () => {
  const name = freshName();
  const here = await openTab();
  const manager = await here.create('Plan', plan);
  const [one, two] = [await openTab(name), await openTab(name)] as const;
  await (await one.readFiles([await partOf(here, manager.planId, 't1')])).openAs(manager.planId, false);
  const [a, b] = [(await one.open(manager.planId))!, (await two.open(manager.planId))!] as const;
  await manager.commit([...move('bob', 't2'), dials('ann', 7)], typing);
  await one.mergeInto(manager.planId, [await partOf(here, manager.planId, 't1')]);
  await quiet(a, b);
  expect(unitsSeen(b)).toEqual(['all', 'ann', 't1']);
  expect(shownBy(b)).toEqual(shownBy(a));
});
