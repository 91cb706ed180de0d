export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both corners included. */
export class Range {
  constructor(
    readonly top: number,
    readonly left: number,
    readonly bottom: number,
    readonly right: number,
  ) {}

  static between(a: Position, b: Position): Range {
    return new Range(
      Math.min(a.row, b.row),
      Math.min(a.column, b.column),
      Math.max(a.row, b.row),
      Math.max(a.column, b.column),
    );
  }

  get rows(): number {
    return this.bottom - this.top + 1;
  }

  get columns(): number {
    return this.right - this.left + 1;
  }

  get cells(): number {
    return this.rows * this.columns;
  }

  contains({ row, column }: Position): boolean {
    return this.hasRow(row) && this.hasColumn(column);
  }

  hasRow(row: number): boolean {
    return row >= this.top && row <= this.bottom;
  }

  hasColumn(column: number): boolean {
    return column >= this.left && column <= this.right;
  }

  meets({ top, left, bottom, right }: Range): boolean {
    return top <= this.bottom && bottom >= this.top && left <= this.right && right >= this.left;
  }

  /** Every cell, row by row. */
  *positions(): Generator<Position> {
    for (let row = this.top; row <= this.bottom; row++)
      for (let column = this.left; column <= this.right; column++) yield { row, column };
  }

  rowNumbers(): number[] {
    return Array.from({ length: this.rows }, (_, index) => this.top + index);
  }
}
