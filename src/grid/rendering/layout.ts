import type { Column } from '../../sheets/sheet.ts';

export const ROW_HEIGHT = 28;
export const TITLE_HEIGHT = 40;
export const GROUP_HEIGHT = 21;
export const NUMBER_WIDTH = 32;
export const MIN_WIDTH = 32;

/** A narrower view keeps the names in place alone: more would leave no room for the numbers. */
const NARROW = 560;

/** Where columns stand, from the left of the sheet; the row numbers come first. Pixels. */
export class ColumnLayout {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly frozen: number;
  readonly total: number;
  readonly numberWidth: number;

  constructor(
    columns: readonly Column[],
    own: ReadonlyMap<string, number>,
    rowCount: number,
    viewWidth = Infinity,
  ) {
    this.widths = columns.map((column) => own.get(column.key) ?? column.width);
    const firstLoose = columns.findIndex((column) => !column.frozen);
    const frozen = firstLoose < 0 ? columns.length : firstLoose;
    this.frozen = viewWidth < NARROW ? Math.min(frozen, 1) : frozen;
    this.numberWidth = Math.max(NUMBER_WIDTH, 12 + 7 * String(rowCount).length);
    let x = this.numberWidth;
    this.lefts = this.widths.map((width) => (x += width) - width);
    this.total = x;
  }

  equals({ frozen, numberWidth, widths }: ColumnLayout): boolean {
    return (
      frozen === this.frozen &&
      numberWidth === this.numberWidth &&
      widths.length === this.widths.length &&
      widths.every((width, column) => width === this.widths[column])
    );
  }

  left(column: number): number {
    return this.lefts[column] ?? this.total;
  }

  width(column: number): number {
    return this.widths[column] ?? 0;
  }

  /** Right edge of what never scrolls. */
  get frozenWidth(): number {
    return this.left(this.frozen);
  }

  /** Frozen columns and those between the edges of a view that has scrolled by `scrolled`. */
  inSight(scrolled: number, viewWidth: number): number[] {
    const columns: number[] = [];
    for (let column = 0; column < this.widths.length; column++) {
      const left = this.left(column);
      const seen = left + this.width(column) > scrolled + this.frozenWidth && left < scrolled + viewWidth;
      if (column < this.frozen || seen) columns.push(column);
    }
    return columns;
  }

  /** The column under a point of the view; -1: the row numbers. */
  columnAt(x: number, scrolled: number): number {
    if (x < this.numberWidth) return -1;
    const sheetX = x < this.frozenWidth ? x : x + scrolled;
    const column = this.lefts.findLastIndex((left) => left <= sheetX);
    return Math.max(0, column);
  }
}

/** Equal neighbours under one group header. */
export interface Group {
  readonly title: string;
  readonly first: number;
  readonly last: number;
}

export function groupsOf(columns: readonly Column[], frozen: number): Group[] {
  const groups: Group[] = [];
  columns.forEach(({ group = '' }, column) => {
    const last = groups.at(-1);
    const joins = last && last.title === group && group !== '' && column !== frozen;
    if (joins) groups[groups.length - 1] = { ...last, last: column };
    else groups.push({ title: group, first: column, last: column });
  });
  return groups;
}
