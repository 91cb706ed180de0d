import type { RowPlace } from '../../sheets/sheet.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { selectedRows } from '../keyboard/row-commands.ts';
import { ROW_HEIGHT } from '../rendering/layout.ts';

/** The top and bottom of a row that can hold others mean beside it, its middle under it. */
const BESIDE = ROW_HEIGHT / 4;

export const movesByHand = (grid: GridState): boolean =>
  grid.source.actions.place !== undefined && !grid.source.readOnly;

/** Where selected rows would go if they were dropped at a height of the sheet; null: nowhere. Rows as shown. */
export function dropPlace(grid: GridState, height: number): RowPlace | null {
  const row = Math.max(0, Math.min(grid.bounds.rows - 1, Math.floor(height / ROW_HEIGHT)));
  const within = height - row * ROW_HEIGHT;
  const above: RowPlace = { row, where: 'before' };
  const below = belowRow(grid, row);
  const wanted =
    within < BESIDE
      ? [above, below]
      : within > ROW_HEIGHT - BESIDE
        ? [below, above]
        : [{ row, where: 'into' } as const, within < ROW_HEIGHT / 2 ? above : below];
  for (const place of wanted) {
    const allowed = allowedPlace(grid, place);
    if (allowed) return allowed;
  }
  return null;
}

/** Below a row that is open stands the first of those under it; the row that adds others closes the tree. */
function belowRow(grid: GridState, row: number): RowPlace {
  if (grid.rowAt(row).adder && row > 0) return { row: row - 1, where: 'after' };
  if (grid.rowAt(row).expanded && row + 1 < grid.bounds.rows) return { row: row + 1, where: 'before' };
  return { row, where: 'after' };
}

/** In a sorted sheet there is no before and after to be kept. */
function allowedPlace(grid: GridState, { row, where }: RowPlace): RowPlace | null {
  if (grid.sort && where !== 'into') return null;
  const { view } = grid;
  const wanted = { row: view.baseRow(row), where };
  const place = grid.source.actions.placeFor?.(selectedRows(grid), wanted) ?? null;
  const shown = place ? view.shownRow(place.row) : -1;
  return place && shown >= 0 ? { row: shown, where: place.where } : null;
}

export function dropRows(grid: GridState, { row, where }: RowPlace): void {
  grid.source.actions.place?.(selectedRows(grid), { row: grid.view.baseRow(row), where });
}

/** The last row shown under a row: what goes after it goes after all of them. */
export function lastUnder(grid: GridState, row: number): number {
  const { level } = grid.rowAt(row);
  let last = row;
  while (last + 1 < grid.bounds.rows && !grid.rowAt(last + 1).adder && grid.rowAt(last + 1).level > level)
    last++;
  return last;
}
