import { bench, describe } from 'vitest';
import { attain } from '../../src/core/odds/attain.ts';
import { chainOdds, outcomeOf } from '../../src/core/odds/chain-odds.ts';
import { workFor } from '../../src/core/odds/confident.ts';
import { createPlanner } from '../../src/core/planner.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import { addMonths, monthsOf } from '../../src/model/time.ts';
import { company, settings } from '../planner/plan.ts';

const LAST = '2026-10';
const year = monthsOf({ from: addMonths(LAST, 1), to: addMonths(LAST, 12) });
const plan = company({ reps: 1000, teams: 20, months: 24, last: LAST, goals: 12 }).map((entry) =>
  entry[0] === SETTINGS_ID ? settings({ confidence: 0.8 }) : entry,
);
const planner = createPlanner();
void planner.load(plan, '2026-11-20');
for (const month of year) planner.read({ kind: 'odds', month });

let turn = 0;
/** The planner keeps what nothing has touched, so that a fair turn begins with an edit. */
function edit(): void {
  const values = { amount: 1_000_000 + (turn++ % 2) * 100_000 };
  void planner.apply([{ id: recordId.goal('r0500', '2026-11'), values }]);
}
describe('odds and 80 % quotas of 1,000 reps', () => {
  bench('12 months (at most 150 ms)', () => {
    edit();
    for (const month of year) planner.read({ kind: 'odds', month });
  });
  bench('one goal edit, one month (at most 30 ms)', () => {
    edit();
    planner.read({ kind: 'odds', month: '2026-11' });
  });
});

const odds = chainOdds(
  [0.3, 0.25, 0.2, 0.2].map((mean) => ({ kind: 'share', mean, size: 60 })),
  { mean: 500_000, vv: 5e8, s2: 2.5e11 },
);
/** Halving the interval until it is as narrow: the obvious way. */
function bisected(goal: number, confidence: number): number {
  let [low, high] = [0, 1e7];
  for (let turns = 0; turns < 40; turns++) {
    const middle = (low + high) / 2;
    if (attain(outcomeOf(odds, middle), goal) < confidence) low = middle;
    else high = middle;
  }
  return high;
}
describe('one 80 % quota', () => {
  bench('secant', () => void workFor(odds, 3_000_000, 0.8));
  bench('bisection', () => void bisected(3_000_000, 0.8));
});

const quarter = { from: addMonths(LAST, 1), to: addMonths(LAST, 3) };
const hundred = createPlanner();
void hundred.load(company({ reps: 100, teams: 10, months: 24, last: LAST, goals: 12 }), '2026-11-20');
describe('the stretch check of 100 reps over a quarter', () => {
  const ask = (): void => void hundred.read({ kind: 'stretch', span: quarter, changes: [] });
  bench('after an edit of the record (at most 200 ms)', () => {
    const values = { revenue: 1_000_000 + (turn++ % 2) * 100_000 };
    void hundred.apply([{ id: recordId.history('r0050', '2026-11'), values }]);
    ask();
  });
  bench('after an edit of a goal: the record is not looked at again', () => {
    const values = { amount: 1_000_000 + (turn++ % 2) * 100_000 };
    void hundred.apply([{ id: recordId.goal('r0050', '2026-11'), values }]);
    ask();
  });
});
