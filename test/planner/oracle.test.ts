import { describe, expect, it } from 'vitest';
import { company } from './plan.ts';
import { oracle, weekdays } from './oracle.ts';
import { planners } from './planners.ts';

// Neither month has a statutory day in mainland China.
const months = ['2026-11', '2026-12'];

describe.each(planners)('the whole chain against a slow oracle $name', ({ create }) => {
  it.each([1, 2, 3])(
    'is the same for every rep, and for teams as sums of what they are handed (seed %i)',
    (seed) => {
      const records = company({ reps: 20, teams: 4, months: 10, last: '2026-10', goals: 2 }, seed);
      const planner = create();
      void planner.load(records, '2026-11-20');
      for (const month of months) {
        const shown = planner.read({ kind: 'backcast', month, mode: 'goal' });
        const ratios = planner.read({ kind: 'ratios', month });
        const teams = new Map<string, number>();
        for (const [id, values] of records.filter(([id]) => id.startsWith('unit/r'))) {
          const rep = id.slice(5);
          const at = shown.units.indexOf(rep);
          const expected = oracle(records, ratios, month, rep);
          expect(shown.goal[at]).toBe(expected.goal);
          expect(shown.requirement.map((column) => column[at])).toEqual(expected.requirement);
          expect(shown.perDay.at(-1)?.[at]).toBe(expected.perDay);
          const dials = planner.read({ kind: 'days', unit: rep, month }).measures.at(-1);
          expect(dials?.total).toBe(expected.dials);
          expect(dials?.perDay?.reduce((sum, quota) => sum + quota, 0)).toBe(expected.dials);
          const team = values['parent'] as string;
          teams.set(team, (teams.get(team) ?? 0) + expected.dials);
        }
        for (const [team, dials] of teams)
          expect(shown.requirement.at(-1)?.[shown.units.indexOf(team)]).toBe(dials);
      }
    },
  );

  it('gives every weekday its share of the dials, off by less than one', () => {
    const records = company({ reps: 3, teams: 1, months: 10, last: '2026-10', goals: 1 });
    const planner = create();
    void planner.load(records, '2026-11-20');
    const ratios = planner.read({ kind: 'ratios', month: '2026-11' });
    const { perDay } = oracle(records, ratios, '2026-11', 'r0001');
    const answer = planner.read({ kind: 'days', unit: 'r0001', month: '2026-11' });
    const working = new Set(weekdays('2026-11'));
    answer.days.forEach(({ day, weight }, at) => {
      expect([day, weight]).toEqual([day, working.has(day) ? 1 : 0]);
      const quota = answer.measures.at(-1)?.perDay?.[at] ?? NaN;
      expect(Math.abs(quota - perDay * weight)).toBeLessThan(1);
    });
  });
});
