import type { GridState } from '../grid-state.svelte.ts';
import { cellLook, edges, hasIcon } from './looks.ts';

/** All that is drawn of one cell: plain values, so that two can be compared. */
export interface CellView {
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly look: string;
  readonly text: string;
  readonly title: string | undefined;
  readonly selected: boolean;
  readonly input: boolean;
  readonly refused: boolean;
  /** Has more in it than its text. */
  readonly special: boolean;
  readonly icon: boolean;
  /** What a bar shows of it, 0..1; undefined = no bar. */
  readonly share: number | undefined;
  /** Evidence is a bar alone, a chance has its number beside it. */
  readonly bar: 'evidence' | 'chance';
}

/** What lies over the cells of a row, as `rangesInRow` writes it. */
export interface RowOverlays {
  readonly selected: string;
  readonly copied: string;
  readonly filling: string;
  /** The active column; -1: in another row. */
  readonly active: number;
}

/** The cells of a row in sight. What is as it was in `before` (by column) stays the same object and is not drawn again. */
export function cellViews(
  grid: GridState,
  row: number,
  over: RowOverlays,
  before: readonly CellView[],
): CellView[] {
  const known: CellView[] = [];
  for (const view of before) known[view.column] = view;
  const drawnOver = overlayLooks(over);
  return grid.columnsInSight.map((column) => {
    const now = cellView(grid, row, column, drawnOver(column));
    const old = known[column];
    return old && isSame(old, now) ? old : now;
  });
}

function isSame(a: CellView, b: CellView): boolean {
  for (const field in a) if (a[field as keyof CellView] !== b[field as keyof CellView]) return false;
  return true;
}

function cellView(grid: GridState, row: number, column: number, over: Overlay): CellView {
  const { layout } = grid;
  const about = grid.view.columns[column] ?? { type: 'text' as const };
  const cell = grid.cellAt(row, column);
  const draft = grid.draftAt(row, column);
  const refused = Boolean(draft?.message);
  const icon = refused || hasIcon(cell.marks);
  const bar = about.type === 'chance' ? 'chance' : 'evidence';
  const share = about.type === bar ? cell.share : undefined;
  return {
    column,
    left: layout.left(column),
    width: layout.width(column),
    look: `${cellLook(cell, about, refused)}${placeLook(grid, column)}${over.look}`,
    text: draft?.text ?? cell.text,
    title: draft?.message ?? cell.hint,
    selected: over.selected,
    input: cell.input,
    refused,
    special: icon || share !== undefined || (column === 0 && grid.tree),
    icon,
    share,
    bar,
  };
}

function placeLook({ layout, view }: GridState, column: number): string {
  const ruled = column === layout.frozen - 1 || view.columns[column + 1]?.rule;
  return `${column < layout.frozen ? ' fixed' : ''}${ruled ? ' edge' : ''}`;
}

interface Overlay {
  readonly look: string;
  readonly selected: boolean;
}

function overlayLooks({ selected, copied, filling, active }: RowOverlays): (column: number) => Overlay {
  const [sel, copy, fill] = [edges(selected, 'sel'), edges(copied, 'copy'), edges(filling, 'fill')];
  return (column) => {
    const tint = sel(column);
    const ring = active === column ? ' active' : '';
    return { look: `${tint}${copy(column)}${fill(column)}${ring}`, selected: tint !== '' };
  };
}
