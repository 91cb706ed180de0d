import type { Change } from '../diff.ts';
import type { Values } from '../json.ts';
import { sameValue } from './cell.ts';
import { content, type Content } from './content.ts';
import type { Facts } from './record.ts';

function editsBetween(id: string, now: Values, old: Values): Change[] {
  const fields = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...fields]
    .filter((field) => !sameValue(old[field] ?? null, now[field] ?? null))
    .map((field) => ({ id, field, value: old[field] ?? null }));
}

/** The changes that bring an older version's content back, as an ordinary commit of the cells that differ. */
export function restore(facts: Facts, old: Content): Change[] {
  const now = content(facts);
  const added = Object.keys(now).filter((id) => !Object.hasOwn(old, id));
  return [
    ...added.map((id) => ({ remove: id })),
    ...Object.entries(old).flatMap(([id, values]): Change[] =>
      Object.hasOwn(now, id) ? editsBetween(id, now[id]!, values) : [{ create: id, values }],
    ),
  ];
}
