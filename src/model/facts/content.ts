import type { RecordChange } from '../diff.ts';
import type { Json, Values } from '../json.ts';
import { sameValue } from './cell.ts';
import { alive } from './life.ts';
import { LIFE, type Facts, type Rec, type Step } from './record.ts';

/** What people see: records by id, blanks left out, ids and fields in canonical order. */
export type Content = { readonly [id: string]: Values };

/** Packed records have their fields in order already; looking is much cheaper than sorting. */
function inOrder(fields: string[]): string[] {
  for (let i = 1; i < fields.length; i++) if (fields[i - 1]! > fields[i]!) return fields.sort();
  return fields;
}

/** A live record's shown values without `$` and blanks, fields in canonical order; null = there is no such record. */
export function shownValues(rec: Rec | undefined): Values | null {
  if (!alive(rec)) return null;
  const values: Record<string, Json> = {};
  for (const field of inOrder(Object.keys(rec.v)))
    if (field !== LIFE && rec.v[field] !== null) values[field] = rec.v[field]!;
  return values;
}

/** Two plans with the same content are the same to people, whatever their pasts. */
export function content(facts: Facts): Content {
  const records = [...facts.recs.keys()].sort().flatMap((id) => {
    const values = shownValues(facts.recs.get(id));
    return values ? [[id, values] as const] : [];
  });
  return Object.fromEntries(records);
}

const sameShown = (a: Values | null, b: Values | null): boolean =>
  a === b || (a !== null && b !== null && sameValue(a, b));

/** What a step did to the shown values, for the worker and the views; records that look the same are left out. */
export function recordChangesOf(step: Step): RecordChange[] {
  const changes: RecordChange[] = [];
  for (const [id, { before, after }] of step) {
    const values = shownValues(after);
    if (!sameShown(values, shownValues(before))) changes.push({ id, values });
  }
  return changes;
}
