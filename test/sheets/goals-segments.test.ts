import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import { goals } from '../../src/sheets/definitions/goals.ts';
import { segmentsOf } from '../../src/sheets/goals/goals-plan.ts';
import { moveSegment, placeSegment, removeSegment } from '../../src/sheets/goals/segment-edits.ts';
import { GOALS_DESK, type GoalsDesk } from '../../src/state/goals-desk.ts';
import { company, goal } from '../planner/plan.ts';
import { cellAt, TestDesk } from './desk.ts';

const MONTH = '2026-11';
const segment = (key: string, parent: string | null, order: number): RecordEntry => [
  recordId.segment(key),
  { name: key, parent, order },
];
const part = (rep: string, of: string, amount: number): RecordEntry => [
  recordId.goal(rep, MONTH, of),
  { amount },
];
/** Two teams of three; new customers, and repeat ones in two parts. */
const plan = (more: readonly RecordEntry[] = []): RecordEntry[] => [
  ...company({ reps: 6, teams: 2, months: 1, last: '2026-09', goals: 3 }),
  ...[segment('new', null, 0), segment('repeat', null, 1), segment('renewal', 'repeat', 0)],
  segment('addOn', 'repeat', 1),
  ...more,
];
const looked = (next: Partial<GoalsDesk>) => ({ goals: { ...GOALS_DESK, ...next } });
const rowsOf = (desk: TestDesk): string[] => {
  const { model } = desk.build(goals);
  return Array.from({ length: model.rowCount }, (_, row) => model.row(row).key);
};
const valueAt = (desk: TestDesk, row: string) => cellAt(desk.build(goals), row, MONTH).value;

beforeEach(() => setLanguage('zh-CN'));

describe('segments as rows', () => {
  it('stand below each team, with what is not split where it is not zero, and each part is typed', async () => {
    const desk = new TestDesk(plan(), looked({ segments: 'rows' }));
    expect(rowsOf(desk).filter((key) => key.startsWith('t0/'))).toEqual([
      ...['t0/new', 't0/repeat', 't0/renewal', 't0/addOn', 't0/rest of '],
    ]);
    const before = Number(valueAt(desk, 't0'));
    await desk.type(goals, [['t0/addOn', MONTH, '5000']]);
    expect(valueAt(desk, 't0/addOn')).toBe(5000);
    expect(valueAt(desk, 't0/repeat')).toBe(5000);
    expect(valueAt(desk, 'all/repeat')).toBe(5000);
    // From what was not split: the team's own goal stays.
    expect(valueAt(desk, 't0')).toBe(before);
    expect(valueAt(desk, 't0/rest of ')).toBe(before - 5000);
  });

  it('of a rep are folded away until they are opened', () => {
    const desk = new TestDesk(plan(), looked({ segments: 'rows' }));
    expect(rowsOf(desk)).not.toContain('r0000/new');
    const built = desk.build(goals);
    const row = rowsOf(desk).indexOf('r0000');
    const open = new TestDesk(plan(), {
      ...looked({ segments: 'rows' }),
      folded: new Set([built.foldKey?.(row) ?? '']),
    });
    expect(rowsOf(open)).toContain('r0000/new');
  });

  it('what is not split says so and cannot be typed', () => {
    const built = new TestDesk(plan(), looked({ segments: 'rows' })).build(goals);
    const rest = cellAt(built, 't0/rest of ', MONTH);
    expect(rest).toMatchObject({ input: false });
    expect(rest.hint).toContain('先从这里出');
  });
});

describe('one segment alone', () => {
  it('is what every cell shows and takes', async () => {
    const desk = new TestDesk(plan(), looked({ segments: { only: 'new' } }));
    expect(valueAt(desk, 't0')).toBeNull();
    await desk.type(goals, [['t0', MONTH, '900']]);
    expect(valueAt(desk, 't0')).toBe(900);
    const leaves = ['r0000', 'r0002', 'r0004'].map((rep) =>
      desk.records.get(recordId.goal(rep, MONTH, 'new')),
    );
    expect(leaves.reduce((sum, leaf) => sum + Number(leaf?.['amount']), 0)).toBe(90_000);
  });
});

