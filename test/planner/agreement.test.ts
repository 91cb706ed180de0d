import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import type { AgreementAnswer, AgreementMonth, AgreementQuery, Planner } from '../../src/model/planning.ts';
import { goal, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const DEC = '2026-12';
const month = { from: DEC, to: DEC };
let at = 0;
const say = (rep: string, values: Values): RecordEntry => [
  recordId.proposal(rep, DEC, `k${String(at)}`),
  { at: ++at, ...values },
];
const task = (unit: string, amount: number): RecordEntry => [recordId.task(unit, DEC), { amount }];
const plan = (...more: RecordEntry[]): RecordEntry[] => [
  settings(),
  unit('all', 'company', null),
  unit('a', 'team', 'all', { order: 1 }),
  unit('b', 'team', 'all', { order: 2 }),
  ...['r1', 'r2', 'r3'].map((key, order) => unit(key, 'rep', 'a', { order })),
  unit('r4', 'rep', 'b'),
  ...['r1', 'r2', 'r4'].map((key) => goal(key, DEC, 100)),
  ...more,
];

describe.each(planners)('the agreement $name', ({ create }) => {
  const asked = (records: RecordEntry[], changes: AgreementQuery['changes'] = []): ((key: string) => Row) => {
    const planner: Planner = create();
    void planner.load(records, '2026-11-20');
    return rowOf(planner.read({ kind: 'agreement', span: month, changes }));
  };

  it('sums what the reps stand by up the tree, with how many have answered', () => {
    const of = asked(
      plan(
        say('r1', { step: 'commit', amount: 100, assigned: 100 }),
        say('r2', { step: 'propose', amount: 70, assigned: 100 }),
      ),
    );
    expect(of('a')).toMatchObject({
      assigned: 200,
      said: 170,
      difference: -30,
      people: 2,
      answered: 2,
      proposed: 1,
    });
    expect(of('all')).toMatchObject({ assigned: 300, said: 170, difference: -30, people: 3, answered: 2 });
    expect(of('b')).toMatchObject({ said: NaN, difference: NaN, people: 1, answered: 0 });
    expect([of('r1').state, of('r2').state, of('r4').state, of('a').state]).toEqual([
      'committed',
      'proposed',
      'unanswered',
      null,
    ]);
  });

  it('asks again for what was committed to before the goals that are supposed', () => {
    const records = plan(say('r1', { step: 'commit', amount: 100, assigned: 100 }));
    expect(asked(records)('a').again).toBe(0);
    const of = asked(records, [{ id: recordId.goal('r1', DEC), field: 'amount', value: 105 }]);
    expect(of('r1')).toMatchObject({ state: 'again', difference: -5 });
    expect(of('all').again).toBe(1);
  });

  it('a task is what was asked of the unit, else of all its teams', () => {
    expect(asked(plan(task('a', 190), task('b', 90)))('all').task).toBe(280);
    expect(asked(plan(task('a', 190), task('b', 90), task('all', 300)))('all').task).toBe(300);
    expect(asked(plan(task('a', 190)))('all').task).toBeNaN();
  });

  it('what is planned to be assigned holds for all below it, until a team says otherwise', () => {
    const of = asked([
      settings({ overAssign: 1.05 }),
      ...plan().slice(1),
      unit('a', 'team', 'all', { overAssign: 1.1 }),
    ]);
    expect([of('all').planned, of('a').planned, of('r1').planned, of('b').planned]).toEqual([
      1.05, 1.1, 1.1, 1.05,
    ]);
    expect(asked(plan())('all').planned).toBeNaN();
  });

  it('a task of a quarter goes by the tasks of its months, where there are none by season, and adds up', () => {
    const planner: Planner = create();
    const season: RecordEntry = [recordId.season(12), { weight: 2 }];
    void planner.load(plan(season), '2026-11-20');
    const quarter = { from: '2026-10', to: DEC };
    const share = (amount: number | null) =>
      planner.read({ kind: 'taskEdit', unit: 'a', span: quarter, amount }).changes;
    expect(share(400)).toEqual([
      { create: 'task/a/2026-10', values: { amount: 100 } },
      { create: 'task/a/2026-11', values: { amount: 100 } },
      { create: 'task/a/2026-12', values: { amount: 200 } },
    ]);
    void planner.apply([
      { id: 'task/a/2026-11', values: { amount: 300 } },
      { id: 'task/a/2026-12', values: { amount: 100 } },
    ]);
    expect(share(800)).toEqual([
      { id: 'task/a/2026-11', field: 'amount', value: 600 },
      { id: 'task/a/2026-12', field: 'amount', value: 200 },
    ]);
    expect(share(null)).toEqual([
      { id: 'task/a/2026-11', field: 'amount', value: null },
      { id: 'task/a/2026-12', field: 'amount', value: null },
    ]);
  });
});

type Row = { readonly [K in keyof AgreementMonth]: AgreementMonth[K][number] };

const rowOf =
  ({ units, of: [only] }: AgreementAnswer) =>
  (key: string): Row =>
    Object.fromEntries(
      Object.entries(only!).map(([name, column]) => [name, (column as unknown[])[units.indexOf(key)]]),
    ) as unknown as Row;
