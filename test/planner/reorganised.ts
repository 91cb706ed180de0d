import fc from 'fast-check';
import { createPlanner } from '../../src/core/planner.ts';
import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { keysOf, kindOf, recordId } from '../../src/model/ids.ts';
import type { Planner } from '../../src/model/planning.ts';
import { parseUnit } from '../../src/model/records/read.ts';
import type { Unit } from '../../src/model/records/unit.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { monthsOf, type Month } from '../../src/model/time.ts';
import { movedUnits, placesKept } from '../../src/model/unit-places.ts';
import { placeUnits } from '../../src/sheets/tree-places.ts';
import { changed } from './changed.ts';
import { goal, history, seeded, settings, unit } from './plan.ts';

const TODAY = '2026-11-20';
export const FROM: Month = '2026-10';
export const BEFORE = monthsOf({ from: '2026-07', to: '2026-09' });
export const ALL = monthsOf({ from: '2026-07', to: '2026-12' });

/** Two regions with teams in them, and reps in every team. */
export const TEAMS = ['north', 'south', 'a', 'b', 'c', 'd'];
const parentOf = { north: 'all', south: 'all', a: 'north', b: 'north', c: 'south', d: 'south' };

export function planOf(seed: number, reps: number): RecordEntry[] {
  const random = seeded(seed);
  const some = (most: number): number => Math.round(most * random());
  const records: RecordEntry[] = [
    settings({ confidence: random() < 0.5 ? null : 0.8 }),
    ...templateMeasures('telesales'),
    unit('all', 'company', null),
    ...Object.entries(parentOf).map(([key, parent], order) =>
      unit(key, key.length > 1 ? 'region' : 'team', parent, {
        order,
        pattern: random() < 0.3 ? 'six' : null,
        workMinutes: random() < 0.3 ? 300 + some(100) : null,
      }),
    ),
    [recordId.override('b', 'connects', '2026-08'), { ratio: 0.31, until: null, reason: '', setOn: null }],
    [recordId.dayOff('2026-08-08'), { weight: 0.3, name: '' }],
  ];
  for (let rep = 0; rep < reps; rep++) {
    const key = `r${rep}`;
    records.push(unit(key, 'rep', TEAMS[2 + (rep % 4)]!, { order: some(3) }));
    for (const month of ALL) {
      if (random() < 0.9) records.push(goal(key, month, 100_000 + some(500_000)));
      const dials = 600 + some(800);
      const [connects, pipeline] = [Math.round(dials * 0.3), some(3_000_000)];
      const counts = { dials, connects, conversations: some(connects), intents: some(20), pipeline };
      // What was handed out holds, whatever the ratios are believed to be now.
      records.push([
        recordId.handedOut(key, month, `${month}-01`),
        { ...counts, revenue: 500_000 + some(99) },
      ]);
      if (month < '2026-12') records.push(history(key, month, { ...counts, revenue: some(900_000) }));
    }
  }
  return records;
}

export const unitsOf = (records: readonly RecordEntry[]): Unit[] => {
  const byKey = new Map(
    records.filter(([id]) => kindOf(id) === 'unit').map(([id, v]) => [keysOf(id)[0]!, v]),
  );
  return loaded(records)
    .read({ kind: 'goals', span: { from: FROM, to: FROM } })
    .units.map((key) => parseUnit(key, byKey.get(key) ?? {}));
};

export function loaded(records: readonly RecordEntry[]): Planner {
  const planner = createPlanner();
  void planner.load(records, TODAY);
  return planner;
}

export const isIn = (records: readonly RecordEntry[], key: string, parent: string): boolean =>
  records.some(([id, values]) => id === recordId.unit(key) && values['parent'] === parent);

export function moved(
  records: readonly RecordEntry[],
  key: string,
  into: string,
  from: Month | null,
): RecordEntry[] {
  const units = unitsOf(records);
  const changes: Change[] = placeUnits(units, [key], { key: into, where: 'into' });
  const known = records.filter(([id]) => kindOf(id) === 'place');
  return changed(records, [...changes, ...placesKept(units, movedUnits(units, changes), known, from)]);
}

/** Who may go where: reps into teams, teams into regions. */
export const moves = fc.oneof(
  fc.record({ key: fc.nat(11).map((rep) => `r${rep}`), into: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), into: fc.constantFrom('north', 'south') }),
);

/** The order of rows is that of the present tree. */
export function inKeys(answer: unknown): unknown {
  const units = (answer as { units?: readonly string[] }).units;
  if (!units) return answer;
  const order = units.map((_, at) => at).sort((a, b) => (units[a]! < units[b]! ? -1 : 1));
  const sorted = (value: unknown): unknown => {
    if ((Array.isArray(value) || ArrayBuffer.isView(value)) && !(value instanceof DataView)) {
      const list = [...(value as ArrayLike<unknown> & Iterable<unknown>)];
      return list.length === units.length ? order.map((at) => sorted(list[at])) : list.map(sorted);
    }
    return value;
  };
  return Object.fromEntries(Object.entries(answer as object).map(([name, value]) => [name, sorted(value)]));
}

export const seeds = fc.integer({ min: 1, max: 1e6 });
