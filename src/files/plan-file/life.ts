import type { Seen } from '../../model/facts/index.ts';
import type { Json } from '../../model/json.ts';
import { list, name, object, refuse } from './check.ts';
import { counter, writerOf } from './writers.ts';

type Gone = { readonly [field: string]: Seen };

const goneIn = (life: Json): Gone | undefined =>
  typeof life === 'object' && life !== null && 'gone' in life ? (life.gone as Gone) : undefined;

/** The writers that a deletion names, in the order in which the file lists them. */
export const writersIn = (life: Json): string[] =>
  Object.values(goneIn(life) ?? {}).flatMap((seen) => Object.keys(seen).sort());

/** A deletion as a file holds it: per field pairs of writer's number and highest n seen. */
export function writeLife(life: Json, writers: ReadonlyMap<string, number>): Json {
  const gone = goneIn(life);
  if (!gone) return life;
  const pairs = (seen: Seen) =>
    Object.keys(seen)
      .sort()
      .flatMap((by) => [writers.get(by)!, seen[by]!]);
  return {
    gone: Object.fromEntries(Object.entries(gone).map(([field, seen]) => [field, pairs(seen)])),
  };
}

/** Writers in the order of their names, as a deletion has them: the same fact must be the same in every byte. */
function readPairs(value: Json, writers: readonly string[], where: string): Seen {
  const pairs = list(value, where);
  const seen: [string, number][] = [];
  for (let i = 0; i < pairs.length; i += 2)
    seen.push([writerOf(writers, pairs[i], where), counter(pairs[i + 1], where)]);
  return Object.fromEntries(seen.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `true`, or what a deleter had seen of each field. */
export function readLife(value: Json, writers: readonly string[], where: string): Json {
  if (value === true) return value;
  const { gone, ...others } = object(value, where);
  if (Object.keys(others).length) refuse('planWrongShape', { where });
  const fields = Object.entries(object(gone, where));
  return {
    gone: Object.fromEntries(
      fields.map(([field, pairs]) => [name(field, where), readPairs(pairs, writers, where)]),
    ),
  };
}
