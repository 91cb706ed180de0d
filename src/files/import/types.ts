import type { DayOrder } from '../../model/entry/day.ts';
import type { DecimalMark } from '../../model/entry/digits.ts';
import type { Failure } from '../../model/failure.ts';
import type { ActualSource } from '../../model/records/actual.ts';
import type { Measure } from '../../model/records/measure.ts';
import type { Day, Month } from '../../model/time.ts';

/*
 * What passes between the page and the worker that reads files. Everything here survives structured clone; big tables
 * are columns. Row numbers count the table's rows from 0; lines are the file's, from 1, as an editor shows them.
 */

export * from './read-options.ts';

/**
 * What a column can be besides a measure. `measure`: its cells say which measure their row counts; `cells`: a month of a
 * wide table, see `month`.
 */
export const FIELDS = [
  'rep',
  'team',
  'region',
  'month',
  'day',
  'year',
  'measure',
  'cells',
  'ignore',
] as const;
export type Field = (typeof FIELDS)[number];
/** A field, the key of a measure, or that of a kind of other revenue. */
export type Target = string;

export type ColumnReason =
  | 'remembered'
  | 'chosen'
  | 'same'
  | 'synonym'
  | 'guess'
  | 'values'
  | 'wide'
  /** Left out: can be computed, sums others up, stands twice, is of no month, is not in the chain of dials, unknown. */
  | 'ratio'
  | 'total'
  | 'noMonth'
  | 'duplicate'
  | 'inbound'
  | 'staffNumber'
  | 'unknown';

export interface ColumnGuess {
  readonly index: number;
  /** As the file has it; '' without a header row. */
  readonly header: string;
  /** What a second header row says above it, or a title that names its month: `2026年10月` over 外呼. */
  readonly above: string;
  readonly target: Target;
  readonly reason: ColumnReason;
  /** 0 to 1; below 0.9 a person should look. */
  readonly score: number;
  /** What the header's unit multiplies with: 10,000 for 万元. */
  readonly scale: number;
  /** All its cells are of this month. */
  readonly month: Month | null;
  /** Most of its cells are numbers: it could be a measure. */
  readonly numeric: boolean;
  /** The middle 80 % of its cells are this share of another measure's. */
  readonly evidence: { readonly of: Target; readonly low: number; readonly high: number } | null;
  readonly decimal: DecimalMark | null;
  readonly dayOrder: { readonly order: DayOrder; readonly certain: boolean } | null;
}

/** What the worker must know of the open plan; small, and plain data. */
export interface PlanFacts {
  readonly asOf: Day;
  readonly cutoffDay: number;
  /** The last working day before today. */
  readonly lastWorkingDay: Day;
  readonly units: readonly {
    readonly key: string;
    readonly name: string;
    readonly kind: string;
    /** Name of the unit above it. */
    readonly team: string;
  }[];
  readonly measures: readonly Measure[];
  /** By `aliasKey`: unit key, or null = skip. */
  readonly aliases: { readonly [key: string]: string | null };
  /** By `layoutKey`: header → target. */
  readonly mappings: { readonly [key: string]: { readonly [header: string]: Target } };
  /** Without history, the measures of the file define the chain. */
  readonly hasHistory: boolean;
}

export type NameAction =
  { readonly kind: 'unit'; readonly unit: string } | { readonly kind: 'new' } | { readonly kind: 'skip' };

export interface NameMatch {
  /** As the file has it, first spelling. */
  readonly text: string;
  readonly rows: number;
  readonly action: NameAction;
  /** `initials` and `nickname` are guesses that a person should look at. */
  readonly how: 'same' | 'spelling' | 'alias' | 'initials' | 'nickname' | 'new' | 'chosen';
}

export type Repeats = 'first' | 'last' | 'sum';

export interface DraftRequest {
  readonly facts: PlanFacts;
  /** −1: no header row. */
  readonly headerRow?: number;
  /** Chosen by a person; the others are guessed. */
  readonly targets?: { readonly [column: number]: Target };
  /** The measure of a wide table. */
  readonly wideMeasure?: string;
  /** What the texts of a column of measures mean. */
  readonly rowMeasures?: { readonly [text: string]: Target };
  readonly names?: { readonly [text: string]: NameAction };
  /** What becomes of names that nobody knows and nobody chose for; default: new people. */
  readonly unknownNames?: 'new' | 'skip';
  /** Cells corrected by hand. */
  readonly edits?: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly repeats?: Repeats;
  /** Whether a blank below a name, a team or a month means "as above", as merged cells leave it; guessed without. */
  readonly blanksBelow?: 'same' | 'missing';
  /** What a rep without a name column is called. */
  readonly ownName?: string;
  /** Whose numbers daily rows are: default the system's, of chat lines the person's. */
  readonly source?: ActualSource;
  /** The day of chat lines that name none; default the last working day. */
  readonly chatDay?: Day;
}

