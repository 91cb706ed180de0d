import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import { goals } from '../../src/sheets/definitions/goals.ts';
import { GOALS_DESK, type GoalsDesk } from '../../src/state/goals-desk.ts';
import { company, goal } from '../planner/plan.ts';
import { at, TestDesk } from './desk.ts';

const MONTH = '2026-11';
const NOW = { from: MONTH, to: MONTH };
const REPS = ['r0000', 'r0001', 'r0002', 'r0003'];
/** Two teams of two; each rep's goal is split over two segments. */
const plan = (...more: RecordEntry[]): RecordEntry[] => [
  ...company({ reps: 4, teams: 2, months: 1, last: '2026-09', goals: 0 }),
  ...['new', 'repeat'].map((key, order): RecordEntry => [
    recordId.segment(key),
    { name: key, parent: null, order },
  ]),
  ...REPS.flatMap((rep) =>
    ['new', 'repeat'].map((key): RecordEntry => [recordId.goal(rep, MONTH, key), { amount: 10_000 }]),
  ),
  ...more,
];
const looked = (next: Partial<GoalsDesk>) => ({ goals: { ...GOALS_DESK, ...next } });
const rowsOf = ({ model }: ReturnType<TestDesk['build']>) =>
  Array.from({ length: model.rowCount }, (_, row) => model.row(row).key);

beforeEach(() => setLanguage('zh-CN'));

describe('cells that a change is said to bring with it', () => {
  const countsOf = async (desk: TestDesk, row: string) => {
    const { trial } = await desk.type(goals, [[row, MONTH, '800']]);
    return trial?.counts;
  };
  /** Of the two reps their November; of them, the team and the company the quarter, and the company's November. */
  const [ofReps, ofTotals] = [2, 5];
  const all = { reps: ofReps, totals: ofTotals };

  it('are those in sight: of segments that are not shown the number is said apart', async () => {
    const hidden = await countsOf(new TestDesk(plan(), looked({ segments: 'none' })), 't0');
    const shown = await countsOf(new TestDesk(plan(), looked({ segments: 'rows' })), 't0');
    const perSegment = ofReps + ofTotals + 1;
    expect(hidden).toEqual({ ...all, segments: 0, hidden: 2 * perSegment });
    expect(shown).toEqual({ ...all, segments: 2 * perSegment, hidden: 0 });
  });

  it('are the reps and totals of the one segment that is looked at', async () => {
    const counts = await countsOf(new TestDesk(plan(), looked({ segments: { only: 'new' } })), 'all');
    const [teams, company] = [2, 1];
    const units = REPS.length + teams + company;
    const totals = REPS.length + 2 * teams + company;
    // The sums over all segments change with them, and are not in sight.
    expect(counts).toEqual({ reps: REPS.length, totals, segments: 0, hidden: 2 * units });
  });
});

describe('only what is locked', () => {
  it('where nothing is locked is all that there is', () => {
    const [all, only] = [false, true].map((lockedOnly) =>
      rowsOf(new TestDesk(plan(), looked({ lockedOnly })).build(goals)),
    );
    expect(only).toEqual(all);
  });
});

describe('a locked goal', () => {
  it('says in the formula bar who locked it, why and how to change it, not that it can be typed', () => {
    const lock: RecordEntry = [
      recordId.lock({ unit: 't0', span: NOW, segment: null }),
      { amount: 40_000, owner: '方敏', reason: '已报总部', setOn: '2026-11-10' },
    ];
    const built = new TestDesk(plan(lock)).build(goals);
    const { row, column } = at(built, 't0', MONTH);
    expect(built.reason(row, column)).toMatchObject({
      input: '',
      note: '已锁定：方敏，11/10，已报总部。先解锁（Alt L）再改',
    });
  });
});

describe('the weeks view', () => {
  it('has a month and its weeks under one heading, and whole amounts in whole units', () => {
    const whole = plan(goal('r0000', MONTH, 1_000_000)).filter(([id]) => !id.startsWith('segment/'));
    const built = new TestDesk(whole, looked({ view: 'weeks' })).build(goals);
    const { columns } = built.model;
    const month = columns.findIndex(({ key }) => key === MONTH);
    const weeks = columns.flatMap(({ key }, column) => (key.startsWith(`week ${MONTH}`) ? [column] : []));
    expect(new Set([month, ...weeks].map((column) => columns[column]?.group))).toEqual(
      new Set(['11月 · 目标 ¥']),
    );
    const { row } = at(built, 'r0000', MONTH);
    const parts = weeks.map((column) => Number(built.model.cell(row, column).value));
    expect(parts.every(Number.isInteger)).toBe(true);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(built.model.cell(row, month).value);
  });
});
