import { t } from '../../i18n/i18n.svelte.ts';
import type { SheetModel } from '../../sheets/sheet.ts';
import type { Draft } from '../editing/drafts.ts';
import { cellsOf } from '../selection/ranges.ts';
import type { Selection } from '../selection/selection.ts';

/** What names a row: its first frozen cell, or its number. */
export function rowName(model: SheetModel, row: number): string {
  const name = model.columns[0]?.frozen ? model.cell(row, 0).text : '';
  return name || t().grid.rowNumber(row + 1);
}

export function columnName(model: SheetModel, column: number): string {
  const { group, title = '', subtitle } = model.columns[column] ?? {};
  return [group, title, subtitle].filter(Boolean).join(' ');
}

/** Column, row, value, and what is to be known about it. */
export function cellSentence(model: SheetModel, row: number, column: number, draft: Draft | null): string {
  const words = t().grid;
  if (row >= model.rowCount) return model.label;
  const cell = model.cell(row, column);
  const parts = [
    columnName(model, column),
    rowName(model, row),
    draft ? draft.text : cell.text || words.blank,
    draft?.message ? words.error(draft.message) : '',
    cell.hint ?? '',
    cell.input ? '' : words.readOnlyCell,
  ];
  return parts.filter(Boolean).join(', ');
}

/** A single cell speaks for itself; of further ranges it is said how many there are. */
export function selectionSentence(selection: Selection, cell: () => string): string {
  const { range, ranges, single } = selection;
  const words = t().grid;
  if (single) return cell();
  const here = range.cells === 1 ? cell() : words.selected(range.rows, range.columns);
  return ranges.length === 1 ? here : `${here}; ${words.selectedRanges(ranges.length, cellsOf(ranges))}`;
}
