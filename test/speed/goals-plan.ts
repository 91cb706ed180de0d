import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from '../../src/files/plan-file/index.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { commitStep, newWriter, type Rec } from '../../src/model/facts/index.ts';
import { recordId, type GoalPlace } from '../../src/model/ids.ts';
import { addMonths, type Month } from '../../src/model/time.ts';
import { company } from '../planner/plan.ts';

/** 200 units, 24 months, 12 segments. */
const [REPS, TEAMS, MONTHS, SEGMENTS] = [180, 19, 24, 12];
const repKey = (at: number): string => `r${String(at).padStart(4, '0')}`;
const reps = Array.from({ length: REPS }, (_, at) => repKey(at));
const segments = Array.from({ length: SEGMENTS }, (_, at) => `s${at}`);

/** A company whose every goal is split over segments, for two years from a month on. */
export function cubeRecords(first: Month): RecordEntry[] {
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(first, at));
  return [
    ...company({ reps: REPS, teams: TEAMS, months: 24, last: addMonths(first, -1), goals: 0 }),
    ...segments.map((key, order): RecordEntry => [recordId.segment(key), { name: key, parent: null, order }]),
    ...reps.flatMap((unit, at) =>
      months.flatMap((month, m) =>
        segments.map((segment, s): RecordEntry => {
          const amount = 10_000 + ((((at * MONTHS + m) * SEGMENTS + s) * 7919) % 5000);
          return [recordId.goal(unit, month, segment), { amount }];
        }),
      ),
    ),
  ];
}

const locked = (unit: string, from: Month, months: number, segment: string | null): RecordEntry => {
  const place: GoalPlace = { unit, span: { from, to: addMonths(from, months - 1) }, segment };
  return [recordId.lock(place), { amount: null }];
};
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** Eleven months of each rep: 1,980 totals that lie in one another only. */
export const nestedLocks = (first: Month): RecordEntry[] =>
  reps.flatMap((rep) => upTo(11).map((at) => locked(rep, addMonths(first, at), 1, null)));

/** The year of each rep in all segments but two, and the company's every month but two. */
export const crossingLocks = (first: Month): RecordEntry[] => [
  ...reps.flatMap((rep) => segments.slice(0, 10).map((segment) => locked(rep, first, 12, segment))),
  ...upTo(10).map((at) => locked('all', addMonths(first, at + 2), 1, null)),
];

/** Half years of reps, every other month of teams, the company's half year in segments: three ways across. */
export const threeWayLocks = (first: Month): RecordEntry[] => [
  ...reps.flatMap((rep) => [locked(rep, first, 6, null), locked(rep, addMonths(first, 6), 6, null)]),
  ...upTo(TEAMS).flatMap((team) =>
    upTo(6).map((at) => locked(`t${team}`, addMonths(first, at * 2), 1, null)),
  ),
  ...segments.slice(0, 11).map((segment) => locked('all', first, 6, segment)),
];

/** A plan file on the disk. */
export async function planFile(records: readonly RecordEntry[]): Promise<string> {
  const facts = new Map<string, Rec>();
  const changes = records.map(([create, values]) => ({ create, values }));
  const now = Date.now();
  const step = commitStep(facts, newWriter(), now, changes);
  for (const [id, { after }] of step) if (after) facts.set(id, after);
  const path = join(mkdtempSync(join(tmpdir(), 'backcast-goals-')), 'goals.backcast');
  writeFileSync(path, await encode({ id: 'goals', recs: facts }, { app: 'speed', savedAt: now }));
  return path;
}
