import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { content, newFacts, newWriter } from '../../src/model/facts/index.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import type { Answer, Planner, Query } from '../../src/model/planning.ts';
import { makeSlice } from '../../src/model/slices/make-slice.ts';
import { addMonths } from '../../src/model/time.ts';
import { company, goal, history, override, seeded, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const TODAY = '2026-11-20';
const MONTHS = ['2026-11', '2026-12'];
const SIZE = { reps: 14, teams: 4, months: 12, last: '2026-10', goals: 2 } as const;

/** Why a team's ratio was set stays with the manager. */
const REASON = 'r0005 moved to the new list';

/** The running month day by day, with what a day brings. */
function days(rep: string, random: () => number): RecordEntry[] {
  return Array.from({ length: 12 }, (_, at) => {
    const dials = 60 + Math.floor(random() * 60);
    const values = { dials, connects: Math.floor(dials / 3), conversations: Math.floor(dials / 12) };
    return [recordId.actual(rep, `2026-11-${String(at + 2).padStart(2, '0')}`), values];
  });
}

/** Teams that differ, records that begin late and end early, a newcomer, a leaver's gap, an override of a team. */
function variedCompany(plan: Values = {}): RecordEntry[] {
  const random = seeded(7);
  const records = company(SIZE, 7).filter(
    ([id]) =>
      !/^history\/r0001\/2026-(0[89]|10)/.test(id) &&
      !/^history\/r0002\/(2025|2026-0[1-6])/.test(id) &&
      !id.startsWith('history/r0003'),
  );
  return [
    ...records.filter(([id]) => id !== SETTINGS_ID),
    settings(plan),
    ...Array.from({ length: SIZE.reps }, (_, rep) => days(`r${String(rep).padStart(4, '0')}`, random)).flat(),
    override('t1', 'connects', '2026-11', { ratio: 0.27, reason: REASON }),
    [recordId.other('repeatRevenue'), { order: 10 }],
    history('r0004', '2026-09', { repeatRevenue: 200_000, revenue: 900_000, dials: 1500 }),
    unit('r0006', 'rep', 't2', { order: 6, pattern: 'six' }),
    [recordId.handedOut('r0005', '2026-11', '2026-11-02'), { dials: 1800, revenue: 1_200_000 }],
  ];
}

/** Where the pipeline is in hand, work takes weeks, and the yield passes one. */
const LONG: Values = { pipelineKind: 'stock' };
function longCompany(): RecordEntry[] {
  return [
    ...variedCompany(LONG).map(([id, values]): RecordEntry => {
      if (id === recordId.measure('intents')) return [id, { ...values, lagMedian: 6, lag90: 15 }];
      if (!id.startsWith('history/')) return [id, values];
      return [id, { ...values, pipeline: Math.floor(Number(values['pipeline'] ?? 0) / 6) }];
    }),
    [recordId.inHand('r0005', '2026-11'), { amount: 500_000 }],
  ];
}

/** A few reps only: the template's ratios stand in. */
const two = (): RecordEntry[] => company({ ...SIZE, reps: 2, teams: 1, months: 3 }, 3);

/** More conversations than connects: the chain breaks for the whole company, whatever one record says. */
const broken = (): RecordEntry[] =>
  variedCompany().map(([id, values]) =>
    id.startsWith('history/') && id < 'history/r0005'
      ? [id, { ...values, conversations: Number(values['connects'] ?? 0) * 3 }]
      : [id, values],
  );

const CASES: readonly [string, () => RecordEntry[]][] = [
  ['by expected quotas', () => variedCompany()],
  ['by each rep’s confidence', () => variedCompany({ confidence: 0.8, confidenceOf: 'rep' })],
  ['by the company’s confidence', () => variedCompany({ confidence: 0.8, confidenceOf: 'company' })],
  ['with its own weight of the team', () => variedCompany({ priorWeight: 2.5 })],
  ['with a lag and a stock of pipeline', () => longCompany()],
  ['by assumed ratios', two],
  ['where the chain breaks', broken],
];

/** What an answer says of one unit: its entry of every column. */
function ofUnit(answer: Answer, key: string): unknown {
  const units = (answer as { units?: readonly string[] }).units ?? null;
  const at = units?.indexOf(key) ?? -1;
  const isColumn = (value: unknown): value is ArrayLike<unknown> =>
    (ArrayBuffer.isView(value) || (Array.isArray(value) && !ArrayBuffer.isView(value[0]))) &&
    (value as unknown as ArrayLike<unknown>).length === units?.length;
  const pick = (value: unknown, field = ''): unknown => {
    if (field === 'measures' || field === 'given') return value;
    if (field === 'blended' || field === 'overridden' || field === 'units') return undefined;
    if (value === REASON) return '';
    if (isColumn(value)) return value[at];
    if (Array.isArray(value)) return value.map((each) => pick(each));
    if (typeof value !== 'object' || value === null) return value;
    if (units && field === 'problems') return (value as Record<string, unknown>)[key];
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, pick(each, name)]));
  };
  return pick(answer);
}

