import type { Cell, CellEdit, CellType, SheetModel } from '../../sheets/sheet.ts';
import { draftText } from '../clipboard/cell-text.ts';
import type { Position } from '../selection/range.ts';

export interface Replacing {
  readonly text: string;
  readonly by: string;
  /** Cells that hold nothing else. */
  readonly whole: boolean;
}

/** What these are stored as is not what a person reads or writes: what is shown comes first. */
const READ_AS_SHOWN: ReadonlySet<CellType> = new Set<CellType>(['ratio', 'choice', 'leave']);

/** What a cell would hold; null: the text is not in what can be typed there. */
export function replacedText(cell: Cell, type: CellType, { text, by, whole }: Replacing): string | null {
  const draft = draftText(cell, type);
  const known = READ_AS_SHOWN.has(type) ? [cell.text, draft] : [draft, cell.text];
  const wanted = text.toLowerCase();
  for (const written of known) {
    if (whole && written.toLowerCase() === wanted) return by;
    if (!whole && written.toLowerCase().includes(wanted)) return replaceEach(written, text, by);
  }
  return null;
}

const replaceEach = (written: string, text: string, by: string): string =>
  written.replace(new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), () => by);

export interface ReplacePlan {
  readonly edits: readonly CellEdit[];
  /** Cells with the text that cannot be typed into. */
  readonly left: number;
}

/** Computed cells stay as they are, and so do the words that stand in for a blank. */
export function planReplace(model: SheetModel, hits: readonly Position[], wanted: Replacing): ReplacePlan {
  const edits: CellEdit[] = [];
  let left = 0;
  for (const { row, column } of hits) {
    const cell = model.cell(row, column);
    if (cell.value === null || model.row(row).adder) continue;
    const text = replacedText(cell, model.columns[column]?.type ?? 'text', wanted);
    if (!cell.input || text === null) left++;
    else edits.push({ row, column, text });
  }
  return { edits, left };
}
