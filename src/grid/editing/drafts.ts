import type { SheetModel } from '../../sheets/sheet.ts';

export interface Draft {
  readonly text: string;
  /** Why it was not taken; null: it is being stored. */
  readonly message: string | null;
}

/** What was typed and is not (or not yet) in the sheet, by cell. Immutable. */
export class Drafts {
  constructor(private readonly byCell: ReadonlyMap<string, Draft> = new Map()) {}

  static cell(model: SheetModel, row: number, column: number): string {
    return `${row < model.rowCount ? model.row(row).key : `+${row}`}\u0000${model.columns[column]?.key ?? ''}`;
  }

  get size(): number {
    return this.byCell.size;
  }

  get(model: SheetModel, row: number, column: number): Draft | null {
    if (this.byCell.size === 0) return null;
    return this.byCell.get(Drafts.cell(model, row, column)) ?? null;
  }

  with(entries: Iterable<readonly [string, Draft]>): Drafts {
    return new Drafts(new Map([...this.byCell, ...entries]));
  }

  without(cells: Iterable<string>): Drafts {
    if (this.byCell.size === 0) return this;
    const left = new Map(this.byCell);
    for (const cell of cells) left.delete(cell);
    return new Drafts(left);
  }
}
