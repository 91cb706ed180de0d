import { describe, expect, it } from 'vitest';
import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import { removeUnits } from '../../src/sheets/removal.ts';
import { askedBefore } from '../../src/sheets/team/reorganising.ts';
import { moveUnits } from '../../src/sheets/tree-moves.ts';
import { placeUnits } from '../../src/sheets/tree-places.ts';
import { after, contextOf, outline, tree, unit } from './support.ts';

const goal = (rep: string, month: string): RecordEntry => [recordId.goal(rep, month), { amount: 100 }];
const withGoals = [...tree, goal('a1', '2026-12'), goal('a2', '2026-12')];
const into = (records: readonly RecordEntry[], key: string, team: string): Change[] =>
  placeUnits(contextOf(records).units, [key], { key: team, where: 'into' });
const edit = (key: string, field: string, value: string): Change[] => [
  { id: recordId.unit(key), field, value },
];
const asked = (records: readonly RecordEntry[], changes: readonly Change[], act: 'move' | 'type' | 'paste') =>
  askedBefore(contextOf(records), changes, act);

describe('what is asked before people move', () => {
  it('asks of a move between teams, and keeps the past with the old one from the month that is chosen', () => {
    const question = asked(withGoals, into(withGoals, 'a1', 'B'), 'move');
    expect(question).toMatchObject({ kind: 'move', units: ['a1'], into: 'B' });
    const place = question!.changes('2026-11', null).find((change) => 'create' in change);
    expect(place).toMatchObject({ create: 'place/a1/2026-11', values: { parent: 'A' } });
    expect(question!.changes(null, null).some((change) => 'create' in change)).toBe(false);
  });

  it('takes back what was planned of a later place', () => {
    const planned: RecordEntry[] = [...withGoals, [recordId.place('a1', '2027-01'), { parent: 'B' }]];
    const changes = asked(planned, into(planned, 'a1', 'B'), 'move')!.changes('2026-11', null);
    expect(changes).toContainEqual({ remove: 'place/a1/2027-01' });
  });

  it('does not ask where only the order changes, or where there are no numbers', () => {
    const { units } = contextOf(withGoals);
    expect(asked(withGoals, moveUnits(units, ['a1'], 'down'), 'move')).toBeNull();
    expect(asked(tree, into(tree, 'a1', 'B'), 'move')).toBeNull();
  });
});

describe('what is asked before people leave', () => {
  it('asks of a last day that is typed before goals end, with the day that is chosen in the end', () => {
    const question = asked(withGoals, edit('a1', 'end', '2026-12-10'), 'type');
    expect(question).toMatchObject({ kind: 'leave', units: ['a1'], day: '2026-12-10' });
    expect(question!.changes(null, '2026-12-31')).toEqual(edit('a1', 'end', '2026-12-31'));
  });

  it('does not ask of a day after the last goal, or in a part of a plan', () => {
    expect(asked(withGoals, edit('a1', 'end', '2027-01-10'), 'type')).toBeNull();
    const part: RecordEntry[] = [...withGoals, ['slice/part', { units: ['a1'] }]];
    expect(asked(part, edit('a1', 'end', '2026-12-10'), 'type')).toBeNull();
  });

  it('asks once of all last days that are pasted, and leaves those that differ as they are', () => {
    const pasted = [...edit('a1', 'end', '2026-12-10'), ...edit('a2', 'end', '2026-11-30')];
    const more = [...pasted, ...edit('a3', 'end', '2026-12-10'), ...edit('a1', 'note', 'x')];
    const question = asked(withGoals, more, 'paste');
    // a3 has no goals.
    expect(question).toMatchObject({ kind: 'leave', units: ['a1', 'a2'], day: null, first: '2026-11-30' });
    expect(question!.changes(null, null)).toEqual(more);
  });

  it('takes another day for all of them where they had one', () => {
    const pasted = [...edit('a1', 'end', '2026-11-30'), ...edit('a2', 'end', '2026-11-30')];
    const question = asked(withGoals, [...pasted, ...edit('a3', 'end', '2026-11-30')], 'paste');
    expect(question!.day).toBe('2026-11-30');
    expect(question!.changes(null, '2026-12-31')).toEqual([
      ...edit('a1', 'end', '2026-12-31'),
      ...edit('a2', 'end', '2026-12-31'),
      ...edit('a3', 'end', '2026-11-30'),
    ]);
  });

  it('asks of a first day where the team has goals from then on, or somebody has left goals behind', () => {
    const hired = (team: string): RecordEntry[] =>
      after(withGoals, [{ create: recordId.unit('n'), values: { name: 'N', kind: 'rep', parent: team } }]);
    const begin = { kind: 'begin', units: ['n'], day: '2026-12-01' };
    expect(asked(hired('A'), edit('n', 'start', '2026-12-01'), 'type')).toMatchObject(begin);
    expect(asked(hired('A'), edit('n', 'start', '2027-01-01'), 'type')).toBeNull();
    expect(asked(hired('B'), edit('n', 'start', '2026-12-01'), 'type')).toBeNull();
    const left = after(hired('B'), edit('a1', 'end', '2026-11-10'));
    expect(asked(left, edit('n', 'start', '2026-12-01'), 'type')).toMatchObject(begin);
  });

  it('asks of a new member who is pasted with a first day', () => {
    const values = { name: 'N', kind: 'rep', parent: 'A', start: '2026-12-01' };
    const create: Change[] = [{ create: recordId.unit('n'), values }];
    const question = asked(withGoals, create, 'paste');
    expect(question).toMatchObject({ kind: 'begin', units: ['n'] });
    expect(question!.changes(null, '2026-12-15')).toEqual([
      { create: recordId.unit('n'), values: { ...values, start: '2026-12-15' } },
    ]);
    expect(
      asked(withGoals, [{ create: recordId.unit('n'), values: { ...values, start: null } }], 'paste'),
    ).toBe(null);
  });

  it('asks before a deletion only where others of the team could take the goals over', () => {
    const deleted = (keys: readonly string[]) =>
      askedBefore(contextOf(withGoals), removeUnits(contextOf(withGoals), keys), 'deleteRows');
    expect(deleted(['a1'])).toMatchObject({ kind: 'delete', units: ['a1'] });
    expect(deleted(['b1'])).toBeNull();
  });
});

