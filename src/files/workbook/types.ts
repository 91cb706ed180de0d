import type { FormulaColumn, StepColumns } from '../../model/planning.ts';

/** All that goes into a workbook, in the user's words. Columns are in the order of `rows`. */
export interface Book {
  readonly words: BookWords;
  readonly rows: readonly BookRow[];
  readonly columns: readonly BookColumn[];
  /** From the result back to the work. */
  readonly steps: readonly BookStep[];
  readonly notes: readonly BookNote[];
  /** The open what-if beside the plan; null = none is open. */
  readonly beside: BookBeside | null;
}

export interface BookBeside {
  readonly words: {
    readonly [
      K in 'sheet' | 'title' | 'legend' | 'name' | 'kind' | 'plan' | 'supposed' | 'difference'
    ]: string;
  };
  readonly rows: readonly Pick<BookRow, 'name' | 'kind' | 'isRep' | 'level'>[];
  readonly columns: readonly BookCompared[];
}

/** One number of every row, in the plan and in the what-if. */
export interface BookCompared {
  /** What it is: decides how it is written. */
  readonly of: string;
  readonly as: 'money' | 'count' | 'ratio';
  readonly title: string;
  readonly plan: Float64Array;
  readonly supposed: Float64Array;
}

export interface BookWords {
  readonly sheets: { readonly backcast: string; readonly ratios: string; readonly notes: string };
  readonly title: string;
  /** What the colours mean, under the title. */
  readonly legend: string;
  readonly name: string;
  readonly kind: string;
  /** What a rep's row has as its kind: totals are made of these rows. */
  readonly rep: string;
  /** Heads the column that says why there is no number. */
  readonly reason: string;
  readonly used: string;
  readonly raw: string;
  readonly own: string;
  readonly team: string;
  readonly low: string;
  readonly high: string;
  readonly basis: string;
}

export interface BookRow {
  readonly name: string;
  readonly kind: string;
  readonly isRep: boolean;
  readonly level: number;
  /** The row that this one's numbers are summed into; -1 = none. */
  readonly into: number;
  /** Why a number is missing; '' = none is. */
  readonly reason: string;
}

export interface BookColumn extends FormulaColumn {
  readonly title: string;
}

export interface BookStep extends StepColumns {
  readonly title: string;
  /** In words, by row: own record, too little of it, assumed, set by hand and why. */
  readonly basisText: readonly string[];
}

export interface BookNote {
  readonly term: string;
  /** A day or a month becomes a date cell. */
  readonly is: string | { readonly day: string } | { readonly month: string };
}

/** A cell before it is written. A cell without a number holds a dash. */
export interface BookCell {
  readonly value: string | number | Date | null;
  readonly style: CellLook;
  /** Without the leading `=`; `value` is what it comes to. */
  readonly formula?: string;
  /** Works over whole ranges at once (Ctrl+Shift+Enter in older Excels). */
  readonly isArray?: boolean;
}

export interface CellLook {
  readonly kind: 'title' | 'legend' | 'group' | 'header' | 'numberHeader' | 'text' | 'number';
  /** Blue: a person may type over it. */
  readonly input?: boolean;
  readonly total?: boolean;
  /** On sunken ground: it must not move. */
  readonly locked?: boolean;
  readonly muted?: boolean;
  readonly format?: string;
  readonly indent?: number;
  readonly wrap?: boolean;
}

export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly (BookCell | null)[])[];
  /** In characters. */
  readonly widths: readonly number[];
  /** In lines of text, by row; other rows have one. */
  readonly lines: ReadonlyMap<number, number>;
  readonly frozen: { readonly rows: number; readonly columns: number };
}
