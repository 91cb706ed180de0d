import type { GridSelection } from '../../sheets/sheet.ts';
import { Range, type Position } from './range.ts';
import { without } from './ranges.ts';

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
 * What is selected: the active cell (it takes the keys) inside the range between two corners, and further ranges
 * beside it. Arrows with Shift move the corner `to`; Tab and Enter walk the active cell through all that is selected.
 */
export class Selection implements GridSelection {
  constructor(
    readonly active: Position,
    readonly from: Position = active,
    readonly to: Position = from,
    /** Where a run of Tabs began: Enter returns under it. */
    readonly tabbedFrom: number | null = null,
    /** Selected before, with Ctrl: they may overlap. */
    readonly others: readonly Range[] = [],
  ) {}

  static at(row: number, column: number): Selection {
    return new Selection({ row, column });
  }

  static of(range: Range, others: readonly Range[] = []): Selection {
    const from = { row: range.top, column: range.left };
    return new Selection(from, from, { row: range.bottom, column: range.right }, null, others);
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

  /** All of them, the one with the active cell last. */
  get ranges(): readonly Range[] {
    return [...this.others, this.range];
  }

  /** One cell is all. */
  get single(): boolean {
    return this.others.length === 0 && this.from.row === this.to.row && this.from.column === this.to.column;
  }

  contains(position: Position): boolean {
    return this.ranges.some((range) => range.contains(position));
  }

  moveTo(position: Position, bounds: Bounds): Selection {
    return new Selection(within(position, bounds));
  }

  /** The range from its first corner to here. */
  extendTo(position: Position, bounds: Bounds): Selection {
    return new Selection(this.active, this.from, within(position, bounds), null, this.others);
  }

  /** Without the further ranges. */
  alone(): Selection {
    return new Selection(this.active, this.from, this.to, this.tabbedFrom);
  }

  /** Another selection beside what is selected. */
  with(next: Selection): Selection {
    return new Selection(next.active, next.from, next.to, null, [...this.others, this.range]);
  }

  /** Elsewhere, beside the further ranges. */
  replaced(next: Selection): Selection {
    return new Selection(next.active, next.from, next.to, null, this.others);
  }

  /** The range with the active cell taken out of the others, as a second press with Ctrl does; the last cell stays. */
  takenBack(): Selection {
    const left = this.others.flatMap((range) => without(range, this.range));
    const last = left.pop();
    if (!last) return Selection.at(this.active.row, this.active.column);
    return Selection.of(last, left);
  }

  /** The same range around the active cell of a sheet that has become smaller. */
  clampedTo(bounds: Bounds): Selection {
    return new Selection(
      within(this.active, bounds),
      within(this.from, bounds),
      within(this.to, bounds),
      this.tabbedFrom,
      this.others.flatMap((range) => clipped(range, bounds)),
    );
  }

  /** With its row, wherever that has gone; nobody knows it of the further ranges. */
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

  /** Goes round inside the range, by rows (Tab) or by columns (Enter), and from its end into the next range. */
  private walk(back: boolean, byColumn: boolean): Selection {
    const { range } = this;
    const next = indexIn(range, this.active, byColumn) + (back ? -1 : 1);
    if (next >= 0 && next < range.cells)
      return new Selection(cellOf(range, next, byColumn), this.from, this.to, null, this.others);
    const ranges = this.ranges;
    const round = back
      ? [range, ...this.others]
      : [...this.others.slice(1), range, ...this.others.slice(0, 1)];
    const entered = round.at(-1) ?? range;
    const { from, to } = ranges.length === 1 ? this : Selection.of(entered);
    const active = cellOf(entered, back ? entered.cells - 1 : 0, byColumn);
    return new Selection(active, from, to, null, round.slice(0, -1));
  }
}

function indexIn({ top, left, rows, columns }: Range, { row, column }: Position, byColumn: boolean): number {
  return byColumn ? (column - left) * rows + row - top : (row - top) * columns + column - left;
}

function cellOf({ top, left, rows, columns }: Range, index: number, byColumn: boolean): Position {
  return byColumn
    ? { row: top + (index % rows), column: left + Math.floor(index / rows) }
    : { row: top + Math.floor(index / columns), column: left + (index % columns) };
}

/** What a smaller sheet leaves of a range. */
function clipped({ top, left, bottom, right }: Range, bounds: Bounds): Range[] {
  if (top >= bounds.rows || left >= bounds.columns) return [];
  return [new Range(top, left, Math.min(bottom, bounds.rows - 1), Math.min(right, bounds.columns - 1))];
}
