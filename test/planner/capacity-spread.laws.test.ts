import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, RecordChange, RecordEntry } from '../../src/model/diff.ts';
import { recordId, type GoalPlace } from '../../src/model/ids.ts';
import type { GoalEdit, GoalEditAnswer, Planner, Spread } from '../../src/model/planning.ts';
import { defaultSettings } from '../../src/model/records/settings.ts';
import { createPlanner } from '../../src/core/planner.ts';
import { company, unit } from './plan.ts';

const AS_OF = '2026-11-20';
const JAN = '2027-01';
const MONTH = { from: JAN, to: JAN };
const REPS = ['r0000', 'r0001', 'r0002', 'r0003', 'r0004', 'r0005'];
/** Days of different lengths: what is off first changes who has room for how much. */
const plan = [
  ...company({ reps: 6, teams: 2, months: 9, last: '2026-10', goals: 0 }),
  unit('r0001', 'rep', 't1', { workMinutes: 120 }),
  unit('r0002', 'rep', 't0', { workMinutes: 260, adminMinutes: 90 }),
];
const segments: RecordEntry[] = ['x', 'y'].map((key, order) => [
  recordId.segment(key),
  { name: key, parent: null, order },
]);
const whole = (unit: string): GoalPlace => ({ unit, span: MONTH, segment: null });

const valuesOf = (change: Change): RecordChange[] => {
  if ('create' in change) return [{ id: change.create, values: change.values }];
  return 'id' in change && change.field === 'amount'
    ? [{ id: change.id, values: { amount: change.value } }]
    : [];
};

/** What the default settings share out in: rounded to it once in each of the three. */
const SPLIT_UNIT = defaultSettings.splitUnit;
const CAPACITY: Spread = { method: 'capacity', like: null, growth: null, mix: [] };

function typed(records: readonly RecordEntry[], ...edits: readonly GoalEdit[]): Planner {
  const planner = createPlanner();
  void planner.load([...plan, ...records], AS_OF);
  const answer: GoalEditAnswer = planner.read({ kind: 'goalEdit', edits });
  expect(answer.possible).toBe(true);
  const { changes } = answer as Extract<GoalEditAnswer, { possible: true }>;
  void planner.apply(changes.flatMap(valuesOf));
  return planner;
}

const goalOf = (planner: Planner, unit: string, segment: string | null = null): number => {
  const { units, amount, ofSegment, segments: known } = planner.read({ kind: 'goals', span: MONTH });
  const all = segment === null ? amount : (ofSegment[known.indexOf(segment)] ?? []);
  return all[0]?.[units.indexOf(unit)] ?? NaN;
};

/** The load of each rep's day, against the time there is and against the best of the record. */
function strainOf(planner: Planner): (unit: string) => number {
  const { units, share, ofBest } = planner.read({ kind: 'load', month: JAN, mode: 'goal' });
  return (unit) => Math.max(share[units.indexOf(unit)]!, ofBest[units.indexOf(unit)]! || 0);
}

/** Whoever gets something is loaded alike; whoever gets nothing is loaded more than that without it. */
function expectAlike(planner: Planner, free: readonly string[], given: (unit: string) => number): void {
  const strain = strainOf(planner);
  const taking = free.filter((unit) => given(unit) > 0).map(strain);
  const level = Math.max(...taking);
  expect(level - Math.min(...taking)).toBeLessThan(0.01 * level);
  const others = free.filter((unit) => !(given(unit) > 0) && Number.isFinite(strain(unit)));
  for (const unit of others) expect(strain(unit)).toBeGreaterThan(0.99 * level);
}

