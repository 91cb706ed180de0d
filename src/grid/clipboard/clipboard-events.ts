import { t } from '../../i18n/i18n.svelte.ts';
import { sendEdits } from '../editing/send-edits.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { clearRange } from '../keyboard/row-commands.ts';
import { Selection } from '../selection/selection.ts';
import { draftText, plainText } from './cell-text.ts';
import { writeHtml } from './html.ts';
import { planPaste } from './paste.ts';
import { parseTsv, writeTsv } from './tsv.ts';

/** Cells as typed (20.3%, not 0.203), for a paste into a sheet of this program. */
const OWN = 'application/x-backcast-cells';

export interface CopiedText {
  readonly plain: string;
  readonly html: string;
  readonly own: string;
}

export function copiedText(grid: GridState): CopiedText | null {
  const { range, view } = grid;
  if (!range) return null;
  const columns = view.columns.slice(range.left, range.right + 1);
  const rows = range.rowNumbers().map((row) =>
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

export function onCopy(grid: GridState, event: ClipboardEvent, cut: boolean): void {
  const text = copiedText(grid);
  const { range } = grid;
  if (!text || !range || !event.clipboardData) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', text.plain);
  event.clipboardData.setData('text/html', text.html);
  event.clipboardData.setData(OWN, text.own);
  if (cut) clearRange(grid, 'cut');
  grid.copied = range;
  grid.spoken = t().grid.copied(range.rows, range.columns);
}

export function onPaste(grid: GridState, event: ClipboardEvent): void {
  event.preventDefault();
  const own = event.clipboardData?.getData(OWN) ?? '';
  pasteText(grid, own === '' ? (event.clipboardData?.getData('text/plain') ?? '') : own);
}

export function pasteText(grid: GridState, text: string): void {
  if (!grid.range) return;
  if (grid.source.readOnly) {
    grid.spoken = t().grid.sheetReadOnly;
    return;
  }
  const { edits, range, left } = planPaste(grid.view, parseTsv(text), grid.range);
  const fate = sendEdits(grid, edits, 'paste');
  const corner = { row: range.top, column: range.left };
  const said = grid.spoken;
  grid.select(new Selection(corner, corner, { row: range.bottom, column: range.right }), null);
  if (fate === 'rejected') grid.spoken = said;
  else if (left > 0) grid.spoken = t().grid.left(left);
}
