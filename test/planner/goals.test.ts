import { describe, expect, it } from 'vitest';
import { recordId } from '../../src/model/ids.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import type { GoalsAnswer, Planner } from '../../src/model/planning.ts';
import { company, goal, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const AS_OF = '2026-11-20';
const NOV = '2026-11';
const DEC = '2026-12';
const SPAN = { from: NOV, to: DEC };

const segment = (key: string, parent: string | null, order = 0): RecordEntry => [
  recordId.segment(key),
  { name: key, parent, order },
];
const leaf = (rep: string, month: string, key: string, amount: number | null): RecordEntry => [
  recordId.goal(rep, month, key),
  { amount },
];

const team: RecordEntry[] = [
  settings(),
  unit('all', 'company', null),
  unit('t', 'team', 'all'),
  unit('a', 'rep', 't', { order: 1 }),
  unit('b', 'rep', 't', { order: 2 }),
  segment('new', null, 1),
  segment('big', 'new', 2),
  segment('small', 'new', 1),
  segment('old', null, 2),
];

describe.each(planners)('goals over segments $name', ({ create }) => {
  const load = (...more: RecordEntry[]): Planner => {
    const planner = create();
    void planner.load([...team, ...more], AS_OF);
    return planner;
  };
  const goalsOf = (planner: Planner): GoalsAnswer => planner.read({ kind: 'goals', span: SPAN });
  const segmentOf = (answer: GoalsAnswer, key: string, month: number): number[] => [
    ...answer.ofSegment[answer.segments.indexOf(key)]![month]!,
  ];

  it('name the segments in tree order, each before its parts', () => {
    expect(goalsOf(load()).segments).toEqual(['new', 'small', 'big', 'old']);
  });

  it('stand at the first level under a parent that is missing or in a circle, and there are two levels', () => {
    const answer = goalsOf(
      load(
        segment('x', 'y', 3),
        segment('y', 'x', 4),
        segment('lost', 'nobody', 5),
        segment('deep', 'big', 9),
      ),
    );
    expect(answer.segments).toEqual(['new', 'small', 'big', 'deep', 'old', 'x', 'y', 'lost']);
  });

  it('add up to the rep’s month, parts to their segment, and what is not split counts too', () => {
    const answer = goalsOf(
      load(
        goal('a', NOV, 100),
        leaf('a', NOV, 'new', 10),
        leaf('a', NOV, 'big', 20),
        leaf('a', NOV, 'small', 30),
        leaf('b', NOV, 'old', 7),
      ),
    );
    expect(answer.amount.map((column) => [...column])).toEqual([
      [167, 167, 160, 7],
      [NaN, NaN, NaN, NaN],
    ]);
    expect(segmentOf(answer, 'new', 0)).toEqual([60, 60, 60, NaN]);
    expect(segmentOf(answer, 'big', 0)).toEqual([20, 20, 20, NaN]);
    expect(segmentOf(answer, 'old', 0)).toEqual([7, 7, NaN, 7]);
  });

  it('are kept whole where a segment is gone: its goals are not split', () => {
    const answer = goalsOf(load(leaf('a', NOV, 'gone', 5), leaf('a', NOV, 'old', 2)));
    expect(answer.amount[0]![2]).toBe(7);
    expect(segmentOf(answer, 'old', 0)).toEqual([2, 2, 2, NaN]);
  });

  it('are what the backcast of a month starts from', () => {
    const planner = create();
    const plan = company({ reps: 3, teams: 1, months: 6, last: '2026-10', goals: 0 });
    void planner.load([...plan, goal('r0000', DEC, 3_000_000), leaf('r0000', DEC, 'x', 2_000_000)], AS_OF);
    const whole = create();
    void whole.load([...plan, goal('r0000', DEC, 5_000_000)], AS_OF);
    const question = { kind: 'backcast', month: DEC, mode: 'goal' } as const;
    expect(planner.read(question)).toEqual(whole.read(question));
  });

  it('are supposed without a trace', () => {
    const planner = load(goal('a', NOV, 100), leaf('a', NOV, 'old', 7));
    const before = goalsOf(planner);
    const { goals } = planner.read({
      kind: 'goalsSupposed',
      span: SPAN,
      changes: [
        { id: recordId.goal('a', NOV), field: 'amount', value: 90 },
        { create: recordId.goal('a', NOV, 'small'), values: { amount: 10 } },
        { id: recordId.goal('a', NOV, 'old'), field: 'amount', value: null },
      ],
    });
    expect(goals.amount[0]![2]).toBe(100);
    expect(segmentOf(goals, 'new', 0)).toEqual([10, 10, 10, NaN]);
    expect(segmentOf(goals, 'old', 0)).toEqual([NaN, NaN, NaN, NaN]);
    expect(goalsOf(planner)).toEqual(before);
    void planner.apply([{ id: recordId.goal('b', NOV), values: { amount: 1 } }]);
    expect(goals.amount[0]![2]).toBe(100);
    expect(goalsOf(planner).amount[0]![1]).toBe(108);
  });
});