describe('deleting people with a record', () => {
  const withRecord: RecordEntry[] = [...tree, [recordId.history('b1', '2026-09'), { dials: 9 }]];
  const deleted = (records: readonly RecordEntry[], keys: readonly string[]) => {
    const context = contextOf(records);
    return askedBefore(context, removeUnits(context, keys), 'deleteRows');
  };

  it('offers that they have left, which touches nothing but their last day', () => {
    const { left, erases } = deleted(withRecord, ['b1'])!;
    expect(erases).toBe(true);
    expect(left).toMatchObject({ kind: 'leave', units: ['b1'] });
    expect(left!.changes(null, '2026-11-20')).toEqual(edit('b1', 'end', '2026-11-20'));
  });

  it('says so where nobody can have left: of a team, and of whoever has a last day', () => {
    expect(deleted(withRecord, ['B'])).toMatchObject({ erases: true, left: null });
    const gone = after(withRecord, edit('b1', 'end', '2026-10-31'));
    expect(deleted(gone, ['b1'])).toMatchObject({ erases: true, left: null });
  });

  it('finds the record of days that were logged, too', () => {
    const logged: RecordEntry[] = [...tree, [recordId.actual('b1', '2026-11-03'), { dials: 9 }]];
    expect(deleted(logged, ['b1'])?.left?.kind).toBe('leave');
  });
});

describe('deleting a team that others were in before', () => {
  const moved: RecordEntry[] = [
    ...tree.map(([id, values]): RecordEntry =>
      id === 'unit/a1' ? [id, { ...values, parent: 'B' }] : [id, values],
    ),
    [recordId.place('a1', '2026-11'), { parent: 'A' }],
    [recordId.task('A', '2026-10'), { amount: 5 }],
    [recordId.task('A', '2026-11'), { amount: 5 }],
    goal('a1', '2026-10'),
  ];
  const context = contextOf(moved);

  it('closes it with the last of these months: its name and its tasks of them stay', () => {
    const records = after(moved, removeUnits(context, ['A']));
    expect(outline(records)).toEqual(['R', ' A', ' B', '  a1', '  b1']);
    expect(new Map(records).get('unit/A')).toMatchObject({ name: 'A', end: '2026-10-31' });
    const ids = records.map(([id]) => id);
    expect(ids).toEqual(expect.arrayContaining(['place/a1/2026-11', 'task/A/2026-10']));
    expect(ids).not.toContain('task/A/2026-11');
  });

  it('closes what is above it too, where that is deleted, and what its own past needs', () => {
    const more: RecordEntry[] = [
      ...moved,
      unit('S', null, 1, { kind: 'region' }),
      unit('N', null, 2, { kind: 'region' }),
      unit('C', 'N', 0, { kind: 'team' }),
      [recordId.place('b1', '2026-09'), { parent: 'C' }],
      [recordId.place('C', '2026-08'), { parent: 'S' }],
    ];
    const records = after(more, removeUnits(contextOf(more), ['N', 'S']));
    const ends = ['N', 'C', 'S'].map((key) => new Map(records).get(recordId.unit(key))?.['end']);
    expect(ends).toEqual(['2026-08-31', '2026-08-31', '2026-07-31']);
    expect(records.map(([id]) => id)).toContain('place/C/2026-08');
  });

  it('asks, and leaves these months to what is above it if that is chosen', () => {
    const question = askedBefore(context, removeUnits(context, ['A']), 'deleteRows');
    expect(question).toMatchObject({ kind: 'delete', units: ['A'], past: { teams: ['A'], above: 'R' } });
    const records = after(moved, question!.past!.deleted);
    expect(outline(records)).toEqual(['R', ' B', '  a1', '  b1']);
    expect(new Map(records).get('place/a1/2026-11')).toEqual({ parent: 'R' });
  });

  it('asks of a closed one again', () => {
    const closed = contextOf(after(moved, removeUnits(context, ['A'])));
    const question = askedBefore(closed, removeUnits(closed, ['A']), 'deleteRows');
    expect(question?.past?.last).toBe('2026-10');
  });

  it('deletes it for good where nobody else was in it', () => {
    const gone = removeUnits(contextOf(tree), ['A']);
    expect(gone.every((change) => 'remove' in change)).toBe(true);
  });
});
