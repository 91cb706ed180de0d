import { bench, describe } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { keysOf, kindOf, recordId } from '../../src/model/ids.ts';
import { company, goal } from '../planner/plan.ts';

const records = company({ reps: 100, teams: 10, months: 12, last: '2026-10', goals: 1 });
const goals = records.flatMap(([id, values]): RecordEntry[] => {
  const [rep = '', month = ''] = keysOf(id);
  return kindOf(id) === 'history' ? [goal(rep, month, Math.round(Number(values['revenue']) * 1.1))] : [];
});
const planner = createPlanner();
void planner.load([...records, ...goals], '2026-11-20');

let turn = 0;
/** An edit of an earlier month: everything that was believed before the month under review is fitted anew. */
function edit(): void {
  const [id, values] = records.find(([known]) => known === recordId.history('r0050', '2026-03'))!;
  void planner.apply([{ id, values: { ...values, dials: 1500 + (turn++ % 2) } }]);
}

describe('the review of 100 reps with 12 months each', () => {
  bench('a month, fitted anew (at most 300 ms)', () => {
    edit();
    planner.read({ kind: 'review', unit: null, months: ['2026-10'] });
  });
  bench('a month, as it stands', () => {
    planner.read({ kind: 'review', unit: null, months: ['2026-10'] });
  });
  bench('a quarter, fitted anew', () => {
    edit();
    planner.read({ kind: 'review', unit: null, months: ['2026-08', '2026-09', '2026-10'] });
  });
});
