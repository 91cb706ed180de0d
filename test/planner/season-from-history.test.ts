import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seasonFromHistory } from '../../src/core/goals/season-from-history.ts';
import { createPlanner } from '../../src/core/planner.ts';
import { monthsOf } from '../../src/model/time.ts';
import { company, goal, history, onePerson } from './plan.ts';

const YEAR = { from: '2026-01', to: '2026-12' };

describe('season weights from the history', () => {
  it('are even where every working day won the same', () => {
    const days = [21, 18, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23];
    const won = days.map((count) => count * 1000);
    const mean = days.reduce((sum, count) => sum + count, 0) / 12;
    expect(seasonFromHistory([{ won, days }], days)).toEqual(
      days.map((count) => Math.round((count / mean) * 1000) / 10),
    );
  });

  it('weigh each year alike, however much it won', () => {
    const days = Array.from({ length: 12 }, () => 20);
    const early = days.map((_, month) => (month === 0 ? 300 : 100));
    const grown = days.map((_, month) => (month === 0 ? 100 : 300) * 1000);
    const [first = 0, second = 0] = seasonFromHistory(
      [
        { won: early, days },
        { won: grown, days },
      ],
      days,
    );
    // 3 of 14 and 1 of 34 against 1 of 14 and 3 of 34.
    expect(first / second).toBeCloseTo((3 / 14 + 1 / 34) / (1 / 14 + 3 / 34), 2);
  });

  it('count complete years only', () => {
    const planner = createPlanner();
    const months = monthsOf({ from: '2024-03', to: '2026-10' });
    void planner.load(
      onePerson(...months.map((month) => history('me', month, { revenue: 1_000_000 }))),
      '2026-11-20',
    );
    const answer = planner.read({ kind: 'seasonFromHistory', span: YEAR });
    expect(answer.complete).toEqual(['2025']);
    expect(answer.years).toEqual(Array.from({ length: 12 }, () => 1));
    expect(answer.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1200, 0);
    const none = createPlanner();
    void none.load(onePerson(), '2026-11-20');
    expect(none.read({ kind: 'seasonFromHistory', span: YEAR }).weights).toEqual([]);
  });
});

describe('the weeks of the goals', () => {
  it('add up to the month exactly, for everybody', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(9_999_999), (a, b) => {
        const planner = createPlanner();
        const plan = company({ reps: 2, teams: 1, months: 0, last: '2026-10', goals: 0 });
        void planner.load([...plan, goal('r0000', '2026-11', a), goal('r0001', '2026-11', b)], '2026-11-20');
        const { weeks, amount, units } = planner.read({
          kind: 'goalWeeks',
          span: { from: '2026-11', to: '2026-11' },
        });
        const total = (unit: string) =>
          amount.reduce((sum, week) => sum + (week[units.indexOf(unit)] ?? NaN), 0);
        expect(weeks[0]).toEqual({ month: '2026-11', from: '2026-11-01', to: '2026-11-01' });
        expect([total('r0000'), total('r0001'), total('t0')]).toEqual([a, b, a + b]);
      }),
      { numRuns: 25 },
    );
  });

  it('leave a week without a working day without a goal', () => {
    const planner = createPlanner();
    void planner.load(onePerson(goal('me', '2026-11', 2100)), '2026-11-20');
    const { amount } = planner.read({ kind: 'goalWeeks', span: { from: '2026-11', to: '2026-11' } });
    expect(Array.from(amount, (week) => week[0])).toEqual([0, 500, 500, 500, 500, 100]);
  });
});
