import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { BackcastMode, TodayAnswer } from '../../src/model/planning.ts';
import { addMonths, type Day } from '../../src/model/time.ts';
import { company, goal, onePerson, settings, unit } from './plan.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { planners } from './planners.ts';

describe.each(planners)('today’s quotas $name', ({ create }) => {
  function ask(records: RecordEntry[], asOf: Day, mode: BackcastMode = 'goal') {
    const planner = create();
    void planner.load(records, asOf);
    const answer = planner.read({ kind: 'today', mode });
    const daysOf = (key: string, month = asOf.slice(0, 7)) =>
      planner.read({ kind: 'days', unit: key, month, mode });
    return { answer, daysOf };
  }
  function of(answer: TodayAnswer, key: string, measure = 'dials') {
    const at = answer.units.indexOf(key);
    const column = answer.measures.indexOf(measure);
    return {
      day: answer.day[at],
      off: answer.off[at],
      quota: answer.quota[column]?.[at],
      weekLeft: answer.weekLeft[column]?.[at],
    };
  }
  const goals = (rep: string, amount: number, from = '2026-11') => [
    goal(rep, from, amount),
    goal(rep, addMonths(from, 1), amount),
  ];
  const quotaOn = (days: ReturnType<ReturnType<typeof ask>['daysOf']>, day: Day, measure = 'dials') =>
    days.measures.find((each) => each.measure === measure)?.perDay?.[
      days.days.findIndex((each) => each.day === day)
    ] ?? NaN;

  it.each(['goal', 'toGo'] as const)('are those of the month’s days, from the %s', (mode) => {
    const plan = company({ reps: 7, teams: 2, months: 6, last: '2026-10', goals: 2 });
    const { answer, daysOf } = ask(plan, '2026-11-18', mode);
    for (const key of ['r0000', 'r0003', 't0', 'all']) {
      const days = daysOf(key);
      const week = ['2026-11-18', '2026-11-19', '2026-11-20'].map((day) => quotaOn(days, day));
      expect(of(answer, key)).toEqual({
        day: '2026-11-18',
        off: null,
        quota: week[0],
        weekLeft: week.reduce((sum, quota) => sum + quota, 0),
      });
    }
  });

  it('on a rest day are those of the next working day and its week', () => {
    const { answer, daysOf } = ask(onePerson(...goals('me', 3_000_000)), '2026-11-21');
    const days = daysOf('me');
    const next = of(answer, 'me');
    expect(next).toMatchObject({ day: '2026-11-23', off: 'rest', quota: quotaOn(days, '2026-11-23') });
    expect(next.weekLeft).toBe(
      days.measures.at(-1)?.perWeek[days.weeks.findIndex(({ from }) => from === '2026-11-23')],
    );
  });

  it('reach into the next month where this one has no working day left', () => {
    const { answer, daysOf } = ask(onePerson(...goals('me', 3_000_000, '2026-10')), '2026-10-31');
    const next = of(answer, 'me');
    expect(next).toMatchObject({ day: '2026-11-02', off: 'rest' });
    expect(next.quota).toBe(quotaOn(daysOf('me', '2026-11'), '2026-11-02'));
  });

  it('add the days of both months in a week that two months share', () => {
    const { answer, daysOf } = ask(onePerson(...goals('me', 3_000_000)), '2026-11-30');
    const december = daysOf('me', '2026-12');
    const rest = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map((day) =>
      quotaOn(december, day),
    );
    const monday = quotaOn(daysOf('me'), '2026-11-30');
    expect(of(answer, 'me')).toMatchObject({
      day: '2026-11-30',
      quota: monday,
      weekLeft: rest.reduce((sum, quota) => sum + quota, monday),
    });
  });

  it('say why a day is free: leave, a holiday, a company day, no employment', () => {
    const leave = [{ from: '2026-11-19', to: '2026-11-20', part: 1 }];
    const offOn = (day: Day, ...more: RecordEntry[]) => of(ask(onePerson(...more), day).answer, 'me').off;
    expect(offOn('2026-11-20', unit('me', 'rep', null, { leave }))).toBe('leave');
    expect(offOn('2026-11-21', unit('me', 'rep', null, { leave: [{ ...leave[0], to: '2026-11-22' }] }))).toBe(
      'rest',
    );
    expect(offOn('2026-10-02')).toBe('holiday');
    expect(offOn('2026-11-20', [recordId.dayOff('2026-11-20'), { weight: 0 }])).toBe('company');
    expect(offOn('2026-11-20', unit('me', 'rep', null, { start: '2026-11-23' }))).toBe('notEmployed');
    expect(offOn('2026-11-20', unit('me', 'rep', null, { end: '2026-11-19' }))).toBe('notEmployed');
  });

  it('of a team leave out whoever is away, and do not say that the team is', () => {
    const leave = [{ from: '2026-11-20', to: '2026-11-20', part: 1 }];
    const plan = [
      settings(),
      ...templateMeasures('telesales'),
      unit('team', 'team', null),
      unit('here', 'rep', 'team'),
      unit('away', 'rep', 'team', { leave }),
      ...goals('here', 3_000_000),
      ...goals('away', 3_000_000),
    ];
    const { answer } = ask(plan, '2026-11-20');
    expect(of(answer, 'away')).toMatchObject({ day: '2026-11-23', off: 'leave' });
    expect(of(answer, 'team')).toEqual({ ...of(answer, 'here'), off: null });
  });

  it('have no number a day for money and what comes less than once a day: the week has', () => {
    const { answer } = ask(onePerson(...goals('me', 2_000_000)), '2026-11-20');
    expect(of(answer, 'me', 'intents').quota).toBeNaN();
    expect(of(answer, 'me', 'intents').weekLeft).toBeGreaterThan(0);
    expect(of(answer, 'me', 'pipeline').quota).toBeNaN();
  });

  it('are none where nobody has a goal or a working day', () => {
    expect(of(ask(onePerson(), '2026-11-20').answer, 'me')).toEqual({
      day: '2026-11-20',
      off: null,
      quota: NaN,
      weekLeft: NaN,
    });
    const gone = unit('me', 'rep', null, { end: '2026-10-31' });
    expect(of(ask(onePerson(gone, ...goals('me', 3_000_000)), '2026-11-20').answer, 'me')).toEqual({
      day: null,
      off: 'notEmployed',
      quota: NaN,
      weekLeft: NaN,
    });
  });
});
