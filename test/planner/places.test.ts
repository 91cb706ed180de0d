import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { Planner } from '../../src/model/planning.ts';
import type { Month } from '../../src/model/time.ts';
import { goal, history, settings, unit } from './plan.ts';
import { planners } from './planners.ts';
import { templateMeasures } from '../../src/model/templates.ts';

const SPAN = { from: '2026-09', to: '2026-12' };

const place = (key: string, before: Month, parent: string | null): RecordEntry => [
  recordId.place(key, before),
  { parent },
];

/** Two teams with a rep each, and a third rep who is in the second one now. */
const plan = (...more: RecordEntry[]): RecordEntry[] => [
  settings(),
  ...templateMeasures('telesales'),
  unit('all', 'company', null),
  unit('a', 'team', 'all', { order: 0 }),
  unit('b', 'team', 'all', { order: 1 }),
  unit('ann', 'rep', 'a'),
  unit('bob', 'rep', 'b'),
  unit('mover', 'rep', 'b', { order: 1 }),
  ...['2026-09', '2026-10', '2026-11', '2026-12'].flatMap((month) => [
    goal('ann', month, 100),
    goal('bob', month, 10),
    goal('mover', month, 1),
    history('mover', month, { revenue: 5 }),
  ]),
  ...more,
];

function loaded(records: readonly RecordEntry[], create = createPlanner): Planner {
  const planner = create();
  void planner.load(records, '2026-11-20');
  return planner;
}

function goals(planner: Planner, key: string): number[] {
  const { units, amount } = planner.read({ kind: 'goals', span: SPAN });
  return amount.map((column) => column[units.indexOf(key)]!);
}

describe.each(planners)('where units were ($name)', ({ create }) => {
  it('adds a rep to the team that it was in, month by month', () => {
    const planner = loaded(plan(place('mover', '2026-11', 'a')), create);
    expect(goals(planner, 'a')).toEqual([101, 101, 100, 100]);
    expect(goals(planner, 'b')).toEqual([10, 10, 11, 11]);
    expect(goals(planner, 'all')).toEqual([111, 111, 111, 111]);
  });

  it('goes by the nearest of several places', () => {
    const planner = loaded(plan(place('mover', '2026-12', 'a'), place('mover', '2026-10', null)), create);
    expect(goals(planner, 'a')).toEqual([100, 101, 101, 100]);
    expect(goals(planner, 'b')).toEqual([10, 10, 10, 11]);
    expect(goals(planner, 'all')).toEqual([110, 111, 111, 111]);
  });

  it('moves a team with everybody in it', () => {
    const region = unit('north', 'region', 'all', { order: 2 });
    const inRegion = plan(region).map(([id, values]): RecordEntry =>
      id === recordId.unit('b') ? [id, { ...values, parent: 'north' }] : [id, values],
    );
    const planner = loaded([...inRegion, place('b', '2026-11', 'a')], create);
    expect(goals(planner, 'a')).toEqual([111, 111, 100, 100]);
    expect(goals(planner, 'b')).toEqual([11, 11, 11, 11]);
    expect(goals(planner, 'north')).toEqual([NaN, NaN, 11, 11]);
  });

  it('keeps the sums of the company when the team of then is gone', () => {
    const planner = loaded(plan(place('mover', '2026-11', 'gone')), create);
    expect(goals(planner, 'b')).toEqual([10, 10, 11, 11]);
    expect(goals(planner, 'all')).toEqual([111, 111, 111, 111]);
  });

  it('leaves units where they are now that places put above each other, and the company has all of them', () => {
    const circle = [place('a', '2026-11', 'b'), place('b', '2026-11', 'a')];
    const planner = loaded(plan(...circle, place('mover', '2026-10', 'a')), create);
    expect(goals(planner, 'a')).toEqual([101, 100, 100, 100]);
    expect(goals(planner, 'b')).toEqual([10, 11, 11, 11]);
    expect(goals(planner, 'all')).toEqual([111, 111, 111, 111]);
  });

  it('has a circle of places in no longer than its months', () => {
    const circle = [place('a', '2026-12', 'b'), place('b', '2026-11', 'a')];
    const planner = loaded(plan(...circle), create);
    expect(goals(planner, 'a')).toEqual([100, 100, 100, 100]);
    expect(goals(planner, 'b')).toEqual([11, 11, 111, 11]);
    expect(goals(planner, 'all')).toEqual([111, 111, 111, 111]);
  });

  it('follows a place that is set or taken back later', () => {
    const planner = loaded(plan(), create);
    expect(goals(planner, 'a')).toEqual([100, 100, 100, 100]);
    const [id, values] = place('mover', '2026-11', 'a');
    void planner.apply([{ id, values }]);
    expect(goals(planner, 'a')).toEqual([101, 101, 100, 100]);
    void planner.apply([{ id, values: null }]);
    expect(goals(planner, 'a')).toEqual([100, 100, 100, 100]);
  });

  it('takes the working days from the pattern of the team of then', () => {
    const six = plan(place('mover', '2026-11', 'a')).map(([id, values]): RecordEntry =>
      id === recordId.unit('a') ? [id, { ...values, pattern: 'six' }] : [id, values],
    );
    const { units, workingDays } = loaded(six, create).read({ kind: 'goals', span: SPAN });
    const daysOf = (key: string): number[] => workingDays.map((column) => column[units.indexOf(key)]!);
    const [mover, ann, bob] = ['mover', 'ann', 'bob'].map(daysOf);
    expect(mover!.slice(0, 2)).toEqual(ann!.slice(0, 2));
    expect(mover!.slice(2)).toEqual(bob!.slice(2));
    expect(ann![0]).toBeGreaterThan(bob![0]!);
  });
});
