import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { ClosingAnswer, ClosingOffer, ClosingQuery, Planner } from '../../src/model/planning.ts';
import { changed } from './changed.ts';
import { company, goal, history, onePerson, override, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const DEC = '2026-12';
const TODAY = '2026-11-20';
const TEAM = { reps: 12, teams: 2, months: 8, last: '2026-10', goals: 2 } as const;
const WORDS = {
  quartile: 'as the upper quarter',
  head: { key: 'new', name: 'New hire', ramp: 'half productive at first' },
};
const ask = (key: string): ClosingQuery => ({
  ...{ kind: 'closing', unit: key, month: DEC, mode: 'goal', words: WORDS },
});
type Of<K extends ClosingOffer['kind']> = Extract<ClosingOffer, { kind: K }>;

describe.each(planners)('the ways to close $name', ({ create }) => {
  function loaded(records: RecordEntry[], asOf = TODAY): Planner {
    const planner = create();
    void planner.load(records, asOf);
    return planner;
  }
  const closing = (records: RecordEntry[], key: string): ClosingAnswer => loaded(records).read(ask(key));
  const offer = <K extends ClosingOffer['kind']>(answer: ClosingAnswer, kind: K): Of<K> => {
    const found = answer.offers.find((each) => each.kind === kind);
    if (!found) throw new Error(`no ${kind} among ${answer.offers.map((each) => each.kind).join()}`);
    return found as Of<K>;
  };
  /** A company whose reps have this many times the usual time too much to do. */
  const busy = (workMinutes: number, more: object = {}): RecordEntry[] =>
    company(TEAM).map((entry): RecordEntry =>
      entry[0] === SETTINGS_ID ? settings({ workMinutes, ...more }) : entry,
    );
  /** One rep of the first team has twice the goal that he has now. */
  const overloaded = (records: RecordEntry[]): RecordEntry[] =>
    records.map(([id, values]): RecordEntry =>
      id === recordId.goal('r0002', DEC) ? [id, { amount: 2 * (values['amount'] as number) }] : [id, values],
    );

  it('are none where nobody is over the limit', () => {
    const answer = closing(busy(1440, { adminMinutes: 0 }).map(easy), 'all');
    expect([answer.now.over, answer.offers]).toEqual([0, []]);
    expect(answer.now.reps).toBe(12);
  });

  it('have exactly the result that the plan has once they are applied', () => {
    const [expected, sure] = [overloaded(busy(300)), overloaded(busy(300, { confidence: 0.8 }))];
    for (const [key, records] of [
      ['t0', expected],
      ['r0002', sure],
    ] as const) {
      const answer = closing(records, key);
      expect(answer.offers.length).toBeGreaterThan(2);
      for (const { changes, result } of answer.offers) {
        const after = closing(changed(records, changes), key).now;
        for (const field of ['highest', 'over', 'reps', 'perDay', 'atPace', 'atQuota'] as const)
          if (Number.isNaN(result[field])) expect(after[field]).toBeNaN();
          else expect(after[field]).toBeCloseTo(result[field], 9);
      }
    }
  }, 20_000);

  it('leave the plan as it is', () => {
    const planner = loaded(overloaded(busy(300, { confidence: 0.8 })));
    const read = () => ({
      sheet: planner.read({ kind: 'backcast', month: DEC, mode: 'goal' }),
      odds: planner.read({ kind: 'odds', month: DEC }),
      load: planner.read({ kind: 'load', month: DEC, mode: 'goal' }),
    });
    const before = structuredClone(read());
    planner.read(ask('all'));
    planner.read(ask('r0002'));
    expect(read()).toEqual(before);
  });

  it('take no notice of edits that come after, and lose none', () => {
    const records = overloaded(busy(300));
    const planner = loaded(records);
    planner.read(ask('all'));
    const more: RecordEntry = history('r0002', '2026-10', { dials: 4000, connects: 900, intents: 30 });
    void planner.apply([{ id: more[0], values: more[1] }]);
    const fresh = loaded(records.map((entry) => (entry[0] === more[0] ? more : entry)));
    expect(planner.read(ask('all'))).toEqual(fresh.read(ask('all')));
  });

  it('those that are enough come first', () => {
    const { offers } = closing(overloaded(busy(300)), 't0');
    const enough = offers.map(({ result }) => result.over === 0);
    expect(enough).toEqual([...enough].sort((a, b) => Number(b) - Number(a)));
  });

  it('move goals within the team, to the cent, until everybody is strained alike', () => {
    const records = overloaded(busy(300));
    const answer = closing(records, 'r0002');
    const moved = offer(answer, 'goal');
    expect(moved.result.highest).toBeLessThan(answer.now.highest);
    const after = changed(records, moved.changes);
    const total = (plan: RecordEntry[]): number =>
      plan.reduce(
        (sum, [id, values]) =>
          sum + (id.endsWith(DEC) && id.startsWith('goal') ? Number(values['amount']) : 0),
        0,
      );
    expect(total(after)).toBe(total(records));
    for (const change of moved.changes) if ('value' in change) expect(change.value).toBeGreaterThanOrEqual(0);
    // Of the other team nobody gives or takes: it has the reps of odd numbers.
    for (const change of moved.changes)
      if ('id' in change) expect(/r\d\d\d[02468]\//.test(change.id)).toBe(true);
    const load = loaded(after).read({ kind: 'load', month: DEC, mode: 'goal' });
    const strains = load.units.flatMap((key, at) =>
      /^r\d*[02468]$/.test(key) ? [Math.max(load.share[at]!, load.ofBest[at]!)] : [],
    );
    expect(Math.max(...strains) - Math.min(...strains)).toBeLessThan(0.02);
  });

  it('move no locked goal, keep a locked team’s total, and take from segments as they are', () => {
    const month = { from: DEC, to: DEC };
    const lock = (key: string, amount: number): RecordEntry => [
      recordId.lock({ unit: key, span: month, segment: null }),
      { amount },
    ];
    const records = overloaded(busy(300));
    const goalOf = (plan: RecordEntry[], rep: string): number =>
      plan.reduce(
        (sum, [id, { amount }]) => (id.startsWith(`goal/${rep}/${DEC}`) ? sum + Number(amount) : sum),
        0,
      );
    const whole = goalOf(records, 'r0002');
    const split = records.flatMap(([id, values]): RecordEntry[] =>
      id === recordId.goal('r0002', DEC)
        ? [
            [id, { amount: whole / 4 }],
            [recordId.goal('r0002', DEC, 'new'), { amount: whole * 0.75 }],
          ]
        : [[id, values]],
    );
    const plan: RecordEntry[] = [
      ...split,
      [recordId.segment('new'), { name: 'New' }],
      lock('r0004', goalOf(records, 'r0004')),
      lock(
        't0',
        ['r0000', 'r0002', 'r0004', 'r0006', 'r0008', 'r0010'].reduce(
          (sum, rep) => sum + goalOf(records, rep),
          0,
        ),
      ),
    ];
    const after = changed(plan, offer(closing(plan, 'r0002'), 'goal').changes);
    expect(goalOf(after, 'r0004')).toBe(goalOf(records, 'r0004'));
    expect(goalOf(after, 'r0002')).toBeLessThan(whole);
    const own = after.find(([id]) => id === recordId.goal('r0002', DEC))?.[1]['amount'];
    expect(Number(own) / goalOf(after, 'r0002')).toBeCloseTo(0.25, 2);
    const answer = loaded(after).read({ kind: 'goals', span: month });
    const before = loaded(plan).read({ kind: 'goals', span: month });
    const at = answer.units.indexOf('t0');
    expect(answer.amount[0]![at]).toBe(before.amount[0]![at]);
  });

  it('take all of the goal from somebody who has no working day', () => {
    const leave = [{ from: '2026-12-01', to: '2026-12-31', part: 1 }];
    const records = busy(600).map(([id, values]): RecordEntry =>
      id === recordId.unit('r0004') ? [id, { ...values, leave, adminMinutes: 0 }] : [id, values],
    );
    const load = loaded(records).read({ kind: 'load', month: DEC, mode: 'goal' });
    expect(load.needed[load.units.indexOf('r0004')]).toBeNaN();
    expect(() => closing(records, 't0')).not.toThrow();
  });

  it('raise the ratio that brings most to the upper quartile of the team', () => {
    const records = overloaded(busy(300));
    const answer = closing(records, 'r0002');
    const raised = offer(answer, 'ratio');
    const ratios = loaded(records).read({ kind: 'ratios', month: DEC });
    const column = ratios.steps.find(({ measure }) => measure === raised.measure)!.used;
    const team = ratios.units.flatMap((key, at) => (/^r\d*[02468]$/.test(key) ? [column[at]!] : []));
    const [, , , third, fourth] = [...team].sort((a, b) => a - b) as [number, number, number, number, number];
    expect(raised.ratioNow).toBe(column[ratios.units.indexOf('r0002')]);
    expect(raised.ratioThen).toBe(Number((third + 0.75 * (fourth - third)).toPrecision(3)));
    expect(raised.changes).toEqual([
      {
        create: recordId.override('r0002', raised.measure, DEC),
        values: { ratio: raised.ratioThen, until: DEC, reason: WORDS.quartile, setOn: TODAY },
      },
    ]);
  });

  it('change an override that begins in the month instead of entering it again', () => {
    const low = { pipeline: 100_000, revenue: 0.02, intents: 0.02, conversations: 0.02, connects: 0.02 };
    const held = Object.entries(low).map(([measure, ratio]) => override('r0002', measure, DEC, { ratio }));
    const { changes } = offer(closing([...busy(300), ...held], 'r0002'), 'ratio');
    expect(changes.map((change) => ('field' in change ? change.field : null))).toEqual([
      'ratio',
      'until',
      'reason',
      'setOn',
    ]);
  });

  it('add the next Saturday that nobody works', () => {
    const day = offer(closing(overloaded(busy(300)), 'all'), 'day');
    expect(day.day).toBe('2026-12-05');
    expect(day.changes).toEqual([{ create: recordId.dayOff('2026-12-05'), values: { weight: 1, name: '' } }]);
  });

  it('add a head that does half of what others do for two months', () => {
    const records = overloaded(busy(300));
    const head = offer(closing(records, 't0'), 'head');
    expect([head.ramp, head.months]).toEqual([0.5, 2]);
    const after = loaded(changed(records, head.changes));
    const connects = (planner: Planner): number => {
      const { units, steps } = planner.read({ kind: 'ratios', month: DEC });
      return steps.find(({ measure }) => measure === 'connects')!.used[units.indexOf('new')]!;
    };
    const skilled = changed(records, head.changes).filter(([id]) => !id.startsWith('override'));
    expect(connects(after)).toBeCloseTo(connects(loaded(skilled)) / 2, 3);
    const newcomer = after.read({ kind: 'ratios', month: DEC }).units.indexOf('new');
    const goals = after.read({ kind: 'goals', span: { from: DEC, to: DEC } });
    expect(goals.amount[0]![newcomer]).toBe(head.amount);
    const before = loaded(records).read({ kind: 'goals', span: { from: DEC, to: DEC } });
    expect(goals.amount[0]![0]).toBe(before.amount[0]![0]);
  });

  it('lower the confidence no further than it takes', () => {
    const plan = (confidence: number | null, workMinutes: number): RecordEntry[] =>
      busy(workMinutes, { confidence, adminMinutes: 0 }).map(easy);
    const highest = (confidence: number | null): number => closing(plan(confidence, 100), 'all').now.highest;
    const enough = 100 * Math.sqrt(highest(null) * highest(0.95));
    const lower = offer(closing(plan(0.95, enough), 'all'), 'confidence');
    expect(lower.chance).toBeGreaterThanOrEqual(0.5);
    expect(lower.chance).toBeLessThan(0.95);
    expect(lower.result.over).toBe(0);
    expect(closing(plan(lower.chance! + 0.05, enough), 'all').now.over).toBeGreaterThan(0);
  });

  it('offer no lower confidence to a plan that has none', () => {
    const { offers } = closing(overloaded(busy(300)), 'all');
    expect(offers.map(({ kind }) => kind)).not.toContain('confidence');
  });

  it.each([0, -5, 1e12])('bear a goal of %d', (amount) => {
    const records = onePerson(goal('me', DEC, amount), unit('you', 'rep', null), goal('you', DEC, 5e8));
    for (const key of ['me', 'you', 'nobody']) {
      const { now, offers } = closing(records, key);
      for (const result of [now, ...offers.map((each) => each.result)])
        expect([Number.isNaN(result.highest), Number.isNaN(result.over)]).toEqual([false, false]);
    }
  });

  it('permuting the reps changes nothing', () => {
    const records = overloaded(busy(300));
    const result = (order: RecordEntry[]): unknown => {
      const { now, offers } = closing(order, 't0');
      return [now, ...offers.map((each) => each.result)].map(({ over, highest }) => [
        over,
        Number(highest.toFixed(6)),
      ]);
    };
    const expected = result(records);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (order) => {
        expect(result(order)).toEqual(expected);
      }),
      { numRuns: 2 },
    );
  });
});

/** So small a goal that nobody has to pass the proven best. */
function easy([id, values]: RecordEntry): RecordEntry {
  return id.startsWith('goal') ? [id, { amount: 600_000 }] : [id, values];
}
