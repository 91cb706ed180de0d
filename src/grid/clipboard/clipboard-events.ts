import { t } from '../../i18n/i18n.svelte.ts';
import { harmlessText } from '../../model/spreadsheet-text.ts';
import type { CellEdit } from '../../sheets/sheet.ts';
import { sendEdits } from '../editing/send-edits.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { clearingEdits } from '../keyboard/row-commands.ts';
import type { Position, Range } from '../selection/range.ts';
import { blockOf } from '../selection/ranges.ts';
import { Selection } from '../selection/selection.ts';
import { draftText, plainText } from './cell-text.ts';
import { writeHtml } from './html.ts';
import { planPaste } from './paste.ts';
import { readBlock, type Block } from './pasted-block.ts';
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
function recordRows(grid: GridState, rows: readonly number[]): readonly number[] {
  const records = rows.filter((row) => !grid.rowAt(row).adder);
  return records.length > 0 ? records : rows;
}

/** Null: the ranges make no block. */
export function copiedText(grid: GridState, ranges = grid.ranges): CopiedText | null {
  const { view } = grid;
  const block = blockOf(ranges);
  if (!block || block.rows.length === 0) return null;
  const rows = recordRows(grid, block.rows).map((row) =>
    block.columns.map((column) => {
      const cell = view.cell(row, column);
      return { cell, type: view.columns[column]?.type ?? 'text', plain: harmlessText(plainText(cell)) };
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
  const { ranges, active } = grid;
  if (ranges.length === 0 || !event.clipboardData) return;
  const text = copiedText(grid);
  if (!text || (cut && ranges.length > 1)) {
    grid.tellAt(active, cut ? t().grid.cutOne : t().grid.copyNoBlock);
    return;
  }
  event.preventDefault();
  event.clipboardData.setData('text/plain', text.plain);
  event.clipboardData.setData('text/html', text.html);
  event.clipboardData.setData(OWN, text.own);
  grid.cutMark = cut ? crypto.randomUUID() : '';
  if (cut) event.clipboardData.setData(CUT, grid.cutMark);
  grid.copied = ranges;
  const { rows, columns } = blockOf(ranges) ?? { rows: [], columns: [] };
  grid.spoken = (cut ? t().grid.cut : t().grid.copied)(rows.length, columns.length);
}

export function onPaste(grid: GridState, event: ClipboardEvent): void {
  event.preventDefault();
  const read = (type: string) => event.clipboardData?.getData(type) ?? '';
  const own = read(OWN);
  if (own === '' && !grid.source.readOnly && grid.source.actions.takeText?.(read('text/plain'))) return;
  const block = own === '' ? readBlock(read('text/plain'), read('text/html')) : parseTsv(own);
  if (block instanceof Promise) void block.then((late) => pasteBlock(grid, late));
  else pasteBlock(grid, block, cutOut(grid, read));
}

/** For a menu; rejects where the browser does not allow it. */
export async function readClipboard(): Promise<Block | null> {
  const [item] = await navigator.clipboard.read();
  const read = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
  return readBlock(await read('text/plain'), await read('text/html'));
}

/** Where what is pasted was cut out, if it still stands there: another tab may have written over it since. */
function cutOut(grid: GridState, read: (type: string) => string): Range | null {
  const { copied, cutMark } = grid;
  const [range] = copied;
  if (!range || cutMark === '' || read(CUT) !== cutMark) return null;
  return copiedText(grid, copied)?.own === read(OWN) ? range : null;
}

/** `moved`: where the texts were cut out; those cells are cleared in the same step. */
export function pasteBlock(grid: GridState, block: Block | null, moved: Range | null = null): void {
  const { ranges, active, view } = grid;
  if (!block || ranges.length === 0) return;
  if (grid.source.readOnly || !fitsAll(block, ranges)) {
    grid.tellAt(active, grid.source.readOnly ? t().grid.sheetReadOnly : t().grid.pasteOne);
    return;
  }
  const plans = ranges.map((range) => planPaste(view, block, range));
  const all = plans.flatMap((plan) => plan.edits);
  const edits = plans.length > 1 ? once(all) : all;
  const landed = plans.map(({ range }) => range);
  const corner = cornerOf(landed.at(-1)) ?? active;
  if (edits.length === 0) {
    grid.tellAt(corner, t().grid.nothingPasted);
    return;
  }
  const freed = moved ? outside(clearingEdits(grid, [moved]), edits) : [];
  const fate = sendEdits(grid, [...edits, ...freed], moved ? 'cut' : 'paste');
  const said = grid.spoken;
  const last = landed.pop();
  if (last) grid.select(Selection.of(last, landed), null);
  const left = plans.reduce((sum, plan) => sum + plan.left, 0);
  if (fate === 'rejected') grid.spoken = said;
  else if (left > 0) grid.tellAt(corner, t().grid.left(left));
}

/** Into several ranges goes what each of them is a multiple of: a single cell, above all. */
const fitsAll = (block: Block, ranges: readonly Range[]): boolean =>
  ranges.length === 1 ||
  ranges.every(({ rows, columns }) => rows % block.length === 0 && columns % (block[0]?.length ?? 1) === 0);

const cornerOf = (range: Range | undefined): Position | null =>
  range ? { row: range.top, column: range.left } : null;

const keyOf = ({ row, column }: CellEdit) => `${row} ${column}`;
const once = (edits: readonly CellEdit[]): CellEdit[] => [
  ...new Map(edits.map((edit) => [keyOf(edit), edit])).values(),
];

function outside(edits: readonly CellEdit[], covered: readonly CellEdit[]): CellEdit[] {
  const keys = new Set(covered.map(keyOf));
  return edits.filter((edit) => !keys.has(keyOf(edit)));
}
