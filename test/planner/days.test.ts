import { describe, expect, it } from 'vitest';
import type { DaysAnswer } from '../../src/model/planning.ts';
import { recordId } from '../../src/model/ids.ts';
import { company, goal, onePerson, unit } from './plan.ts';
import { planners } from './planners.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe.each(planners)('day quotas $name', ({ create }) => {
  function days(
    records: Parameters<ReturnType<typeof create>['load']>[0],
    key: string,
    month = '2026-11',
  ): DaysAnswer {
    const planner = create();
    void planner.load(records, '2026-11-20');
    return planner.read({ kind: 'days', unit: key, month });
  }
  const quota = (answer: DaysAnswer, measure: string): DaysAnswer['measures'][number] => {
    const found = answer.measures.find((each) => each.measure === measure);
    if (!found) throw new Error(measure);
    return found;
  };

  it('are integers that add up exactly to the week and the month', () => {
    const answer = days(onePerson(goal('me', '2026-11', 3_000_000)), 'me');
    const dials = quota(answer, 'dials');
    expect(dials.total).toBe(2000);
    expect(sum(dials.perDay ?? [])).toBe(2000);
    answer.weeks.forEach(({ from, to }, week) => {
      const within = answer.days.flatMap(({ day }, at) =>
        day >= from && day <= to ? [dials.perDay?.[at] ?? 0] : [],
      );
      expect(dials.perWeek[week]).toBe(sum(within));
    });
    expect(new Set(dials.perDay)).toEqual(new Set([0, 95, 96]));
  });

  it('of what is to go lie on the days left, as the to-go sheet says a day', () => {
    const planner = create();
    void planner.load(onePerson(goal('me', '2026-11', 3_000_000)), '2026-11-20');
    const answer = planner.read({ kind: 'days', unit: 'me', month: '2026-11', mode: 'toGo' });
    const dials = quota(answer, 'dials');
    const past = answer.days.flatMap(({ day }, at) => (day < '2026-11-20' ? [dials.perDay?.[at] ?? 0] : []));
    expect(sum(past)).toBe(0);
    expect(sum(dials.perDay ?? [])).toBe(2000);
    const sheet = planner.read({ kind: 'backcast', month: '2026-11', mode: 'toGo' });
    const aDay = sheet.perDay.at(-1)?.[sheet.units.indexOf('me')] ?? NaN;
    for (const done of dials.perDay ?? []) if (done > 0) expect(Math.abs(done - aDay)).toBeLessThan(1);
  });

  it('do not grow on the way down: 1,389 dials stay 1,389', () => {
    // 2,083,500 minor units ÷ 20 % ÷ 5,000 ÷ 20 % ÷ 25 % ÷ 30 % = 1,389 dials
    const answer = days(onePerson(goal('me', '2026-11', 2_083_500)), 'me');
    expect(quota(answer, 'dials').total).toBe(1389);
    expect(sum(quota(answer, 'dials').perDay ?? [])).toBe(1389);
  });

  it('give money, and what comes less than once a day, by the week only', () => {
    const answer = days(onePerson(goal('me', '2026-11', 2_000_000)), 'me');
    expect(quota(answer, 'intents')).toMatchObject({ total: 20, perDay: null });
    expect(sum(quota(answer, 'intents').perWeek)).toBe(20);
    expect(quota(answer, 'pipeline')).toMatchObject({ total: 10_000_000, perDay: null });
    expect(quota(answer, 'pipeline').perWeek.every((money) => money % 100 === 0)).toBe(true);
    expect(sum(quota(answer, 'pipeline').perWeek)).toBe(10_000_000);
  });

  it('of a team are the sums of its reps’', () => {
    const plan = company({ reps: 6, teams: 2, months: 6, last: '2026-10', goals: 1 });
    const team = days(plan, 't0');
    const members = ['r0000', 'r0002', 'r0004'].map((key) => days(plan, key));
    const dials = members.map((member) => quota(member, 'dials'));
    expect(quota(team, 'dials').total).toBe(sum(dials.map(({ total }) => total)));
    expect([...(quota(team, 'dials').perDay ?? [])]).toEqual(
      team.days.map((_, at) => sum(dials.map(({ perDay }) => perDay?.[at] ?? NaN))),
    );
  });

  it('leave out holidays, leave and company days, and say which is which', () => {
    const answer = days(
      [
        ...onePerson(goal('me', '2026-10', 3_000_000)),
        unit('me', 'rep', null, { leave: [{ from: '2026-10-12', to: '2026-10-13', part: 0.5 }] }),
        [recordId.dayOff('2026-10-16'), { weight: 0, name: 'outing' }],
      ],
      'me',
      '2026-10',
    );
    const of = (day: string) => answer.days.find((each) => each.day === day);
    expect(of('2026-10-05')).toMatchObject({ weight: 0, note: 'holiday' });
    expect(of('2026-10-10')).toMatchObject({ weight: 1, note: 'makeUp' });
    expect(of('2026-10-12')).toMatchObject({ weight: 0.5, note: 'leave' });
    expect(of('2026-10-16')).toMatchObject({ weight: 0, note: 'company' });
    expect(of('2026-10-17')).toMatchObject({ weight: 0, note: null });
    const half = quota(answer, 'dials').perDay?.[11] ?? NaN;
    const whole = quota(answer, 'dials').perDay?.[13] ?? NaN;
    expect(Math.abs(half * 2 - whole)).toBeLessThanOrEqual(2);
  });

  it('split a week that crosses two months into its two parts', () => {
    const plan = onePerson(goal('me', '2026-10', 3_000_000), goal('me', '2026-11', 3_000_000));
    const october = days(plan, 'me', '2026-10').weeks.at(-1);
    const november = days(plan, 'me', '2026-11').weeks[0];
    expect(october).toEqual({ week: 44, from: '2026-10-26', to: '2026-10-31' });
    expect(november).toEqual({ week: 44, from: '2026-11-01', to: '2026-11-01' });
  });

  it('say when the state’s days of a year are not published', () => {
    expect(days(onePerson(), 'me', '2026-12').calendar).toEqual({ country: 'CN', provisional: false });
    expect(days(onePerson(), 'me', '2031-01').calendar).toEqual({ country: 'CN', provisional: true });
  });

  it('are none where the chain has no number', () => {
    const dials = quota(days(onePerson(), 'me'), 'dials');
    expect(dials.total).toBeNaN();
    expect(dials.perDay).toBeNull();
  });
});
