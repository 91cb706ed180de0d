import { describe, expect, test } from 'vitest';
import { encode } from '../../../src/files/plan-file/index.ts';
import { codeOf } from '../../../src/files/slice/link.ts';
import { createPlanner } from '../../../src/core/planner.ts';
import {
  commitStep,
  content,
  join,
  newWriter,
  type Facts,
  type Rec,
} from '../../../src/model/facts/index.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { kindOf, recordId, SLICE_ID } from '../../../src/model/ids.ts';
import { linkPart } from '../../../src/model/slices/link-part.ts';
import { makeSlice } from '../../../src/model/slices/make-slice.ts';
import { company, goal, seeded } from '../../planner/plan.ts';

const TODAY = '2026-11-20';
const AT = Date.parse(`${TODAY}T10:00:00Z`);

function days(rep: string): RecordEntry[] {
  const random = seeded(3);
  return ['2026-10-29', '2026-11-02', '2026-11-03', '2026-11-19'].map((day) => [
    recordId.actual(rep, day),
    { dials: 60 + Math.floor(random() * 60), connects: 25, conversations: 7 },
  ]);
}

const records = [
  ...company({ reps: 6, teams: 2, months: 12, last: '2026-10', goals: 0 }),
  ...['r0000', 'r0001'].flatMap((rep) => [
    goal(rep, '2026-10', 1_000_000),
    goal(rep, '2026-11', 2_000_000),
    ...days(rep),
  ]),
];

function facts(more: readonly RecordEntry[] = []): Facts {
  const recs = new Map<string, Rec>();
  const step = commitStep(
    recs,
    newWriter(),
    AT,
    [...records, ...more].map(([create, values]) => ({ create, values })),
  );
  for (const [id, { after }] of step) if (after) recs.set(id, after);
  return { id: 'plan', recs };
}

const planner = createPlanner();
await planner.load(records, TODAY);
const carried = planner.read({ kind: 'carried' });
const part = { unit: 'r0000', carried, at: AT, month: '2026-11' };
const ids = ({ recs }: Facts) => [...recs.keys()];

describe('what a link has room for', () => {
  test('one person with the running month, small enough for a code that a phone reads', async () => {
    const light = linkPart(facts(), part)!;
    expect(ids(light).filter((id) => id.includes('r0001'))).toEqual([]);
    expect(ids(light).filter((id) => kindOf(id) === 'actual')).toEqual(
      ['2026-11-02', '2026-11-03', '2026-11-19'].map((day) => recordId.actual('r0000', day)),
    );
    expect(ids(light)).toContain(recordId.goal('r0000', '2026-11'));
    expect(ids(light)).not.toContain(recordId.goal('r0000', '2026-10'));
    const bytes = await encode(light, { app: '0.1.0', savedAt: AT });
    // A code of the largest kind that still reads from a screen (version 33 of 40, 3,009 capitals) has room for it.
    expect(codeOf(bytes).length).toBeLessThan(3009);
  });

  test('of what was asked, locked and said of goals, the running month and later ones', () => {
    const months = ['2026-09', '2026-11', '2026-12'];
    const before = { from: '2026-09', to: '2026-10' };
    const across = { from: '2026-10', to: '2026-12' };
    const place = { unit: 'r0000', segment: null };
    const said = (month: string) => recordId.proposal('r0000', month, 'k');
    const kept = (month: string) => recordId.task('r0000', month);
    const full = facts([
      ...months.flatMap((month): RecordEntry[] => [
        [kept(month), { amount: 1 }],
        [said(month), { step: 'commit', amount: 1, at: 1 }],
      ]),
      [recordId.lock({ ...place, span: before }), { amount: 1 }],
      [recordId.lock({ ...place, span: across }), { amount: 1 }],
    ]);
    const light = ids(linkPart(full, part)!).filter((id) =>
      ['task', 'proposal', 'lock'].includes(kindOf(id)),
    );
    expect(light.sort()).toEqual(
      [
        recordId.lock({ ...place, span: across }),
        ...['2026-11', '2026-12'].flatMap((month) => [said(month), kept(month)]),
      ].sort(),
    );
    // What a rep said of a month that is over may not have been sent yet.
    const back = linkPart(makeSlice(full, 'r0000', carried, AT)!, part)!;
    expect(ids(back).filter((id) => kindOf(id) === 'proposal')).toEqual(months.map(said));
  });

  test('a person who has only their own part sends what may come back, and nothing else', () => {
    const own = makeSlice(facts(), 'r0000', carried, AT)!;
    const light = linkPart(own, part)!;
    expect(new Set(ids(light).map(kindOf))).toEqual(new Set(['slice', 'actual']));
    expect(light.recs.get(SLICE_ID)).toBe(own.recs.get(SLICE_ID));
  });

  test('it takes nothing from a device that has had a file, whichever came first', () => {
    const file = makeSlice(facts(), 'r0000', carried, AT - 5_000)!;
    const light = linkPart(facts(), part)!;
    expect(content(join(file, light))).toEqual(content(file));
    expect(content(join(light, file))).toEqual(content(file));
  });

  test('there is none of somebody who is not in the plan', () => {
    expect(linkPart(facts(), { ...part, unit: 'nobody' })).toBeNull();
  });
});
