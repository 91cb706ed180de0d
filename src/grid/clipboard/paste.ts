import type { CellEdit, SheetModel } from '../../sheets/sheet.ts';
import { Range } from '../selection/range.ts';

export interface PastePlan {
  readonly edits: readonly CellEdit[];
  /** What is selected afterwards. */
  readonly range: Range;
  /** Cells of the block that fell on computed cells or past the sheet's edge. */
  readonly left: number;
}

/** One cell goes into the whole range; a block repeats where the range is a multiple of it (as in Excel). */
function repeated(selected: number, block: number): number {
  return selected % block === 0 ? Math.max(selected, block) : block;
}

/** Where the rows of the sheet end for a paste: at the adder row, new rows have no limit. */
const adderRow = (model: SheetModel): number | null =>
  model.rowCount > 0 && model.row(model.rowCount - 1).adder ? model.rowCount - 1 : null;

/** Rows past the adder row keep counting: each becomes a record of its own. */
export function planPaste(
  model: SheetModel,
  block: readonly (readonly string[])[],
  selected: Range,
): PastePlan {
  const width = Math.max(...block.map((cells) => cells.length));
  const rows = repeated(selected.rows, block.length);
  const columns = repeated(selected.columns, width);
  const adder = adderRow(model);
  const edits: CellEdit[] = [];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const row = selected.top + i;
      const column = selected.left + j;
      const text = block[i % block.length]?.[j % width] ?? '';
      if (accepts(model, adder, row, column)) edits.push({ row, column, text });
    }
  return { edits, range: landed(model, selected, rows, columns), left: rows * columns - edits.length };
}

function accepts(model: SheetModel, adder: number | null, row: number, column: number): boolean {
  if (column >= model.columns.length) return false;
  if (row < model.rowCount) return model.cell(row, column).input;
  return adder !== null && model.cell(adder, column).input;
}

const landed = (model: SheetModel, selected: Range, rows: number, columns: number) =>
  new Range(
    selected.top,
    selected.left,
    Math.min(model.rowCount - 1, selected.top + rows - 1),
    Math.min(model.columns.length - 1, selected.left + columns - 1),
  );
