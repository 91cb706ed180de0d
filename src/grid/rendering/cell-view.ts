import { blankCell } from '../../sheets/sheet.ts';
import type { RowDrafts } from '../editing/drafts.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { cellLook, edges, iconOf } from './looks.ts';

const NO_COLUMN = { key: '', type: 'text' } as const;

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
  readonly icon: 'warn' | 'lock' | null;
  /** The old number, struck out before the text. */
  readonly was: string | undefined;
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
  /** What was typed and is not stored, or not yet. */
  readonly drafts: RowDrafts | null;
  /** Changes when the row was written: what its cells hold is asked again. */
  readonly written: object | null;
}

/**
 * The cells of a row in sight. What is as it was in `before` stays the same object and is not drawn again; where all
 * of it is, so is the whole row.
 */
export function cellViews(
  grid: GridState,
  row: number,
  over: RowOverlays,
  before: readonly CellView[],
): readonly CellView[] {
  const { columnsInSight } = grid;
  const known = knownBy(columnsInSight, before);
  const view = viewsOf(grid, row, over);
  let same = before.length === columnsInSight.length;
  const now = columnsInSight.map((column, at) => {
    const old = known(column, at);
    const drawn = view(column);
    if (old && isSame(old, drawn)) return old;
    same = false;
    return drawn;
  });
  return same ? before : now;
}

/** Looked for where it stands as long as no column comes into sight. */
function knownBy(
  columns: readonly number[],
  before: readonly CellView[],
): (column: number, at: number) => CellView | undefined {
  if (columns.every((column, at) => before[at]?.column === column)) return (_, at) => before[at];
  const known = new Map(before.map((view) => [view.column, view]));
  return (column) => known.get(column);
}

const isSame = (a: CellView, b: CellView): boolean =>
  a.text === b.text &&
  a.look === b.look &&
  a.title === b.title &&
  a.share === b.share &&
  a.left === b.left &&
  a.width === b.width &&
  a.selected === b.selected &&
  a.input === b.input &&
  a.refused === b.refused &&
  a.special === b.special &&
  a.icon === b.icon &&
  a.was === b.was &&
  a.bar === b.bar;

/** What hundreds of cells ask the grid for is asked once for a row. */
function viewsOf(grid: GridState, row: number, over: RowOverlays): (column: number) => CellView {
  const { layout, view, tree, placeLooks } = grid;
  const overlayLook = overlayLooks(over);
  const isThere = row < view.rowCount;
  return (column) => {
    const about = view.columns[column] ?? NO_COLUMN;
    const cell = isThere ? view.cell(row, column) : blankCell;
    const draft = isThere ? over.drafts?.get(about.key) : null;
    const refused = Boolean(draft?.message);
    const icon = refused ? 'warn' : iconOf(cell.marks);
    const was = draft ? undefined : cell.was;
    const bar = about.type === 'chance' ? 'chance' : 'evidence';
    const share = about.type === bar ? cell.share : undefined;
    const { look, selected } = overlayLook(column);
    return {
      column,
      left: layout.left(column),
      width: layout.width(column),
      look: `${cellLook(cell, about, refused)}${placeLooks[column] ?? ''}${look}`,
      text: draft?.text ?? cell.text,
      // What is locked has a tip of its own.
      title: draft?.message ?? (icon === 'lock' ? undefined : cell.hint),
      selected,
      input: cell.input,
      refused,
      special: icon !== null || was !== undefined || share !== undefined || (column === 0 && tree),
      icon,
      was,
      share,
      bar,
    };
  };
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
