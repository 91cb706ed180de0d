/*
 * Facts: what a plan is made of, so that edits on several devices can be put together without losing any.
 * A cell (record id + field) holds the facts that nobody has replaced yet. A fact says what it had seen of its cell;
 * joining is "all facts, less the replaced ones". Absence says nothing, of a record or of a field.
 *
 * Nothing here holds a plan. Every act is a pure look-up that returns a step (records before and after), which costs as
 * much as the change and not as the plan: a caller with 100,000 records keeps one mutable Map and writes
 *
 *     const step = commitStep(recs, writer, Date.now(), changes);
 *     applyStep(recs, step);
 *
 * `commit` and `undo` do both on a copy: for tests and small plans only.
 * Records that come from a clone (database, another tab, a worker) go through `internRec` before anything else.
 */
import type { Change } from '../diff.ts';
import { commitStep } from './commit.ts';
import { withStep } from './join.ts';
import type { Facts, Step } from './record.ts';
import type { Writer } from './stamp.ts';
import { undoStep } from './undo.ts';

export { newWriter, stamp, type Seen, type Stamp, type Writer } from './stamp.ts';
export type { Cell, Fact } from './cell.ts';
export { cellOf, internRec, joinRec, LIFE, pack, stepEntry } from './record.ts';
export type { Facts, Rec, RecLookup, Recs, Step } from './record.ts';
export { joinCell } from './cell.ts';
export { applyStep, join, joinStep } from './join.ts';
export { alive, conflicts } from './life.ts';
export { content, recordChangesOf, shownValues, type Content } from './content.ts';
export { commitStep } from './commit.ts';
export { undoStep, type Undone } from './undo.ts';
export { compareRec, shownStamp, type CellChange } from './compare.ts';
export { restore, restoreRecs } from './restore.ts';
export { slice, type FieldScope } from './slice.ts';
export { duplicate, newFacts } from './duplicate.ts';

/** `commitStep` applied to a copy. */
export function commit(facts: Facts, writer: Writer, at: number, changes: readonly Change[]): [Facts, Step] {
  const step = commitStep(facts.recs, writer, at, changes);
  return [withStep(facts, step), step];
}

/** `undoStep` applied to a copy; the last value names the cells that were skipped. */
export function undo(
  facts: Facts,
  step: Step,
  published: boolean,
  writer: Writer,
  at: number,
): [Facts, Step, readonly string[]] {
  const undone = undoStep(facts.recs, step, published, writer, at);
  return [withStep(facts, undone.step), undone.step, undone.skipped];
}
