import type { Json, Values } from '../json.ts';
import { joinCell, NO_FACTS, sameValue, type Cell } from './cell.ts';
import { internStamp, type Stamp } from './stamp.ts';

/** The field that says whether a record exists: `true`, or `{gone: {field: seen}}`, what the deleter knew of each field. */
export const LIFE = '$';

/** A record's cells, packed: `v` the shown values, `s` the stamp of most cells, `x` the cells that differ from (v, s). */
export interface Rec {
  readonly v: Values;
  readonly s: Stamp;
  readonly x?: { readonly [field: string]: Cell };
}

/** A plan's records by id. What only reads needs no more than `get`: the database inside a transaction will do. */
export type Recs = ReadonlyMap<string, Rec>;
export type RecLookup = Pick<Recs, 'get'>;

/** A plan: its id, which never changes and never is another plan's, and its records, dead ones included. */
export interface Facts {
  readonly id: string;
  readonly recs: Recs;
}

/** What a change did: the records before and after. Reversed it is undo; storage and other tabs take `after`. */
export type Step = ReadonlyMap<string, { readonly before?: Rec; readonly after?: Rec }>;

const own = <T>(of: { readonly [key: string]: T } | undefined, key: string): T | undefined =>
  of && Object.hasOwn(of, key) ? of[key] : undefined;

export function cellOf(rec: Rec | undefined, field: string): Cell {
  if (!rec) return NO_FACTS;
  const differing = own(rec.x, field);
  if (differing) return differing;
  return Object.hasOwn(rec.v, field) ? [{ v: rec.v[field]!, s: rec.s }] : NO_FACTS;
}

/** Every field that any of the records ever had, `$` included, in canonical order. */
export const fieldsOf = (...recs: readonly (Rec | undefined)[]): string[] =>
  recs.length === 1
    ? Object.keys(recs[0]?.v ?? {}).sort()
    : [...new Set(recs.flatMap((rec) => (rec ? Object.keys(rec.v) : [])))].sort();

export const cellsOf = (rec: Rec | undefined): Map<string, Cell> =>
  new Map(fieldsOf(rec).map((field) => [field, cellOf(rec, field)]));

export function stepEntry(before: Rec | undefined, after: Rec | undefined): { before?: Rec; after?: Rec } {
  return { ...(before && { before }), ...(after && { after }) };
}

/** The stamp of most cells; the first in field order wins a tie, so that equal cells pack equally. */
function commonest(cells: readonly Cell[]): Stamp {
  const votes = new Map<Stamp, number>();
  for (const cell of cells) if (cell.length === 1) votes.set(cell[0]!.s, (votes.get(cell[0]!.s) ?? 0) + 1);
  let winner = cells[0]![0]!.s;
  let most = 0;
  for (const [candidate, count] of votes) if (count > most) [winner, most] = [candidate, count];
  return winner;
}

const shownOf = (field: string, cell: Cell): Json =>
  ((field === LIFE ? cell.find((fact) => fact.v === true) : undefined) ?? cell[0]!).v;

const interned = (cell: Cell): Cell =>
  cell.every((fact) => internStamp(fact.s) === fact.s)
    ? cell
    : cell.map((fact) => ({ v: fact.v, s: internStamp(fact.s) }));

/** The canonical record of these cells: equal cells give an equal layout. undefined = no facts at all. */
export function pack(cells: ReadonlyMap<string, Cell>): Rec | undefined {
  const fields = [...cells.keys()].filter((field) => cells.get(field)!.length).sort();
  if (!fields.length) return undefined;
  const packed = fields.map((field) => interned(cells.get(field)!));
  const s = commonest(packed);
  const v: Record<string, Json> = {};
  let x: Record<string, Cell> | undefined;
  for (const [i, field] of fields.entries()) {
    const cell = packed[i]!;
    v[field] = shownOf(field, cell);
    if (cell.length > 1 || cell[0]!.s !== s) (x ??= {})[field] = cell;
  }
  return x ? { v, s, x } : { v, s };
}

/** A record from a clone (database, another tab) with the shared stamp objects that make joining and packing cheap. */
export function internRec(rec: Rec): Rec {
  const s = internStamp(rec.s);
  if (!rec.x) return s === rec.s ? rec : { v: rec.v, s };
  const x = Object.fromEntries(Object.entries(rec.x).map(([field, cell]) => [field, interned(cell)]));
  return { v: rec.v, s, x };
}

/** Both cells are nothing but the same value under the record's same stamp. */
const plainlyEqual = (a: Rec, b: Rec, field: string): boolean =>
  a.s === b.s &&
  !own(a.x, field) &&
  !own(b.x, field) &&
  Object.hasOwn(a.v, field) &&
  sameValue(a.v[field]!, b.v[field]!);

/** The facts of both less the replaced ones; `a` itself if `b` brings nothing. A field that `b` lacks says nothing. */
export function joinRec(a: Rec, b: Rec | undefined): Rec;
export function joinRec(a: Rec | undefined, b: Rec): Rec;
export function joinRec(a: Rec | undefined, b: Rec | undefined): Rec | undefined;
export function joinRec(a: Rec | undefined, b: Rec | undefined): Rec | undefined {
  if (!a || !b || a === b) return a ?? b;
  const changed = new Map<string, Cell>();
  for (const field of Object.keys(b.v)) {
    if (plainlyEqual(a, b, field)) continue;
    const mine = cellOf(a, field);
    const both = joinCell(mine, cellOf(b, field));
    if (both !== mine) changed.set(field, both);
  }
  return changed.size ? pack(new Map([...cellsOf(a), ...changed])) : a;
}
