import type { Json, Values } from '../json.ts';
import { isThing } from '../record-subject.ts';
import { sameValue } from './cell.ts';
import { shownValues } from './content.ts';
import { cellOf, LIFE, type Rec } from './record.ts';
import type { Stamp } from './stamp.ts';

/** What became of a cell, or of a whole row, from one state of a plan to another, and whose the later one is. */
export interface CellChange {
  readonly id: string;
  /** `$` where a whole row came or went. */
  readonly field: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly before: Json;
  readonly after: Json;
  /** The writer of what is there now, and when; undefined where nothing says. */
  readonly by?: string;
  readonly at?: number;
}

/** Who wrote what is shown of a cell. */
export function shownStamp(rec: Rec | undefined, field: string): Stamp | undefined {
  const cell = cellOf(rec, field);
  return (cell.find((fact) => sameValue(fact.v, rec?.v[field] ?? null)) ?? cell[0])?.s;
}

function changeOf(
  id: string,
  field: string,
  kind: CellChange['kind'],
  values: readonly [before: Json, after: Json],
  stamp: Stamp | undefined,
): CellChange {
  const [before, after] = values;
  return { id, field, kind, before, after, ...(stamp && { by: stamp.by, at: stamp.at }) };
}

const NONE: Values = {};

/** What differs of one record, cell by cell. */
export function compareRec(id: string, a: Rec | undefined, b: Rec | undefined): CellChange[] {
  const before = shownValues(a);
  const after = shownValues(b);
  if (!before && !after) return [];
  if (isThing(id) && !before) return [changeOf(id, LIFE, 'added', [null, true], shownStamp(b, LIFE))];
  if (isThing(id) && !after) return [changeOf(id, LIFE, 'removed', [true, null], shownStamp(b, LIFE))];
  const old = before ?? NONE;
  const now = after ?? NONE;
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields
    .filter((field) => !sameValue(old[field] ?? null, now[field] ?? null))
    .map((field) =>
      changeOf(
        id,
        field,
        'changed',
        [old[field] ?? null, now[field] ?? null],
        shownStamp(b, after ? field : LIFE),
      ),
    );
}
