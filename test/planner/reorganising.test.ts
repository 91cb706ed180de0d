import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { Planner, ReorganisingAnswer, ReorganisingQuery } from '../../src/model/planning.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { changed } from './changed.ts';
import { goal, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const MONTHS = ['2026-10', '2026-11', '2026-12', '2027-01'];
const FROM = '2026-11';

/** Two teams; a goal of each rep in every month. */
const plan = (...more: RecordEntry[]): RecordEntry[] => [
  settings({ splitUnit: 1 }),
  ...templateMeasures('telesales'),
  unit('all', 'company', null),
  unit('a', 'team', 'all', { order: 0 }),
  unit('b', 'team', 'all', { order: 1 }),
  unit('ann', 'rep', 'a', { order: 0 }),
  unit('amy', 'rep', 'a', { order: 1 }),
  unit('mover', 'rep', 'a', { order: 2 }),
  unit('bob', 'rep', 'b'),
  ...MONTHS.flatMap((month) => [
    goal('ann', month, 600),
    goal('amy', month, 300),
    goal('mover', month, 100),
    goal('bob', month, 900),
  ]),
  ...more,
];

const MOVE: Change[] = [
  { id: recordId.unit('mover'), field: 'parent', value: 'b' },
  { create: recordId.place('mover', FROM), values: { parent: 'a', order: 2 } },
];

function loaded(records: readonly RecordEntry[], create = createPlanner): Planner {
  const planner = create();
  void planner.load(records, '2026-11-20');
  return planner;
}

const asked = (planner: Planner, more: Partial<ReorganisingQuery>): ReorganisingAnswer =>
  planner.read({
    ...{
      kind: 'reorganising',
      changes: MOVE,
      units: ['mover'],
      from: FROM,
      fate: 'asIs',
      own: null,
      of: null,
    },
    ...more,
  });

/** Goals by month, of units, once the changes are made. */
function goalsAfter(
  records: readonly RecordEntry[],
  answer: ReorganisingAnswer,
  changes: readonly Change[] = MOVE,
): Record<string, number[]> {
  const planner = loaded(changed(records, [...changes, ...(answer.changes ?? [])]));
  const { units, amount } = planner.read({
    kind: 'goals',
    span: { from: MONTHS[0]!, to: MONTHS.at(-1)! },
  });
  return Object.fromEntries(units.map((key, at) => [key, amount.map((column) => column[at]!)]));
}

const sums = ({ sums }: ReorganisingAnswer): unknown[] =>
  sums.map(({ unit, before, after }) => [unit, before, after]);

describe.each(planners)('a rep who moves ($name)', ({ create }) => {
  it('takes the goals along: the old team has less, the new one more, from that month on', () => {
    const answer = asked(loaded(plan(), create), {});
    expect(answer.span).toEqual({ from: FROM, to: '2027-01' });
    expect(answer.changes).toEqual([]);
    expect(sums(answer)).toEqual([
      ['mover', 300, 300],
      ['a', 3000, 2700],
      ['b', 2700, 3000],
    ]);
    expect(answer.fates).toEqual(['asIs', 'stays', 'spread']);
    const goals = goalsAfter(plan(), answer);
    expect([goals['a'], goals['b']]).toEqual([
      [1000, 900, 900, 900],
      [900, 1000, 1000, 1000],
    ]);
  });

  it('leaves the goals to the others of the old team, in proportion to theirs', () => {
    const answer = asked(loaded(plan(), create), { fate: 'stays' });
    const goals = goalsAfter(plan(), answer);
    expect(goals['a']).toEqual([1000, 1000, 1000, 1000]);
    expect(goals['ann']!.slice(1)).toEqual([667, 667, 667]);
    expect(goals['mover']).toEqual([100, NaN, NaN, NaN]);
    expect(goals['b']).toEqual([900, 900, 900, 900]);
    expect(sums(answer)).toEqual([
      ['mover', 300, NaN],
      ['a', 3000, 3000],
      ['b', 2700, 2700],
    ]);
  });

  it('has what was typed instead, while the old team keeps its goal', () => {
    const answer = asked(loaded(plan(), create), { fate: 'stays', own: 90 });
    const goals = goalsAfter(plan(), answer);
    expect(goals['mover']).toEqual([100, 30, 30, 30]);
    expect(goals['a']!.slice(1)).toEqual([1000, 1000, 1000]);
    expect(goals['b']!.slice(1)).toEqual([930, 930, 930]);
  });

  it('shares the new team’s goal with those who are in it', () => {
    const answer = asked(loaded(plan(), create), { fate: 'spread' });
    const goals = goalsAfter(plan(), answer);
    expect(goals['b']).toEqual([900, 900, 900, 900]);
    expect(goals['mover']!.slice(1)).toEqual([90, 90, 90]);
    expect(goals['a']!.slice(1)).toEqual([900, 900, 900]);
  });

  it('says which locks do not let the others take the goal over', () => {
    const locks = ['ann', 'amy'].map((unit): RecordEntry => [
      recordId.lock({ unit, span: { from: FROM, to: FROM }, segment: null }),
      { amount: null },
    ]);
    const answer = asked(loaded(plan(...locks), create), { fate: 'stays' });
    expect(answer.changes).toBeNull();
    expect(answer.refused).toMatchObject({ why: 'locks' });
  });

  it('is not offered to leave the goals where nobody is left', () => {
    const alone = plan().filter(([id]) => !/\/(ann|amy)/.test(id));
    expect(asked(loaded(alone, create), {}).fates).toEqual(['asIs', 'spread']);
  });

  it('moves in the month that differs, where an earlier move to come is taken back', () => {
    const away = changed(plan(), [
      { id: recordId.unit('mover'), field: 'parent', value: 'b' },
      { create: recordId.place('mover', '2026-12'), values: { parent: 'a', order: 2 } },
    ]);
    const back: Change[] = [
      { id: recordId.unit('mover'), field: 'parent', value: 'a' },
      { remove: recordId.place('mover', '2026-12') },
    ];
    const answer = asked(loaded(away, create), { changes: back, from: '2026-10', fate: 'stays' });
    expect([answer.span, answer.from, answer.to]).toEqual([{ from: '2026-12', to: '2027-01' }, ['b'], ['a']]);
    const goals = goalsAfter(away, answer, back);
    expect(goals['all']).toEqual([1900, 1900, 1900, 1900]);
    expect(goals['mover']).toEqual([100, 100, NaN, NaN]);
  });

  it('has nothing to be asked about after the last goal', () => {
    expect(asked(loaded(plan(), create), { from: '2027-02' })).toMatchObject({ span: null, fates: ['asIs'] });
  });
});

describe.each(planners)('a rep who leaves ($name)', ({ create }) => {
  // Half of the working days of November are over on the 16th.
  const END: Change[] = [{ id: recordId.unit('mover'), field: 'end', value: '2026-11-16' }];
  const leave = (
    fate: ReorganisingQuery['fate'],
    records = plan(),
  ): [ReorganisingAnswer, Record<string, number[]>] => {
    const answer = asked(loaded(records, create), { changes: END, fate });
    return [answer, goalsAfter(records, answer, END)];
  };

  it('leaves an open position as it is', () => {
    const [answer, goals] = leave('asIs');
    expect(answer.fates).toEqual(['asIs', 'stays', 'dropped']);
    expect(goals['mover']).toEqual([100, 100, 100, 100]);
  });

  it('keeps the share of the days that are worked, and the others take over the rest', () => {
    const [, goals] = leave('stays');
    const kept = goals['mover']![1]!;
    expect(kept).toBe(Math.round((100 * 11) / 21));
    expect(goals['mover']!.slice(2)).toEqual([NaN, NaN]);
    expect(goals['a']).toEqual([1000, 1000, 1000, 1000]);
    expect(goals['ann']![1]! + goals['amy']![1]!).toBe(1000 - kept);
  });

  it('keeps what comes before the own last day, whenever others of the act leave', () => {
    const ends = [...END, { id: recordId.unit('amy'), field: 'end', value: '2026-12-31' }];
    const query = { changes: ends, units: ['mover', 'amy'], fate: 'stays' } as const;
    const goals = goalsAfter(plan(), asked(loaded(plan(), create), query), ends);
    expect(goals['amy']).toEqual([300, 300, 300, NaN]);
    expect(goals['a']).toEqual([1000, 1000, 1000, 1000]);
    expect(goals['ann']!.slice(2)).toEqual([700, 1000]);
  });

  it('drops the rest', () => {
    const [, goals] = leave('dropped');
    const kept = goals['mover']![1]!;
    expect(goals['a']).toEqual([1000, 900 + kept, 900, 900]);
  });
});

describe.each(planners)('somebody new ($name)', ({ create }) => {
  const START: Change[] = [{ id: recordId.unit('nia'), field: 'start', value: '2026-12-01' }];
  const hired = (): RecordEntry[] => [
    ...plan().map(([id, values]): RecordEntry =>
      id === recordId.unit('mover') ? [id, { ...values, end: '2026-11-16' }] : [id, values],
    ),
    unit('nia', 'rep', 'a', { order: 3 }),
  ];
  const query = { changes: START, units: ['nia'], from: '2026-12' } as const;

  it('may take over what a leaver has left, leaf by leaf', () => {
    const records = [...hired(), [recordId.goal('mover', '2027-01', 'new'), { amount: 7 }] as RecordEntry];
    const segment: RecordEntry = [recordId.segment('new'), { name: 'New' }];
    const planner = loaded([...records, segment], create);
    expect(asked(planner, query)).toMatchObject({
      fates: ['asIs', 'takenOver', 'spread'],
      leavers: [{ unit: 'mover', amount: 207 }],
    });
    const answer = asked(planner, { ...query, fate: 'takenOver', of: 'mover' });
    const goals = goalsAfter([...records, segment], answer, START);
    expect(goals['nia']).toEqual([NaN, NaN, 100, 107]);
    expect(goals['mover']).toEqual([100, 100, NaN, NaN]);
    expect(goals['a']).toEqual([1000, 1000, 1000, 1007]);
  });
});

describe.each(planners)('new members who come together ($name)', ({ create }) => {
  const record = (key: string, start: string, parent = 'b') => ({
    create: recordId.unit(key),
    values: { name: key, kind: 'rep', parent, order: 5, start },
  });
  const both: Change[] = [record('nia', '2026-12-01'), record('noa', '2026-12-01')];
  const query = { changes: both, units: ['nia', 'noa'], from: '2026-12' } as const;

  it('take of the team’s goal the share of the days that they work, and the team keeps it', () => {
    const answer = asked(loaded(plan(), create), { ...query, fate: 'spread' });
    expect(answer.fates).toEqual(['asIs', 'spread']);
    const goals = goalsAfter(plan(), answer, both);
    expect(goals['b']).toEqual([900, 900, 900, 900]);
    expect(goals['nia']).toEqual([NaN, NaN, 300, 300]);
    expect(goals['bob']).toEqual([900, 900, 300, 300]);
    const late = [record('nia', '2026-12-16')];
    const alone = asked(loaded(plan(), create), { ...query, changes: late, units: ['nia'], fate: 'spread' });
    const [, , december, january] = goalsAfter(plan(), alone, late)['nia']!;
    expect([december! < 350, december! > 250, january]).toEqual([true, true, 450]);
  });

  it('share what somebody has left, to the last unit', () => {
    const left = plan().map(([id, values]): RecordEntry =>
      id === recordId.unit('ann') ? [id, { ...values, end: '2026-11-30' }] : [id, values],
    );
    const late = [record('nia', '2026-12-01'), record('noa', '2026-12-16')];
    const answer = asked(loaded(left, create), { ...query, changes: late, fate: 'takenOver', of: 'ann' });
    const goals = goalsAfter(left, answer, late);
    expect(goals['ann']).toEqual([600, 600, NaN, NaN]);
    expect(goals['nia']![2]! + goals['noa']![2]!).toBe(600);
    expect(goals['nia']![2]).toBeGreaterThan(goals['noa']![2]!);
    expect([goals['nia']![3], goals['noa']![3]]).toEqual([300, 300]);
    expect(goals['all']).toEqual([1900, 1900, 1900, 1900]);
  });
});

it('deletes a rep and lets the others take the goals over', () => {
  const gone: Change[] = [
    { remove: recordId.unit('mover') },
    ...MONTHS.map((month) => ({ remove: recordId.goal('mover', month) })),
  ];
  const answer = asked(loaded(plan()), { changes: gone, fate: 'stays' });
  const goals = goalsAfter(plan(), answer, gone);
  expect(goals['a']).toEqual([900, 1000, 1000, 1000]);
});

it('keeps to the cent the sum that an answer promises to keep, whatever the goals are', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.tuple(amounts, amounts, amounts), fc.constantFrom(1, 100, 100_000), (table, splitUnit) => {
      const records = changed(
        plan(),
        ['ann', 'amy', 'mover'].flatMap((rep, at) =>
          MONTHS.map((month, column) => ({
            id: recordId.goal(rep, month),
            field: 'amount',
            value: table[at]![column]!,
          })),
        ),
      ).map(([id, values]): RecordEntry => [
        id,
        id.startsWith('settings') ? { ...values, splitUnit } : values,
      ]);
      const before = goalsAfter(records, { changes: [] } as unknown as ReorganisingAnswer, []);
      const after = goalsAfter(records, asked(loaded(records), { fate: 'stays' }));
      expect([after['a'], after['b'], after['all']]).toEqual([before['a'], before['b'], before['all']]);
    }),
    { numRuns: 40 },
  );
});
