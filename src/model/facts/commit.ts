import type { Change } from '../diff.ts';
import type { Json } from '../json.ts';
import { byNewest, sameValue, type Cell } from './cell.ts';
import { alive, goneFields, knownOf } from './life.ts';
import {
  cellOf,
  cellsOf,
  fieldsOf,
  LIFE,
  pack,
  stepEntry,
  type Rec,
  type RecLookup,
  type Step,
} from './record.ts';
import { stamp, union, type Seen, type Stamp, type Writer } from './stamp.ts';

/** The values to write into one cell; several only where undo opens a dispute again. GONE deletes the record. */
export const GONE = Symbol('gone');
export type CellWrite = readonly Json[] | typeof GONE;
export type RecordWrites = ReadonlyMap<string, CellWrite>;

/** The cell says just this already, and nobody disputes it. */
function isSettled(rec: Rec | undefined, field: string, value: Json): boolean {
  const cell = cellOf(rec, field);
  return cell.length === 1 ? sameValue(cell[0]!.v, value) : !cell.length && value === null;
}

const BLANK: readonly Json[] = [null];

/** A record as one list of changes leaves it, before it is stamped. */
class Draft {
  readonly writes = new Map<string, CellWrite>();
  readonly #rec: Rec | undefined;
  #exists: boolean;

  constructor(rec: Rec | undefined) {
    this.#rec = rec;
    this.#exists = alive(rec);
  }

