import type { CellEdit } from '../../sheets/sheet.ts';
import { refuse, sendEdits } from '../editing/send-edits.ts';
import type { GridState } from '../grid-state.svelte.ts';
import type { Range } from '../selection/range.ts';
import { positionsOf, rowsOf } from '../selection/ranges.ts';

/** Empties the input cells of the selection; computed ones stay. A single computed cell says why. */
export function clearRange(grid: GridState): void {
  const { ranges, active } = grid;
  const edits = grid.source.readOnly ? [] : clearingEdits(grid, ranges);
  if (edits.length === 0 && grid.selection.single && !grid.cellAt(active.row, active.column).input)
    refuse(grid);
  else sendEdits(grid, edits, 'clear');
}

export function clearingEdits(grid: GridState, ranges: readonly Range[]): CellEdit[] {
  const edits: CellEdit[] = [];
  for (const { row, column } of positionsOf(ranges)) {
    const holds = grid.filled(row, column) || grid.draftAt(row, column) !== null;
    if (holds && grid.view.cell(row, column).input) edits.push({ row, column, text: '' });
  }
  return edits;
}

export function toggle(grid: GridState, row: number): void {
  if (grid.rowAt(row).expanded === null) return;
  grid.source.actions.toggle?.(grid.view.baseRow(row));
}

/** Folds or opens the tree at the active row; a row without rows below it folds what it stands in. */
export function setExpanded(grid: GridState, expanded: boolean): void {
  const { row } = grid.active;
  const { level, expanded: now } = grid.rowAt(row);
  if (now === !expanded) toggle(grid, row);
  else if (!expanded && level > 0) {
    const above = Array.from({ length: row }, (_, index) => row - 1 - index);
    const parent = above.find((index) => grid.rowAt(index).level < level);
    if (parent !== undefined) toggle(grid, parent);
  }
}

/** Rows of records: not the one that adds them. */
export function selectedRows(grid: GridState): number[] {
  return rowsOf(grid.ranges)
    .filter((row) => !grid.rowAt(row).adder)
    .map((row) => grid.view.baseRow(row));
}

export function deleteRows(grid: GridState): void {
  const rows = selectedRows(grid);
  if (!grid.source.readOnly && rows.length > 0) grid.source.actions.deleteRows?.(rows);
}

/** Alt with arrows moves rows from the name column or with whole rows selected; elsewhere it keeps its other use. */
export function movesTree(grid: GridState): boolean {
  if (!grid.source.actions.move || grid.source.readOnly) return false;
  return grid.active.column < grid.layout.frozen || grid.selection.spansColumns(grid.bounds);
}

export function moveRows(grid: GridState, direction: 'up' | 'down' | 'in' | 'out'): boolean {
  if (!movesTree(grid)) return false;
  const rows = selectedRows(grid);
  if (rows.length > 0) grid.source.actions.move?.(rows, direction);
  return true;
}
