import { createPlanner } from '../../src/core/planner.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Planner } from '../../src/model/planning.ts';
import { addMonths, monthsOf, type Month } from '../../src/model/time.ts';
import { company, settings } from '../planner/plan.ts';
import type { Report } from './report.ts';

const LAST = '2026-10';
const YEAR = monthsOf({ from: addMonths(LAST, 1), to: addMonths(LAST, 12) });
const TURNS = 9;

/** CPU time, the least of several turns: other work on the machine counts as little as it can. */
export function timeOdds(report: Report, judged: boolean): void {
  const planner = planOf1000();
  let turn = 0;
  const afterEdit = (months: readonly Month[]) => (): void => {
    const values = { amount: 1_000_000 + (turn++ % 2) * 100_000 };
    void planner.apply([{ id: recordId.goal('r0500', YEAR[0]!), values }]);
    for (const month of months) readAll(planner, month);
  };
  const year = leastTime(afterEdit(YEAR));
  const edit = leastTime(afterEdit(YEAR.slice(0, 1)));
  report.heading('Odds, 80 % quotas, loads and levers of 1,000 reps: milliseconds of CPU');
  const say = (name: string, value: number, limit: number): void =>
    judged ? report.atMost(name, value, limit) : report.note(`${name}: ${value.toFixed(0)}`);
  say('12 months', year, 150);
  say('one goal edit, its month', edit, 30);
}

function planOf1000(): Planner {
  const records = company({ reps: 1000, teams: 20, months: 24, last: LAST, goals: 12 });
  const planner = createPlanner();
  const sure = settings({ confidence: 0.8 });
  void planner.load(
    records.map((entry) => (entry[0] === SETTINGS_ID ? sure : entry)),
    '2026-11-20',
  );
  return planner;
}

/** All that the sheet's slower parts ask for. */
function readAll(planner: Planner, month: Month): void {
  planner.read({ kind: 'odds', month });
  planner.read({ kind: 'load', month, mode: 'toGo' });
  planner.read({ kind: 'levers', unit: 'r0500', month, mode: 'toGo' });
}

function leastTime(work: () => void): number {
  let least = Infinity;
  for (let turn = 0; turn < TURNS; turn++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
