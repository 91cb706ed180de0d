import { bench, describe } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { Planner, Query } from '../../src/model/planning.ts';
import { AS_OF, dashboard, days, followed, pastedDay, review } from './followed.ts';

const REPS = 100;
const records = followed(REPS, 250);
const once = { iterations: 6, warmupIterations: 0, warmupTime: 0, time: 0 };

const ask = (planner: Planner, queries: readonly Query[]): void => {
  for (const query of queries) planner.read(query);
};

/** A planner that has been asked nothing yet, for each turn. */
function opened(): Planner {
  const planner = createPlanner();
  void planner.load(records, AS_OF);
  return planner;
}

describe('100 reps with six measures on 250 days', () => {
  const fresh = Array.from({ length: 14 }, opened);
  const next = (): Planner => fresh.pop() ?? opened();
  bench('the dashboard, asked for the first time (at most 300 ms)', () => ask(next(), dashboard), once);
  bench('the review, asked for the first time (at most 300 ms)', () => ask(next(), review), once);
  const planner = opened();
  ask(planner, [...dashboard, ...review, ...days]);
  let turn = 0;
  bench(
    'a pasted day on the dashboard, in the sheet of days and on today (at most 200 ms)',
    () => {
      void planner.apply(pastedDay(REPS, turn++));
      ask(planner, [...dashboard, ...days]);
    },
    once,
  );
});
