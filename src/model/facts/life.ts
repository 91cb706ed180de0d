import type { Json } from '../json.ts';
import { sameValue, type Cell } from './cell.ts';
import { cellOf, fieldsOf, LIFE, type Rec } from './record.ts';
import { hasSeen, union, type Seen } from './stamp.ts';

type Gone = { readonly [field: string]: Seen };

/** What a deletion had seen of each field; undefined = this value of `$` is no deletion. */
function goneIn(value: Json): Gone | undefined {
  if (typeof value !== 'object' || value === null || !('gone' in value)) return undefined;
  return value.gone as Gone;
}

/** Every field that a deletion of the record knew of. */
export const goneFields = (rec: Rec | undefined): string[] =>
  cellOf(rec, LIFE).flatMap((fact) => Object.keys(goneIn(fact.v) ?? {}));

function goneOf(life: Cell, field: string): Seen[] {
  return life.flatMap((fact) => {
    const gone = goneIn(fact.v);
    return gone && Object.hasOwn(gone, field) ? [gone[field]!] : [];
  });
}

/** Everything known of a cell: the pasts of its facts, and what a deletion had seen of it. */
export function knownOf(rec: Rec | undefined, field: string): Seen {
  if (!rec) return {};
  return union([...cellOf(rec, field).map((fact) => fact.s.seen), ...goneOf(cellOf(rec, LIFE), field)]);
}

/** Some field has a fact that no deletion had seen. */
function hasUnseenFact(rec: Rec): boolean {
  const life = cellOf(rec, LIFE);
  return fieldsOf(rec).some((field) => {
    if (field === LIFE) return false;
    const gone = union(goneOf(life, field));
    return cellOf(rec, field).some((fact) => !hasSeen(gone, fact.s));
  });
}

/** A record exists if somebody holds that it does, or wrote in it unaware of its deletion. */
export const alive = (rec: Rec | undefined): rec is Rec =>
  rec !== undefined && Object.hasOwn(rec.v, LIFE) && (rec.v[LIFE] === true || hasUnseenFact(rec));

/** The fields in dispute: different values; `$` where it is deleted here and changed or kept there. */
export function conflicts(rec: Rec): string[] {
  if (!alive(rec) || (!rec.x && rec.v[LIFE] === true)) return [];
  const disputed = fieldsOf(rec).filter((field) => {
    const [first, ...rivals] = cellOf(rec, field);
    return field !== LIFE && rivals.some((fact) => !sameValue(fact.v, first!.v));
  });
  return cellOf(rec, LIFE).some((fact) => fact.v !== true) ? [LIFE, ...disputed] : disputed;
}
