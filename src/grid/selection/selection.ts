import type { GridSelection } from '../../sheets/sheet.ts';
import { Range, type Position } from './range.ts';

export interface Bounds {
  readonly rows: number;
  readonly columns: number;
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
const within = (p: Position, bounds: Bounds): Position => ({
  row: clamp(p.row, bounds.rows),
  column: clamp(p.column, bounds.columns),
});

/**
 * What is selected: the active cell (it takes the keys) inside the range between two corners. Arrows with Shift move
 * the corner `to`; Tab and Enter walk the active cell inside a range of several cells.
 */
export class Selection implements GridSelection {
  constructor(
    readonly active: Position,
    readonly from: Position = active,
    readonly to: Position = from,
    /** Where a run of Tabs began: Enter returns under it. */
    readonly tabbedFrom: number | null = null,
  ) {}

  static at(row: number, column: number): Selection {
    return new Selection({ row, column });
  }

  static rows(first: number, last: number, bounds: Bounds): Selection {
    return new Selection(
      { row: first, column: 0 },
      { row: first, column: 0 },
      { row: last, column: bounds.columns - 1 },
    );
  }

  static columns(first: number, last: number, bounds: Bounds): Selection {
    return new Selection(
      { row: 0, column: first },
      { row: 0, column: first },
      { row: bounds.rows - 1, column: last },
    );
  }

  get range(): Range {
    return Range.between(this.from, this.to);
  }

  get single(): boolean {
    return this.from.row === this.to.row && this.from.column === this.to.column;
  }

  moveTo(position: Position, bounds: Bounds): Selection {
    return new Selection(within(position, bounds));
  }

  /** The range from its first corner to here. */
  extendTo(position: Position, bounds: Bounds): Selection {
    return new Selection(this.active, this.from, within(position, bounds));
  }

  /** The same range around the active cell of a sheet that has become smaller. */
  clampedTo(bounds: Bounds): Selection {
    return new Selection(
      within(this.active, bounds),
      within(this.from, bounds),
      within(this.to, bounds),
      this.tabbedFrom,
    );
  }

  shiftedBy(rows: number): Selection {
    const shift = (p: Position) => ({ row: p.row + rows, column: p.column });
    return new Selection(shift(this.active), shift(this.from), shift(this.to), this.tabbedFrom);
  }

  /** Whole rows of the sheet. */
  spansColumns(bounds: Bounds): boolean {
    return this.range.columns === bounds.columns;
  }

  /** The next cell to the right (or left); null: past the last cell, the grid is left. */
  tab(back: boolean, bounds: Bounds): Selection | null {
    if (!this.single) return this.walk(back, false);
    const index = this.active.row * bounds.columns + this.active.column + (back ? -1 : 1);
    if (index < 0 || index >= bounds.rows * bounds.columns) return null;
    const next = { row: Math.floor(index / bounds.columns), column: index % bounds.columns };
    return new Selection(next, next, next, this.tabbedFrom ?? this.active.column);
  }

  /** The cell below (or above), back in the column where Tabs began. */
  enter(back: boolean, bounds: Bounds): Selection {
    if (!this.single) return this.walk(back, true);
    const column = this.tabbedFrom ?? this.active.column;
    return this.moveTo({ row: this.active.row + (back ? -1 : 1), column }, bounds);
  }

  /** Goes round inside the range, by rows (Tab) or by columns (Enter). */
  private walk(back: boolean, byColumn: boolean): Selection {
    const { top, left, rows, columns, cells } = this.range;
    const row = this.active.row - top;
    const column = this.active.column - left;
    const index = byColumn ? column * rows + row : row * columns + column;
    const next = (index + (back ? cells - 1 : 1)) % cells;
    const step = byColumn
      ? { row: top + (next % rows), column: left + Math.floor(next / rows) }
      : { row: top + Math.floor(next / columns), column: left + (next % columns) };
    return new Selection(step, this.from, this.to);
  }
}
