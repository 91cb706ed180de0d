import { describe, expect, it } from 'vitest';
import { commit, newFacts, newWriter, slice, type Facts } from '../../../src/model/facts/index.ts';
import { recordId, SETTINGS_ID, SLICE_ID } from '../../../src/model/ids.ts';
import type { Change } from '../../../src/model/diff.ts';
import { returnable, splitReturned } from '../../../src/model/slices/slice-return.ts';

const mark = {
  ...{ unit: 'lin', units: ['lin'], madeAt: 5, reps: 2 },
  ...{ from: null, to: null, measures: [], multipliers: {}, places: [] },
};
const goal = recordId.goal('lin', '2026-11');
const day = recordId.actual('lin', '2026-11-20');
const note = recordId.note('n1');

function plans(): { manager: Facts; rep: Facts } {
  const records: [string, Record<string, string | number>][] = [
    [SETTINGS_ID, { name: 'Plan' }],
    [goal, { amount: 3_000_000 }],
    [day, { dials: 96 }],
    [note, { unit: 'lin', day: '2026-11-20', text: 'asked for the price' }],
    [recordId.actual('chen', '2026-11-20'), { dials: 80 }],
  ];
  const manager = newFacts('p', records, newWriter(), 1000);
  return { manager, rep: slice(manager, (id) => !id.includes('chen')) };
}
const after = (facts: Facts, ...changes: Change[]): Facts => commit(facts, newWriter(), 2000, changes)[0];
const returned = (manager: Facts, rep: Facts) => splitReturned(mark, rep.recs, manager.recs);

describe('what may come back with a slice', () => {
  it('takes actuals, notes and reports back, and nothing that the manager decides', () => {
    expect(returnable('actual', 'dials')).toBe(true);
    expect(returnable('note', 'text')).toBe(true);
    expect(returnable('report', 'results')).toBe(true);
    for (const kind of ['goal', 'handedOut', 'history', 'unit', 'settings', 'override', 'tier'] as const)
      expect(returnable(kind, 'amount')).toBe(false);
  });

  it('lists nothing of an untouched slice', () => {
    const { manager, rep } = plans();
    expect(returned(manager, rep).outside).toEqual([]);
  });

  it('joins a logged day and a note, and lists a goal that was changed', () => {
    const { manager, rep } = plans();
    const logged = after(
      rep,
      { id: day, field: 'dials', value: 101 },
      { id: note, field: 'text', value: 'sent the price' },
      { id: goal, field: 'amount', value: 1 },
    );
    const { inside, outside } = returned(manager, logged);
    expect(inside.get(day)?.v).toEqual({ $: true, dials: 101 });
    expect(inside.get(note)?.v['text']).toBe('sent the price');
    expect(inside.has(goal)).toBe(false);
    expect(outside.map(({ id, field, theirs }) => [id, field, theirs[0]?.v])).toEqual([[goal, 'amount', 1]]);
  });

  it('lists actuals of somebody else', () => {
    const { manager, rep } = plans();
    const id = recordId.actual('chen', '2026-11-20');
    const { inside, outside } = returned(manager, after(rep, { id, field: 'dials', value: 5 }));
    expect(inside.has(id)).toBe(false);
    expect(outside.map((cell) => cell.field)).toEqual(['$', 'dials']);
  });

  it('lists a note that was made somebody else’s, or is somebody else’s', () => {
    const { manager, rep } = plans();
    const moved = after(rep, { id: note, field: 'unit', value: 'chen' });
    expect(returned(manager, moved).inside.has(note)).toBe(false);
    const elsewhere = after(manager, { id: note, field: 'unit', value: 'chen' });
    const edited = after(rep, { id: note, field: 'text', value: 'mine' });
    expect(returned(elsewhere, edited).inside.has(note)).toBe(false);
  });

  it('is opened whole where the plan is not', () => {
    const { rep } = plans();
    const { inside, outside } = splitReturned(mark, rep.recs, new Map());
    expect([inside, outside]).toEqual([rep.recs, []]);
  });

  it('takes a deleted note back as a deletion', () => {
    const { manager, rep } = plans();
    const { inside, outside } = returned(manager, after(rep, { remove: note }));
    expect(outside).toEqual([]);
    expect(inside.get(note)?.v['$']).toHaveProperty('gone');
  });

  it('neither joins nor lists what was made with the slice', () => {
    const { manager, rep } = plans();
    const marked = after(rep, { create: SLICE_ID, values: mark });
    const { inside, outside } = returned(manager, marked);
    expect([inside.has(SLICE_ID), outside]).toEqual([false, []]);
  });
});
