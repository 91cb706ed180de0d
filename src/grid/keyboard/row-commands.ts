import type { EditReason } from '../../sheets/sheet.ts';
import { sendEdits } from '../editing/send-edits.ts';
import type { GridState } from '../grid-state.svelte.ts';

/** Empties the input cells of the selection; computed ones stay. A single computed cell says why. */
export function clearRange(grid: GridState, reason: EditReason = 'clear'): void {
  const { range, view } = grid;
  if (!range || grid.source.readOnly) return;
  const edits = [];
  for (const { row, column } of range.positions()) {
    const holds = grid.filled(row, column) || grid.draftAt(row, column) !== null;
    if (holds && view.cell(row, column).input) edits.push({ row, column, text: '' });
  }
  sendEdits(grid, edits, reason);
}

export function toggle(grid: GridState, row: number): void {
  if (grid.rowAt(row).expanded === null) return;
  grid.source.actions.toggle?.(grid.view.baseRow(row));
}

/** Rows of records: not the one that adds them. */
export function selectedRows(grid: GridState): number[] {
  const rows = grid.range?.rowNumbers() ?? [];
  return rows.filter((row) => !grid.rowAt(row).adder).map((row) => grid.view.baseRow(row));
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
