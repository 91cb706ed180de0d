import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { ForecastAnswer, Planner } from '../../src/model/planning.ts';
import { dayNumber, dayOf, weekday } from '../../src/model/time.ts';
import { company, settings } from './plan.ts';
import { planners } from './planners.ts';

const AS_OF = '2026-11-20';
const MONTH = '2026-11';
const size = { reps: 4, teams: 2, months: 6, last: '2026-10', goals: 2 };
const REP = 'r0001';

const tiers: RecordEntry[] = [
  ['retain', 10, 500_000, null],
  ['core', 20, 1_500_000, 0.08],
  ['star', 30, 9_000_000, 0.12],
].flatMap(([key, order, amount, pay]): RecordEntry[] => [
  [recordId.tier(String(key)), { order: Number(order), pay: pay as number | null }],
  [recordId.tierLine(String(key), 'all', '2026-01'), { amount: Number(amount) }],
]);

describe.each(planners)('the forecast $name', ({ create }) => {
  const opened = (...more: RecordEntry[]): Planner => {
    const planner = create();
    void planner.load([...company(size), ...more], AS_OF);
    return planner;
  };
  const forecast = (planner: Planner): ForecastAnswer => planner.read({ kind: 'forecast', month: MONTH });
  const of = (answer: ForecastAnswer, unit: string) => {
    const at = answer.units.indexOf(unit);
    const { goal, won, expected, low, high, chance, tiers: outlooks } = answer;
    const column = { goal, won, expected, low, high, chance };
    const numbers = Object.fromEntries(Object.entries(column).map(([name, values]) => [name, values[at]!]));
    return { ...(numbers as Record<keyof typeof column, number>), tier: outlooks[at] ?? null };
  };

  it('lies within its band, which lies above what is won', () => {
    const answer = forecast(opened([recordId.actual(REP, '2026-11-12'), { revenue: 300_000 }]));
    for (const unit of answer.units) {
      const { won, low, expected, high } = of(answer, unit);
      expect(low).toBeGreaterThanOrEqual(won);
      expect(expected).toBeGreaterThan(low);
      expect(high).toBeGreaterThan(expected);
    }
    expect(of(answer, REP).won).toBe(300_000);
  });

  it('has one chance in ten below its band and above it', () => {
    const early = (...more: RecordEntry[]): ForecastAnswer => {
      const planner = create();
      void planner.load([...company(size), ...more], '2026-11-02');
      return forecast(planner);
    };
    const { low, high } = of(early(), REP);
    for (const [amount, chance] of [
      [low, 0.9],
      [high, 0.1],
    ] as const) {
      const goal: RecordEntry = [recordId.goal(REP, MONTH), { amount: Math.round(amount) }];
      expect(of(early(goal), REP).chance).toBeCloseTo(chance, 3);
    }
  });

  it('of a team is narrower than the sum of its reps', () => {
    const answer = forecast(opened());
    const width = (unit: string): number => of(answer, unit).high - of(answer, unit).low;
    expect(width('t0')).toBeLessThan(width('r0000') + width('r0002'));
    const sum = ['r0000', 'r0002'].reduce((total, rep) => total + of(answer, rep).expected, 0);
    expect(of(answer, 't0').expected).toBeCloseTo(sum, 4);
  });

  it('follows the days of the last while, once there are enough of them', () => {
    const days = Array.from({ length: 28 }, (_, back) => dayOf(dayNumber(AS_OF) - 1 - back))
      .filter((day) => weekday(day) < 6)
      .map((day): RecordEntry => [recordId.actual(REP, day), { dials: 40 }]);
    const odds = (planner: Planner): number => {
      const answer = planner.read({ kind: 'odds', month: MONTH });
      return answer.pace[answer.units.indexOf(REP)]!;
    };
    expect(odds(opened(...days))).toBe(40);
    expect(odds(opened(...days.slice(0, 5)))).toBe(odds(opened()));
  });

  it('names the tier that it makes, the next one and what it takes', () => {
    const { tier, expected } = of(forecast(opened(...tiers)), REP);
    expect(tier?.lines.map((line) => line.tier)).toEqual(['retain', 'core', 'star']);
    expect(tier?.expected).toBeCloseTo(expected, 6);
    const made = tier!.lines.findLastIndex(({ amount }) => amount <= expected);
    expect(tier?.forecast).toBe(made);
    expect(tier?.next).toBe(made + 1);
    expect(tier!.perDay).toBeGreaterThan(tier!.usual);
    expect(tier!.chanceAtPerDay).toBeGreaterThan(tier!.chanceAtUsual);
  });

  it('has no next tier above the highest', () => {
    const won: RecordEntry = [recordId.actual(REP, '2026-11-12'), { revenue: 9_100_000 }];
    const { tier } = of(forecast(opened(...tiers, won)), REP);
    expect([tier?.made, tier?.next]).toEqual([2, -1]);
  });

  it('takes the thresholds of a level before those of all, from the month they hold from', () => {
    const level: RecordEntry[] = [
      [recordId.unit(REP), { name: REP, kind: 'rep', parent: 't1', order: 1, level: 'p2' }],
      [recordId.tierLine('core', 'p2', '2026-06'), { amount: 2_500_000 }],
      [recordId.tierLine('core', 'p2', '2026-12'), { amount: 3_500_000 }],
    ];
    const answer = forecast(opened(...tiers, ...level));
    expect(of(answer, REP).tier?.lines[1]?.amount).toBe(2_500_000);
    expect(of(answer, 'r0000').tier?.lines[1]?.amount).toBe(1_500_000);
  });

  it('in a quarter counts what its months have won already', () => {
    const quarterly: RecordEntry[] = [settings({ tierPeriod: 'quarter' })];
    const month = of(forecast(opened(...tiers)), REP).tier!;
    const quarter = of(forecast(opened(...quarterly, ...tiers)), REP).tier!;
    expect(quarter.won).toBeGreaterThan(month.won);
    expect(quarter.expected).toBeGreaterThan(month.expected);
  });
});