const questionsOf = (unitKey: string): Query[] => [
  ...MONTHS.flatMap((month): Query[] => [
    { kind: 'backcast', month, mode: 'goal' },
    { kind: 'backcast', month, mode: 'toGo' },
    { kind: 'ratios', month },
    { kind: 'odds', month },
    { kind: 'oddsCurve', unit: unitKey, month },
    { kind: 'why', unit: unitKey, month, mode: 'goal' },
    { kind: 'why', unit: unitKey, month, mode: 'toGo' },
    { kind: 'days', unit: unitKey, month },
    { kind: 'days', unit: unitKey, month, mode: 'followed' },
    { kind: 'load', month, mode: 'goal' },
    { kind: 'pace', month },
  ]),
  { kind: 'today', mode: 'followed' },
];

describe.each(planners)('a part of a plan $name', ({ create }) => {
  function loaded(records: readonly RecordEntry[]): Planner {
    const planner = create();
    void planner.load(records, TODAY);
    return planner;
  }

  function partOf(records: readonly RecordEntry[], whole: Planner, key: string): Planner {
    const facts = newFacts('plan', records, newWriter(), 1);
    const part = makeSlice(facts, key, whole.read({ kind: 'carried' }), 1000)!;
    return loaded(Object.entries(content(part)));
  }

  it.each(CASES)('comes to the same ratios, quotas and chances of a rep, %s', (_, plan) => {
    const records = plan();
    const whole = loaded(records);
    const reps = records.filter(([, values]) => values['kind'] === 'rep').map(([id]) => id.slice(5));
    for (const rep of reps.slice(0, 7)) {
      const part = partOf(records, whole, rep);
      for (const question of questionsOf(rep))
        expect(ofUnit(part.read(question), rep), `${rep} ${JSON.stringify(question)}`).toEqual(
          ofUnit(whole.read(question), rep),
        );
    }
  });

  it('has who was in another team before at the working days of that team, and out of the sums of this one', () => {
    const moved = variedCompany().flatMap(([id, values]): RecordEntry[] =>
      id === recordId.unit('r0005')
        ? [
            [id, values],
            [recordId.place('r0005', '2026-08'), { parent: 't3' }],
            [recordId.place('r0005', '2026-10'), { parent: 't2' }],
          ]
        : [[id, id === recordId.unit('t2') ? { ...values, pattern: 'six' } : values]],
    );
    const whole = loaded(moved);
    const question: Query = { kind: 'goals', span: { from: '2026-06', to: '2026-12' } };
    const days = (planner: Planner, key: string): number[] => {
      const { units, workingDays } = planner.read(question);
      return workingDays.map((month) => month[units.indexOf(key)]!);
    };
    for (const part of [partOf(moved, whole, 'r0005'), partOf(moved, whole, 't1')])
      expect(days(part, 'r0005')).toEqual(days(whole, 'r0005'));
    const reps = ['r0001', 'r0009', 'r0013'];
    const others = reps.map((rep) => days(whole, rep)[2]!).reduce((sum, each) => sum + each, 0);
    expect(days(partOf(moved, whole, 't1'), 't1')[2]).toBe(others);
    expect(days(whole, 't1')).toEqual(days(partOf(moved, whole, 't1'), 't1'));
    expect(days(whole, 'r0005')[3]).toBeGreaterThan(days(whole, 'r0001')[3]!);
  });

  it('comes to the same numbers of every rep of a team', () => {
    const records = variedCompany({ confidence: 0.8, confidenceOf: 'company' });
    const whole = loaded(records);
    const part = partOf(records, whole, 't1');
    for (const rep of ['r0001', 'r0005', 'r0009'])
      for (const question of questionsOf(rep))
        expect(ofUnit(part.read(question), rep), rep).toEqual(ofUnit(whole.read(question), rep));
  });

  it('without what it carries would come to others', () => {
    const records = variedCompany();
    const whole = loaded(records);
    const facts = newFacts('plan', records, newWriter(), 1);
    const part = makeSlice(facts, 'r0005', whole.read({ kind: 'carried' }), 1000)!;
    const bare = Object.entries(content(part)).filter(([id]) => !id.startsWith('prior/'));
    const question: Query = { kind: 'ratios', month: '2026-11' };
    expect(ofUnit(loaded(bare).read(question), 'r0005')).not.toEqual(ofUnit(whole.read(question), 'r0005'));
  });

  it('goes on with a month that the plan did not know of', () => {
    const records = variedCompany();
    const part = partOf(records, loaded(records), 'r0005');
    const next = addMonths('2026-12', 1);
    void part.apply([{ id: goal('r0005', next, 0)[0], values: { amount: 2_000_000 } }]);
    const { units, perDay } = part.read({ kind: 'backcast', month: next, mode: 'goal' });
    expect(perDay.at(-1)?.[units.indexOf('r0005')]).toBeGreaterThan(0);
  });

  it('passes on what it was told itself', () => {
    const records = variedCompany({ confidence: 0.8, confidenceOf: 'company' });
    const whole = loaded(records);
    const told = whole.read({ kind: 'carried' });
    const again = partOf(records, whole, 'r0005').read({ kind: 'carried' });
    expect({ ...again, priors: {} }).toEqual({ ...told, priors: {} });
    const connects = (answer: typeof told) => answer.priors['connects']!.now!;
    expect(connects(again)).toEqual({
      ...connects(told),
      means: { r0005: connects(told).means['r0005'] },
    });
  });
});
