import { t } from '../i18n/i18n.svelte.ts';
import type { Expression } from '../model/formula.ts';
import type { Unit } from '../model/records/unit.ts';
import { Outcome } from './built.ts';
import type { Ask, BuiltSheet, Refusal, SheetContext } from './definition.ts';
import { blankCell, type Cell, type CellEdit, type CellReason, type Column, type SheetRow } from './sheet.ts';
import { treeRows } from './tree.ts';

/** A column together with what it shows of a unit and what typing into it does. */
export interface Field {
  readonly column: Column;
  cell(unit: Unit): Cell;
  edit?(unit: Unit, edit: CellEdit, outcome: Outcome, ask: Ask): void | Promise<void>;
  /** Why a computed cell can't be typed over. */
  refuse?(unit: Unit): Refusal;
  /** What the why panel explains. */
  readonly measure?: string;
  formula?(unit: Unit): Expression | null;
}

export interface TreeSheet {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly Field[];
  /** The last row: its words, and what text typed there adds. */
  readonly adder?: { readonly text: string; add(text: string, outcome: Outcome): void };
}

const ADDER: SheetRow = { key: '+', level: 0, expanded: null, total: false, adder: true };

/** A sheet whose rows are the org tree. */
export function treeSheet(
  context: SheetContext,
  sheet: TreeSheet,
): Pick<BuiltSheet, 'model' | 'edit' | 'refuse' | 'reason' | 'unitAt'> {
  const { fields, adder } = sheet;
  const rows = treeRows(context);
  const unitOf = (row: number): Unit | undefined => rows[row]?.unit;
  const cell = (row: number, column: number): Cell => {
    const [unit, field] = [unitOf(row), fields[column]];
    if (unit && field) return field.cell(unit);
    return adder && column === 0 ? { text: adder.text, value: null, input: true, draft: '' } : blankCell;
  };
  async function edit(edits: readonly CellEdit[], reason: Parameters<BuiltSheet['edit']>[1], ask: Ask) {
    const outcome = new Outcome(context);
    for (const one of edits) {
      const [unit, field] = [unitOf(one.row), fields[one.column]];
      if (!unit) {
        if (one.column === 0) adder?.add(one.text, outcome);
      } else if (field?.edit && field.cell(unit).input) await field.edit(unit, one, outcome, ask);
      else if (reason !== 'clear' && reason !== 'cut') outcome.refuse(one, refusalText(one.row, one.column));
    }
    return outcome.done(reason);
  }
  const refuse = (row: number, column: number): Refusal => {
    const unit = unitOf(row);
    const own = unit && fields[column]?.refuse?.(unit);
    return own ?? { kind: 'sentence', text: unit?.kind === 'rep' ? t().sheets.fixed : t().sheets.sum };
  };
  const refusalText = (row: number, column: number): string => {
    const refusal = refuse(row, column);
    return refusal.kind === 'sentence' ? refusal.text : t().sheets.derived;
  };
  return {
    model: {
      id: sheet.id,
      label: sheet.label,
      columns: fields.map((field) => field.column),
      rowCount: rows.length + (adder ? 1 : 0),
      row: (index) => rows[index]?.row ?? ADDER,
      cell,
    },
    edit,
    refuse,
    reason: (row, column) => reasonOf(context, unitOf(row), fields[column], cell(row, column)),
    unitAt: (row) => unitOf(row)?.key ?? null,
  };
}

function reasonOf(
  context: SheetContext,
  unit: Unit | undefined,
  field: Field | undefined,
  cell: Cell,
): CellReason {
  if (!unit || !field) return { name: '', formula: null, input: '', note: '', why: null };
  const { title, group } = field.column;
  const name = [unit.name, ...(group && field.column.type !== 'text' ? [group] : []), title].join(' · ');
  const measure = field.measure;
  return {
    name,
    formula: field.formula?.(unit) ?? null,
    input: cell.input ? (cell.draft ?? cell.text) : '',
    note: cell.hint ?? (cell.input ? t().reasons.input : t().reasons.computed),
    why: measure === undefined ? null : { unit: unit.key, month: context.month, measure },
  };
}

/** The frozen column of names. */
export const nameField = (width = 168): Field => ({
  column: { key: 'name', type: 'text', title: t().sheets.member, width, frozen: true },
  cell: (unit) => ({ text: unit.name, value: unit.name, input: false, draft: unit.name }),
});
