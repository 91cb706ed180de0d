import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { kindOf, recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Planner } from '../../src/model/planning.ts';
import { otherValues } from '../../src/model/records/other.ts';
import { addMonths, monthsOf, type Month } from '../../src/model/time.ts';
import { company, seeded, settings } from '../planner/plan.ts';
import type { Report } from './report.ts';

const LAST = '2026-10';
const YEAR = monthsOf({ from: addMonths(LAST, 1), to: addMonths(LAST, 12) });
const TURNS = 9;
const REPEAT = 'repeatRevenue';

/** CPU time, the least of several turns: other work on the machine counts as little as it can. */
export function timeOdds(report: Report, judged: boolean): void {
  report.heading('Odds, 80 % quotas, loads and levers of 1,000 reps: milliseconds of CPU');
  for (const kind of [null, ...(['calm', 'wild'] as const)]) {
    const planner = planOf1000(kind);
    let turn = 0;
    const afterEdit = (months: readonly Month[]) => (): void => {
      const values = { amount: 1_000_000 + (turn++ % 2) * 100_000 };
      void planner.apply([{ id: recordId.goal('r0500', YEAR[0]!), values }]);
      for (const month of months) readAll(planner, month);
    };
    const year = leastTime(afterEdit(YEAR));
    const edit = leastTime(afterEdit(YEAR.slice(0, 1)));
    const beside = kind ? `, beside ${kind} other revenue` : '';
    const say = (name: string, value: number, limit: number): void =>
      judged
        ? report.atMost(name + beside, value, limit)
        : report.note(`${name + beside}: ${value.toFixed(0)}`);
    say('12 months', year, 150);
    say('one goal edit, its month', edit, 30);
  }
}

/** How much the other revenue of a month strays from month to month. */
type Other = 'calm' | 'wild' | null;

function planOf1000(other: Other): Planner {
  const records = company({ reps: 1000, teams: 20, months: 24, last: LAST, goals: 12 });
  const planner = createPlanner();
  const sure = settings({ confidence: 0.8 });
  const random = seeded(2);
  const money = (): number =>
    other === 'calm'
      ? 300_000 + Math.floor(random() * 100_000)
      : random() < 0.3
        ? Math.floor(random() * 3_000_000)
        : 0;
  void planner.load(
    [
      ...(other ? [[recordId.other(REPEAT), otherValues(REPEAT)] as const] : []),
      ...records.map(([id, values]): RecordEntry => {
        if (id === SETTINGS_ID) return sure;
        return other && kindOf(id) === 'history' ? [id, { ...values, [REPEAT]: money() }] : [id, values];
      }),
    ],
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
