import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/model/formula.ts';
import { recordId } from '../../src/model/ids.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import type { BackcastAnswer, OddsAnswer, Planner } from '../../src/model/planning.ts';
import { otherValues } from '../../src/model/records/other.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { addMonths, type Month } from '../../src/model/time.ts';
import { weekdays } from './oracle.ts';
import { company, goal, history, onePerson, seeded, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

/** November 2026 has 21 working days, and no holiday. */
const TODAY = '2026-11-11';
const RUNNING = '2026-11';
const NEXT = '2026-12';
const REPEAT = 'repeatRevenue';
const REFERRAL = 'referralRevenue';
const keeps = (kind: string): RecordEntry => [recordId.other(kind), otherValues(kind)];

/** The record once more, slow and obvious: `months` by age, null = blank. */
function expectedOf(months: readonly (number | null)[], halfLife: number): { mean: number; spread: number } {
  const known = months.flatMap((amount, age) =>
    amount === null ? [] : [{ amount, weight: Math.pow(2, -age / halfLife) }],
  );
  const weight = known.reduce((sum, month) => sum + month.weight, 0);
  const mean = known.reduce((sum, month) => sum + (month.weight / weight) * month.amount, 0);
  const bias = 1 - known.reduce((sum, month) => sum + (month.weight / weight) ** 2, 0);
  const around = known.reduce((sum, month) => sum + (month.weight / weight) * (month.amount - mean) ** 2, 0);
  return { mean, spread: around / bias };
}

/** Months back from October, as history records. */
const past = (rep: string, kind: string, months: readonly (number | null)[]): RecordEntry[] =>
  months.map((amount, age) => history(rep, addMonths('2026-10', -age), { [kind]: amount }));

function backcast(
  planner: Planner,
  month: Month,
  mode: 'goal' | 'toGo' = 'toGo',
): BackcastAnswer & { at: (column: Float64Array | undefined, unit?: string) => number } {
  const answer = planner.read({ kind: 'backcast', month, mode });
  return {
    ...answer,
    at: (column, key = 'me') => column?.[answer.units.indexOf(key)] ?? NaN,
  };
}

describe.each(planners)('other revenue $name', ({ create }) => {
  const load = (records: readonly RecordEntry[], today = TODAY): Planner => {
    const planner = create();
    void planner.load(records, today);
    return planner;
  };
  const record = [80_000, null, 0, 120_000, 60_000, 90_000];

  it('is due and told day by day with the rest of the goal that it counts for', () => {
    const records = onePerson(
      ...[keeps(REPEAT), goal('me', RUNNING, 2_100_000)],
      ...past('me', REPEAT, [400_000, 400_000, 400_000]),
      [recordId.systemActual('me', '2026-11-02'), { dials: 100, revenue: 300_000, [REPEAT]: 50_000 }],
      [recordId.systemActual('me', '2026-11-03'), { dials: 100, revenue: 200_000, [REPEAT]: 50_000 }],
    );
    const planner = load(records);
    const { due, won } = planner.read({ kind: 'board', month: RUNNING, unit: null }).sum;
    // Seven of November's working days lie before the 11th.
    expect(due).toBeCloseTo((2_100_000 * 7) / 21, 6);
    expect(won).toBe(600_000);
    const standing = planner.read({ kind: 'standing', month: RUNNING });
    expect(standing.due[standing.units.indexOf('me')]).toBeCloseTo(due, 6);
    const { plan, actual, days } = planner.read({ kind: 'burnUp', month: RUNNING, unit: null });
    expect(plan.at(-1)).toBeCloseTo(2_100_000, 6);
    expect([actual?.[days.indexOf('2026-11-02')], actual?.[days.indexOf('2026-11-10')]]).toEqual([
      350_000, 600_000,
    ]);
  });

  it('is taken off what is to go: what is in, and the monthly mean for the days that are left', () => {
    const planner = load(
      onePerson(
        keeps(REPEAT),
        ...past('me', REPEAT, record),
        history('me', RUNNING, { [REPEAT]: 30_000, revenue: 100_000 }),
        goal('me', RUNNING, 3_000_000),
      ),
    );
    const { mean } = expectedOf(record, 6);
    const left = weekdays(RUNNING).filter((day) => day >= TODAY).length / weekdays(RUNNING).length;
    const other = 30_000 + mean * left;
    const toGo = backcast(planner, RUNNING);
    expect(left).toBeCloseTo(14 / 21, 12);
    expect(toGo.at(toGo.other?.total)).toBeCloseTo(other, 6);
    expect(toGo.at(toGo.other?.come)).toBe(30_000);
    expect(toGo.at(toGo.toGo)).toBeCloseTo(3_000_000 - 100_000 - other, 6);
    expect(toGo.at(toGo.requirement[0])).toBeCloseTo((3_000_000 - 100_000 - other) / 0.2, 4);
    const whole = backcast(planner, RUNNING, 'goal');
    expect(whole.at(whole.requirement[0])).toBeCloseTo((3_000_000 - other) / 0.2, 4);
  });

  it('of a month to come is its whole mean, and what is over is only what came in', () => {
    const planner = load(
      onePerson(
        keeps(REPEAT),
        ...past('me', REPEAT, record),
        goal('me', NEXT, 3_000_000),
        goal('me', '2026-10', 3_000_000),
      ),
    );
    const next = backcast(planner, NEXT);
    expect(next.at(next.other?.total)).toBeCloseTo(expectedOf(record, 6).mean, 6);
    const over = backcast(planner, '2026-10', 'goal');
    expect(over.at(over.other?.total)).toBe(80_000);
  });

  it('has a mean for each kind, as old as money gets in the plan’s settings', () => {
    const referrals = [null, 50_000, 10_000];
    const planner = load([
      ...onePerson(keeps(REPEAT), keeps(REFERRAL), goal('me', NEXT, 3_000_000)),
      ...[settings({ moneyHalfLife: 2 }), ...past('me', REPEAT, record)],
      ...past('me', REFERRAL, referrals).map(([id, values], age): RecordEntry => [
        id,
        { ...values, [REPEAT]: record[age] ?? null },
      ]),
    ]);
    const next = backcast(planner, NEXT);
    const both = expectedOf(record, 2).mean + expectedOf(referrals, 2).mean;
    expect(next.at(next.other?.total)).toBeCloseTo(both, 6);
  });

  it('never asks for less than nothing', () => {
    const planner = load(
      onePerson(keeps(REPEAT), ...past('me', REPEAT, [9_000_000]), goal('me', NEXT, 3_000_000)),
    );
    for (const mode of ['goal', 'toGo'] as const) {
      const next = backcast(planner, NEXT, mode);
      expect(next.at(next.toGo)).toBe(0);
      expect(next.at(next.requirement.at(-1))).toBe(0);
      expect(next.at(next.perDay.at(-1))).toBe(0);
    }
  });

  it('expects nothing of a rep without a record, whatever the others bring, and sums up over the tree', () => {
    const planner = load([
      ...[settings(), ...templateMeasures('telesales'), keeps(REPEAT)],
      ...[unit('team', 'team', null), unit('new', 'rep', 'team'), unit('old', 'rep', 'team')],
      ...[goal('new', NEXT, 1_000_000), goal('old', NEXT, 1_000_000), ...past('old', REPEAT, [400_000])],
    ]);
    const next = backcast(planner, NEXT);
    expect(next.at(next.other?.total, 'new')).toBe(0);
    expect(next.at(next.other?.total, 'old')).toBe(400_000);
    expect(next.at(next.other?.total, 'team')).toBe(400_000);
    expect(next.at(next.toGo, 'team')).toBe(1_600_000);
  });

  it('says what stands behind it', () => {
    const planner = load(
      onePerson(
        keeps(REPEAT),
        ...past('me', REPEAT, record),
        history('me', RUNNING, { [REPEAT]: 30_000 }),
        goal('me', RUNNING, 3_000_000),
      ),
    );
    for (const mode of ['goal', 'toGo'] as const) {
      const why = planner.read({ kind: 'why', unit: 'me', month: RUNNING, mode });
      const { mean } = expectedOf(record, 6);
      expect(why.other?.kinds).toEqual([
        { kind: REPEAT, come: 30_000, mean: expect.closeTo(mean, 6) as number, months: 5 },
      ]);
      expect(why.other?.expected).toBeCloseTo((mean * 14) / 21, 6);
      expect(evaluate(why.other!.formula)).toBe(why.other!.value);
      expect(evaluate(why.toGo.formula)).toBe(why.toGo.value);
      expect(evaluate(why.links[0]!.formula)).toBe(why.links[0]!.value);
    }
  });

  it('counts in the chances: as money that is there, and as money that may come', () => {
    const steady = [200_000, 200_000, 200_000, 200_000];
    const wild = [0, 400_000, 0, 400_000];
    const worked = [0, 1, 2, 3].map((age) =>
      history('me', addMonths('2026-10', -age), { dials: 2000, connects: 600, revenue: 3_000_000 }),
    );
    const chances = (...more: RecordEntry[]): OddsAnswer =>
      load(onePerson(...worked, goal('me', NEXT, 3_000_000), ...more)).read({ kind: 'odds', month: NEXT });
    const without = chances();
    const lower = chances(goal('me', NEXT, 2_800_000));
    const sure = chances(keeps(REPEAT), ...merged(worked, past('me', REPEAT, steady)));
    const unsure = chances(keeps(REPEAT), ...merged(worked, past('me', REPEAT, wild)));
    expect(sure.atPace[0]).toBeCloseTo(lower.atPace[0]!, 12);
    expect(sure.atPace[0]).toBeGreaterThan(without.atPace[0]!);
    expect(unsure.atPace[0]).not.toBeCloseTo(sure.atPace[0]!, 4);
  });

  it('is enough with the confidence of the plan', () => {
    const random = seeded(5);
    const kept = [keeps(REPEAT), ...['r0000', 'r0001'].flatMap((rep) => pastOf(rep, random))];
    const plan = company({ reps: 6, teams: 2, months: 6, last: '2026-10', goals: 2 });
    const planner = load([...merged(plan, kept), settings({ confidence: 0.8 })]);
    const odds = planner.read({ kind: 'odds', month: NEXT });
    for (const rep of ['r0000', 'r0001', 'r0002'])
      expect(odds.atQuota[odds.units.indexOf(rep)]).toBeCloseTo(0.8, 3);
  });

  it('leaves work to make the company sure where it would be enough on average alone', () => {
    const changeable = [9_000_000, 0, 9_000_000, 0, 9_000_000, 0];
    const reps = ['r0000', 'r0001'];
    const plan = company({ reps: 2, teams: 1, months: 6, last: '2026-10', goals: 2 }).filter(
      ([id]) => !id.startsWith('goal/'),
    );
    const kept = reps.flatMap((rep) => [...past(rep, REPEAT, changeable), goal(rep, NEXT, 3_000_000)]);
    const sure = settings({ confidence: 0.8, confidenceOf: 'company' });
    const planner = load([...merged(plan, [keeps(REPEAT), ...kept]), sure]);
    const sheet = backcast(planner, NEXT);
    expect(sheet.problems).toEqual({});
    for (const rep of reps) expect(sheet.at(sheet.requirement.at(-1), rep)).toBeGreaterThan(0);
    const odds = planner.read({ kind: 'odds', month: NEXT });
    expect(odds.atQuota[odds.units.indexOf('all')]).toBeCloseTo(0.8, 2);
  });

  it('leaves the goals less their other revenue to a chain that takes months', () => {
    const months = Array.from({ length: 12 }, (_, at) => addMonths(NEXT, at));
    const records = onePerson(
      keeps(REPEAT),
      ...past('me', REPEAT, [500_000, 500_000]),
      ...months.map((month) => goal('me', month, 3_000_000)),
    ).map(([id, values]): RecordEntry =>
      id === recordId.measure('revenue') ? [id, { ...values, lagMedian: 30, lag90: 60 }] : [id, values],
    );
    const next = backcast(load(records), NEXT, 'goal');
    expect(next.at(next.requirement[0])).toBeCloseTo(2_500_000 / 0.2, 4);
  });

  it('follows an edit of the history as a plan that is loaded with it', () => {
    const plan = onePerson(keeps(REPEAT), ...past('me', REPEAT, record), goal('me', NEXT, 3_000_000));
    const planner = load(plan);
    backcast(planner, NEXT);
    const edit = { id: recordId.history('me', '2026-09'), values: { [REPEAT]: 1_000_000 } };
    void planner.apply([edit]);
    const anew = load([...plan, [edit.id, edit.values]]);
    const [edited, loaded] = [backcast(planner, NEXT), backcast(anew, NEXT)];
    expect(edited.other).toEqual(loaded.other);
    expect(edited.requirement).toEqual(loaded.requirement);
    void planner.apply([{ id: recordId.other(REPEAT), values: null }]);
    expect(backcast(planner, NEXT).other).toBeNull();
  });
});

function pastOf(rep: string, random: () => number): RecordEntry[] {
  return past(
    rep,
    REPEAT,
    Array.from({ length: 6 }, () => Math.round(random() * 600_000)),
  );
}

/** The records of a history with more fields. */
function merged(records: readonly RecordEntry[], more: readonly RecordEntry[]): RecordEntry[] {
  const all = new Map(records);
  for (const [id, values] of more) all.set(id, { ...all.get(id), ...values });
  return [...all];
}

describe('laws of other revenue', () => {
  const amounts = fc.array(
    fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: 1, max: 900_000 })),
    { minLength: 1, maxLength: 6 },
  );
  const given = fc.record({
    amounts,
    come: fc.integer({ min: 0, max: 500_000 }),
    confidence: fc.constantFrom(null, 0.5, 0.8),
    confidenceOf: fc.constantFrom('rep', 'company'),
    lag: fc.constantFrom(0, 5, 30),
    mode: fc.constantFrom('goal' as const, 'toGo' as const),
    month: fc.constantFrom(RUNNING, NEXT),
    money: fc.constantFrom(1000, 0.01),
  });
  type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

  function read(of: Given, { by = 1, other = 1, kept = true } = {}) {
    const plan = company({ reps: 4, teams: 2, months: 5, last: '2026-10', goals: 3 }, 3).map(
      ([id, values]): RecordEntry => [id, scaled(values, by)],
    );
    const money = (amount: number | null): number | null => (amount === null ? null : amount * by * other);
    const more = [
      ...past('r0001', REPEAT, of.amounts.map(money)),
      history('r0001', RUNNING, { [REPEAT]: money(of.come) }),
    ];
    const { confidence, confidenceOf, lag } = of;
    const planner = planners[0]!.create();
    void planner.load(
      [
        ...merged(plan, kept ? more : []).map(([id, values]): RecordEntry =>
          id === recordId.measure('revenue')
            ? [id, { ...values, lagMedian: lag, lag90: 2 * lag }]
            : [id, values],
        ),
        ...(kept ? [keeps(REPEAT)] : []),
        settings({ confidence, confidenceOf }),
      ],
      TODAY,
    );
    const answer = planner.read({ kind: 'backcast', month: of.month, mode: of.mode });
    const odds = planner.read({ kind: 'odds', month: of.month });
    return { answer, odds, dials: answer.requirement.at(-1)!, at: answer.units.indexOf('r0001') };
  }
  const scaled = (values: RecordEntry[1], by: number): RecordEntry[1] =>
    Object.fromEntries(
      Object.entries(values).map(([field, value]) => [
        field,
        ['pipeline', 'revenue', 'amount'].includes(field) && typeof value === 'number' ? value * by : value,
      ]),
    );

  it('more of it never asks for more dials', () => {
    fc.assert(
      fc.property(given, (of) => {
        const [less, more] = [read(of), read(of, { other: 1.5 })];
        const asked = (each: typeof less): number => each.dials[each.at]!;
        // Under a confidence wilder money may take more work: more of it is less sure.
        fc.pre(of.confidence === null);
        expect(asked(more)).toBeLessThanOrEqual(asked(less) + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('kept without a single entry changes no number', () => {
    fc.assert(
      fc.property(given, (of) => {
        const none = { ...of, amounts: [null], come: 0 };
        const [kept, without] = [read(none), read(none, { kept: false })];
        expect(kept.answer.requirement).toEqual(without.answer.requirement);
        expect(kept.answer.toGo).toEqual(without.answer.toGo);
        expect(kept.odds).toEqual(without.odds);
      }),
      { numRuns: 20 },
    );
  });

  it('in another currency asks for the same work with the same chances', () => {
    fc.assert(
      fc.property(given, (of) => {
        const [one, other] = [read(of), read(of, { by: of.money })];
        one.dials.forEach((dials, unit) => {
          if (Number.isNaN(dials)) expect(other.dials[unit]).toBeNaN();
          else expect(other.dials[unit]! / (dials || 1)).toBeCloseTo(dials === 0 ? 0 : 1, 4);
        });
        one.odds.atPace.forEach((chance, unit) =>
          expect(other.odds.atPace[unit] ?? NaN).toBeCloseTo(chance, 6),
        );
      }),
      { numRuns: 20 },
    );
  });
});