describe('a total shared out by capacity', () => {
  it('leaves what is locked in it, and loads everybody else alike', () => {
    const lock = fc.record({ at: fc.nat(5), amount: fc.nat(6_000_000), isPart: fc.boolean() });
    const locks = fc.uniqueArray(lock, {
      selector: ({ at }) => at,
      maxLength: 4,
    });
    fc.assert(
      fc.property(locks, fc.integer({ min: 1_000_000, max: 40_000_000 }), (held, more) => {
        const records = held.flatMap(({ at, amount, isPart }): RecordEntry[] => [
          [recordId.goal(REPS[at]!, JAN, ...(isPart ? ['y'] : [])), { amount }],
          [recordId.lock({ ...whole(REPS[at]!), segment: isPart ? 'y' : null }), { amount }],
        ]);
        const total = held.reduce((sum, { amount }) => sum + amount, more);
        const planner = typed([...segments, ...records], {
          ...whole('all'),
          amount: total,
          spread: CAPACITY,
        });
        for (const { at, amount, isPart } of held)
          expect(goalOf(planner, REPS[at]!, isPart ? 'y' : null)).toBe(amount);
        expect(goalOf(planner, 'all')).toBe(total);
        const lockedOf = new Map(held.map(({ at, amount }) => [REPS[at], amount]));
        const free = REPS.filter((_, at) => held.every((each) => each.at !== at || each.isPart));
        expectAlike(planner, free, (unit) => goalOf(planner, unit) - (lockedOf.get(unit) ?? 0));
      }),
      { numRuns: 40 },
    );
  });

  it('mixed with another way leaves what is locked, and is between what both come to alone', () => {
    const lock = fc.record({ at: fc.nat(5), amount: fc.nat(6_000_000) });
    const locks = fc.uniqueArray(lock, { selector: ({ at }) => at, maxLength: 3 });
    fc.assert(
      fc.property(
        locks,
        fc.integer({ min: 1_000_000, max: 40_000_000 }),
        fc.integer({ min: 0, max: 4 }),
        (held, more, equally) => {
          const records = held.flatMap(({ at, amount }): RecordEntry[] => [
            [recordId.goal(REPS[at]!, JAN), { amount }],
            [recordId.lock(whole(REPS[at]!)), { amount }],
          ]);
          const amount = held.reduce((sum, each) => sum + each.amount, more);
          const by = (spread: Spread): Planner => typed(records, { ...whole('all'), amount, spread });
          const mix = [
            { method: 'capacity', share: 2 },
            { method: 'equal', share: equally },
          ] as const;
          const mixed = by({ ...CAPACITY, mix: mix.filter(({ share }) => share > 0) });
          const [capacity, equal] = [by(CAPACITY), by({ ...CAPACITY, method: 'equal' })];
          for (const unit of REPS) {
            const wanted =
              (2 * (goalOf(capacity, unit) || 0) + equally * (goalOf(equal, unit) || 0)) / (2 + equally);
            expect(Math.abs((goalOf(mixed, unit) || 0) - wanted)).toBeLessThan(3 * SPLIT_UNIT);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('puts a segment on top of the rest of each rep’s month', () => {
    const others = fc.array(fc.nat(4_000_000), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(others, fc.integer({ min: 1_000_000, max: 40_000_000 }), (amounts, total) => {
        const records = amounts.map((amount, at): RecordEntry => [
          recordId.goal(REPS[at]!, JAN, 'y'),
          { amount },
        ]);
        const planner = typed([...segments, ...records], {
          ...{ ...whole('all'), segment: 'x' },
          ...{ amount: total, spread: CAPACITY },
        });
        expect(goalOf(planner, 'all', 'x')).toBe(total);
        amounts.forEach((amount, at) => expect(goalOf(planner, REPS[at]!, 'y')).toBe(amount));
        expectAlike(planner, REPS, (unit) => goalOf(planner, unit, 'x'));
      }),
      { numRuns: 40 },
    );
  });

  it('takes a number that is typed with it off first', () => {
    const planner = typed(
      [],
      { ...whole('r0001'), amount: 9_000_000, spread: null },
      { ...whole('all'), amount: 30_000_000, spread: CAPACITY },
    );
    expect(goalOf(planner, 'r0001')).toBe(9_000_000);
    expect(goalOf(planner, 'all')).toBe(30_000_000);
    expectAlike(
      planner,
      REPS.filter((unit) => unit !== 'r0001'),
      (unit) => goalOf(planner, unit),
    );
  });
});
