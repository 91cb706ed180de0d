import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { QualityAnswer } from '../../src/model/planning.ts';
import { dayNumber, dayOf, weekday, type Day } from '../../src/model/time.ts';
import { company } from './plan.ts';
import { planners } from './planners.ts';

const AS_OF = '2026-11-20';
const size = { reps: 4, teams: 2, months: 6, last: '2026-10', goals: 2 };
const REP = 'r0001';

function weekdays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let at = dayNumber(from); at < dayNumber(to); at++) if (weekday(dayOf(at)) < 6) days.push(dayOf(at));
  return days;
}
/** Numbers that differ from day to day, as honest ones do. */
const usual = (day: Day) => {
  const dials = 91 + ((dayNumber(day) * 7) % 13);
  return { dials, connects: 25 + ((dayNumber(day) * 5) % 7) };
};
const month = weekdays('2026-11-02', AS_OF).map((day): [Day, Record<string, number>] => [day, usual(day)]);

describe.each(planners)('quality $name', ({ create }) => {
  function check(
    days: readonly (readonly [Day, Record<string, number>])[],
    ...more: RecordEntry[]
  ): QualityAnswer {
    const planner = create();
    const records = days.map(([day, values]): RecordEntry => [recordId.actual(REP, day), values]);
    void planner.load([...company(size), ...records, ...more], AS_OF);
    return planner.read({ kind: 'quality', month: '2026-11', unit: REP });
  }
  const without = (day: Day) => month.filter(([each]) => each !== day);
  const changed = (...days: [Day, Record<string, number>][]) =>
    [...month.filter(([day]) => !days.some(([each]) => each === day)), ...days].sort((a, b) =>
      a[0] < b[0] ? -1 : 1,
    );

  it('finds nothing in honest days', () => {
    expect(check(month)).toMatchObject({
      missing: [],
      contradictions: [],
      repeated: [],
      differing: [],
      months: [],
      hollow: [],
    });
  });

  it('names working days without numbers, but neither leave nor days before anything was entered', () => {
    expect(check(without('2026-11-11')).missing).toEqual([
      { unit: REP, day: '2026-11-11', measures: ['dials', 'connects'] },
    ]);
    const later = month.filter(([day]) => day >= '2026-11-09');
    expect(check(later).missing).toEqual([]);
  });

  it('says nothing of a measure that is not kept by the day', () => {
    const sparse = changed(['2026-11-05', { ...usual('2026-11-05'), intents: 3 }]);
    expect(check(sparse).missing).toEqual([]);
  });

  it('names a part above its whole at rep and day, and whether swapping gives the usual share', () => {
    const { contradictions } = check(changed(['2026-11-19', { dials: 27, connects: 98 }]));
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]).toMatchObject({
      ...{ unit: REP, day: '2026-11-19', whole: 'dials', part: 'connects' },
      ...{ wholeValue: 27, partValue: 98, swaps: true },
    });
    expect(contradictions[0]!.usual).toBeCloseTo(0.29, 1);
  });

  it('names copied and rounded days', () => {
    const copy = { dials: 97, connects: 28 };
    const { repeated } = check(changed(['2026-11-10', copy], ['2026-11-11', copy], ['2026-11-12', copy]));
    expect(repeated).toMatchObject([{ kind: 'copied', days: ['2026-11-10', '2026-11-11', '2026-11-12'] }]);
    const round = (day: Day, dials: number): [Day, Record<string, number>] => [day, { ...usual(day), dials }];
    expect(
      check(changed(round('2026-11-16', 100), round('2026-11-17', 200), round('2026-11-18', 100))).repeated,
    ).toMatchObject([{ kind: 'rounded', measure: 'dials', step: 100 }]);
  });

  it("holds a person's number against the system's", () => {
    const { differing } = check(
      month,
      [recordId.systemActual(REP, '2026-11-18'), { dials: 50 }],
      [recordId.systemActual(REP, '2026-11-17'), { dials: usual('2026-11-17').dials + 1 }],
    );
    expect(differing).toMatchObject([{ unit: REP, day: '2026-11-18', measure: 'dials', system: 50 }]);
  });

  it('holds past months against their days', () => {
    const days = weekdays('2026-10-12', '2026-10-16').map((day): [Day, Record<string, number>] => [
      day,
      usual(day),
    ]);
    const { months } = check([...days, ...month]);
    expect(months.map(({ month, measure }) => [month, measure])).toEqual([
      ['2026-10', 'dials'],
      ['2026-10', 'connects'],
    ]);
  });

  it('does not hold a month against its days that were begun within it', () => {
    const day: RecordEntry = [recordId.actual(REP, '2026-10-12'), { dials: 5 }];
    const begun: RecordEntry = [recordId.monthToDate(REP, '2026-10'), { until: '2026-10-12' }];
    const monthsOf = (...records: RecordEntry[]) => {
      const planner = create();
      void planner.load([...company(size), ...records], AS_OF);
      return planner.read({ kind: 'quality', month: '2026-11', unit: REP }).months;
    };
    expect(monthsOf(day)).toMatchObject([{ month: '2026-10', measure: 'dials', sum: 5 }]);
    expect(monthsOf(day, begun)).toEqual([]);
  });

  it('suggests a measure that has not moved the next one in half a year', () => {
    const half = weekdays('2026-05-25', AS_OF).map((day): [Day, Record<string, number>] => {
      const week = Math.floor((dayNumber(day) + 3) / 7);
      return [day, { dials: 60 + ((week * 37) % 61), connects: 25 + ((week * 11) % 7) }];
    });
    const [hollow] = check(half).hollow;
    expect(hollow).toMatchObject({ measure: 'dials', next: 'connects' });
    expect(hollow!.weeks).toBeGreaterThanOrEqual(12);
    const driven = half.map(([day, { dials = 0 }]): [Day, Record<string, number>] => [
      day,
      { dials, connects: dials / 3 },
    ]);
    expect(check(driven).hollow).toEqual([]);
  });

  it('says how much of what was due was done, and what of the work was worth it', () => {
    const answer = check(month);
    const [dials, rep] = [answer.measures.indexOf('dials'), answer.units.indexOf(REP)];
    expect(answer.execution[dials]![rep]).toBeGreaterThan(0);
    expect(answer.validOf).toMatchObject({ whole: 'dials' });
  });
});
