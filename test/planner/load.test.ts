import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { LoadAnswer, Planner } from '../../src/model/planning.ts';
import { company, goal, history, onePerson, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const NOV = '2026-11';
const TODAY = '2026-11-01';
const TEAM = { reps: 12, teams: 3, months: 12, last: '2026-10', goals: 2 } as const;

describe.each(planners)('the load $name', ({ create }) => {
  function loaded(records: RecordEntry[], asOf = TODAY): Planner {
    const planner = create();
    void planner.load(records, asOf);
    return planner;
  }
  const load = (records: RecordEntry[], asOf = TODAY): LoadAnswer =>
    loaded(records, asOf).read({ kind: 'load', month: NOV, mode: 'goal' });
  const first = (column: Float64Array): number => column[0] ?? NaN;

  it('is the minutes that a day’s requirement takes, against the working time', () => {
    // 21 working days; of the month 2,000 dials, 600 connects, 150 conversations, 30 intents.
    const answer = load(onePerson(goal('me', NOV, 3_000_000)));
    const minutes = (2000 * 1 + 600 * 1.5 + 150 * 5 + 30 * 15) / 21 + 30;
    expect(first(answer.needed)).toBeCloseTo(minutes, 9);
    expect([first(answer.available), answer.measure]).toEqual([420, 'dials']);
    expect(first(answer.share)).toBeCloseTo(minutes / 420, 9);
    expect([first(answer.over), first(answer.reps)]).toEqual([0, 1]);
  });

  it('takes the minutes of a count from the plan where it has its own', () => {
    const records = onePerson(goal('me', NOV, 3_000_000)).map(([id, values]): RecordEntry =>
      id === recordId.measure('dials') ? [id, { ...values, minutes: 4 }] : [id, values],
    );
    const usual = load(onePerson(goal('me', NOV, 3_000_000)));
    expect(first(load(records).needed) - first(usual.needed)).toBeCloseTo((3 * 2000) / 21, 9);
  });

  it('takes a person’s own time first, then the team’s, then the plan’s', () => {
    const people = (team: object, rep: object): RecordEntry[] => [
      ...onePerson(goal('rep', NOV, 3_000_000)),
      unit('team', 'team', null, { order: -1, workMinutes: null, ...team }),
      unit('rep', 'rep', 'team', { ...rep }),
    ];
    const at = (records: RecordEntry[], column: 'available' | 'needed'): number => {
      const answer = load(records);
      return answer[column][answer.units.indexOf('rep')]!;
    };
    expect(at(people({}, {}), 'available')).toBe(420);
    expect(at(people({ workMinutes: 360 }, {}), 'available')).toBe(360);
    expect(at(people({ workMinutes: 360 }, { workMinutes: 240 }), 'available')).toBe(240);
    const usual = at(people({}, {}), 'needed');
    expect(at(people({ adminMinutes: 90 }, {}), 'needed') - usual).toBeCloseTo(60, 9);
    expect(at(people({ adminMinutes: 90 }, { adminMinutes: 0 }), 'needed') - usual).toBeCloseTo(-30, 9);
  });

  it('takes a person’s own minutes of a measure first, then the team’s, then the plan’s', () => {
    const people = (team: object, rep: object): RecordEntry[] => [
      ...onePerson(goal('rep', NOV, 3_000_000)),
      unit('team', 'team', null, { order: -1, ...team }),
      unit('rep', 'rep', 'team', { ...rep }),
    ];
    const needed = (team: object, rep: object): number => {
      const answer = load(people(team, rep));
      return answer.needed[answer.units.indexOf('rep')]!;
    };
    const usual = needed({}, {});
    const more = (minutes: number): number => (minutes * 2000) / 21;
    expect(needed({ 'minutes:dials': 2.5 }, {}) - usual).toBeCloseTo(more(1.5), 9);
    expect(needed({ 'minutes:dials': 2.5 }, { 'minutes:dials': 0 }) - usual).toBeCloseTo(more(-1), 9);
    expect(needed({ 'minutes:dials': 2.5 }, { 'minutes:dials': null }) - usual).toBeCloseTo(more(1.5), 9);
    expect(needed({ 'minutes:revenue': 60, 'minutes:gone': 60, 'minutes:dials': -1 }, {})).toBe(usual);
  });

  it('is never less with more minutes, and clearing them brings back what it was', () => {
    const planner = loaded(company(TEAM));
    const needed = (): Float64Array => planner.read({ kind: 'load', month: NOV, mode: 'goal' }).needed;
    const usual = needed();
    const { units } = planner.read({ kind: 'load', month: NOV, mode: 'goal' });
    const records = new Map(company(TEAM));
    const put = (key: string, field: string, value: number | null): void => {
      const id = recordId.unit(key);
      records.set(id, { ...records.get(id), [field]: value });
      void planner.apply([{ id, values: records.get(id)! }]);
    };
    const measures = ['dials', 'connects', 'conversations', 'intents'];
    const at = fc.record({ unit: fc.constantFrom(...units), measure: fc.constantFrom(...measures) });
    const minutes = fc.double({ min: 0, max: 1440, noNaN: true });
    fc.assert(
      fc.property(at, minutes, minutes, ({ unit: key, measure }, one, other) => {
        const field = `minutes:${measure}`;
        const [less, more] = [one, other].sort((a, b) => a - b) as [number, number];
        put(key, field, less);
        const before = needed();
        put(key, field, more);
        needed().forEach((value, row) => expect(value).not.toBeLessThan(before[row]!));
        put(key, field, null);
        expect(needed()).toEqual(usual);
      }),
      { numRuns: 60 },
    );
  });

  it('sets the work a day against the 90th percentile of the own months', () => {
    const months = { '2026-08': 2100, '2026-09': 2640, '2026-10': 1700 };
    const records = onePerson(
      goal('me', NOV, 6_000_000),
      ...Object.entries(months).map(([month, dials]) => history('me', month, { dials, connects: dials / 4 })),
    );
    const answer = load(records);
    const odds = loaded(records).read({ kind: 'odds', month: NOV });
    expect(first(answer.best)).toBeCloseTo(odds.best[0]!, 9);
    expect(first(answer.ofBest)).toBeCloseTo(first(answer.work) / first(answer.best), 9);
    expect([first(answer.overBest), first(answer.over)]).toEqual([1, 1]);
  });

  it('of a team is the sum of its reps, and how many of them are over', () => {
    const answer = load(company(TEAM));
    const of = (key: string, column: Float64Array): number => column[answer.units.indexOf(key)]!;
    const reps = answer.units.filter((key) => key.startsWith('r'));
    const sum = (column: Float64Array): number => reps.reduce((total, key) => total + of(key, column), 0);
    for (const column of [answer.needed, answer.available, answer.over, answer.reps])
      expect(of('all', column)).toBeCloseTo(sum(column), 6);
    expect(of('all', answer.share)).toBeCloseTo(sum(answer.needed) / sum(answer.available), 9);
    expect(of('all', answer.reps)).toBe(12);
  });

  it('is higher with a higher confidence, and never lower with a higher goal', () => {
    const sure = company(TEAM).map((entry): RecordEntry =>
      entry[0] === SETTINGS_ID ? settings({ confidence: 0.8 }) : entry,
    );
    const [expected, confident] = [load(company(TEAM)), load(sure)];
    expect(first(confident.needed)).toBeGreaterThan(first(expected.needed));
    const amounts = [0, 1, 1_000_000, 5_000_000, 1e12];
    const needed = amounts.map((amount) => first(load(onePerson(goal('me', NOV, amount))).needed));
    expect(needed).toEqual([...needed].sort((a, b) => a - b));
    expect(needed[0]).toBe(30);
  });

  it('is nothing without a goal, and only other work once the goal is won', () => {
    expect(first(load(onePerson()).needed)).toBeNaN();
    const won = onePerson(goal('me', NOV, 100), history('me', NOV, { revenue: 200 }));
    const answer = loaded(won, '2026-11-20').read({ kind: 'load', month: NOV, mode: 'toGo' });
    expect([first(answer.needed), first(answer.over)]).toEqual([30, 0]);
  });

  it('without any working time has no share and is over', () => {
    const none = onePerson(goal('me', NOV, 3_000_000)).map(([id, values]): RecordEntry =>
      id === SETTINGS_ID ? [id, { ...values, workMinutes: 0 }] : [id, values],
    );
    const answer = load(none);
    expect([first(answer.share), first(answer.overTime), first(answer.over)]).toEqual([NaN, 1, 1]);
  });
});
