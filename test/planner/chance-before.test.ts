import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { ChanceBeforeAnswer, Planner } from '../../src/model/planning.ts';
import { company, history } from './plan.ts';
import { planners } from './planners.ts';

const MONTH = '2026-11';
const TODAY = '2026-11-20';
const WEEK_AGO = '2026-11-13';
const plan = company({ reps: 6, teams: 2, months: 9, last: '2026-10', goals: 2 });
const reps = plan.flatMap(([id]) => (/^unit\/r/.test(id) ? [id.slice('unit/'.length)] : []));

/** Days from the 2nd to one that is not in it, but for weekends: the 1st is a Sunday. */
const daysTo = (end: number): number[] =>
  Array.from({ length: end - 2 }, (_, at) => at + 2).filter((day) => day % 7 > 1);

/** Everybody's days, less and less work as the month goes on. */
const worked = (end: number): RecordEntry[] =>
  reps.flatMap((rep, at) =>
    daysTo(end).map((day): RecordEntry => {
      const dials = 90 + 5 * at - 3 * day;
      return [
        recordId.actual(rep, `${MONTH}-${String(day).padStart(2, '0')}`),
        {
          ...{ dials, connects: Math.round(dials * 0.3), conversations: Math.round(dials * 0.08) },
          ...{ intents: Math.round(dials * 0.016), pipeline: dials * 8_000, revenue: dials * 500 },
        },
      ];
    }),
  );

describe.each(planners)('the chance of a week ago $name', ({ create }) => {
  const load = (records: readonly RecordEntry[], today: string): Planner => {
    const planner = create();
    void planner.load(records, today);
    return planner;
  };
  const before = (planner: Planner, unit: string | null = null): ChanceBeforeAnswer =>
    planner.read({ kind: 'chanceBefore', month: MONTH, unit });
  const chance = (planner: Planner, unit: string | null): number =>
    planner.read({ kind: 'board', month: MONTH, unit }).sum.chance;

  it.each([[null], ['t0'], ['r0003']])('is what the plan said on that morning (%s)', (unit) => {
    const now = load([...plan, ...worked(20)], TODAY);
    const then = load([...plan, ...worked(13)], WEEK_AGO);
    const told = before(now, unit);
    expect(told.day).toBe(WEEK_AGO);
    expect(told.chance).toBeCloseTo(chance(then, unit), 12);
    expect(told.change).toBeCloseTo(chance(now, unit) - chance(then, unit), 12);
    expect(Math.abs(told.change)).toBeGreaterThan(0);
  });

  it('is that of the first morning while the month is younger than a week', () => {
    const now = load([...plan, ...worked(5)], `${MONTH}-05`);
    const told = before(now);
    expect(told.day).toBe(`${MONTH}-01`);
    expect(told.chance).toBeCloseTo(chance(load(plan, `${MONTH}-01`), null), 12);
  });

  it('follows an edit of a day that lies before it, and leaves the plan as it is', () => {
    const planner = load([...plan, ...worked(20)], TODAY);
    const [was, today] = [before(planner).chance, chance(planner, null)];
    expect(chance(planner, null)).toBe(today);
    void planner.apply([{ id: recordId.actual('r0000', `${MONTH}-04`), values: { revenue: 5_000_000 } }]);
    expect(before(planner).chance).not.toBe(was);
    const changed = [...plan, ...worked(13)].filter(([id]) => id !== recordId.actual('r0000', `${MONTH}-04`));
    const then = load(
      [...changed, [recordId.actual('r0000', `${MONTH}-04`), { revenue: 5_000_000 }]],
      WEEK_AGO,
    );
    expect(before(planner).chance).toBeCloseTo(chance(then, null), 12);
  });

  it('is not told of other months, nor where a month is entered as a whole: nobody knows when it came', () => {
    const days = load([...plan, ...worked(20)], TODAY);
    expect(days.read({ kind: 'chanceBefore', month: '2026-12', unit: null }).day).toBeNull();
    const whole = load([...plan, history('r0000', MONTH, { dials: 900, revenue: 400_000 })], TODAY);
    expect(before(whole)).toMatchObject({ day: null, chance: NaN, change: NaN });
  });
});
