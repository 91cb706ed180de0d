import type { RecordEntry } from '../../model/diff.ts';
import type { Template } from '../../model/templates.ts';
import type { Month } from '../../model/time.ts';

/** A history as it was read from a paste or a file. */
export interface HistoryDraft {
  /** The template whose columns it has, or the chosen one. */
  readonly template: Template;
  /** Units, measures and history. */
  readonly records: readonly RecordEntry[];
  readonly people: number;
  /** Months with any data, oldest first. */
  readonly months: readonly Month[];
  /** Columns that were recognised. */
  readonly columns: number;
  /** Cells of the recognised measures that are blank. */
  readonly gaps: number;
  readonly badRows: number;
  /** Headers that were not used. */
  readonly ignored: readonly string[];
  /** Header as written, per measure and for `month` and `rep`. */
  readonly headers: { readonly [target: string]: string };
}
