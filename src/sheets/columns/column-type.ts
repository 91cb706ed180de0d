import type { Failure } from '../../model/failure.ts';
import type { Json } from '../../model/json.ts';
import type { Day } from '../../model/time.ts';
import type { Language } from '../../i18n/i18n.svelte.ts';
import { failureText } from '../../i18n/failure-text.ts';
import type { Cell, Column } from '../sheet.ts';

/** What writing and reading a cell depends on; a SheetContext is one. */
export interface CellHints {
  readonly language: Language;
  /** Today: `12-1`, 明天 and `+7` are read from it. */
  readonly asOf: Day;
  /** Of a choice column. */
  readonly choices?: Column['choices'];
}

export type Parsed =
  { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly message: string };

/**
 * How one type of cell is written and read. `stored` is the value as records and answers hold it (money: minor units,
 * shares as 0.29, days ISO); null and NaN are blank. `parse` gives a stored value, blank text is null.
 */
export interface ColumnType {
  /** What sums, sorting and the clipboard use: money in major units, choices and leave as they are shown. */
  value(stored: Json, hints: CellHints): Cell['value'];
  show(stored: Json, hints: CellHints): string;
  /** What an edit starts with; parsing it gives the same value again. */
  draft(stored: Json, hints: CellHints): string;
  parse(text: string, hints: CellHints): Parsed;
}

export const parsed = (value: Json): Parsed => ({ ok: true, value });
export const refused = (failure: Failure): Parsed => ({ ok: false, message: failureText(failure) });

export const textOrNull = (stored: Json): string | null =>
  typeof stored === 'string' && stored !== '' ? stored : null;

export const numberOrNull = (stored: Json): number | null =>
  typeof stored === 'number' && !Number.isNaN(stored) ? stored : null;
