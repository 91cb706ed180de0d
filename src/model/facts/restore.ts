import type { Change } from '../diff.ts';
import type { Values } from '../json.ts';
import { sameValue } from './cell.ts';
import { content, shownValues, type Content } from './content.ts';
import type { Facts, Recs } from './record.ts';

function editsBetween(id: string, now: Values, old: Values): Change[] {
  const fields = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...fields]
    .filter((field) => !sameValue(old[field] ?? null, now[field] ?? null))
    .map((field) => ({ id, field, value: old[field] ?? null }));
}

/** The changes that make a record say again what it said; null = there is none. */
function changesBack(id: string, now: Values | null, old: Values | null): Change[] {
  if (now && old) return editsBetween(id, now, old);
  if (now) return [{ remove: id }];
  return old ? [{ create: id, values: old }] : [];
}

/** The changes that bring an older version's content back, as an ordinary commit of the cells that differ. */
export function restore(facts: Facts, old: Content): Change[] {
  const now = content(facts);
  const ids = new Set([...Object.keys(now), ...Object.keys(old)]);
  const valuesIn = (of: Content, id: string) => (Object.hasOwn(of, id) ? of[id]! : null);
  return [...ids].flatMap((id) => changesBack(id, valuesIn(now, id), valuesIn(old, id)));
}

/** The same for the records in scope of big plans: only those need to be given that may differ. */
export function restoreRecs(now: Recs, old: Recs, inScope: (id: string) => boolean): Change[] {
  const changes: Change[] = [];
  for (const id of new Set([...now.keys(), ...old.keys()]))
    if (inScope(id)) changes.push(...changesBack(id, shownValues(now.get(id)), shownValues(old.get(id))));
  return changes;
}
