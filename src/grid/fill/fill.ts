import type { CellEdit, SheetModel } from '../../sheets/sheet.ts';
import { draftText } from '../clipboard/cell-text.ts';
import { Range, type Position } from '../selection/range.ts';
import { continued, goesOn } from './series.ts';

export interface FillPlan {
  readonly edits: readonly CellEdit[];
  /** Computed and locked cells in the way. */
  readonly left: number;
}

const wrap = (index: number, count: number) => ((index % count) + count) % count;

/** `auto`: series go on and single numbers are repeated; `turned` (Ctrl): the other way round; `copy`: all is repeated. */
export type FillMode = 'auto' | 'turned' | 'copy';

const asSeries = (texts: readonly string[], mode: FillMode) =>
  mode !== 'copy' && goesOn(texts) === (mode === 'auto') ? continued(texts) : null;

/** Repeats the source over the target, or goes on with its series. Cells that take no input are left. */
export function planFill(model: SheetModel, source: Range, target: Range, mode: FillMode): FillPlan {
  const down = target.columns === source.columns;
  const lines = down ? source.columns : source.rows;
  const edits: CellEdit[] = [];
  let left = 0;
  for (let line = 0; line < lines; line++) {
    const at = down ? columnLine(source, line) : rowLine(source, line);
    const length = down ? source.rows : source.columns;
    const texts = Array.from({ length }, (_, i) => textAt(model, at(i)));
    const next = asSeries(texts, mode);
    const [first, last] = reach(source, target, down);
    for (let i = first; i <= last; i++) {
      if (i >= 0 && i < length) continue;
      const position = at(i);
      if (!model.cell(position.row, position.column).input) left++;
      else edits.push({ ...position, text: next ? next(i) : (texts[wrap(i, length)] ?? '') });
    }
  }
  return { edits, left };
}

const columnLine = (source: Range, line: number) => (index: number) => ({
  row: source.top + index,
  column: source.left + line,
});
const rowLine = (source: Range, line: number) => (index: number) => ({
  row: source.top + line,
  column: source.left + index,
});
const reach = (source: Range, target: Range, down: boolean): [number, number] =>
  down
    ? [target.top - source.top, target.bottom - source.top]
    : [target.left - source.left, target.right - source.left];

function textAt(model: SheetModel, { row, column }: Position): string {
  return draftText(model.cell(row, column), model.columns[column]?.type ?? 'text');
}

/** Ctrl+D and Ctrl+R: the first line of the range over the others; of a single line, the line before it. */
export function planFillKey(model: SheetModel, range: Range, down: boolean): FillPlan | null {
  const { top, left, bottom, right } = range;
  const single = down ? range.rows === 1 : range.columns === 1;
  const source = down
    ? new Range(single ? top - 1 : top, left, single ? top - 1 : top, right)
    : new Range(top, single ? left - 1 : left, bottom, single ? left - 1 : left);
  if (source.top < 0 || source.left < 0) return null;
  return planFill(model, source, new Range(source.top, source.left, bottom, right), 'copy');
}
