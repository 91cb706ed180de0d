import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { applyStep, commitStep, content, join, newFacts, newWriter } from '../../src/model/facts/index.ts';
import { keysOf, kindOf, recordId } from '../../src/model/ids.ts';
import type { GoalFate, ReorganisingQuery } from '../../src/model/planning.ts';
import { parseSettings } from '../../src/model/records/read.ts';
import type { Month } from '../../src/model/time.ts';
import { movedUnits, placesKept } from '../../src/model/unit-places.ts';
import { removeUnits } from '../../src/sheets/removal.ts';
import { unitsUnder } from '../../src/sheets/newcomers.ts';
import { placeUnits } from '../../src/sheets/tree-places.ts';
import { changed } from './changed.ts';
import {
  ALL,
  BEFORE,
  FROM,
  inKeys,
  isIn,
  loaded,
  moves,
  planOf,
  seeds,
  TEAMS,
  unitsOf,
} from './reorganised.ts';

/** What a person does on a day, and what becomes of the goals: one of those that are offered. */
const months = fc.constantFrom<Month>(FROM, '2026-11', '2026-12');
const fate = fc.nat(4);
const act = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), move: moves, from: months, fate }),
  fc.record({
    ...{ kind: fc.constant('leave' as const), key: fc.nat(11).map((rep) => `r${rep}`), fate },
    day: fc.constantFrom('2026-10-31', '2026-11-13', '2026-12-31'),
  }),
  fc.record({
    ...{ kind: fc.constant('hire' as const), team: fc.constantFrom('a', 'b', 'c', 'd'), fate },
    day: fc.constantFrom('2026-10-09', '2026-11-16', '2026-12-01'),
  }),
  fc.record({ kind: fc.constant('empty' as const), team: fc.constantFrom('a', 'b', 'c', 'd') }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

interface Asked {
  readonly changes: readonly Change[];
  readonly units: readonly string[];
  readonly from: Month;
}

const context = (records: readonly RecordEntry[]) => ({
  units: unitsOf(records),
  ofKind: (kind: string) => records.filter(([id]) => kindOf(id) === kind),
  settings: parseSettings({ name: '' }),
});

/** The changes of the tree or of a person; null = it can't be done. */
function asked(records: readonly RecordEntry[], act: Act, at: number): Asked | null {
  const units = unitsOf(records);
  const has = (key: string) => units.some((unit) => unit.key === key && unit.end === null);
  if (act.kind === 'move') {
    const { key, into } = act.move;
    if (!has(key) || !has(into) || isIn(records, key, into)) return null;
    return placed(records, [key], into, act.from);
  }
  if (act.kind === 'leave') {
    if (!has(act.key)) return null;
    const end: Change = { id: recordId.unit(act.key), field: 'end', value: act.day };
    return { changes: [end], units: [act.key], from: act.day.slice(0, 7) };
  }
  if (act.kind === 'empty' || !has(act.team)) return null;
  const key = `new${at}`;
  const values = { name: key, kind: 'rep', parent: act.team, order: 9, start: act.day };
  return { changes: [{ create: recordId.unit(key), values }], units: [key], from: act.day.slice(0, 7) };
}

function placed(records: readonly RecordEntry[], keys: string[], into: string, from: Month): Asked {
  const { units, ofKind } = context(records);
  const changes: Change[] = placeUnits(units, keys, { key: into, where: 'into' });
  const kept = placesKept(units, movedUnits(units, changes), ofKind('place'), from);
  return { changes: [...changes, ...kept], units: keys, from };
}

/** Everybody of a team goes elsewhere, and it is deleted. */
function emptied(records: readonly RecordEntry[], team: string): Change[] {
  const { units } = context(records);
  const others = units.filter(({ key, kind, end }) => kind === 'team' && key !== team && end === null);
  const [into] = others;
  if (!into || !units.some(({ key, end }) => key === team && end === null)) return [];
  const keys = unitsUnder(units, team).flatMap(({ key, kind }) => (kind === 'rep' ? [key] : []));
  const moved = keys.length > 0 ? placed(records, keys, into.key, FROM).changes : [];
  return [...moved, ...removeUnits(context(changed(records, moved)), [team])];
}

/** All changes of an act with what becomes of the goals, and that. */
function changesOf(records: readonly RecordEntry[], act: Act, at: number): [Change[], GoalFate] {
  if (act.kind === 'empty') return [emptied(records, act.team), 'asIs'];
  const what = asked(records, act, at);
  if (!what) return [[], 'asIs'];
  const planner = loaded(records);
  const query: ReorganisingQuery = { kind: 'reorganising', ...what, fate: 'asIs', own: null, of: null };
  const { fates, leavers } = planner.read(query);
  const fate = fates[act.fate % fates.length]!;
  const { changes } = planner.read({ ...query, fate, of: leavers[0]?.unit ?? null });
  return changes ? [[...what.changes, ...changes], fate] : [[...what.changes], 'asIs'];
}

/** The tables of the months before, of the units that were there: whoever is new is in none of them. */
function past(records: readonly RecordEntry[], keys: readonly string[]): unknown {
  const span = { from: BEFORE[0]!, to: BEFORE.at(-1)! };
  const planner = loaded(records);
  return (['goals', 'history', 'team'] as const).map((kind) => {
    const answer = planner.read({ kind, span });
    const columns = kind === 'goals' ? 'amount' : kind === 'history' ? 'values' : 'workingDays';
    const of = inKeys({ units: answer.units, columns: Reflect.get(answer, columns) as unknown }) as {
      units: string[];
      columns: unknown;
    };
    const at = keys.map((key) => of.units.indexOf(key));
    const picked = (value: unknown): unknown =>
      Array.isArray(value) && value.length === of.units.length && !Array.isArray(value[0])
        ? at.map((index): unknown => value[index])
        : Array.isArray(value)
          ? value.map(picked)
          : value;
    return picked(of.columns);
  });
}

/** The company's goal by month, and what all goals of the month add up to. */
function sums(records: readonly RecordEntry[]): { company: number[]; all: number[] } {
  const { units, amount } = loaded(records).read({ kind: 'goals', span: { from: ALL[0]!, to: ALL.at(-1)! } });
  const company = amount.map((column) => column[units.indexOf('all')]!);
  const all = ALL.map((month) =>
    records.reduce(
      (sum, [id, { amount: own }]) =>
        kindOf(id) === 'goal' && keysOf(id)[1] === month ? sum + Number(own ?? 0) : sum,
      0,
    ),
  );
  return { company, all };
}

/** Acts of which the company's goals stay what they are. */
const keepsAll = ({ kind }: Act, fate: GoalFate): boolean =>
  fate !== 'dropped' && !(kind === 'move' && fate === 'spread');

it('leaves the months before as they were to the last bit, and every goal with the company, whatever people do', () => {
  fc.assert(
    fc.property(seeds, fc.array(act, { minLength: 1, maxLength: 6 }), (seed, acts) => {
      let records = planOf(seed, 12);
      const keys = unitsOf(records).map(({ key }) => key);
      const before = past(records, keys);
      acts.forEach((each, at) => {
        const { company } = sums(records);
        const [changes, fate] = changesOf(records, each, at);
        records = changed(records, changes);
        const after = sums(records);
        expect(after.company).toEqual(after.all);
        if (keepsAll(each, fate)) expect(after.company).toEqual(company);
      });
      expect(past(records, keys)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

it('leaves them so when two people have done it at once, and their plans are merged', () => {
  const acts = fc.array(act, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(seeds, acts, acts, (seed, mine, theirs) => {
      const records = planOf(seed, 12);
      const keys = unitsOf(records).map(({ key }) => key);
      const origin = newFacts('plan', records, newWriter(), 1);
      const [a, b] = [mine, theirs].map((each, device) => {
        const facts = { id: 'plan', recs: new Map(origin.recs) };
        const writer = newWriter();
        let now: RecordEntry[] = records;
        each.forEach((one, at) => {
          const [changes] = changesOf(now, one, at + 10 * device);
          applyStep(facts.recs, commitStep(facts.recs, writer, 1000 + at, changes));
          now = changed(now, changes);
        });
        return facts;
      });
      const merged = Object.entries(content(join(a!, b!)));
      expect(past(merged, keys)).toEqual(past(records, keys));
      const { company, all } = sums(merged);
      expect(company).toEqual(all);
    }),
    { numRuns: 40 },
  );
});

it('has teams of the past in their months only', () => {
  const records = planOf(7, 12);
  const gone = changed(records, emptied(records, 'a'));
  expect(unitsOf(gone).find(({ key }) => key === 'a')?.end).toBe('2026-09-30');
  const { units, amount } = loaded(gone).read({ kind: 'goals', span: { from: ALL[0]!, to: ALL.at(-1)! } });
  const ofTeam = amount.map((column) => column[units.indexOf('a')]!);
  expect(ofTeam.map((goal) => goal > 0)).toEqual([true, true, true, false, false, false]);
  expect(TEAMS.every((key) => units.includes(key))).toBe(true);
});
