import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import { backcast } from '../../src/sheets/definitions/backcast.ts';
import { removeUnits } from '../../src/sheets/removal.ts';
import { company, goal } from '../planner/plan.ts';
import { cellAt, TestDesk } from './desk.ts';

const MONTH = '2026-11';
const NOW = { from: MONTH, to: MONTH };
const lock = (unit: string, amount: number): RecordEntry => [
  recordId.lock({ unit, span: NOW, segment: null }),
  { amount },
];
/** t0 has r0000, r0002 and r0004 with 100 each; t1 the others. */
const team = (...more: RecordEntry[]) =>
  new TestDesk([
    ...company({ reps: 6, teams: 2, months: 6, last: '2026-10', goals: 0 }),
    ...Array.from({ length: 6 }, (_, rep) => goal(`r000${rep}`, MONTH, 10_000)),
    ...more,
  ]);
const valueAt = (desk: TestDesk, row: string) => cellAt(desk.build(backcast), row, 'goal').value;

beforeEach(() => setLanguage('en'));

describe('goals typed into the Backcast sheet of a plan with locks', () => {
  it('leave locked ones alone, and a rep’s typed goal makes the others of a locked team give way', async () => {
    const desk = team(lock('t0', 30_000));
    await desk.type(backcast, [['r0000', 'goal', '200']]);
    expect(['r0000', 'r0002', 'r0004', 't0'].map((row) => valueAt(desk, row))).toEqual([200, 50, 50, 300]);
    await desk.type(backcast, [['all', 'goal', '1000']]);
    expect([valueAt(desk, 't0'), valueAt(desk, 't1')]).toEqual([300, 700]);
  });

  it('that the locks have no room for change nothing and say by how much', async () => {
    const desk = team(lock('t0', 30_000));
    const { changes, rejected } = await desk.type(backcast, [['r0000', 'goal', '350']]);
    expect(changes).toEqual([]);
    expect(rejected.map(({ text, message }) => [text, message])).toEqual([
      ['350', '1 lock leaves no room, short by ¥50; no goal has changed'],
    ]);
  });

  it('of a new member make the others of a locked team give way', async () => {
    const desk = team(lock('t1', 30_000));
    const { rejected } = await desk.type(backcast, [
      ['adder', 'name', 'Nia'],
      ['adder', 'goal', '60'],
    ]);
    expect(rejected).toEqual([]);
    expect(['r0001', 'r0003', 'r0005', 't1'].map((row) => valueAt(desk, row))).toEqual([80, 80, 80, 300]);
  });

  it('of a new member that a lock has no room for are refused, and the member is there without', async () => {
    const desk = team(lock('t1', 30_000));
    const { rejected } = await desk.type(backcast, [
      ['adder', 'name', 'Nia'],
      ['adder', 'goal', '310'],
    ]);
    expect(rejected.map(({ message }) => message)).toEqual([
      '1 lock leaves no room, short by ¥10; no goal has changed',
    ]);
    expect([...desk.records.values()].filter(({ name }) => name === 'Nia')).toHaveLength(1);
    expect(['r0001', 't1'].map((row) => valueAt(desk, row))).toEqual([100, 300]);
  });

  it('pasted as a block hold together, and a total of which a part was pasted shares out the rest', async () => {
    const desk = team();
    const { summary } = await desk.type(
      backcast,
      [
        ['t0', 'goal', '900'],
        ['r0000', 'goal', '500'],
        ['r0001', 'goal', '50'],
      ],
      'paste',
    );
    expect(['t0', 'r0000', 'r0002', 'r0004', 'r0001'].map((row) => valueAt(desk, row))).toEqual([
      ...[900, 500, 200, 200, 50],
    ]);
    expect(summary).toBe('Pasted 2 cells, Shared ¥900 over 3 reps');
  });

  it('that are pasted blank stay as they are, 0 makes them zero, and deleting makes them blank', async () => {
    const desk = team();
    const cells = (text: string) => ['t0', 'r0001', 'r0003'].map((row) => [row, 'goal', text] as const);
    expect((await desk.type(backcast, cells(' '), 'paste')).changes).toEqual([]);
    await desk.type(backcast, [...cells('').slice(0, 2), ['r0003', 'goal', '0']], 'paste');
    expect(['t0', 'r0001', 'r0003'].map((row) => valueAt(desk, row))).toEqual([300, 100, 0]);
    await desk.type(backcast, cells(''), 'clear');
    expect(['t0', 'r0001', 'r0003', 't1'].map((row) => valueAt(desk, row))).toEqual([null, null, null, 100]);
  });

  it('keep how they were shared out', async () => {
    const desk = team();
    await desk.type(backcast, [['t0', 'goal', '900']]);
    expect(desk.records.get(`spreadBy/t0/${MONTH}/${MONTH}/all`)).toEqual({
      method: 'proportional',
      setOn: '2026-11-20',
    });
  });
});

describe('goals typed into the Backcast sheet of a plan with segments', () => {
  const segments: RecordEntry[] = [
    [recordId.segment('new'), { name: 'New' }],
    [recordId.goal('r0000', MONTH, 'new'), { amount: 30_000 }],
  ];

  it('show and take the whole of a rep’s month', async () => {
    const desk = team(...segments);
    expect([valueAt(desk, 'r0000'), valueAt(desk, 't0')]).toEqual([400, 600]);
    await desk.type(backcast, [['r0000', 'goal', '800']]);
    expect(desk.records.get(recordId.goal('r0000', MONTH))).toEqual({ amount: 20_000 });
    expect(desk.records.get(recordId.goal('r0000', MONTH, 'new'))).toEqual({ amount: 60_000 });
    await desk.type(backcast, [['r0000', 'goal', '']], 'clear');
    expect(valueAt(desk, 'r0000')).toBeNull();
  });
});

describe('removing a unit', () => {
  it('takes its locks, tasks, proposals, places and ways of sharing with it', () => {
    const own: RecordEntry[] = [
      lock('t0', 1),
      [recordId.spreadBy({ unit: 'r0000', span: NOW, segment: null }), { method: 'equal' }],
      [recordId.task('t0', MONTH), { amount: 5 }],
      [recordId.proposal('r0000', MONTH, 'k'), { step: 'commit' }],
      [recordId.place('r0000', MONTH), { parent: 't1' }],
      [recordId.goal('r0000', MONTH, 'new'), { amount: 1 }],
    ];
    const changes = removeUnits(team(...own, lock('t1', 2)).context, ['t0']);
    const gone = changes.map((change) => ('remove' in change ? change.remove : ''));
    expect(gone).toEqual(expect.arrayContaining(own.map(([id]) => id)));
    expect(gone).not.toContain(lock('t1', 2)[0]);
  });
});
