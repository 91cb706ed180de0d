import { t } from '../i18n/i18n.svelte.ts';
import type { CellEdit, EditReason } from './sheet.ts';

/** What a paste came to. */
export interface PasteCounts {
  readonly numbers?: number;
  /** Blanks that stay blank where a number could be. */
  readonly gaps?: number;
  readonly added?: number;
  readonly rejected?: number;
}

/** "Pasted 6 × 3 cells: 17 numbers, 1 blank kept as a gap"; nothing to say of a single cell or of typing. */
export function pasteSummary(edits: readonly CellEdit[], reason: EditReason, counts: PasteCounts): string {
  if (reason !== 'paste' || edits.length < 2) return '';
  const words = t().sheets.paste;
  const { numbers = 0, gaps = 0, added = 0, rejected = 0 } = counts;
  const parts = [
    ...(numbers > 0 ? [words.numbers(numbers)] : []),
    ...(gaps > 0 ? [words.gaps(gaps)] : []),
    ...(added > 0 ? [words.added(added)] : []),
    ...(rejected > 0 ? [words.rejected(rejected)] : []),
  ];
  return words.list(pastedBlock(edits), parts);
}

function pastedBlock(edits: readonly CellEdit[]): string {
  const words = t().sheets.paste;
  const rows = new Set(edits.map(({ row }) => row)).size;
  const columns = new Set(edits.map(({ column }) => column)).size;
  return rows * columns === edits.length ? words.block(rows, columns) : words.cells(edits.length);
}
