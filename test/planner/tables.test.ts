import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import { kindOf, recordId } from '../../src/model/ids.ts';
import type { GoalEditAnswer, GoalEditQuery } from '../../src/model/planning.ts';
import type { SpreadMethod } from '../../src/model/records/goals.ts';
import { goal, history, onePerson, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const quarter = { from: '2026-10', to: '2026-12' };
const team = [
  ...onePerson(),
  unit('all', 'company', null, { order: 1 }),
  unit('t', 'team', 'all'),
  unit('a', 'rep', 't', { order: 1 }),
  unit('b', 'rep', 't', { order: 2, end: '2026-11-30' }),
];

describe.each(planners)('goals, history and team $name', ({ create }) => {
  const loaded = (records: Parameters<ReturnType<typeof create>['load']>[0]): ReturnType<typeof create> => {
    const planner = create();
    void planner.load(records, '2026-11-20');
    return planner;
  };

  it('totals of goals are the sums of the reps’, and blank where nobody has one', () => {
    const planner = loaded([
      ...team,
      goal('a', '2026-10', 5),
      goal('b', '2026-10', 7),
      goal('b', '2026-12', 0),
    ]);
    const answer = planner.read({ kind: 'goals', span: quarter });
    expect(answer.units).toEqual(['me', 'all', 't', 'a', 'b']);
    expect(answer.amount.map((column) => [...column])).toEqual([
      [NaN, 12, 12, 5, 7],
      [NaN, NaN, NaN, NaN, NaN],
      [NaN, 0, 0, NaN, 0],
    ]);
    expect(answer.seasonShare).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  const typed = (unit: string, amount: number, method: SpreadMethod | null = null): GoalEditQuery => ({
    kind: 'goalEdit',
    edits: [
      {
        ...{ unit, span: quarter, segment: null, amount },
        spread: method && { method, like: null, growth: null, mix: [] },
      },
    ],
  });
  const changesOf = (answer: GoalEditAnswer): Change[] =>
    answer.possible ? answer.changes.filter((change) => !('create' in change) || isGoal(change.create)) : [];

  it.each(['proportional', 'equal', 'season', 'workingDays'] as SpreadMethod[])(
    'a typed total comes back as the same total, method %s',
    (method) => {
      const planner = loaded([...team, goal('a', '2026-10', 3_000_000)]);
      const changes = changesOf(planner.read(typed('t', 9_000_000, method)));
      void planner.apply(changes.map(asRecord));
      const { amount } = planner.read({ kind: 'goals', span: quarter });
      expect(amount.reduce((sum, column) => sum + (column[2] || 0), 0)).toBe(9_000_000);
      // b has left by December.
      expect(amount[2]?.[4]).toBeNaN();
    },
  );

  it('a total of 90,000 over a blank quarter is 30,000 a month', () => {
    const changes = changesOf(loaded(onePerson()).read(typed('me', 9_000_000)));
    expect(changes).toEqual(
      ['2026-10', '2026-11', '2026-12'].map((month) => ({
        create: recordId.goal('me', month),
        values: { amount: 3_000_000 },
      })),
    );
  });

  it('spreading names only the cells that change', () => {
    const planner = loaded([...team, goal('a', '2026-10', 3_000_000), goal('a', '2026-11', 1_000_000)]);
    const changes = changesOf(planner.read(typed('a', 4_000_000)));
    expect(changes).toEqual([]);
  });

  it('history is summed above the reps, blank is not zero', () => {
    const planner = loaded([
      ...team,
      history('a', '2026-09', { dials: 10, connects: 0 }),
      history('b', '2026-09', { dials: 5, connects: null }),
    ]);
    const answer = planner.read({ kind: 'history', span: { from: '2026-08', to: '2026-09' } });
    expect(answer.measures).toEqual(['dials', 'connects', 'conversations', 'intents', 'pipeline', 'revenue']);
    expect([...(answer.values[0]?.[1] ?? [])]).toEqual([NaN, 15, 15, 10, 5]);
    expect([...(answer.values[1]?.[1] ?? [])]).toEqual([NaN, 0, 0, 0, NaN]);
    expect([...(answer.values[0]?.[0] ?? [])]).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(answer.extent).toEqual({ from: '2026-09', to: '2026-09' });
    // Five days a week; of September's 22 the mid-autumn Friday is off and a Sunday before the October holidays is worked.
    expect(answer.workingDays).toEqual([21, 22]);
  });

  it('team days are person-days, and who left is no head any more', () => {
    const answer = loaded(team).read({ kind: 'team', span: { from: '2026-11', to: '2026-12' } });
    expect(answer.workingDays.map((column) => [...column])).toEqual([
      [21, 42, 42, 21, 21],
      [23, 23, 23, 23, 0],
    ]);
    expect([...answer.heads]).toEqual([1, 2, 2, 1, 1]);
  });

  it('a bad field is taken as blank, a parent in a circle as none', () => {
    const planner = loaded([
      settings({ cutoffDay: 77, pattern: 'six' }),
      unit('x', 'team', 'y'),
      unit('y', 'team', 'x'),
      unit('r', 'rep', 'y', { leave: 'always' }),
    ]);
    const answer = planner.read({ kind: 'team', span: { from: '2026-11', to: '2026-11' } });
    expect(answer.units).toEqual(['y', 'r', 'x']);
    expect([...(answer.workingDays[0] ?? [])]).toEqual([25, 25, NaN]);
  });

  it('another country’s holidays are known once the plan is loaded', async () => {
    const planner = create();
    await planner.load([settings({ country: 'US' }), unit('r', 'rep', null)], '2026-11-20');
    const ask = () => planner.read({ kind: 'team', span: { from: '2026-11', to: '2026-11' } });
    // Veterans Day and Thanksgiving.
    expect([ask().workingDays[0]?.[0], ask().calendar]).toEqual([19, { country: 'US', provisional: false }]);
    await planner.apply([{ id: 'settings/plan', values: { name: '', country: 'CN' } }]);
    expect([ask().workingDays[0]?.[0], ask().calendar.country]).toEqual([21, 'CN']);
  });
});

const isGoal = (id: string): boolean => kindOf(id) === 'goal';

function asRecord(change: Change): { id: string; values: { amount: number } } {
  if ('create' in change) return { id: change.create, values: { amount: Number(change.values['amount']) } };
  if ('remove' in change) throw new Error('spread removes nothing');
  return { id: change.id, values: { amount: Number(change.value) } };
}
