import { afterEach, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Session } from '../../src/state/session.svelte.ts';
import { RECORD_KINDS } from '../../src/model/sheet-of.ts';
import { closeTabs, openTab, typing } from './support.ts';

const MONTH = { from: '2026-11', to: '2026-11' };
const place = { unit: 'team', span: MONTH, segment: null };
const records: RecordEntry[] = [
  [SETTINGS_ID, { name: 'Plan', splitUnit: 1 }],
  ['unit/team', { name: 'Team', kind: 'team' }],
  ['unit/ann', { name: 'Ann', kind: 'rep', parent: 'team' }],
  ['unit/bob', { name: 'Bob', kind: 'rep', parent: 'team' }],
  [recordId.segment('new'), { name: 'New' }],
  [recordId.goal('ann', '2026-11'), { amount: 100 }],
  [recordId.goal('bob', '2026-11', 'new'), { amount: 300 }],
];

afterEach(closeTabs);

/** Everything that is shown, whatever order it came in. */
const shownBy = (session: Session): string =>
  JSON.stringify(
    RECORD_KINDS.flatMap((kind) => session.ofKind(kind))
      .filter(([id]) => !id.startsWith('writer/'))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Types a goal as the screen does: by what the planner makes of it. */
async function type(session: Session, unit: string, amount: number): Promise<boolean> {
  const planner = createPlanner();
  void planner.load(JSON.parse(shownBy(session)) as RecordEntry[], '2026-11-20');
  const edits = [{ unit, span: MONTH, segment: null, amount, spread: null }];
  const answer = planner.read({ kind: 'goalEdit', edits });
  if (answer.possible) await session.commit(answer.changes, typing);
  return answer.possible;
}

it('lock, edit, unlock and undo leave the plan as it was, to the byte', async () => {
  const session = await (await openTab()).create('Plan', records);
  const before = shownBy(session);
  await session.commit([{ create: recordId.lock(place), values: { amount: 400 } }], typing);
  expect(await type(session, 'team', 500)).toBe(false);
  expect(await type(session, 'ann', 250)).toBe(true);
  expect(session.get(recordId.goal('bob', '2026-11', 'new'))).toEqual({ amount: 150 });
  await session.commit([{ remove: recordId.lock(place) }], typing);
  expect(await type(session, 'team', 500)).toBe(true);
  for (let step = 0; step < 4; step++) expect(await session.undo()).toEqual([]);
  expect(shownBy(session)).toBe(before);
});
