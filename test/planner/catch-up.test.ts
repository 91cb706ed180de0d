import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { ActualsAnswer, PaceAnswer, Planner } from '../../src/model/planning.ts';
import type { CatchUpSpan } from '../../src/model/records/actual.ts';
import type { Day } from '../../src/model/time.ts';
import { AS_OF, done, MONTH, REP, worked } from './followed.ts';
import { company } from './plan.ts';

const size = { reps: 4, teams: 2, months: 6, last: '2026-10', goals: 2 };
const opened = (...more: RecordEntry[]): Planner => {
  const planner = createPlanner();
  void planner.load([...company(size), ...more], AS_OF);
  return planner;
};
const pace = (planner: Planner, month = MONTH): PaceAnswer => planner.read({ kind: 'pace', month });
const of = (
  answer: PaceAnswer,
  column: 'target' | 'due' | 'quota' | 'perDay' | 'weekQuota',
  measure = 'dials',
): number => answer[column][answer.measures.indexOf(measure)]![answer.units.indexOf(REP)]!;
const actuals = (planner: Planner): ActualsAnswer =>
  planner.read({ kind: 'actuals', month: MONTH, measure: 'dials' });
const quotaOn = (answer: ActualsAnswer, day: Day): number =>
  answer.quota[answer.days.findIndex((each) => each.day === day)]![answer.units.indexOf(REP)]!;

describe('the target of a record that begins within the month', () => {
  const begins = worked(AS_OF).indexOf('2026-11-16');
  const whole = of(pace(opened(...done(80))), 'target');
  const later = (dials: number): RecordEntry[] => done(dials).slice(begins);
  const expectSame = (one: PaceAnswer, two: PaceAnswer): void => {
    for (const measure of one.measures)
      for (const column of ['target', 'due', 'quota', 'weekQuota', 'perDay'] as const)
        expect([measure, column, of(one, column, measure)]).toEqual([
          measure,
          column,
          of(two, column, measure),
        ]);
  };

  it('asks each day from then on for its share of a whole month, and nothing for the days before', () => {
    const answer = pace(opened(...later(80)));
    const rest = 21 - begins;
    expect(answer.since[answer.units.indexOf(REP)]).toBe('2026-11-16');
    expect(of(answer, 'target')).toBeCloseTo((whole * rest) / 21, 8);
    expect(of(answer, 'due')).toBeCloseTo((whole * 4) / 21, 8);
    const grid = actuals(opened(...later(80)));
    expect(quotaOn(grid, '2026-11-13')).toBeNaN();
    expect(quotaOn(grid, '2026-11-16')).toBe(Math.round(whole / 21));
  });

  it('counts from this morning where nothing was ever entered, and no number of today moves it', () => {
    const [blank, begun] = [opened(), opened([recordId.actual(REP, AS_OF), { dials: 30 }])];
    expect(of(pace(blank), 'target')).toBeCloseTo((whole * 7) / 21, 8);
    expect(of(pace(blank), 'due')).toBe(0);
    expect(of(pace(blank), 'perDay')).toBeCloseTo(whole / 21, 8);
    expect(pace(blank).since).toEqual(pace(begun).since);
    expectSame(pace(blank), pace(begun));
  });

  it('is handed out as it is followed, and then asks for the same', () => {
    const plain = pace(opened(...later(80)));
    const targets = Object.fromEntries(
      plain.measures.map((measure) => [measure, of(plain, 'target', measure)]),
    );
    const handed = pace(opened(...later(80), [recordId.handedOut(REP, MONTH, AS_OF), targets]));
    expect(handed.since[handed.units.indexOf(REP)]).toBeNull();
    for (const measure of plain.measures)
      expect(of(handed, 'perDay', measure)).toBeCloseTo(of(plain, 'perDay', measure), 8);
  });

  it('is the whole month’s where something is known of the days before', () => {
    const known: RecordEntry[][] = [
      [[recordId.history(REP, MONTH), { dials: 900 }]],
      [
        [recordId.history(REP, MONTH), { dials: 900 }],
        [recordId.monthToDate(REP, MONTH), { until: '2026-11-16' }],
        ...later(80),
      ],
      [[recordId.actual(REP, '2026-10-28'), { dials: 0 }], ...later(80)],
      [[recordId.handedOut(REP, MONTH, '2026-11-02'), { dials: whole }], ...later(80)],
    ];
    for (const more of known) {
      const answer = pace(opened(...more));
      expect(answer.since[answer.units.indexOf(REP)]).toBeNull();
      expect(of(answer, 'target') / whole).toBeCloseTo(1, 1);
    }
  });
});

describe('gaps of several months of a quarter', () => {
  const spans = fc.constantFrom<CatchUpSpan | null>(null, 'none', 'week', 'month', 'quarter');
  const months = ['2026-10', '2026-11', '2026-12'];
  const handed = months.map((month): RecordEntry => [
    recordId.handedOut(REP, month, '2026-10-01'),
    { dials: 2100 },
  ]);
  const early: RecordEntry[] = ['2026-10-12', '2026-11-05'].map((day) => [
    recordId.actual(REP, day),
    { dials: 60 },
  ]);
  const chosenOn = (choices: Record<Day, CatchUpSpan | null>): Planner =>
    opened(
      ...handed,
      ...early,
      ...Object.entries(choices).flatMap(([day, over]): RecordEntry[] =>
        over === null ? [] : [[recordId.catchUp(REP, day), { over }]],
      ),
    );
  const target = (planner: Planner, month: string): number => of(pace(planner, month), 'target');
  const quarter = (planner: Planner): number =>
    months.reduce((sum, month) => sum + target(planner, month), 0);

  it('what a month moved to later ones stays there, whatever they choose about their own gaps', () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const own = { '2026-11-10': first, '2026-11-18': second };
        const [without, moved] = [chosenOn(own), chosenOn({ '2026-10-20': 'quarter', ...own })];
        const onlyMoved = chosenOn({ '2026-10-20': 'quarter' });
        const plain = chosenOn({});
        const share = target(onlyMoved, '2026-12') - target(plain, '2026-12');
        expect(share).toBeGreaterThan(0);
        // What November chose to move on as well comes on top of October's share.
        if (first !== 'quarter' && second !== 'quarter')
          expect(target(moved, '2026-12') - target(without, '2026-12')).toBeCloseTo(share, 6);
        else
          expect(target(moved, '2026-12')).toBeGreaterThanOrEqual(target(without, '2026-12') + share - 1e-6);
        expect(target(moved, '2026-11')).toBeGreaterThan(target(without, '2026-11'));
      }),
      { numRuns: 30 },
    );
  });

  it('nothing of the quarter is lost unless a gap is left as it is', () => {
    fc.assert(
      fc.property(spans, spans, spans, (october, first, second) => {
        const planner = chosenOn({ '2026-10-20': october, '2026-11-10': first, '2026-11-18': second });
        const left = october === 'none' || (second ?? first) === 'none';
        if (left) expect(quarter(planner)).toBeLessThan(6300);
        else expect(quarter(planner)).toBeCloseTo(6300, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('the last choice of a month decides about its gap alone', () => {
    fc.assert(
      fc.property(
        spans,
        spans,
        fc.constantFrom<CatchUpSpan>('none', 'week', 'month', 'quarter'),
        (a, b, last) => {
          const [many, one] = [
            chosenOn({ '2026-11-03': a, '2026-11-10': b, '2026-11-18': last }),
            chosenOn({ '2026-11-18': last }),
          ];
          for (const month of months) expect(target(many, month)).toBeCloseTo(target(one, month), 6);
        },
      ),
      { numRuns: 30 },
    );
  });
});
