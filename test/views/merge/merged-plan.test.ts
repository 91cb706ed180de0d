import { expect, it } from 'vitest';
import type { RecordChange, RecordEntry } from '../../../src/model/diff.ts';
import { kindOf, recordId, SETTINGS_ID, SLICE_ID, type RecordKind } from '../../../src/model/ids.ts';
import type { Values } from '../../../src/model/json.ts';
import { RECORD_KINDS } from '../../../src/model/sheet-of.ts';
import type { PlannerClient } from '../../../src/planner/client.ts';
import type { PlanMerge, PlanSession } from '../../../src/state/contract.ts';
import { mergedPlan } from '../../../src/views/merge/merged-plan.ts';

const SPAN = { from: '2026-11', to: '2026-11' };
const place = { unit: 'ann', span: SPAN, segment: null };
const part: readonly RecordEntry[] = [
  [SETTINGS_ID, { name: 'Part' }],
  ['unit/ann', { name: 'Ann', kind: 'rep' }],
  [SLICE_ID, { unit: 'ann', units: ['ann'] }],
  [recordId.prior('connects'), { now: null, before: {} }],
  [recordId.lock(place), { amount: 1 }],
  [recordId.goal('ann', '2026-11', 'north'), { amount: 1 }],
  [recordId.segment('north'), { name: 'North' }],
  [recordId.place('ann', '2026-11'), { parent: null }],
  [recordId.tierLine('core', 'all', '2026-11'), { amount: 5 }],
];

const session = {
  asOf: '2026-11-20',
  ofKind: (kind: RecordKind) => part.filter(([id]) => kindOf(id) === kind),
} as unknown as PlanSession;

const brought: RecordChange = { id: recordId.actual('ann', '2026-11-03'), values: { dials: 9 } };
const merge = {
  changes: (from: number) => Promise.resolve(from === 0 ? [brought] : []),
} as unknown as PlanMerge;

it('the merged plan is reckoned with everything that the plan holds, the mark of a part too', async () => {
  const copy = new Map<string, Values | null>();
  const planner = {
    load: (records: readonly RecordEntry[]) => records.forEach(([id, values]) => copy.set(id, values)),
    apply: (changes: readonly RecordChange[]) => changes.forEach(({ id, values }) => copy.set(id, values)),
  } as unknown as PlannerClient;
  await mergedPlan(session, merge, planner);
  expect(new Map([...copy].sort())).toEqual(new Map([...part, [brought.id, brought.values] as const].sort()));
});

it('no kind of record is without a place where people look for it', () => {
  expect(new Set(RECORD_KINDS).size).toBe(RECORD_KINDS.length);
  for (const [id] of part) expect(RECORD_KINDS).toContain(kindOf(id));
});
