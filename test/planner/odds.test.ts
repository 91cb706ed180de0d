import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Planner } from '../../src/model/planning.ts';
import { company, goal, history, onePerson, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const NOV = '2026-11';
const DEC = '2026-12';
const TODAY = '2026-11-20';
const TEAM = { reps: 12, teams: 3, months: 12, last: '2026-10', goals: 2 } as const;
const confident = (confidence: number, confidenceOf: 'rep' | 'company' = 'rep') =>
  settings({ confidence, confidenceOf });
const withSettings = (records: RecordEntry[], entry: RecordEntry): RecordEntry[] =>
  records.map((record) => (record[0] === SETTINGS_ID ? entry : record));

describe.each(planners)('the odds $name', ({ create }) => {
  function loaded(records: RecordEntry[], asOf = TODAY): Planner {
    const planner = create();
    void planner.load(records, asOf);
    return planner;
  }
  const reps = (planner: Planner, column: Float64Array): number[] => {
    const { units } = planner.read({ kind: 'odds', month: DEC });
    return units.flatMap((key, at) => (key.startsWith('r') ? [column[at] ?? NaN] : []));
  };

  it('an expected quota is enough about four times in ten, not five', () => {
    const planner = loaded(company(TEAM));
    const chances = reps(planner, planner.read({ kind: 'odds', month: DEC }).atQuota);
    const mean = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
    expect(mean).toBeGreaterThan(0.35);
    expect(mean).toBeLessThan(0.49);
  });

  it.each([0.5, 0.8, 0.95])('at a confidence of %d each rep’s quota has that chance', (confidence) => {
    const planner = loaded(withSettings(company(TEAM), confident(confidence)));
    for (const chance of reps(planner, planner.read({ kind: 'odds', month: DEC }).atQuota))
      expect(chance).toBeCloseTo(confidence, 3);
  });

  it('at a confidence for the whole company one multiplier on everybody reaches it together', () => {
    const expected = loaded(company(TEAM));
    const planner = loaded(withSettings(company(TEAM), confident(0.8, 'company')));
    expect(planner.read({ kind: 'odds', month: DEC }).atQuota[0]).toBeCloseTo(0.8, 3);
    const dials = (of: Planner): number[] =>
      reps(of, of.read({ kind: 'backcast', month: DEC, mode: 'goal' }).requirement.at(-1)!);
    const before = dials(expected);
    const factors = dials(planner).map((value, rep) => value / before[rep]!);
    expect(factors[0]).toBeGreaterThan(1);
    for (const factor of factors) expect(factor).toBeCloseTo(factors[0]!, 9);
  });

  it('a confident quota raises every measure of the chain alike', () => {
    const records = company(TEAM);
    const expected = loaded(records).read({ kind: 'backcast', month: DEC, mode: 'goal' });
    const sure = loaded(withSettings(records, confident(0.8))).read({
      kind: 'backcast',
      month: DEC,
      mode: 'goal',
    });
    expected.units.forEach((key, at) => {
      if (!key.startsWith('r')) return;
      const factors = sure.requirement.map(
        (column, measure) => column[at]! / expected.requirement[measure]![at]!,
      );
      expect(factors[0]).toBeGreaterThan(1.05);
      for (const factor of factors) expect(factor).toBeCloseTo(factors[0]!, 9);
    });
  });

  it('is sure of a goal that is won and says nothing where there is none', () => {
    const records = [
      ...onePerson(goal('me', NOV, 1_000_000), history('me', NOV, { revenue: 1_200_000 })),
      unit('you', 'rep', null, { order: 1 }),
    ];
    const odds = loaded(records).read({ kind: 'odds', month: NOV });
    expect([...odds.atQuota]).toEqual([1, NaN]);
  });

  it('takes the pipeline in hand into account where it is a stock', () => {
    const records = withSettings(onePerson(goal('me', DEC, 3_000_000)), settings({ pipelineKind: 'stock' }));
    const chance = (amount: number): number =>
      loaded([...records, [recordId.inHand('me', DEC), { amount }]]).read({
        kind: 'oddsCurve',
        unit: 'me',
        month: DEC,
      }).curve[0]?.chance ?? NaN;
    expect(chance(0)).toBe(0);
    expect(chance(10_000_000)).toBeGreaterThan(0.05);
    expect(chance(40_000_000)).toBeGreaterThan(chance(10_000_000));
  });

  it('the usual pace is the median month of the last three, a working day', () => {
    // 17, 22 and 17 working days in the mainland's August to October 2026.
    const months = { '2026-07': 99_999, '2026-08': 2100, '2026-09': 2640, '2026-10': 1700 };
    const records = onePerson(
      goal('me', DEC, 3_000_000),
      ...Object.entries(months).map(([month, dials]) => history('me', month, { dials, connects: dials / 4 })),
    );
    const planner = loaded(records);
    const days = planner
      .read({ kind: 'team', span: { from: '2026-08', to: '2026-10' } })
      .workingDays.map(([own]) => own!);
    const rates = [2100 / days[0]!, 2640 / days[1]!, 1700 / days[2]!].sort((a, b) => a - b);
    expect(planner.read({ kind: 'odds', month: DEC }).pace[0]).toBeCloseTo(rates[1]!, 9);
  });

  it('a team’s pace takes who has no record at the median of the own team, else of the company', () => {
    const records = company(TEAM).filter(([id]) => !/^history\/(r0000|r0002|r0005|r0008|r0011)\//.test(id));
    const { units, pace, atPace, taken } = loaded(records).read({ kind: 'odds', month: DEC });
    const of = (column: Float64Array, key: string): number => column[units.indexOf(key)] ?? NaN;
    const median = (keys: string[]): number => {
      const known = keys.map((key) => of(pace, key)).filter((value) => !Number.isNaN(value));
      const sorted = known.sort((a, b) => a - b);
      const half = sorted.length / 2;
      return half % 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
    };
    const [first, second] = [
      ['r0000', 'r0003', 'r0006', 'r0009'],
      ['r0002', 'r0005', 'r0008', 'r0011'],
    ] as const;
    expect([of(pace, 'r0000'), of(atPace, 'r0000')]).toEqual([NaN, NaN]);
    const others = first.slice(1).reduce((sum, key) => sum + of(pace, key), 0);
    expect(of(pace, 't0')).toBeCloseTo(others + median([...first]), 9);
    const all = units.filter((key) => key.startsWith('r'));
    expect(of(pace, 't2')).toBeCloseTo(second.length * median(all), 9);
    expect(['t0', 't1', 't2', 'all'].map((key) => of(taken, key))).toEqual([1, 0, 4, 5]);
    for (const key of ['t0', 't1', 't2', 'all']) expect(of(atPace, key)).toBeGreaterThan(0);
  });

  it('the curve rises with the work and passes through its named points', () => {
    const planner = loaded(company(TEAM));
    for (const key of ['all', 't1', 'r0001']) {
      const {
        curve,
        expected,
        confident: named,
      } = planner.read({ kind: 'oddsCurve', unit: key, month: DEC });
      const chances = curve.map(({ chance }) => chance);
      expect(chances).toEqual([...chances].sort((a, b) => a - b));
      expect(named.map(({ chance }) => chance)).toEqual([0.5, 0.8]);
      expect(expected!.perDay).toBeLessThan(named[0]!.perDay);
      const beside = curve.findIndex(({ perDay }) => perDay > named[1]!.perDay);
      expect(curve[beside - 1]!.chance).toBeLessThanOrEqual(0.8);
      expect(curve[beside]!.chance).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('one rep’s curve agrees with the sheet at the pace and at the quota', () => {
    const planner = loaded(company(TEAM));
    const odds = planner.read({ kind: 'odds', month: NOV });
    for (const key of ['all', 't1', 'r0001']) {
      const curve = planner.read({ kind: 'oddsCurve', unit: key, month: NOV });
      const at = odds.units.indexOf(key);
      expect(curve.quota!.chance).toBeCloseTo(odds.atQuota[at]!, 9);
      expect(curve.pace!.perDay).toBeCloseTo(odds.pace[at]!, 9);
    }
    const at = odds.units.indexOf('r0001');
    expect(planner.read({ kind: 'oddsCurve', unit: 'r0001', month: NOV }).pace!.chance).toBeCloseTo(
      odds.atPace[at]!,
      9,
    );
  });

  it('a unit without a goal has nothing left to win, not a goal that is reached', () => {
    const curve = loaded(onePerson()).read({ kind: 'oddsCurve', unit: 'me', month: DEC });
    expect(curve.left).toBeNaN();
    expect(curve.curve).toEqual([]);
  });

  it('says so where no amount of work can be promised to be enough', () => {
    const records = withSettings(onePerson(goal('me', DEC, 3_000_000)), confident(0.999));
    const answer = loaded(records).read({ kind: 'backcast', month: DEC, mode: 'goal' });
    const problem = answer.problems['me'];
    if (problem) expect(problem.reason).toBe('tooUncertain');
    else expect(answer.requirement.at(-1)![0]).toBeGreaterThan(0);
  });

  it('no goal, a zero, a negative and an absurd goal never give an empty or infinite chance', () => {
    for (const amount of [0, -5, 1e12, 1e15]) {
      const planner = loaded(onePerson(goal('me', DEC, amount)));
      const { atQuota } = planner.read({ kind: 'odds', month: DEC });
      expect(atQuota[0]).toBeGreaterThanOrEqual(0);
      expect(atQuota[0]).toBeLessThanOrEqual(1);
    }
  });
});
