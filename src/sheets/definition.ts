import type { Change, RecordEntry } from '../model/diff.ts';
import type { GoalPlace, RecordKind } from '../model/ids.ts';
import type { Values } from '../model/json.ts';
import type { Answer, AnswerTo, BackcastMode, Query } from '../model/planning.ts';
import type { Settings } from '../model/records/settings.ts';
import type { Unit } from '../model/records/unit.ts';
import type { Day, Month } from '../model/time.ts';
import type { GoalsDesk, GoalsDialog, GoalsTrial } from '../state/goals-desk.ts';
import type { CellEdit, CellReason, EditOutcome, EditReason, RowPlace, SheetModel } from './sheet.ts';

/** What a definition may look at: records as they are now, and what lies on the desk. */
export interface SheetContext {
  get(id: string): Values | undefined;
  ofKind(kind: RecordKind): readonly RecordEntry[];
  readonly settings: Settings;
  /** All units in tree order (depth first, siblings by order, then name). */
  readonly units: readonly Unit[];
  readonly language: 'zh-CN' | 'en';
  readonly asOf: Day;
  readonly month: Month;
  readonly mode: BackcastMode;
  /** Unit key that the rows are limited to; null = all. */
  readonly scope: string | null;
  readonly folded: ReadonlySet<string>;
  /** Key of the measure that a sheet of one measure shows; null = its first. */
  readonly measure?: string | null;
  /** How the Goals sheet is looked at. */
  readonly goals?: GoalsDesk;
  /** The goals that are looked at by now: more may have been typed since the sheet was made. */
  trialNow?(): GoalsTrial | null;
  /** The field was given its value by a paste or an import just now. */
  justPasted?(id: string, field: string): boolean;
}

/** Asks the planner in the middle of an edit (a spread); null = no longer current, nothing is changed. */
export type Ask = <Q extends Query>(query: Q) => Promise<AnswerTo<Q> | null>;

/** A model and what a person may do with its cells. Made anew by every change of records, answers or desk. */
export interface BuiltSheet {
  readonly model: SheetModel;
  edit(edits: readonly CellEdit[], reason: EditReason, ask: Ask): EditOutcome | Promise<EditOutcome>;
  /** Typing over a computed cell: why not, in words; or which override editor to open. */
  refuse(row: number, column: number): Refusal;
  /** What the formula bar and the why panel say of a cell. */
  reason(row: number, column: number): CellReason;
  /** The unit of a row; null for other rows (season weights, the adder). */
  unitAt(row: number): string | null;
  /** Which goals are typed in a cell. */
  goalOf?(row: number, column: number): GoalPlace | null;
  /** Which goals a cell of the Goals sheet holds, or says something of. */
  placeOf?(row: number, column: number): GoalPlace | null;
  /** What the caret of a row folds, where that is not its unit. */
  foldKey?(row: number): string | null;
  /** What a cell's menu offers beside its number. */
  acts?(row: number, column: number): readonly SheetAct[];
  /** The changes that deleting these rows makes, with everything below them; null = these rows can't be deleted. */
  remove?(rows: readonly number[]): readonly Change[] | null;
  move?(rows: readonly number[], direction: 'up' | 'down' | 'in' | 'out'): readonly Change[];
  /** Where dragged rows may go near a place; null = not there. */
  placeFor?(rows: readonly number[], wanted: RowPlace): RowPlace | null;
  place?(rows: readonly number[], place: RowPlace): readonly Change[];
  /** What has to be known before these changes are made; null = nothing. */
  asks?(changes: readonly Change[], act: string): Reorganisation | null;
}

/** Somebody moves, leaves, begins or is deleted, and with them their past and their goals. */
export interface Reorganisation {
  readonly kind: 'move' | 'leave' | 'begin' | 'delete';
  readonly units: readonly string[];
  /** move: the new parent; null = the top. */
  readonly into: string | null;
  /** leave: the last day; begin: the first. null = it is none of theirs, or they differ. */
  readonly day: Day | null;
  /** leave, begin: the first of their days. */
  readonly first?: Day;
  /** `from`: the first month in the new place, null = they have always been there. */
  changes(from: Month | null, day: Day | null): readonly Change[];
  /** delete: teams that others were in before. */
  readonly past?: TeamsOfThePast | null;
  /** delete: history or actuals go along. */
  readonly erases?: boolean;
  /** delete: the same people have left instead, and what they did stays where it was. */
  readonly left?: Reorganisation | null;
}

/** Teams that `changes` close, so that the months stay theirs in which others were in them. */
export interface TeamsOfThePast {
  readonly teams: readonly string[];
  readonly last: Month;
  /** What their months go to instead, null = the top; and the changes that delete them altogether. */
  readonly above: string | null;
  readonly deleted: readonly Change[];
}

/** Something that a person may say of a cell, in one step. */
export interface SheetAct {
  readonly label: string;
  readonly keys?: string;
  readonly changes: readonly Change[];
  /** What it is called where it is undone; of Actuals they are checks. */
  readonly code?: 'lock';
  /** It is asked about first. */
  readonly opens?: GoalsDialog;
}

export type Refusal =
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'override'; readonly unit: string; readonly measure: string };

/** One file in definitions/ per sheet: which questions it asks, and how the answers become cells. */
export interface SheetDefinition {
  readonly id: string;
  queries(context: SheetContext): readonly Query[];
  /** What is asked when the sheet stands: answers that take longer and follow. */
  later?(context: SheetContext): readonly Query[];
  /** `answers` in the order of `queries`. `late`: those of `later`; without them they are still being worked out. */
  build(context: SheetContext, answers: readonly Answer[], late?: readonly Answer[] | null): BuiltSheet;
}
