import type { Cell } from './cell.ts';
import { sameValue } from './cell.ts';
import { alive } from './life.ts';
import { cellOf, fieldsOf, LIFE, pack, type Facts, type Rec } from './record.ts';

const shownFact = (rec: Rec, field: string): Cell =>
  cellOf(rec, field)
    .filter((fact) => sameValue(fact.v, rec.v[field]!))
    .slice(0, 1);

/** Which fields of a record go along; `$` always does. */
export type FieldScope = (field: string) => boolean;

/**
 * The part of a plan that may leave the device: whole records in scope, or those fields of them that are; of a cell only
 * the shown fact; of a deleted record only its id and deletion. It is a state of the same plan and joins like one.
 */
export function slice(facts: Facts, inScope: (id: string, rec: Rec) => boolean | FieldScope): Facts {
  const recs = new Map<string, Rec>();
  for (const [id, rec] of facts.recs) {
    const scope = inScope(id, rec);
    if (!scope) continue;
    const isIn = (field: string): boolean => scope === true || field === LIFE || scope(field);
    const fields = alive(rec) ? fieldsOf(rec).filter(isIn) : [LIFE];
    const part = pack(new Map(fields.map((field) => [field, shownFact(rec, field)])));
    if (part) recs.set(id, part);
  }
  return { id: facts.id, recs };
}
