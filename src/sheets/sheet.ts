import type { Change } from '../model/diff.ts';
import type { Expression } from '../model/formula.ts';
import type { Json } from '../model/json.ts';
import type { Month } from '../model/time.ts';
import type { GoalsConflict, GoalsTrial } from '../state/goals-desk.ts';

/*
 * What the one grid shows. A sheet definition turns records and answers into a SheetModel; the grid asks it only for
 * the cells in sight. Models are immutable: a change makes a new model (cheap: they read through to plain data).
 */

/** How a cell is written and read; each has one file in columns/ that formats and parses it. */
export type CellType =
  'text' | 'count' | 'money' | 'ratio' | 'days' | 'date' | 'choice' | 'leave' | 'evidence' | 'chance';

export interface Column {
  readonly key: string;
  readonly type: CellType;
  /** First header line, and the second, smaller one. */
  readonly title: string;
  readonly subtitle?: string;
  /** Where the title leaves out what its neighbours say (a year): read aloud, on hover and in menus. */
  readonly fullTitle?: string;
  /** Where a file would not tell otherwise what the column is of: `2026-11` for Nov under a quarter. */
  readonly fileTitle?: string;
  /** Header over several columns; equal neighbours are joined. */
  readonly group?: string;
  readonly width: number;
  /** Text that reads as numbers (an interval) stands at the right, as numbers do. */
  readonly alignRight?: boolean;
  /** Frozen columns come first: the name column. */
  readonly frozen?: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Opens a group of columns: drawn with a stronger rule on its left. */
  readonly rule?: boolean;
  /** Less air beside the numbers. */
  readonly tight?: boolean;
  /** The column of today, tinted. */
  readonly now?: boolean;
}

export interface SheetRow {
  readonly key: string;
  readonly level: number;
  /** null: not expandable. */
  readonly expanded: boolean | null;
  /** Sums of others (regions, teams). */
  readonly total: boolean;
  /** A part of the row above: set off by a rule at its left. */
  readonly part?: boolean;
  /** The last row, in which typing or pasting adds records. */
  readonly adder?: boolean;
}

/** Drawn as DESIGN-NOTES says. `changed` tinted, `team` hatched ground, `decide` amber, `low` underlined in amber, `gap` dashed, `muted` grey, `locked` sunken, `lock` the same with a lock, `pasted` dashed in blue, `pending` what would change, `struck` the same with the old number, `asked` what was typed for it; `within`, `stretch` and `thin` a small bar before the word of a goal. */
export type CellMark =
  | 'pasted'
  | 'override'
  | 'changed'
  | 'team'
  | 'decide'
  | 'low'
  | 'gap'
  | 'muted'
  | 'locked'
  | 'lock'
  | 'pending'
  | 'struck'
  | 'asked'
  | 'within'
  | 'stretch'
  | 'thin'
  | 'strong'
  | 'note';

export interface Cell {
  /** As shown. Blank: ''. */
  readonly text: string;
  /** What sums, sorting and the clipboard use; null = blank. Money in major units, shares as 0.29. */
  readonly value: number | string | null;
  /** A person may type here. */
  readonly input: boolean;
  readonly marks?: readonly CellMark[];
  /** What the bar of an evidence or chance cell shows, 0..1. */
  readonly share?: number;
  /** The old number beside the new one, struck out. */
  readonly was?: string;
  /** What an edit starts with, unformatted: `30000`, `29.1%`, `2026-11-03`. */
  readonly draft?: string;
  /** One sentence for hover and the screen reader. */
  readonly hint?: string;
}

export interface SheetModel {
  readonly id: string;
  readonly label: string;
  /** The month that the cells are of where their columns do not say it. */
  readonly period?: Month | undefined;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  row(index: number): SheetRow;
  cell(row: number, column: number): Cell;
  /** The value of a cell without its words, for what goes over all rows: sums, sorting, jumps. Missing: `cell` is asked. */
  value?(row: number, column: number): Cell['value'];
}

export const valueAt = (model: SheetModel, row: number, column: number): Cell['value'] =>
  model.value ? model.value(row, column) : model.cell(row, column).value;

export interface CellEdit {
  /** Row and column of the model that the person saw. */
  readonly row: number;
  readonly column: number;
  /** What was typed or pasted; '' clears. */
  readonly text: string;
}
export type EditReason = 'type' | 'paste' | 'fill' | 'clear' | 'cut' | 'replace';

/** What an edit comes to. Bad cells keep what was typed, and the others go in. */
export interface EditOutcome {
  readonly changes: readonly Change[];
  readonly rejected: readonly {
    readonly row: number;
    readonly column: number;
    readonly text: string;
    readonly message: string;
  }[];
  /** Goals that are shown before they are taken, or that can't be had. */
  readonly trial?: GoalsTrial;
  readonly conflict?: GoalsConflict;
  /** For the toast: "Pasted 6 × 3 cells: 17 numbers". Empty = no toast. */
  readonly summary: string;
}

/** What the formula bar says about the active cell. */
export interface CellReason {
  readonly name: string;
  readonly formula: Expression | null;
  /** Inputs: what is stored; computed: '' (the formula says it). */
  readonly input: string;
  /** Right end of the bar: "computed · F2 changes the ratio of this step". */
  readonly note: string;
  /** What the why panel should show, if anything. */
  readonly why: { readonly unit: string; readonly month: Month; readonly measure: string } | null;
}

/** Where dragged rows are dropped: between others, or under a row. */
export interface RowPlace {
  readonly row: number;
  readonly where: 'before' | 'into' | 'after';
}

/** The handlers that a view gives the grid beside a model. */
export interface SheetActions {
  edit(edits: readonly CellEdit[], reason: EditReason): Promise<EditOutcome> | EditOutcome;
  /** Open or fold a tree row. */
  toggle?(row: number): void;
  /** Move tree rows (Alt with arrows): up, down, in, out. */
  move?(rows: readonly number[], direction: 'up' | 'down' | 'in' | 'out'): void;
  /** Where rows that are dragged to a place would go; null = they may not go there. */
  placeFor?(rows: readonly number[], wanted: RowPlace): RowPlace | null;
  /** Puts dragged rows where `placeFor` allowed it. */
  place?(rows: readonly number[], place: RowPlace): void;
  /** Typing on a computed cell: a sentence why not, or another editor was opened (override). */
  refuse?(row: number, column: number): string | null;
  deleteRows?(rows: readonly number[]): void;
  /** A text from elsewhere that is more than a block of cells; true = it is taken care of. */
  takeText?(text: string): boolean;
  /** Takes, or drops, what is shown before it is taken; false = there is nothing. */
  confirm?(): boolean;
  drop?(): boolean;
  select?(selection: GridSelection): void;
  undo?(): void;
  redo?(): void;
}

export interface GridSelection {
  readonly active: { readonly row: number; readonly column: number };
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

export const blankCell: Cell = { text: '', value: null, input: false };
export type { Json };
