import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keysOf, kindOf } from '../../src/model/ids.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import type { Planner, Query } from '../../src/model/planning.ts';
import type { Month } from '../../src/model/time.ts';
import {
  ALL,
  BEFORE,
  FROM,
  inKeys,
  isIn,
  loaded,
  moved,
  moves,
  planOf,
  seeds,
  TEAMS,
  unitsOf,
} from './reorganised.ts';

/** All that is told of months before. What a ratio or a pace is believed to be is no number of a month: it is left out. */
function told(planner: Planner, keys: readonly string[]): unknown {
  const span = { from: BEFORE[0]!, to: BEFORE.at(-1)! };
  const ofMonth = BEFORE.flatMap((month): Query[] => [
    ...keys.flatMap((unit): Query[] => [
      { kind: 'review', unit, months: [month] },
      { kind: 'figures', unit, month },
      { kind: 'burnUp', unit, month },
      { kind: 'report', unit, span: week(month), next: week(month) },
    ]),
  ]);
  const tables: Query[] = [
    { kind: 'goals', span },
    { kind: 'history', span },
    { kind: 'team', span },
    ...keys.map((unit): Query => ({ kind: 'review', unit, months: BEFORE })),
  ];
  const boards = BEFORE.flatMap((month) =>
    keys.map((unit) => {
      const { sum, reps, measures } = planner.read({ kind: 'board', month, unit });
      return { ...sum, reps, amounts: measures.map(({ amount }) => amount) };
    }),
  );
  return [...[...ofMonth, ...tables].map((query) => inKeys(planner.read(query))), boards];
}

const week = (month: Month) => ({ from: `${month}-06`, to: `${month}-12` });

it('leaves every number of the months before a move as it was, to the last bit', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 12, max: 16 }), moves, (seed, reps, { key, into }) => {
      const records = planOf(seed, reps);
      fc.pre(!isIn(records, key, into));
      const keys = ['all', ...TEAMS];
      const before = told(loaded(records), keys);
      const after = told(loaded(moved(records, key, into, FROM)), keys);
      expect(after).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

it('changes no sum of the company in any month, wherever units go and whenever', () => {
  const months = fc.constantFrom<Month | null>('2026-08', FROM, '2026-12', null);
  fc.assert(
    fc.property(seeds, fc.array(fc.tuple(moves, months), { minLength: 1, maxLength: 5 }), (seed, steps) => {
      const records = planOf(seed, 12);
      const after = steps.reduce((plan, [{ key, into }, from]) => moved(plan, key, into, from), records);
      const sums = (of: readonly RecordEntry[]): unknown => {
        const { units, amount } = loaded(of).read({
          kind: 'goals',
          span: { from: ALL[0]!, to: ALL.at(-1)! },
        });
        return amount.map((column) => column[units.indexOf('all')]);
      };
      expect(sums(after)).toEqual(sums(records));
    }),
    { numRuns: 60 },
  );
});

it('keeps of several moves what each month was in, as if every month had its own tree', () => {
  const months = fc.constantFrom<Month>('2026-08', '2026-09', FROM, '2026-12');
  fc.assert(
    fc.property(seeds, fc.array(fc.tuple(moves, months), { minLength: 1, maxLength: 5 }), (seed, steps) => {
      let records = planOf(seed, 12);
      const trees = new Map(
        ALL.map((month) => [month, new Map(unitsOf(records).map((u) => [u.key, u.parent]))]),
      );
      for (const [{ key, into }, from] of steps) {
        if (isIn(records, key, into)) continue;
        records = moved(records, key, into, from);
        for (const month of ALL) if (month >= from) trees.get(month)!.set(key, into);
      }
      const { units, amount } = loaded(records).read({
        kind: 'goals',
        span: { from: ALL[0]!, to: ALL.at(-1)! },
      });
      ALL.forEach((month, at) => {
        const tree = trees.get(month)!;
        const sums = new Map<string, number>();
        for (const [id, { amount: own }] of records) {
          const [rep = '', of] = keysOf(id);
          if (kindOf(id) !== 'goal' || of !== month) continue;
          for (let up: string | null = rep; up; up = tree.get(up) ?? null)
            sums.set(up, (sums.get(up) ?? 0) + Number(own));
        }
        for (const key of TEAMS)
          expect([month, key, amount[at]![units.indexOf(key)]]).toEqual([month, key, sums.get(key) ?? NaN]);
      });
    }),
    { numRuns: 60 },
  );
});
