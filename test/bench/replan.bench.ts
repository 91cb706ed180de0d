import { bench, describe } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import { recordId } from '../../src/model/ids.ts';
import { addMonths, monthsOf } from '../../src/model/time.ts';
import { company } from '../planner/plan.ts';
import { naiveYear } from './replan-naive.ts';

const LAST = '2026-10';
const REPS = 1000;
const plan = company({ reps: REPS, teams: 20, months: 24, last: LAST, goals: 12 });
const year = monthsOf({ from: addMonths(LAST, 1), to: addMonths(LAST, 12) });
const planner = createPlanner();
void planner.load(plan, '2026-11-20');
for (const month of year) planner.read({ kind: 'days', unit: 'all', month });

let turn = 0;
const goalOf = (amount: number) => [{ id: recordId.goal('r0500', '2026-11'), values: { amount } }];

describe('full replan of 1,000 reps × 12 months × 5 steps with day quotas', () => {
  bench('planner', () => {
    // What nothing has touched is kept, so that a fair turn begins with an edit.
    void planner.apply(goalOf(1_000_000 + (turn++ % 2) * 100_000));
    for (const month of year) planner.read({ kind: 'days', unit: 'all', month });
  });
  bench('naive: objects and a fold per day', () => {
    naiveYear(plan, year);
  });
});

describe('one edit among 1,000 reps, answered for all units', () => {
  bench('goal', () => {
    void planner.apply(goalOf(1_000_000 + (turn++ % 2) * 100_000));
    planner.read({ kind: 'backcast', month: '2026-11', mode: 'goal' });
  });
  bench('history cell (ratios refitted)', () => {
    const values = { dials: 1500 + (turn++ % 2), connects: 450, conversations: 110, intents: 22 };
    void planner.apply([{ id: recordId.history('r0500', '2026-09'), values }]);
    planner.read({ kind: 'backcast', month: '2026-11', mode: 'goal' });
  });
  bench('load from nothing', () => {
    const fresh = createPlanner();
    void fresh.load(plan, '2026-11-20');
    fresh.read({ kind: 'backcast', month: '2026-11', mode: 'goal' });
  });
});