describe('locks', () => {
  const at = { unit: 't0', span: { from: MONTH, to: MONTH }, segment: 'new' };
  const lock: RecordEntry = [
    recordId.lock(at),
    { amount: 9000, owner: '方敏', reason: '已报总部', setOn: '2026-11-10' },
  ];

  it('are marked, tell who set them and why, and refuse what is typed with the way out', async () => {
    const desk = new TestDesk(plan([part('r0000', 'new', 9000), lock]), looked({ segments: 'rows' }));
    const cell = cellAt(desk.build(goals), 't0/new', MONTH);
    expect(cell.input).toBe(false);
    expect(cell.marks).toContain('lock');
    expect(cell.hint).toBe('已锁定：方敏，11/10，已报总部');
    const { rejected, changes } = await desk.type(goals, [['t0/new', MONTH, '1']], 'paste');
    expect(changes).toEqual([]);
    expect(rejected[0]?.message).toContain('先解锁');
  });

  it('alone are shown with what they stand under', () => {
    const desk = new TestDesk(
      plan([part('r0000', 'new', 9000), lock]),
      looked({ segments: 'rows', lockedOnly: true }),
    );
    expect(rowsOf(desk)).toEqual(['all', 't0', 't0/new']);
  });

  it('that leave no room are handed on with what was typed, and nothing changes', async () => {
    const desk = new TestDesk(plan([part('r0000', 'new', 9000), lock]), looked({ segments: 'rows' }));
    const outcome = await desk.type(goals, [['t0', MONTH, '50']]);
    expect(outcome.changes).toEqual([]);
    expect(outcome.trial).toBeUndefined();
    expect(outcome.rejected.map(({ text }) => text)).toEqual(['50']);
    expect(outcome.conflict?.answer).toMatchObject({ why: 'locks', by: 4000, locks: [at] });
  });
});

describe('the list of segments', () => {
  it('keeps every sum when one is taken out: its goals go to what stands above it', async () => {
    const leaf = fc.record({
      rep: fc.constantFrom('r0000', 'r0001'),
      of: fc.constantFrom('new', 'repeat', 'renewal', 'addOn'),
      amount: fc.nat(100_000),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(leaf, { selector: ({ rep, of }) => `${rep} ${of}`, maxLength: 8 }),
        fc.constantFrom('new', 'repeat', 'renewal', 'addOn'),
        async (leaves, gone) => {
          const parts = leaves.map(({ rep, of, amount }) => part(rep, of, amount));
          const desk = new TestDesk(plan(parts));
          const before = ['all', 't0', 'r0000', 'r0001'].map((unit) => valueAt(desk, unit));
          const { context } = desk;
          desk.commit(removeSegment(context, segmentsOf(context), gone));
          await Promise.resolve();
          expect(['all', 't0', 'r0000', 'r0001'].map((unit) => valueAt(desk, unit))).toEqual(before);
          expect(segmentsOf(desk.context).map(({ segment: { key } }) => key)).not.toContain(gone);
          expect([...desk.records.keys()].filter((id) => id.endsWith(`/${gone}`))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is put in another order, and its parts under another segment', () => {
    const desk = new TestDesk(plan());
    const names = () => segmentsOf(desk.context).map(({ segment: { key } }) => key);
    desk.commit(moveSegment(segmentsOf(desk.context), 'repeat', -1));
    expect(names()).toEqual(['repeat', 'renewal', 'addOn', 'new']);
    expect(moveSegment(segmentsOf(desk.context), 'repeat', -1)).toEqual([]);
    desk.commit(placeSegment(segmentsOf(desk.context), 'addOn', 'new'));
    expect(names()).toEqual(['repeat', 'renewal', 'new', 'addOn']);
  });
});

it('of goals in a year that is not looked at, no preview is drawn', async () => {
  const desk = new TestDesk([...plan(), goal('r0000', '2025-11', 100)]);
  const { trial } = await desk.type(goals, [['all', '2026-10 2026-12', '900000']]);
  const other = new TestDesk(plan(), { ...looked({ trial: trial ?? null }), month: '2025-11' });
  const cell = cellAt(other.build(goals), 'all', '2025-11');
  expect(trial).toBeDefined();
  expect(cell.marks ?? []).not.toContain('pending');
});