  /** Every field that there ever was is written, blanks too: nothing of a former life shows through. */
  create(values: { readonly [field: string]: Json }): void {
    for (const field of this.writes.keys()) this.writes.set(field, BLANK);
    if (this.#rec) for (const field of fieldsOf(this.#rec)) this.writes.set(field, BLANK);
    for (const field of Object.keys(values)) this.writes.set(field, [values[field]!]);
    this.writes.set(LIFE, [true]);
    this.#exists = true;
  }

  /** Typing into a record that is not there enters it; clearing nothing leaves nothing. */
  set(field: string, value: Json): void {
    if (this.#exists) this.writes.set(field, [value]);
    else if (value !== null) this.create({ [field]: value });
  }

  /** Only `$` is written; the values stay under the tombstone. */
  remove(): void {
    if (!this.#exists) return;
    this.writes.clear();
    if (alive(this.#rec)) this.writes.set(LIFE, GONE);
    this.#exists = false;
  }

  /** What is really to be written: cells that say it already are left alone. */
  changed(): RecordWrites {
    if (!alive(this.#rec)) return this.writes;
    return new Map(
      [...this.writes].filter(
        ([field, write]) => write === GONE || !isSettled(this.#rec, field, write[0] ?? null),
      ),
    );
  }
}

function writesOf(recs: RecLookup, changes: readonly Change[]): Map<string, RecordWrites> {
  const drafts = new Map<string, Draft>();
  const draftOf = (id: string): Draft => {
    const draft = drafts.get(id) ?? new Draft(recs.get(id));
    drafts.set(id, draft);
    return draft;
  };
  for (const change of changes) {
    if ('create' in change) draftOf(change.create).create(change.values);
    else if ('remove' in change) draftOf(change.remove).remove();
    else draftOf(change.id).set(change.field, change.value);
  }
  return new Map([...drafts].map(([id, draft]) => [id, draft.changed()]));
}

interface Pen {
  readonly by: string;
  readonly n: number;
  readonly at: number;
  readonly fresh: Stamp;
}

/** Rival values need rival writers, or the first would replace the others; their clocks keep the order of show. */
function rivalStamp(pen: Pen, index: number, past: Seen): Stamp {
  return stamp(`${pen.by}-${pen.n}-${index}`, 1, pen.at - index, past);
}

function newCell(rec: Rec | undefined, field: string, values: readonly Json[], pen: Pen): Cell {
  const past = knownOf(rec, field);
  const first = stamp(pen.by, pen.n, pen.at, past);
  if (values.length === 1) return [{ v: values[0]!, s: first }];
  return values.map((v, i) => ({ v, s: i ? rivalStamp(pen, i, past) : first })).sort(byNewest);
}

/** In the order of names: a value is compared as text, and must be the same wherever it was read. */
const inOrder = (seen: Seen): Seen =>
  Object.fromEntries(Object.entries(seen).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A deletion says what it had seen of each field, facts of its own commit included. */
function tombstone(rec: Rec | undefined, cells: ReadonlyMap<string, Cell>, pen: Pen): Cell {
  const fields = [...new Set([...cells.keys(), ...goneFields(rec)])].filter((field) => field !== LIFE).sort();
  const gone = Object.fromEntries(
    fields.map((field) => [
      field,
      inOrder(union([knownOf(rec, field), ...(cells.get(field) ?? []).map((fact) => fact.s.seen)])),
    ]),
  );
  return [{ v: { gone }, s: stamp(pen.by, pen.n, pen.at, knownOf(rec, LIFE)) }];
}

const isPlain = (write: CellWrite): write is readonly Json[] => write !== GONE && write.length === 1;

/** A record that nobody wrote before needs no look at pasts. */
function newRecord(writes: RecordWrites, pen: Pen): Rec {
  const v: Record<string, Json> = {};
  for (const field of [...writes.keys()].sort()) v[field] = (writes.get(field) as readonly Json[])[0]!;
  return { v, s: pen.fresh };
}

const penOf = ({ by, n }: Writer, at: number): Pen => ({ by, n, at, fresh: stamp(by, n, at, {}) });

function writeRecord(rec: Rec | undefined, writes: RecordWrites, pen: Pen): Rec | undefined {
  if (!rec && [...writes.values()].every(isPlain)) return newRecord(writes, pen);
  const cells = cellsOf(rec);
  for (const [field, write] of writes) if (write !== GONE) cells.set(field, newCell(rec, field, write, pen));
  if (writes.get(LIFE) === GONE) cells.set(LIFE, tombstone(rec, cells, pen));
  return pack(cells);
}

/** One act of writing: all its cells share the writer's next number. */
export function writeStep(
  recs: RecLookup,
  writer: Writer,
  at: number,
  all: ReadonlyMap<string, RecordWrites>,
): Step {
  const step = new Map<string, { before?: Rec; after?: Rec }>();
  writer.n++; // a number is never used twice, even if nothing comes of the step
  const pen = penOf(writer, at);
  for (const [id, writes] of all) {
    if (!writes.size) continue;
    const before = recs.get(id);
    step.set(id, stepEntry(before, writeRecord(before, writes, pen)));
  }
  return step;
}

/**
 * What these changes do to the records, as one act of `writer` at `at` (ms). Looks only at the records named, so its
 * cost is that of the change, not of the plan. Cells that say the new value already are left alone; an edit of a
 * record that is not there creates it. An empty step means that nothing changes. Raises the writer's number.
 */
export const commitStep = (recs: RecLookup, writer: Writer, at: number, changes: readonly Change[]): Step =>
  createStep(recs, writer, at, changes) ?? writeStep(recs, writer, at, writesOf(recs, changes));

/** Nothing but new records, each named once: what a big import consists of. null = something else is among them. */
function createStep(recs: RecLookup, writer: Writer, at: number, changes: readonly Change[]): Step | null {
  const step = new Map<string, { after: Rec }>();
  const pen = penOf({ by: writer.by, n: writer.n + 1 }, at);
  const inOrder = new FieldOrder();
  for (const change of changes) {
    if (!('create' in change) || step.has(change.create) || recs.get(change.create)) return null;
    step.set(change.create, { after: { v: inOrder.of(change.values), s: pen.fresh } });
  }
  writer.n++;
  return step;
}

/** Rows of a file have the same fields: their order is found once. */
class FieldOrder {
  #given: readonly string[] = [];
  #ordered: readonly string[] = [LIFE];

  of(values: { readonly [field: string]: Json }): Record<string, Json> {
    const fields = Object.keys(values);
    if (fields.length !== this.#given.length || fields.some((field, i) => field !== this.#given[i])) {
      this.#given = fields;
      this.#ordered = [...new Set([...fields, LIFE])].sort();
    }
    const v: Record<string, Json> = {};
    for (const field of this.#ordered) v[field] = field === LIFE ? true : values[field]!;
    return v;
  }
}
