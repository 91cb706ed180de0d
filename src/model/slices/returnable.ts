import { keysOf, kindOf, type RecordKind } from '../ids.ts';
import type { Json } from '../json.ts';
import type { SliceMark } from '../records/slice.ts';

/** What may come back of a kind: every field, life and death included, or those named. */
const RETURNABLE: { readonly [K in RecordKind]?: 'all' | readonly string[] } = {
  actual: 'all',
  systemActual: 'all',
  monthToDate: 'all',
  note: 'all',
  proposal: 'all',
  report: 'all',
};

/** Whoever has a slice may change this, and the plan takes it back: actuals, proposals, notes and reports, and nothing else. */
export function returnable(kind: RecordKind, field: string): boolean {
  const fields = Object.hasOwn(RETURNABLE, kind) ? RETURNABLE[kind] : undefined;
  return fields === 'all' || (fields?.includes(field) ?? false);
}

/** The unit that a returnable record belongs to; a note says it in its field `unit`. */
const ownerOf = (id: string, unitField: Json | undefined): Json | undefined =>
  kindOf(id) === 'note' ? unitField : keysOf(id)[0];

/** A change of a slice that the plan will take back. `unit`: what a note says of whose it is. */
export function mayReturn(
  { units }: Pick<SliceMark, 'units'>,
  id: string,
  field: string,
  unit?: Json,
): boolean {
  const owner = ownerOf(id, unit);
  return returnable(kindOf(id), field) && typeof owner === 'string' && units.includes(owner);
}
