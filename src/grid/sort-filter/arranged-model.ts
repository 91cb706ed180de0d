import type { Month } from '../../model/time.ts';
import { valueAt, type Cell, type Column, type SheetModel, type SheetRow } from '../../sheets/sheet.ts';

/** A model seen through an order of rows: what the grid draws. `rows` null: as it is. */
export class ArrangedModel implements SheetModel {
  readonly id: string;
  readonly label: string;
  readonly period: Month | undefined;
  readonly columns: readonly Column[];
  readonly rowCount: number;

  constructor(
    readonly base: SheetModel,
    readonly rows: Int32Array | null,
  ) {
    this.id = base.id;
    this.label = base.label;
    this.period = base.period;
    this.columns = base.columns;
    this.rowCount = rows ? rows.length : base.rowCount;
  }

  row(index: number): SheetRow {
    return this.base.row(this.baseRow(index));
  }

  cell(row: number, column: number): Cell {
    return this.base.cell(this.baseRow(row), column);
  }

  value(row: number, column: number): Cell['value'] {
    return valueAt(this.base, this.baseRow(row), column);
  }

  /** Rows past the end (pasted below the adder row) stay past the end. */
  baseRow(index: number): number {
    if (!this.rows) return index;
    return this.rows[index] ?? this.base.rowCount + index - this.rows.length;
  }

  /** Where a row of the model is shown; -1: filtered out. */
  shownRow(base: number): number {
    return this.rows ? this.rows.indexOf(base) : base;
  }
}

/** An order holds while the same rows are there: a sorted row does not jump away when it is edited. */
export function sameRows(before: SheetModel, now: SheetModel): boolean {
  if (before.id !== now.id || before.rowCount !== now.rowCount) return false;
  for (let row = 0; row < now.rowCount; row++) if (before.row(row).key !== now.row(row).key) return false;
  return true;
}
