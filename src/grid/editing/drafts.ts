import type { SheetModel } from '../../sheets/sheet.ts';

export interface Draft {
  readonly text: string;
  /** Why it was not taken; null: it is being stored. */
  readonly message: string | null;
}

/** Where a draft stands, whichever order the rows have. */
export interface DraftCell {
  readonly row: string;
  readonly column: string;
}

/** What was typed into the cells of one row, by the key of the column. */
export type RowDrafts = ReadonlyMap<string, Draft>;

/** What was typed and is not (or not yet) in the sheet, by cell. Immutable: rows that nothing was done to stay the same. */
export class Drafts {
  constructor(private readonly rows: ReadonlyMap<string, RowDrafts> = new Map()) {}

  static cell(model: SheetModel, row: number, column: number): DraftCell {
    return { row: Drafts.rowKey(model, row), column: model.columns[column]?.key ?? '' };
  }

  private static rowKey(model: SheetModel, row: number): string {
    return row < model.rowCount ? model.row(row).key : `+${String(row)}`;
  }

  get isEmpty(): boolean {
    return this.rows.size === 0;
  }

  get(model: SheetModel, row: number, column: number): Draft | null {
    return this.inRow(model, row)?.get(model.columns[column]?.key ?? '') ?? null;
  }

  inRow(model: SheetModel, row: number): RowDrafts | null {
    return this.isEmpty ? null : (this.rows.get(Drafts.rowKey(model, row)) ?? null);
  }

  with(entries: Iterable<readonly [DraftCell, Draft]>): Drafts {
    const rows = new Map(this.rows);
    for (const [{ row, column }, draft] of entries) rows.set(row, new Map(rows.get(row)).set(column, draft));
    return new Drafts(rows);
  }

  without(cells: Iterable<DraftCell>): Drafts {
    if (this.isEmpty) return this;
    const rows = new Map(this.rows);
    for (const { row, column } of cells) {
      const left = new Map(rows.get(row));
      if (!left.delete(column)) continue;
      if (left.size > 0) rows.set(row, left);
      else rows.delete(row);
    }
    return new Drafts(rows);
  }
}
