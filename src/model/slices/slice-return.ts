import { cellOf, joinCell, pack, type Cell, type Rec, type RecLookup } from '../facts/index.ts';
import { keysOf, kindOf, type RecordKind } from '../ids.ts';
import type { Json } from '../json.ts';
import type { SliceMark } from '../records/slice.ts';

/** What may come back of a kind: every field, life and death included, or those named. */
const RETURNABLE: { readonly [K in RecordKind]?: 'all' | readonly string[] } = {
  actual: 'all',
  systemActual: 'all',
  monthToDate: 'all',
  note: 'all',
  report: 'all',
};

/** Made with the slice: belongs to it, never to the plan that it came from. */
const MADE_WITH_IT: ReadonlySet<RecordKind> = new Set(['slice', 'prior']);

/** Whoever has a slice may change this, and the plan takes it back: actuals, notes and reports, and nothing else. */
export function returnable(kind: RecordKind, field: string): boolean {
  const fields = Object.hasOwn(RETURNABLE, kind) ? RETURNABLE[kind] : undefined;
  return fields === 'all' || (fields?.includes(field) ?? false);
}

/** The unit that a returnable record belongs to; a note says it in its field `unit`. */
const ownerOf = (id: string, unitField: Json | undefined): Json | undefined =>
  kindOf(id) === 'note' ? unitField : keysOf(id)[0];

/** A change of a slice that the plan will take back. `unit`: what a note says of whose it is. */
export function mayReturn(mark: SliceMark, id: string, field: string, unit?: Json): boolean {
  const owner = ownerOf(id, unit);
  return returnable(kindOf(id), field) && typeof owner === 'string' && mark.units.includes(owner);
}

/** A cell that a slice brings though it is none of its business: listed, not joined. */
export interface OutsideCell {
  readonly id: string;
  readonly field: string;
  readonly mine: Cell;
  readonly theirs: Cell;
}

export interface Returned {
  /** What may be joined. */
  readonly inside: ReadonlyMap<string, Rec>;
  /** What would have changed something, but may not. */
  readonly outside: readonly OutsideCell[];
}

const isSame = (mine: Cell, theirs: Cell): boolean => joinCell(mine, theirs) === mine;

/** Whose a note is to be, and whose it is: both have to be in the slice. */
const unitsOf = (...recs: readonly (Rec | undefined)[]): (Json | undefined)[] => {
  const said = recs.flatMap((rec) => (rec && Object.hasOwn(rec.v, 'unit') ? [rec.v['unit']] : []));
  return said.length ? said : [undefined];
};

function splitRecord(mark: SliceMark, id: string, theirs: Rec, mine: Rec | undefined) {
  const inside = new Map<string, Cell>();
  const outside: OutsideCell[] = [];
  const units = unitsOf(theirs, mine);
  for (const field of Object.keys(theirs.v)) {
    const cell = { id, field, mine: cellOf(mine, field), theirs: cellOf(theirs, field) };
    if (units.every((unit) => mayReturn(mark, id, field, unit))) inside.set(field, cell.theirs);
    else if (!isSame(cell.mine, cell.theirs)) outside.push(cell);
  }
  return { inside: pack(inside), outside };
}

/**
 * A slice that came back, `mark` being what it says of itself, split into what may be joined to `mine` and what is to be
 * listed. Facts that `mine` knows or has replaced are neither.
 */
export function splitReturned(
  mark: SliceMark,
  recs: Iterable<readonly [id: string, rec: Rec]>,
  mine: RecLookup,
): Returned {
  const inside = new Map<string, Rec>();
  const outside: OutsideCell[] = [];
  for (const [id, rec] of recs) {
    if (MADE_WITH_IT.has(kindOf(id))) continue;
    const split = splitRecord(mark, id, rec, mine.get(id));
    if (split.inside) inside.set(id, split.inside);
    outside.push(...split.outside);
  }
  return { inside, outside };
}
