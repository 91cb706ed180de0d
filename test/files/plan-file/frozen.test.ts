import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createPlanner } from '../../../src/core/planner.ts';
import { decode, encodeText } from '../../../src/files/plan-file/index.ts';
import { alive, cellOf, conflicts, content } from '../../../src/model/facts/index.ts';

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../fixtures/${name}`, import.meta.url));

/*
 * plan-v1.backcast was written once, by version 1 of the format, and is never written again: it stands for the files that
 * people have. If a test here fails, do not replace the file or the expectation. Either the change breaks what people
 * saved: undo it; or the format moves on: raise VERSION, keep reading version 1 (map its cells one by one, stamps kept),
 * and add a fixture of the new version beside this one.
 */
test('a plan saved by version 1 opens for ever, with its disputes and deletions', async () => {
  const result = await decode(await fixture('plan-v1.backcast'));
  if (!result.ok) throw new Error(`people's files no longer open: ${JSON.stringify(result.failure)}`);
  const { facts, meta } = result.value;
  expect(content(facts)).toEqual(JSON.parse((await fixture('plan-v1.content.json')).toString()));
  expect(meta).toEqual({ app: '0.1.0', savedAt: 1_790_000_000_000 });
  expect(facts.id).toBe('plan-1');
  const disputed = facts.recs.get('history/u1/2026-10')!;
  expect(conflicts(disputed)).toEqual(['dials']);
  expect(cellOf(disputed, 'dials').map(({ v, s }) => [v, s.by, s.n, s.at, s.seen])).toEqual([
    [1260, 'b'.repeat(16), 1, 1_780_000_200_000, { ['a'.repeat(16)]: 1, ['b'.repeat(16)]: 1 }],
    [1250, 'a'.repeat(16), 2, 1_780_000_100_000, { ['a'.repeat(16)]: 2 }],
  ]);
  const deleted = { gone: { kind: { a: 1 }, leave: { a: 1 }, name: { a: 1 } } };
  expect(facts.recs.get('unit/u2')!.v['$']).toEqual(
    JSON.parse(JSON.stringify(deleted).replaceAll('"a"', `"${'a'.repeat(16)}"`)),
  );
});

/*
 * plan-v1-goals.backcast was written once, too, when goals had got their third dimension: segments, locks, ways of sharing
 * out, tasks, proposals, places, potential. What is said above holds for it.
 */
test('a plan with goals in three dimensions opens for ever, with its locks and what people said', async () => {
  const result = await decode(await fixture('plan-v1-goals.backcast'));
  if (!result.ok) throw new Error(`people's files no longer open: ${JSON.stringify(result.failure)}`);
  const { facts } = result.value;
  const records = content(facts);
  expect(records).toEqual(JSON.parse((await fixture('plan-v1-goals.content.json')).toString()));
  expect(conflicts(facts.recs.get('lock/t1/2026-10/2026-12/all')!)).toEqual(['amount']);
  expect(alive(facts.recs.get('segment/gone'))).toBe(false);

  const planner = createPlanner();
  await planner.load(Object.entries(records), '2026-11-20');
  const span = { from: '2026-11', to: '2026-12' };
  const goals = planner.read({ kind: 'goals', span });
  const ofUnits = (of: readonly Float64Array[] | undefined) =>
    Object.fromEntries(goals.units.map((unit, at) => [unit, of?.[0]?.[at]]));
  // The third rep stood in the first team then.
  expect(ofUnits(goals.amount)).toEqual({
    ...{ all: 5_750_001, t1: 5_750_001, t2: NaN },
    ...{ a: 3_000_001, b: 2_050_000, c: 700_000 },
  });
  expect(ofUnits(goals.ofSegment[goals.segments.indexOf('old')])).toMatchObject({ a: 500_001, t1: 500_001 });
  const november = { from: '2026-11', to: '2026-11' };
  const edit = { unit: 'a', span: november, segment: 'new', amount: 1_600_000, spread: null };
  expect(planner.read({ kind: 'goalEdit', edits: [edit] })).toMatchObject({
    ...{ possible: false, why: 'locks', by: 100_000 },
    locks: [{ unit: 'a', span: november, segment: 'new', amount: 1_500_000 }],
  });
  const { of, units } = planner.read({ kind: 'agreement', span: november, changes: [] });
  expect(of[0]?.task[units.indexOf('t1')]).toBe(5_000_000);
  // Who took a commitment back has said nothing.
  expect(of[0]?.state[units.indexOf('b')]).toBe(of[0]?.state[units.indexOf('c')]);
});

test.each(['plan-v1', 'plan-v1-goals'])('%s is still written as version 1 wrote it', async (name) => {
  const result = await decode(await fixture(`${name}.backcast`));
  if (!result.ok) throw new Error(result.failure.code);

  const written = gunzipSync(await fixture(`${name}.backcast`)).toString();
  expect(await encodeText(result.value.facts, result.value.meta)).toBe(written);
});
