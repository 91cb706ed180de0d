import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decode, encodeText } from '../../../src/files/plan-file/index.ts';
import { cellOf, conflicts, content } from '../../../src/model/facts/index.ts';

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

test('a plan of version 1 is still written as version 1 wrote it', async () => {
  const result = await decode(await fixture('plan-v1.backcast'));
  if (!result.ok) throw new Error(result.failure.code);

  const written = gunzipSync(await fixture('plan-v1.backcast')).toString();
  expect(await encodeText(result.value.facts, result.value.meta)).toBe(written);
});
