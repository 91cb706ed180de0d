import { sameCell, type Cell } from './cell.ts';
import { GONE, writeStep, type CellWrite, type RecordWrites } from './commit.ts';
import { alive } from './life.ts';
import { cellOf, fieldsOf, LIFE, pack, stepEntry, type Rec, type RecLookup, type Step } from './record.ts';
import { renewWriter, type Writer } from './stamp.ts';

/** The step that takes back, and the cells (`id field`) that stay as others left them. */
export interface Undone {
  readonly step: Step;
  readonly skipped: readonly string[];
}

interface Taken {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly writes: RecordWrites;
  readonly moved: readonly string[];
}

/** What a cell says, without stamps: blank equals absent, of `$` only whether it lives. */
function saying(field: string, cell: Cell): string {
  const values = cell.map((fact) => (field === LIFE ? fact.v === true : fact.v));
  return JSON.stringify(
    values
      .filter((value) => value !== null || cell.length > 1)
      .map((value) => JSON.stringify(value))
      .sort(),
  );
}

function writeBack(field: string, was: Cell, before: Rec | undefined): CellWrite | undefined {
  if (field === LIFE ? !alive(before) : !before) return undefined;
  return was.length ? was.map((fact) => fact.v) : [null];
}

/** One record's way back: the very cells, and the same as values to write. A creation is undone whole or not at all. */
function takeBack(
  id: string,
  now: Rec | undefined,
  before: Rec | undefined,
  after: Rec | undefined,
  published: boolean,
): Taken {
  const cells = new Map<string, Cell>();
  const writes = new Map<string, CellWrite>();
  const moved: string[] = [];
  const created = !cellOf(before, LIFE).length;
  for (const field of fieldsOf(now, before, after)) {
    const was = cellOf(before, field);
    const left = cellOf(after, field);
    const current = cellOf(now, field);
    cells.set(field, current);
    const unchanged = sameCell(was, left);
    if (unchanged && !created) continue;
    const untouched = published ? saying(field, current) === saying(field, left) : sameCell(current, left);
    if (!untouched) moved.push(`${id} ${field}`);
    if (!untouched || unchanged) continue;
    cells.set(field, was);
    const write = writeBack(field, was, before);
    if (write) writes.set(field, write);
  }
  // Values written under a tombstone would revive the record: it is deleted again in the same commit.
  if (!alive(before) && (writes.size || alive(now))) writes.set(LIFE, GONE);
  return { cells, writes, moved };
}

/**
 * Takes a step back. `published` = bytes with facts of this plan left the device since the step: others may hold
 * them, so the old values are written as a new commit. Otherwise the very facts are put back, stamps too, and the
 * writer becomes another one (in place): its numbers must never be reused. Only cells that are still as the step left
 * them are taken back; the others are named. Redo is the undo of the undo's step.
 */
export function undoStep(
  recs: RecLookup,
  step: Step,
  published: boolean,
  writer: Writer,
  at: number,
): Undone {
  const skipped: string[] = [];
  const writes = new Map<string, RecordWrites>();
  const back = new Map<string, { before?: Rec; after?: Rec }>();
  for (const [id, { before, after }] of step) {
    const now = recs.get(id);
    if (now === after && !published) {
      back.set(id, stepEntry(now, before));
      continue;
    }
    const taken = takeBack(id, now, before, after, published);
    skipped.push(...taken.moved);
    if (taken.moved.length && !cellOf(before, LIFE).length) continue;
    writes.set(id, taken.writes);
    const put = pack(taken.cells);
    if (put !== now) back.set(id, stepEntry(now, put));
  }
  if (published) return { step: writeStep(recs, writer, at, writes), skipped };
  renewWriter(writer);
  return { step: back, skipped };
}
