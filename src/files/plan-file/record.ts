import { cellOf, joinCell, LIFE, pack, shownValues } from '../../model/facts/index.ts';
import type { Cell, Rec, Stamp } from '../../model/facts/index.ts';
import type { Json } from '../../model/json.ts';
import { validateValue } from '../../model/validate.ts';
import { harmless, Refusal, refuse, whole } from './check.ts';
import { readLife } from './life.ts';

/** What the rows of a file refer to by number. */
export interface Lists {
  readonly stamps: readonly Stamp[];
  readonly writers: readonly string[];
}

/** One row of a group, not yet read: fields in canonical order. */
export interface Row {
  readonly id: string;
  readonly fields: readonly string[];
  readonly values: readonly Json[];
  readonly s: Stamp;
  /** Fields with facts of their own: pairs of stamp number and value. */
  readonly differing: ReadonlyMap<string, readonly Json[]>;
}

export const stampOf = (stamps: readonly Stamp[], value: unknown, where: string): Stamp =>
  stamps[whole(value, where)] ?? refuse('planUnknownStamp', { where });

function readValue(id: string, field: string, value: Json, { writers }: Lists): Json {
  const where = `${id} ${field}`;
  return field === LIFE ? readLife(value, writers, where) : harmless(value, where);
}

/** Facts in whatever order: joined, they are in the canonical one, and none of them is replaced by another. */
function readCell(id: string, field: string, facts: readonly Json[], lists: Lists): Cell {
  const where = `${id} ${field}`;
  if (!facts.length || facts.length % 2) refuse('planWrongShape', { where });
  let cell: Cell = [];
  for (let i = 0; i < facts.length; i += 2) {
    const v = readValue(id, field, facts[i + 1]!, lists);
    cell = joinCell(cell, [{ v, s: stampOf(lists.stamps, facts[i], where) }]);
  }
  return cell;
}

/** A record as its row says, its values not yet held against their fields. */
export function assembled({ id, fields, values, s, differing }: Row, lists: Lists): Rec {
  const v: Record<string, Json> = {};
  for (const [i, field] of fields.entries())
    if (!differing.has(field)) v[field] = readValue(id, field, values[i]!, lists);
  if (!differing.size) return { v, s };
  const cells = new Map(Object.keys(v).map((field) => [field, cellOf({ v, s }, field)]));
  for (const [field, facts] of differing) cells.set(field, readCell(id, field, facts, lists));
  return pack(cells)!;
}

/** Throws a Refusal: shown values and their rivals must be possible for their fields; the first that is not is named. */
export function checkValues(id: string, rec: Rec): void {
  for (const [field, value] of Object.entries(shownValues(rec) ?? {})) {
    const candidates = rec.x ? cellOf(rec, field).map((fact) => fact.v) : [value];
    for (const candidate of candidates) {
      const failure = validateValue(id, field, candidate);
      if (failure) throw new Refusal({ ...failure, code: 'planWrongValue', values: { record: id, field } });
    }
  }
}

export function readRecord(row: Row, lists: Lists): Rec {
  const rec = assembled(row, lists);
  checkValues(row.id, rec);
  return rec;
}