export interface RowProblem {
  readonly level: 'error' | 'warning';
  readonly row: number;
  readonly line: number;
  /** −1: the whole row. */
  readonly column: number;
  readonly header: string;
  readonly rep: string;
  readonly written: string;
  readonly failure: Failure;
  /** A correction that a person can take with one click. */
  readonly suggestion: string | null;
}

/** `unused`: a row of a measure that is not imported. */
export type RowKind = 'title' | 'header' | 'data' | 'total' | 'note' | 'unused' | 'blank';

/** What one text of a column of measures means. */
export interface RowMeasure {
  readonly text: string;
  readonly rows: number;
  /** A measure, or `ignore`. */
  readonly target: Target;
  readonly reason: ColumnReason;
}

export interface PreviewCell {
  readonly raw: string;
  /** As it will be stored, in words of a sheet (`2026-05`, `128400`); equal to raw where nothing was read into it. */
  readonly read: string | number | null;
}
export interface PreviewRow {
  readonly row: number;
  readonly line: number;
  readonly kind: RowKind;
  readonly bad: boolean;
  readonly cells: readonly PreviewCell[];
  /** Rows left out of the preview between this one and the one before. */
  readonly gap: number;
}

export interface DraftMeasure extends Measure {
  /** Column titles it came from; '' for measures that only stay in the chain. */
  readonly header: string;
  readonly imported: boolean;
}

/** A person of the draft: a unit of the plan, or one to be created. */
export interface DraftPerson {
  readonly name: string;
  readonly unit: string | null;
  readonly team: string | null;
  readonly region: string | null;
}

/** Rep-months or rep-days in columns; NaN = blank; money in minor units. */
export interface DraftCells {
  readonly person: Int32Array;
  /** Index into `months`. */
  readonly month: Int32Array;
  /** Day numbers; null: rep-months. */
  readonly day: Int32Array | null;
  readonly line: Int32Array;
  /** One per imported measure, in the order of `measureKeys`. */
  readonly values: readonly Float64Array[];
}

export interface ImportDraft {
  /** The day that chat lines without one were taken for; null: every row says its own. */
  readonly chatDay: Day | null;
  readonly columns: readonly ColumnGuess[];
  /** −1: none. Of two header rows the lower one. */
  readonly headerRow: number;
  readonly headerRows: readonly number[];
  readonly layout: 'long' | 'wide';
  /** Rows are days, and stay days. */
  readonly daily: boolean;
  /** Whose numbers days are. */
  readonly source: ActualSource;
  readonly ownNumbers: boolean;
  readonly repeats: Repeats;
  /** What blanks below names, teams and months were taken for; null: there are none. */
  readonly blanksBelow: 'same' | 'missing' | null;
  readonly wideMeasure: string | null;
  readonly rowMeasures: readonly RowMeasure[];
  readonly counts: {
    readonly rows: number;
    readonly good: number;
    readonly bad: number;
    readonly warned: number;
    readonly skipped: number;
    readonly title: number;
    readonly header: number;
    readonly total: number;
    readonly note: number;
    readonly unused: number;
  };
  /** At most `MOST_PROBLEMS`; `counts` knows how many there are. */
  readonly problems: readonly RowProblem[];
  readonly names: readonly NameMatch[];
  readonly people: readonly DraftPerson[];
  readonly months: readonly Month[];
  readonly measureKeys: readonly string[];
  /** The whole chain as it will be; measures of the plan that are not in it are to be removed. */
  readonly chain: readonly DraftMeasure[];
  /** Imported kinds of other revenue and figures beside the chain, which the plan then keeps. */
  readonly others: readonly string[];
  readonly cells: DraftCells;
  readonly preview: readonly PreviewRow[];
  /** Nothing can be imported: which target is missing; `calls`: it is a log with a row for each call. */
  readonly missing: readonly ('rep' | 'month' | 'measure' | 'calls')[];
}
export const MOST_PROBLEMS = 500;
/** Columns that a preview shows. */
export const MOST_COLUMNS = 120;

export type Progress = (done: number, of: number) => void;
