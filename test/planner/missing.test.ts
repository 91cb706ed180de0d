import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import { dayNumber, dayOf, weekday, type Day } from '../../src/model/time.ts';
import { company, unit } from './plan.ts';
import { planners } from './planners.ts';

const AS_OF = '2026-11-20';
const REPS = ['r0000', 'r0001', 'r0002', 'r0003'];
const base = company({ reps: 4, teams: 2, months: 3, last: '2026-10', goals: 2 });
const workdays: Day[] = Array.from({ length: 18 }, (_, at) => dayOf(dayNumber('2026-11-02') + at)).filter(
  (day) => weekday(day) < 6,
);
const entry = (rep: string, day: Day, values: Record<string, number> = { dials: 90, connects: 25 }) =>
  [recordId.actual(rep, day), values] satisfies RecordEntry;
const daysOf = (rep: string, days: readonly Day[]) => days.map((day) => entry(rep, day));

describe.each(planners)('missing days $name', ({ create }) => {
  /** As the checks, the alerts and the day's screens have them, each `unit day`. */
  function asked(records: readonly RecordEntry[]) {
    const planner = create();
    void planner.load([...base, ...records], AS_OF);
    const quality = planner.read({ kind: 'quality', month: '2026-11', unit: null });
    const { alerts } = planner.read({ kind: 'alerts' });
    const { units, days, missing } = planner.read({ kind: 'actuals', month: '2026-11', measure: 'dials' });
    return {
      checks: quality.missing.map(({ unit, day }) => `${unit} ${day}`).sort(),
      alerts: alerts
        .flatMap((alert) => (alert.rule === 'missing' ? alert.days.map((day) => `${alert.unit} ${day}`) : []))
        .sort(),
      days: days
        .flatMap(({ day }, at) =>
          units.flatMap((unit, row) =>
            REPS.includes(unit) && missing[at]![row]! > 0 ? [`${unit} ${day}`] : [],
          ),
        )
        .sort(),
      count: planner.read({ kind: 'missingDays', month: '2026-11' }).days,
      teams: days.map((_, at) => missing[at]![0]!),
    };
  }
  const fortnight = dayOf(dayNumber(AS_OF) - 14);
  const recent = (found: readonly string[]) => found.filter((each) => each.slice(-10) >= fortnight);

  it('are the same for checks, alerts and the day, whatever was entered', () => {
    const entered = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...REPS), fc.constantFrom(...workdays), fc.constantFrom('dials', 'intents')),
      { selector: ([rep, day]) => rep + day, maxLength: 50 },
    );
    fc.assert(
      fc.property(entered, (cells) => {
        const found = asked(cells.map(([rep, day, measure]) => entry(rep, day, { [measure]: 3 })));
        expect(recent(found.checks)).toEqual(found.alerts);
        expect(found.days).toEqual(found.checks);
        expect(found.count).toBe(found.checks.length);
      }),
      { numRuns: 40 },
    );
  });

  it('are days over without anything, after a first entry of the rep, summed up for the teams', () => {
    const found = asked(
      daysOf(
        'r0001',
        workdays.filter((day) => day > '2026-11-04' && day !== '2026-11-11'),
      ),
    );
    expect(found.checks).toEqual(['r0001 2026-11-11']);
    expect(found.days).toEqual(found.checks);
    expect(found.teams.reduce((sum, each) => sum + each, 0)).toBe(1);
  });

  it('are none of who has never entered anything, unless half of those who worked have entered the day', () => {
    const alone = asked(daysOf('r0001', workdays));
    expect(alone.checks).toEqual([]);
    const together = asked(['r0000', 'r0001'].flatMap((rep) => daysOf(rep, workdays.slice(-2))));
    expect(together.checks).toEqual(
      ['r0002', 'r0003'].flatMap((rep) => workdays.slice(-2).map((day) => `${rep} ${day}`)),
    );
  });

  it('are neither leave, nor today, nor a day on which 0 or only one measure was entered', () => {
    const rest = workdays.filter((day) => !['2026-11-11', '2026-11-12', '2026-11-13'].includes(day));
    const leave = [{ from: '2026-11-11', to: '2026-11-11', part: 1 }];
    const found = asked([
      ...daysOf('r0001', rest),
      entry('r0001', '2026-11-12', { dials: 0 }),
      entry('r0001', '2026-11-13', { intents: 1 }),
      unit('r0001', 'rep', null, { leave }),
    ]);
    expect(found.checks).toEqual([]);
  });

  it('are none any more a month after the last entry: who has stopped keeps no days', () => {
    const found = asked(daysOf('r0001', ['2026-10-12', '2026-10-13']));
    expect(found.checks.at(-1)).toBe('r0001 2026-11-13');
    expect(found.alerts.at(-1)).toBe('r0001 2026-11-13');
  });
});

describe.each(planners)('days without a sale $name', ({ create }) => {
  it('are the same for checks and alerts, under one signature', () => {
    const days = Array.from({ length: 110 }, (_, at) => dayOf(dayNumber(AS_OF) - 110 + at)).filter(
      (day) => weekday(day) < 6,
    );
    const records = REPS.flatMap((rep, place) =>
      days.map((day, at) => {
        const sold = (at + place) % 3 !== 0 && !(rep === 'r0002' && at > days.length - 28);
        return entry(rep, day, { dials: 80, revenue: sold ? 400_000 : 0 });
      }),
    );
    const planner = create();
    void planner.load([...base, ...records], AS_OF);
    const { noSale } = planner.read({ kind: 'quality', month: '2026-11', unit: null });
    const alerts = planner.read({ kind: 'alerts' }).alerts.filter(({ rule }) => rule === 'noSale');
    expect(noSale.map((each) => each.unit)).toEqual(['r0002']);
    expect(noSale).toEqual(alerts);
    const { noSale: others } = planner.read({ kind: 'quality', month: '2026-11', unit: 'r0001' });
    expect(others).toEqual([]);
  });
});
