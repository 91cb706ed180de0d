import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordChange, RecordEntry } from '../../src/model/diff.ts';
import { goalPlaceOf } from '../../src/model/goal-place.ts';
import { recordId, type GoalPlace } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import type { GoalEdit, GoalsAnswer, Planner } from '../../src/model/planning.ts';
import { SPREAD_METHODS } from '../../src/model/records/goals.ts';
import { addMonths } from '../../src/model/time.ts';
import { goal, history, settings, unit } from './plan.ts';

const AS_OF = '2026-11-20';
const MONTHS = ['2027-01', '2027-02', '2027-03'];
const SPAN = { from: '2027-01', to: '2027-03' };
const UNITS = ['all', 'n', 's', 'a', 'b', 'c'];
const SEGMENTS = [null, 'new', 'old', 'big'];

const team: RecordEntry[] = [
  settings({ splitUnit: 1 }),
  unit('all', 'company', null),
  unit('n', 'team', 'all', { order: 1, potential: 3 }),
  unit('s', 'team', 'all', { order: 2, potential: 1 }),
  unit('a', 'rep', 'n', { order: 1, end: '2027-02-10' }),
  unit('b', 'rep', 'n', { order: 2 }),
  unit('c', 'rep', 's', { order: 1 }),
  ...['new', 'old', 'big'].map((key): RecordEntry => [
    recordId.segment(key),
    { name: key, parent: key === 'big' ? 'new' : null },
  ]),
  ...MONTHS.map((month, at) => history('b', addMonths(month, -12), { revenue: 100 + at })),
  goal('a', '2027-01', 90),
  goal('b', '2027-02', 60),
];

/** A plan that is edited by what the planner answers. */
class Told {
  readonly records = new Map<string, Values>(team);
  readonly planner: Planner = createPlanner();
  constructor() {
    void this.planner.load([...this.records], AS_OF);
  }

  edit(edit: GoalEdit): boolean {
    const answer = this.planner.read({ kind: 'goalEdit', edits: [edit] });
    if (!answer.possible) return false;
    const changes = answer.changes.map((change): RecordChange => {
      if ('create' in change) return { id: change.create, values: change.values };
      if ('remove' in change) return { id: change.remove, values: null };
      return { id: change.id, values: { ...this.records.get(change.id), [change.field]: change.value } };
    });
    this.put(...changes);
    return true;
  }
  put(...changes: RecordChange[]): void {
    for (const { id, values } of changes)
      if (values) this.records.set(id, values);
      else this.records.delete(id);
    void this.planner.apply(changes);
  }
  lock(place: GoalPlace): void {
    this.put({ id: recordId.lock(place), values: { amount: this.sum(place) } });
  }
  get goals(): GoalsAnswer {
    return this.planner.read({ kind: 'goals', span: SPAN });
  }
  sum({ unit: key, span, segment }: GoalPlace): number {
    const { units, months, segments, amount, ofSegment } = this.goals;
    const columns = segment === null ? amount : ofSegment[segments.indexOf(segment)]!;
    const at = units.indexOf(key);
    return months.reduce(
      (sum, month, index) =>
        month >= span.from && month <= span.to ? sum + (columns[index]![at] || 0) : sum,
      0,
    );
  }
  get locks(): { place: GoalPlace; amount: unknown }[] {
    return [...this.records].flatMap(([id, { amount }]) =>
      id.startsWith('lock/') ? [{ place: goalPlaceOf(id)!, amount }] : [],
    );
  }
}

const placeOf = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    from: fc.integer({ min: 0, max: 2 }),
    length: fc.integer({ min: 0, max: 2 }),
    segment: fc.constantFrom(...SEGMENTS),
  })
  .map(({ unit: key, from, length, segment }): GoalPlace => ({
    unit: key,
    span: { from: MONTHS[from]!, to: MONTHS[Math.min(2, from + length)]! },
    segment,
  }));
const spreadOf: fc.Arbitrary<GoalEdit['spread']> = fc.option(
  fc.record({
    method: fc.constantFrom(...SPREAD_METHODS),
    like: fc.constantFrom(null, 'c'),
    growth: fc.constant(null),
    mix: fc.constant([]),
  }),
);
const stepOf = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ place: placeOf, amount: fc.integer({ min: 0, max: 5000 }), spread: spreadOf }),
  },
  { weight: 1, arbitrary: fc.record({ lock: placeOf }) },
);

describe('goals that are typed over', () => {
  it('add up exactly at every total, keep what was typed and every lock, and are never negative', () => {
    fc.assert(
      fc.property(fc.array(stepOf, { minLength: 1, maxLength: 8 }), (steps) => {
        const told = new Told();
        for (const step of steps) {
          if ('lock' in step) {
            told.lock(step.lock);
            continue;
          }
          const before = told.goals;
          const edit = { ...step.place, amount: step.amount, spread: step.spread };
          if (told.edit(edit)) expect(told.sum(step.place)).toBe(step.amount);
          else expect(told.goals).toEqual(before);
          for (const { place, amount } of told.locks) expect(told.sum(place)).toBe(amount);
          for (const [id, { amount }] of told.records)
            if (id.startsWith('goal/')) expect(amount === null || (amount as number) >= 0).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('typed again in the same way change nothing', () => {
    fc.assert(
      fc.property(placeOf, fc.integer({ min: 0, max: 5000 }), spreadOf, (place, amount, spread) => {
        // The row that is followed may itself be part of the total.
        fc.pre(spread?.method !== 'likeRow');
        const told = new Told();
        if (!told.edit({ ...place, amount, spread })) return;
        const again = told.planner.read({ kind: 'goalEdit', edits: [{ ...place, amount, spread }] });
        expect(again).toMatchObject({ possible: true, cells: 0 });
      }),
      { numRuns: 150 },
    );
  });

  it('are what a plan loaded anew would have', () => {
    fc.assert(
      fc.property(fc.array(stepOf, { minLength: 1, maxLength: 6 }), placeOf, (steps, last) => {
        const told = new Told();
        for (const step of steps)
          if ('lock' in step) told.lock(step.lock);
          else told.edit({ ...step.place, amount: step.amount, spread: step.spread });
        const fresh = createPlanner();
        void fresh.load([...told.records], AS_OF);
        const question = { kind: 'goalEdit', edits: [{ ...last, amount: 777, spread: null }] } as const;
        expect(told.planner.read(question)).toEqual(fresh.read(question));
        expect(told.goals).toEqual(fresh.read({ kind: 'goals', span: SPAN }));
      }),
      { numRuns: 60 },
    );
  });
});
