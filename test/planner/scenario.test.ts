import { describe, expect, it } from 'vitest';
import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import type { Planner, Query } from '../../src/model/planning.ts';
import { supposed, withChanges } from '../../src/model/scenario.ts';
import type { ScenarioChanges } from '../../src/model/records/scenario.ts';
import { china } from '../../src/core/calendar/china.ts';
import { monthChain } from '../../src/core/plan/month-chain.ts';
import { PlanState } from '../../src/core/plan/plan-state.ts';
import { fitStep } from '../../src/core/ratios/fit-step.ts';
import { company, seeded } from './plan.ts';
import { planners } from './planners.ts';

const AS_OF = '2026-11-20';
const MONTH = '2026-12';
const SCENARIO = 'more';
const size = { reps: 9, teams: 3, months: 8, last: '2026-10', goals: 2 };
const QUESTIONS: Query[] = [
  { kind: 'backcast', month: MONTH, mode: 'goal' },
  { kind: 'backcast', month: '2026-11', mode: 'toGo' },
  { kind: 'odds', month: MONTH },
  { kind: 'goals', span: { from: MONTH, to: MONTH } },
  { kind: 'ratios', month: MONTH },
  { kind: 'team', span: { from: '2026-11', to: '2027-01' } },
  { kind: 'why', unit: 'r0003', month: MONTH, mode: 'goal' },
  { kind: 'levers', unit: 't1', month: MONTH, mode: 'goal' },
];

/** A plan that is edited, with a scenario beside it, told to a planner record by record. */
class Told {
  readonly records: Map<string, Values>;
  changes: ScenarioChanges = {};
  constructor(
    readonly planner: Planner,
    seed: number,
  ) {
    this.records = new Map(company(size, seed));
    this.records.set(recordId.scenario(SCENARIO), { name: 'More' });
    void planner.load([...this.records], AS_OF);
  }
  get = (id: string) => this.records.get(id);

  edit(id: string, values: Values | null): void {
    if (values) this.records.set(id, values);
    else this.records.delete(id);
    void this.planner.apply([{ id, values }]);
  }
  suppose(...edits: Change[]): void {
    this.changes = withChanges(this.changes, edits, this.get);
    this.edit(recordId.scenario(SCENARIO), { name: 'More', changes: this.changes as unknown as Values });
  }
  /** What the plan would be if the scenario were it. */
  get asPlan(): RecordEntry[] {
    const all = new Map(this.records);
    for (const [id, values] of supposed(this.changes, this.get).records)
      if (values) all.set(id, values);
      else all.delete(id);
    return [...all];
  }
}

function randomStep(told: Told, random: () => number): void {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const rep = pick(['r0000', 'r0003', 'r0008', 'head']);
  const amount = Math.floor(random() * 1e7);
  pick<() => void>([
    () => told.edit(recordId.goal(rep, MONTH), random() < 0.2 ? null : { amount }),
    () => told.edit(recordId.history('r0003', '2026-10'), { dials: 2000, connects: 100 + (amount % 400) }),
    () =>
      told.edit(
        recordId.unit('r0008'),
        random() < 0.3 ? null : { name: 'n', kind: 'rep', parent: pick(['t0', 't1']) },
      ),
    () => told.edit(recordId.dayOff('2026-12-24'), { weight: pick([0, 1]) }),
    () => told.suppose({ id: recordId.goal(rep, MONTH), field: 'amount', value: amount }),
    () => told.edit(recordId.segment('new'), random() < 0.2 ? null : { name: 'new' }),
    () => told.suppose({ id: recordId.goal(rep, MONTH, 'new'), field: 'amount', value: amount }),
    () => told.suppose({ create: recordId.unit('head'), values: { name: 'h', kind: 'rep', parent: 't1' } }),
    () => told.suppose({ remove: recordId.unit(pick(['head', 'r0000'])) }),
    () => told.suppose({ id: recordId.unit('r0003'), field: 'parent', value: pick(['t0', 't2']) }),
    () =>
      told.suppose({
        create: recordId.override(rep, 'intents', MONTH),
        values: { ratio: 0.1 + random() / 2 },
      }),
    () => told.suppose({ remove: recordId.override(rep, 'intents', MONTH) }),
    () => told.suppose({ id: SETTINGS_ID, field: 'confidence', value: pick([null, 0.5, 0.8]) }),
    () => told.suppose({ create: recordId.dayOff('2026-12-25'), values: { weight: 0 } }),
  ])();
}

describe.each(planners)('a scenario $name', ({ create }) => {
  it.each([1, 2, 3, 4])('answers as a plan with its changes would, edit after edit (seed %i)', (seed) => {
    const random = seeded(seed);
    const told = new Told(create(), seed);
    for (let step = 0; step < 30; step++) {
      randomStep(told, random);
      const question = QUESTIONS[step % QUESTIONS.length]!;
      const fresh = create();
      void fresh.load(told.asPlan, AS_OF);
      expect(told.planner.read({ ...question, scenario: SCENARIO })).toEqual(fresh.read(question));
      void fresh.load([...told.records], AS_OF);
      expect(told.planner.read(question)).toEqual(fresh.read(question));
    }
  });

  it('that is not there, or not yet anything, answers as the plan does', () => {
    const told = new Told(create(), 1);
    for (const question of QUESTIONS)
      for (const scenario of ['none', SCENARIO, null])
        expect(told.planner.read({ ...question, scenario })).toEqual(told.planner.read(question));
  });

  it('on a rep who is deleted answers as the plan without the rep does', () => {
    const told = new Told(create(), 1);
    told.suppose(
      { id: recordId.goal('r0003', MONTH), field: 'amount', value: 5 },
      { create: recordId.override('r0003', 'intents', MONTH), values: { ratio: 0.5 } },
    );
    told.edit(recordId.unit('r0003'), null);
    for (const question of QUESTIONS)
      expect(told.planner.read({ ...question, scenario: SCENARIO })).toEqual(told.planner.read(question));
  });
});

describe('a state beside the plan', () => {
  it('uses the plan’s fits as long as it has the same reps in the same teams', () => {
    let fits = 0;
    const fit: typeof fitStep = (evidence) => {
      fits++;
      return fitStep(evidence);
    };
    const records = company(size);
    const plan = new PlanState(records, AS_OF, china, fit);
    const supposable = records.filter(([id]) => !/^(history|measure)\//.test(id));
    const beside = new PlanState(supposable, AS_OF, china, fit, plan);
    monthChain(plan, MONTH, 'goal');
    monthChain(beside, MONTH, 'goal');
    expect(fits).toBe(5);
    beside.apply([{ id: recordId.goal('r0001', MONTH), values: { amount: 5 } }]);
    monthChain(beside, MONTH, 'goal');
    expect(fits).toBe(5);
    beside.apply([{ id: recordId.unit('head'), values: { name: 'h', kind: 'rep', parent: 't1' } }]);
    monthChain(beside, MONTH, 'goal');
    expect(fits).toBe(10);
  });
});
