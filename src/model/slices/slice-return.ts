import { cellOf, joinCell, pack, type Cell, type Rec, type RecLookup } from '../facts/index.ts';
import { kindOf, SETTINGS_ID, type RecordKind } from '../ids.ts';
import type { Json } from '../json.ts';
import type { SliceMark } from '../records/slice.ts';
import { mayReturn } from './returnable.ts';

export { mayReturn, returnable } from './returnable.ts';

/** Made with the slice: belongs to it, never to the plan that it came from. */
const MADE_WITH_IT: ReadonlySet<RecordKind> = new Set(['slice', 'prior']);

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
  // Nothing to come back to: the part is opened as what it is.
  if (!mine.get(SETTINGS_ID)) return { inside: new Map(recs), outside: [] };
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
