import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import type { BackcastAnswer, BackcastMode } from '../../src/model/planning.ts';
import { recordId } from '../../src/model/ids.ts';
import { goal, history, onePerson, override, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const NOV = '2026-11';

describe.each(planners)('the backcast $name', ({ create }) => {
  function backcast(
    records: RecordEntry[],
    mode: BackcastMode = 'goal',
    asOf = '2026-11-20',
  ): BackcastAnswer {
    const planner = create();
    void planner.load(records, asOf);
    return planner.read({ kind: 'backcast', month: NOV, mode });
  }
  const first = (columns: readonly Float64Array[]): number[] => columns.map((column) => column[0] ?? NaN);

  it('follows the worked example: 30,000 at 20 % is 150,000 of pipeline, at 5,000 each 30 intents', () => {
    const answer = backcast(onePerson(goal('me', NOV, 3_000_000)));
    expect(answer.measures).toEqual(['pipeline', 'intents', 'conversations', 'connects', 'dials']);
    // 30 intents ÷ 20 % ÷ 25 % ÷ 30 %
    expect(first(answer.requirement)).toEqual([15_000_000, 30, 150, 600, 2000]);
    expect(first([answer.workingDays])).toEqual([21]);
    expect(first(answer.perDay)[4]).toBeCloseTo(2000 / 21, 12);
    expect(answer.ownShare[0]).toBeNaN();
    expect(answer.blended).toEqual({
      revenue: 0.2,
      pipeline: 500_000,
      intents: 0.2,
      conversations: 0.25,
      connects: 0.3,
    });
  });

  it('tells the calendar’s days left, whoever is away or leaves', () => {
    const planner = create();
    const leave = [{ from: '2026-11-26', to: '2026-11-26', part: 0.5 }];
    const leaver = { order: -1, leave, end: '2026-11-24' };
    void planner.load(onePerson(unit('other', 'rep', null, leaver)), '2026-11-20');
    const { daysLeft, calendar } = planner.read({ kind: 'calendar', month: NOV });
    const whole = planner.read({ kind: 'backcast', month: NOV, mode: 'toGo' });
    expect([daysLeft, whole.daysLeft[0]]).toEqual([7, 2.5 + 0.5]);
    expect(calendar).toEqual(whole.calendar);
  });

  it('carries the chain unrounded: 147,783 and 28.98 intents come to 1,995.7 dials, 95 a day', () => {
    const ratios = {
      revenue: 0.203,
      pipeline: 510_000,
      intents: 0.198,
      conversations: 0.252,
      connects: 0.291,
    };
    const overrides = Object.entries(ratios).map(([measure, ratio]) =>
      override('me', measure, '2026-01', { ratio }),
    );
    const answer = backcast(onePerson(goal('me', NOV, 3_000_000), ...overrides));
    const [pipeline, intents, conversations, connects, dials] = first(answer.requirement);
    expect(pipeline).toBeCloseTo(14_778_325.1232, 4);
    expect(intents).toBeCloseTo(28.9771, 4);
    expect(conversations).toBeCloseTo(146.349, 3);
    expect(connects).toBeCloseTo(580.75, 2);
    expect(dials).toBeCloseTo(1995.705, 3);
    expect(first(answer.perDay)[4]).toBeCloseTo(95.0336, 4);
    expect(answer.overridden).toContain('me revenue');
  });

  it('takes what is won off the goal, and spreads the rest over the days left, today included', () => {
    const records = onePerson(goal('me', NOV, 3_000_000), history('me', NOV, { revenue: 1_000_000 }));
    // The only measure with data is the result itself: the template's chain stays whole.
    const answer = backcast(records, 'toGo', '2026-11-27');
    expect(answer.won[0]).toBe(1_000_000);
    expect(answer.toGo[0]).toBe(2_000_000);
    expect(answer.daysLeft[0]).toBe(2);
    expect(answer.measures).toHaveLength(5);
    expect(answer.requirement[0]?.[0]).toBeCloseTo(2_000_000 / (answer.blended['revenue'] ?? NaN), 6);
  });

  it('asks for nothing more once the goal is won', () => {
    const records = onePerson(goal('me', NOV, 3_000_000), history('me', NOV, { revenue: 9_000_000 }));
    const answer = backcast(records, 'toGo');
    expect(answer.toGo[0]).toBe(0);
    expect(first(answer.requirement)).toEqual([0, 0, 0, 0, 0]);
  });

  it('takes the pipeline in hand off the requirement where the pipeline is a stock, never below nothing', () => {
    const stock = settings({ pipelineKind: 'stock' });
    const inHand = (amount: number): RecordEntry => [recordId.inHand('me', NOV), { amount }];
    const some = backcast([...onePerson(goal('me', NOV, 3_000_000)), stock, inHand(5_000_000)]);
    expect(first(some.requirement).slice(0, 2)).toEqual([10_000_000, 20]);
    expect(some.blended['revenue']).toBe(0.2);
    const plenty = backcast([...onePerson(goal('me', NOV, 3_000_000)), stock, inHand(99_000_000)]);
    expect(first(plenty.requirement)).toEqual([0, 0, 0, 0, 0]);
    const flow = backcast([...onePerson(goal('me', NOV, 3_000_000)), inHand(5_000_000)]);
    expect(first(flow.requirement)[0]).toBe(15_000_000);
  });

  it('sums teams from their reps and blends their ratios, so that a team figure divides as a rep figure does', () => {
    const answer = backcast([
      ...onePerson(),
      unit('all', 'company', null),
      unit('a', 'rep', 'all', { order: 1 }),
      unit('b', 'rep', 'all', { order: 2 }),
      goal('a', NOV, 3_000_000),
      goal('b', NOV, 1_000_000),
      override('b', 'revenue', '2026-11', { ratio: 0.1 }),
    ]);
    expect(answer.units).toEqual(['all', 'a', 'b', 'me']);
    expect([...answer.goal]).toEqual([4_000_000, 3_000_000, 1_000_000, NaN]);
    expect([...(answer.requirement[0] ?? [])]).toEqual([25_000_000, 15_000_000, 10_000_000, NaN]);
    expect(answer.blended['revenue']).toBeCloseTo(0.16, 12);
    expect(answer.workingDays[0]).toBe(21);
  });

  it('holds an override from its month to its last month, and hands a team override down to its reps', () => {
    const records = [
      ...onePerson(goal('a', NOV, 3_000_000)),
      unit('t', 'team', null),
      unit('a', 'rep', 't'),
      override('t', 'revenue', '2026-10', { ratio: 0.25, until: '2026-11' }),
      override('a', 'pipeline', '2026-01', { ratio: 600_000, until: '2026-10' }),
    ];
    const answer = backcast(records);
    const a = answer.units.indexOf('a');
    expect(answer.requirement[0]?.[a]).toBe(12_000_000);
    expect(answer.requirement[1]?.[a]).toBe(24);
    expect(answer.overridden).toEqual(['t revenue', 'a revenue']);
  });

  it('merges the steps of a measure that the data does not have', () => {
    const answer = backcast(
      onePerson(
        goal('me', NOV, 3_000_000),
        history('me', '2026-10', { dials: 2000, connects: 600, intents: 30, revenue: 3_000_000 }),
      ),
    );
    expect(answer.measures).toEqual(['intents', 'connects', 'dials']);
    // 20 % of 5,000 a head, 25 % × 20 % of connects.
    expect(answer.blended['revenue']).toBeGreaterThan(50_000);
    expect(answer.blended['intents']).toBeCloseTo(0.05, 2);
  });

  it('breaks the chain where results exceed their base, and says so', () => {
    const answer = backcast(
      onePerson(
        goal('me', NOV, 3_000_000),
        history('me', '2026-10', {
          dials: 2000,
          connects: 600,
          conversations: 20,
          intents: 90,
          pipeline: 9e6,
          revenue: 3e6,
        }),
      ),
    );
    expect(answer.breaks).toEqual([{ from: 'conversations', to: 'intents', reason: 'exceeds' }]);
    expect(answer.requirement[1]?.[0]).toBeGreaterThan(0);
    expect(answer.requirement[2]?.[0]).toBeNaN();
    expect(answer.problems['me']).toEqual({ reason: 'broken', measure: 'intents' });
  });

  it('names who is not employed, who has no working day, and a month that is over', () => {
    const away = { leave: [{ from: '2026-11-01', to: '2026-11-30', part: 1 }] };
    const answer = backcast([
      ...onePerson(goal('me', NOV, 1), goal('gone', NOV, 1), goal('away', NOV, 1)),
      unit('gone', 'rep', null, { end: '2026-10-31' }),
      unit('away', 'rep', null, away),
    ]);
    expect(answer.problems).toEqual({ gone: { reason: 'notEmployed' }, away: { reason: 'noWorkingDays' } });
    const over = backcast(onePerson(goal('me', NOV, 1)), 'toGo', '2026-12-01');
    expect(over.problems).toEqual({ me: { reason: 'noDaysLeft' } });
    expect(over.perDay[4]?.[0]).toBeNaN();
  });

  it('has no number, and no problem, for a rep without a goal', () => {
    const answer = backcast(onePerson());
    expect(answer.goal[0]).toBeNaN();
    expect(answer.requirement[0]?.[0]).toBeNaN();
    expect(answer.problems).toEqual({});
  });

  it('gives fresh arrays: an answer that was written to does not change the next one', () => {
    const planner = create();
    void planner.load(onePerson(goal('me', NOV, 3_000_000)), '2026-11-20');
    const read = (): BackcastAnswer => planner.read({ kind: 'backcast', month: NOV, mode: 'goal' });
    const before = structuredClone(read());
    const spoiled = read();
    for (const column of [spoiled.goal, spoiled.workingDays, ...spoiled.requirement, ...spoiled.perDay])
      column.fill(-1);
    expect(read()).toEqual(before);
  });
});
