import { t } from '../../i18n/i18n.svelte.ts';
import type { CellEdit } from '../../sheets/sheet.ts';
import { sendEdits } from '../editing/send-edits.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { clearingEdits } from '../keyboard/row-commands.ts';
import type { Range } from '../selection/range.ts';
import { Selection } from '../selection/selection.ts';
import { draftText, plainText } from './cell-text.ts';
import { writeHtml } from './html.ts';
import { planPaste } from './paste.ts';
import { parseTsv, writeTsv } from './tsv.ts';

/** Cells as typed (20.3%, not 0.203), for a paste into a sheet of this program. */
const OWN = 'application/x-backcast-cells';
/** Tells a cut from any other that the clipboard may hold. */
const CUT = 'application/x-backcast-cut';

export interface CopiedText {
  readonly plain: string;
  readonly html: string;
  readonly own: string;
}

/** The row that adds others holds nothing to copy, unless it is all that is selected. */
function copiedRows(grid: GridState, range: Range): number[] {
  const rows = range.rowNumbers();
  const records = rows.filter((row) => !grid.rowAt(row).adder);
  return records.length > 0 ? records : rows;
}

export function copiedText(grid: GridState, range = grid.range): CopiedText | null {
  const { view } = grid;
  if (!range) return null;
  const columns = view.columns.slice(range.left, range.right + 1);
  const rows = copiedRows(grid, range).map((row) =>
    columns.map(({ type }, index) => {
      const cell = view.cell(row, range.left + index);
      return { cell, type, plain: plainText(cell) };
    }),
  );
  return {
    plain: writeTsv(rows.map((cells) => cells.map(({ plain }) => plain))),
    html: writeHtml(rows),
    own: writeTsv(rows.map((cells) => cells.map(({ cell, type }) => draftText(cell, type)))),
  };
}

/** What is cut stays, dashed, until it is pasted, as in every spreadsheet. */
export function onCopy(grid: GridState, event: ClipboardEvent, cut: boolean): void {
  const text = copiedText(grid);
  const { range } = grid;
  if (!text || !range || !event.clipboardData) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', text.plain);
  event.clipboardData.setData('text/html', text.html);
  event.clipboardData.setData(OWN, text.own);
  grid.cutMark = cut ? crypto.randomUUID() : '';
  if (cut) event.clipboardData.setData(CUT, grid.cutMark);
  grid.copied = range;
  grid.spoken = (cut ? t().grid.cut : t().grid.copied)(range.rows, range.columns);
}

export function onPaste(grid: GridState, event: ClipboardEvent): void {
  event.preventDefault();
  const read = (type: string) => event.clipboardData?.getData(type) ?? '';
  pasteText(grid, read(OWN) || read('text/plain'), cutOut(grid, read));
}

/** Where what is pasted was cut out, if it still stands there: another tab may have written over it since. */
function cutOut(grid: GridState, read: (type: string) => string): Range | null {
  const { copied, cutMark } = grid;
  if (!copied || cutMark === '' || read(CUT) !== cutMark) return null;
  return copiedText(grid, copied)?.own === read(OWN) ? copied : null;
}

/** `moved`: where the text was cut out; those cells are cleared in the same step. */
export function pasteText(grid: GridState, text: string, moved: Range | null = null): void {
  if (!grid.range || text === '') return;
  if (grid.source.readOnly) {
    grid.tellAt(grid.active, t().grid.sheetReadOnly);
    return;
  }
  const plan = planPaste(grid.view, parseTsv(text), grid.range);
  const { range, left } = plan;
  const corner = { row: range.top, column: range.left };
  if (plan.edits.length === 0) {
    grid.tellAt(corner, t().grid.nothingPasted);
    return;
  }
  const freed = moved ? outside(clearingEdits(grid, moved), plan.edits) : [];
  const fate = sendEdits(grid, [...plan.edits, ...freed], moved ? 'cut' : 'paste');
  const said = grid.spoken;
  grid.select(new Selection(corner, corner, { row: range.bottom, column: range.right }), null);
  if (fate === 'rejected') grid.spoken = said;
  else if (left > 0) grid.tellAt(corner, t().grid.left(left));
}

function outside(edits: readonly CellEdit[], covered: readonly CellEdit[]): CellEdit[] {
  const key = ({ row, column }: CellEdit) => `${row} ${column}`;
  const keys = new Set(covered.map(key));
  return edits.filter((edit) => !keys.has(key(edit)));
}
