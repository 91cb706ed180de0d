import type { SheetModel } from '../../sheets/sheet.ts';
import type { Selection } from './selection.ts';

/**
 * The selection in a new model: on the row it was on, wherever that has gone. What was typed in the adder row has
 * become a row in its place, so there it stays where it is.
 */
export function follow(selection: Selection, before: SheetModel, now: SheetModel): Selection {
  const { row } = selection.active;
  if (before === now || before.id !== now.id || row >= before.rowCount) return selection;
  const { key, adder } = before.row(row);
  if (adder || (row < now.rowCount && now.row(row).key === key)) return selection;
  const found = rowOf(now, key, row) ?? foldedUnder(before, now, row);
  return found === null ? selection : selection.shiftedBy(found - row);
}

/** A row that was folded away leaves the selection on what it was folded into. */
function foldedUnder(before: SheetModel, now: SheetModel, row: number): number | null {
  let { level } = before.row(row);
  for (let above = row - 1; above >= 0 && level > 0; above--) {
    const parent = before.row(above);
    if (parent.level >= level) continue;
    level = parent.level;
    const found = rowOf(now, parent.key, above + 1);
    if (found !== null && now.row(found).expanded === false) return found;
  }
  return null;
}

/** Looks outward from where the row was: it is mostly near. */
function rowOf(model: SheetModel, key: string, near: number): number | null {
  for (let distance = 1; distance < Math.max(model.rowCount, near + 1); distance++)
    for (const row of [near - distance, near + distance])
      if (row >= 0 && row < model.rowCount && model.row(row).key === key) return row;
  return null;
}
