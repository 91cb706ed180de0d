import type { SheetModel } from '../../sheets/sheet.ts';
import type { Range } from '../selection/range.ts';

/** Whether a range covers the same cells in a new model: clearing what was cut must not clear what has come in its place. */
export function areSameCells(before: SheetModel, now: SheetModel, range: Range): boolean {
  const { bottom, right } = range;
  if (before.id !== now.id || before.period !== now.period) return false;
  if (bottom >= Math.min(before.rowCount, now.rowCount)) return false;
  if (right >= Math.min(before.columns.length, now.columns.length)) return false;
  for (let column = range.left; column <= right; column++)
    if (before.columns[column]?.key !== now.columns[column]?.key) return false;
  return range.rowNumbers().every((row) => before.row(row).key === now.row(row).key);
}

/** The same as far as its first and last row tell. */
export function areSameEnds(before: SheetModel, now: SheetModel, { top, bottom }: Range): boolean {
  return [top, bottom].every((row) => row < now.rowCount && before.row(row).key === now.row(row).key);
}
