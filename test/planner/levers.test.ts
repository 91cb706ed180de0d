import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import { REVENUE } from '../../src/model/records/measure.ts';
import type { LeversAnswer, Planner } from '../../src/model/planning.ts';
import { company, goal, history, onePerson, override, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const NOV = '2026-11';
const DEC = '2026-12';
const TODAY = '2026-11-20';
const TEAM = { reps: 12, teams: 3, months: 12, last: '2026-10', goals: 2 } as const;
const UNITS = ['all', 't1', 'r0001', 'r0007'];
const withSettings = (records: RecordEntry[], entry: RecordEntry): RecordEntry[] =>
  records.map((record) => (record[0] === SETTINGS_ID ? entry : record));

describe.each(planners)('the levers $name', ({ create }) => {
  function loaded(records: readonly RecordEntry[]): Planner {
    const planner = create();
    void planner.load(records, TODAY);
    return planner;
  }
  const levers = (planner: Planner, of: string, month = DEC): LeversAnswer =>
    planner.read({ kind: 'levers', unit: of, month, mode: 'goal' });

  it('say what the sheet says once their ratios are in the plan', () => {
    const plans = [
      company(TEAM),
      withSettings(company(TEAM), settings({ confidence: 0.8 })),
      withSettings(company(TEAM), settings({ confidence: 0.8, confidenceOf: 'company' })),
    ];
    for (const records of plans)
      for (const of of UNITS)
        for (const { measure, ratios, perDay, chance, ratioThen } of levers(loaded(records), of).levers) {
          const tried = ratios.map(({ unit: rep, ratio }) => override(rep, measure, DEC, { ratio }));
          const planner = loaded([...records, ...tried]);
          const sheet = planner.read({ kind: 'backcast', month: DEC, mode: 'goal' });
          const at = sheet.units.indexOf(of);
          expect(sheet.perDay.at(-1)![at]).toBeCloseTo(perDay, 6);
          expect(planner.read({ kind: 'odds', month: DEC }).atPace[at]).toBeCloseTo(chance, 9);
          const ratio = planner.read({ kind: 'ratios', month: DEC }).steps.find((s) => s.measure === measure);
          expect(ratio!.used[at]).toBeCloseTo(ratioThen, 9);
        }
  });

  it('are at most three, the largest effect first, and each one helps', () => {
    const planner = loaded(company(TEAM));
    for (const of of UNITS) {
      const { levers: found, now, chanceAt } = levers(planner, of);
      expect(chanceAt).toBe('pace');
      expect(found).toHaveLength(3);
      const days = found.map(({ perDay }) => perDay);
      expect(days).toEqual([...days].sort((a, b) => a - b));
      for (const { perDay, chance, ratioNow, ratioThen } of found) {
        expect(perDay).toBeLessThan(now.perDay);
        expect(chance).toBeGreaterThan(now.chance);
        expect(ratioThen).toBeGreaterThan(ratioNow);
      }
    }
  });

  it('scaling all money changes no lever', () => {
    const scaled = company(TEAM).map(([id, values]): RecordEntry => {
      const times = (field: string) =>
        typeof values[field] === 'number' ? { [field]: values[field] * 8 } : {};
      const assumed = id === 'measure/pipeline' ? times('assumed') : {};
      return [id, { ...values, ...times('amount'), ...times('pipeline'), ...times(REVENUE), ...assumed }];
    });
    for (const of of UNITS) {
      const [before, after] = [company(TEAM), scaled].map((records) => levers(loaded(records), of));
      expect(after!.levers.map(({ measure }) => measure)).toEqual(
        before!.levers.map(({ measure }) => measure),
      );
      after!.levers.forEach(({ chance }, at) => {
        expect(chance).toBeCloseTo(before!.levers[at]!.chance, 2);
      });
    }
  });

  it('the order of the reps changes nothing', () => {
    const records = company(TEAM);
    expect(levers(loaded(records.toReversed()), 'all')).toEqual(levers(loaded(records), 'all'));
  });

  it('take today’s quota where nobody’s pace is known', () => {
    const answer = levers(loaded(onePerson(goal('me', DEC, 3_000_000))), 'me');
    expect(answer.chanceAt).toBe('quota');
    expect(answer.levers).toHaveLength(3);
    for (const { chance } of answer.levers) expect(chance).toBeGreaterThan(answer.now.chance);
  });

  it('are none where nothing is left to reach, no goal is set or nobody works', () => {
    const nothing: RecordEntry[][] = [
      onePerson(),
      onePerson(goal('me', DEC, 0)),
      onePerson(goal('me', DEC, -5)),
      [...onePerson(goal('me', DEC, 3_000_000)), unit('me', 'rep', null, { end: '2026-11-30' })],
    ];
    for (const records of nothing) expect(levers(loaded(records), 'me').levers).toEqual([]);
    expect(levers(loaded(onePerson()), 'nobody').levers).toEqual([]);
    const won = onePerson(goal('me', NOV, 1_000_000), history('me', NOV, { revenue: 1_200_000 }));
    expect(loaded(won).read({ kind: 'levers', unit: 'me', month: NOV, mode: 'toGo' }).levers).toEqual([]);
  });

  it('a ratio that is 1 already is no lever, and an absurd goal still has finite ones', () => {
    const records = onePerson(goal('me', DEC, 1e12), override('me', 'connects', DEC, { ratio: 1 }), [
      recordId.override('me', 'intents', DEC),
      { ratio: 0.0001 },
    ]);
    const { levers: found } = levers(loaded(records), 'me');
    expect(found.length).toBeGreaterThan(0);
    for (const { measure, perDay, chance, ratioThen } of found) {
      expect(measure).not.toBe('connects');
      expect([perDay, chance, ratioThen].every((value) => Number.isFinite(value))).toBe(true);
    }
  });
});
