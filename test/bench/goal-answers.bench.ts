import { bench, describe } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, type GoalPlace } from '../../src/model/ids.ts';
import type { GoalEditAnswer, GoalEditQuery, Planner } from '../../src/model/planning.ts';
import { addMonths } from '../../src/model/time.ts';
import { company } from '../planner/plan.ts';

/** 200 units, 24 months, 12 segments. */
const [REPS, TEAMS, MONTHS, SEGMENTS] = [180, 19, 24, 12];
const FIRST = '2026-11';
const span = { from: FIRST, to: addMonths(FIRST, MONTHS - 1) };
const year = { from: FIRST, to: addMonths(FIRST, 11) };
const rep = (at: number): string => `r${String(at).padStart(4, '0')}`;
const months = Array.from({ length: MONTHS }, (_, at) => addMonths(FIRST, at));
const segments = Array.from({ length: SEGMENTS }, (_, at) => `s${at}`);

const records: RecordEntry[] = [
  ...company({ reps: REPS, teams: TEAMS, months: 24, last: '2026-10', goals: 0 }),
  ...segments.map((key, order): RecordEntry => [recordId.segment(key), { name: key, parent: null, order }]),
  ...Array.from({ length: REPS }, (_, at) => rep(at)).flatMap((unit, at) =>
    months.flatMap((month, m) =>
      segments.map((segment, s): RecordEntry => {
        const amount = 10_000 + ((((at * MONTHS + m) * SEGMENTS + s) * 7919) % 5000);
        return [recordId.goal(unit, month, segment), { amount }];
      }),
    ),
  ),
];
const lockOf = (place: GoalPlace): RecordEntry => [recordId.lock(place), { amount: null }];
const nested = Array.from({ length: REPS }, (_, at) => rep(at)).flatMap((unit) =>
  months.slice(0, 11).map((month) => lockOf({ unit, span: { from: month, to: month }, segment: null })),
);

function planner(more: readonly RecordEntry[]): Planner {
  const own = createPlanner();
  void own.load([...records, ...more], '2026-11-20');
  own.read({ kind: 'goals', span });
  return own;
}

let turn = 0;
const query = (): GoalEditQuery => ({
  kind: 'goalEdit',
  edits: [{ unit: 'all', span, segment: null, amount: 900_000_000 + 100 * turn++, spread: null }],
});
function possible(answer: GoalEditAnswer): Extract<GoalEditAnswer, { possible: true }> {
  if (!answer.possible) throw new Error(answer.why);
  return answer;
}

describe.each([
  ['no lock', planner([])],
  ['1,980 nested locks', planner(nested)],
])('a change at the top of 51,840 goals, %s', (_, own) => {
  bench('what it comes to', () => void possible(own.read(query())));
  const { changes } = possible(own.read(query()));
  bench('the goals of a year as they would be', () => {
    own.read({ kind: 'goalsSupposed', span: year, changes });
  });
  bench('the goals of a year as they are', () => {
    own.read({ kind: 'goals', span: year });
  });
});
