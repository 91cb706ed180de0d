import { describe, expect, it } from 'vitest';
import type { RecordChange, RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Query } from '../../src/model/planning.ts';
import { china } from '../../src/core/calendar/china.ts';
import { monthChain } from '../../src/core/plan/month-chain.ts';
import { PlanState } from '../../src/core/plan/plan-state.ts';
import { fitStep } from '../../src/core/ratios/fit-step.ts';
import { company, seeded } from './plan.ts';
import { planners } from './planners.ts';

const AS_OF = '2026-11-20';
const size = { reps: 9, teams: 3, months: 6, last: '2026-10', goals: 2 };
const questions: Query[] = [
  { kind: 'backcast', month: '2026-11', mode: 'toGo' },
  { kind: 'ratios', month: '2026-11' },
  { kind: 'days', unit: 'all', month: '2026-12' },
  { kind: 'goals', span: { from: '2026-10', to: '2026-12' } },
  { kind: 'history', span: { from: '2026-08', to: '2026-11' } },
  { kind: 'team', span: { from: '2026-11', to: '2027-02' } },
  { kind: 'planMonths', span: { from: '2026-11', to: '2027-02' } },
  { kind: 'why', unit: 't1', month: '2026-11', mode: 'goal' },
  {
    kind: 'goalEdit',
    edits: [
      {
        ...{ unit: 't1', span: { from: '2026-11', to: '2026-12' }, segment: null },
        ...{ amount: 1e8, spread: null },
      },
    ],
  },
];

/** One random edit of any kind. */
function edit(random: () => number): RecordChange {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const rep = pick(['r0000', 'r0003', 'r0008']);
  const month = pick(['2026-02', '2026-09', '2026-10', '2026-11']);
  const amount = Math.floor(random() * 1e7);
  const gone = random() < 0.2;
  return pick<() => RecordChange>([
    () => ({ id: recordId.goal(rep, pick(['2026-11', '2026-12'])), values: gone ? null : { amount } }),
    () => ({
      id: recordId.goal(rep, pick(['2026-11', '2026-12']), pick(['new', 'old', 'big'])),
      values: gone ? null : { amount: pick([amount, null]) },
    }),
    () => ({
      id: recordId.segment(pick(['new', 'old', 'big'])),
      values: gone ? null : { name: '', parent: pick(['new', 'old', null]), order: amount % 3 },
    }),
    () => ({
      id: recordId.history(rep, month),
      values: gone ? null : { dials: 1000 + amount / 1e4, connects: 300, intents: pick([null, 12]) },
    }),
    () => ({
      id: recordId.unit(rep),
      values: gone ? null : { name: `n${amount}`, kind: 'rep', parent: pick(['t0', 't1', null]) },
    }),
    () => ({
      id: recordId.unit(rep),
      values: { name: 'x', kind: 'rep', parent: 't2', start: '2026-11-09', pattern: 'six' },
    }),
    () => ({
      id: recordId.override(pick([rep, 't1']), 'connects', '2026-11'),
      values: gone ? null : { ratio: 0.2 + random() / 2 },
    }),
    () => ({
      id: pick([recordId.actual, recordId.systemActual])(
        rep,
        pick(['2026-10-26', '2026-11-19', '2026-11-20']),
      ),
      values: gone ? null : { dials: 50 + (amount % 50), connects: pick([null, 20]), pipeline: amount },
    }),
    () => ({
      id: recordId.measure('connects'),
      values: { order: 20, unit: 'count', step: 'share', source: pick(['person', 'system', null]) },
    }),
    () => ({ id: recordId.dayOff('2026-11-23'), values: gone ? null : { weight: 0, name: '' } }),
    () => ({ id: recordId.season(11), values: { weight: amount } }),
    () => ({ id: recordId.inHand(rep, '2026-11'), values: { amount } }),
    () => ({
      id: SETTINGS_ID,
      values: {
        name: '',
        cutoffDay: pick([0, 25]),
        pattern: pick(['five', 'alternating']),
        pipelineKind: pick(['flow', 'stock']),
        activityHalfLife: pick([3, 4]),
      },
    }),
  ])();
}

describe.each(planners)('edit after edit $name', ({ create }) => {
  it.each([1, 2, 3, 4, 5, 6])('the answers are those of a plan loaded anew (seed %i)', (seed) => {
    const random = seeded(seed);
    const records = new Map<string, RecordEntry[1]>(company(size, seed));
    const planner = create();
    void planner.load([...records], AS_OF);
    for (let step = 0; step < 25; step++) {
      const change = edit(random);
      if (change.values) records.set(change.id, change.values);
      else records.delete(change.id);
      void planner.apply([change]);
      const fresh = create();
      void fresh.load([...records], AS_OF);
      const question = questions[step % questions.length] as Query;
      expect({ change, answer: planner.read(question) }).toEqual({ change, answer: fresh.read(question) });
    }
  });
});

describe('what an edit touches', () => {
  function fitsAfter(change: RecordChange): number {
    let fits = 0;
    const state = new PlanState(company(size), AS_OF, china, (evidence) => {
      fits++;
      return fitStep(evidence);
    });
    monthChain(state, '2026-11', 'goal');
    const before = fits;
    expect(before).toBe(5);
    state.apply([change]);
    monthChain(state, '2026-11', 'goal');
    return fits - before;
  }
  const counts = { connects: 500, conversations: 100, intents: 20, pipeline: 1e7, revenue: 2e6 };

  it('a goal, a leave, a name or an override refits nothing', () => {
    expect(fitsAfter({ id: recordId.goal('r0001', '2026-11'), values: { amount: 5 } })).toBe(0);
    const rep = {
      kind: 'rep',
      parent: 't1',
      order: 1,
      leave: [{ from: '2026-11-02', to: '2026-11-03', part: 1 }],
    };
    expect(fitsAfter({ id: recordId.unit('r0001'), values: { name: 'zzz', ...rep } })).toBe(0);
    expect(fitsAfter({ id: recordId.override('r0001', 'intents', '2026-11'), values: { ratio: 0.5 } })).toBe(
      0,
    );
  });

  it('a history cell refits only the steps that it is part of', () => {
    const before = company(size).find(([id]) => id === recordId.history('r0001', '2026-09'))?.[1];
    expect(before).toBeDefined();
    const id = recordId.history('r0001', '2026-09');
    expect(fitsAfter({ id, values: { ...before, dials: 999 } })).toBe(1);
    expect(fitsAfter({ id, values: { ...before, conversations: 99 } })).toBe(2);
    // Intents also say how many contracts stand behind the yield.
    expect(fitsAfter({ id, values: { ...before, intents: 9 } })).toBe(3);
    expect(fitsAfter({ id, values: { ...counts, ...before } })).toBe(0);
  });
});
