import { t } from '../i18n/i18n.svelte.ts';
import type { Unit } from '../model/records/unit.ts';
import { applyWritten, type Act } from './apply-written.ts';
import type { BuiltSheet, Refusal, SheetContext } from './definition.ts';
import { NO_NUMBER } from './figures.ts';
import { goneBeforeYear } from './gone.ts';
import { nameWidth } from './name-width.ts';
import { unitRows } from './rows.ts';
import {
  blankCell,
  type Cell,
  type CellEdit,
  type CellReason,
  type Column,
  type EditOutcome,
  type SheetRow,
} from './sheet.ts';
import type { Written } from './written.ts';
import { addMembers, adderCell, type Added } from './unit-adder.ts';

/** A column of a sheet whose rows are the org tree: what it shows of a unit, and what may be done there. */
export interface Field {
  readonly column: Column;
  cell(unit: Unit): Cell;
  /** What a text typed into an input cell comes to. */
  write?(unit: Unit, text: string): Written;
  /** May be given for a new member, in the row that adds them. */
  readonly adds?: boolean;
  /** Why a computed cell can't be typed over, or what is changed instead. */
  refuse?(unit: Unit): Refusal;
  /** Right end of the formula bar. */
  note?(unit: Unit): string;
  /** Which number of the chain this is, for the formula and the why panel. */
  readonly why?: string;
}

/** A row above the tree. */
export interface HeadRow {
  readonly row: SheetRow;
  readonly name: string;
  cell(column: number): Cell;
  write(column: number, text: string): Written;
  note(column: number): string;
}

export interface UnitSheet {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly Field[];
  readonly head?: readonly HeadRow[];
  /** What the row that adds members invites to; without it there is none. */
  readonly adder?: string;
}

export const sentence = (text: string): Refusal => ({ kind: 'sentence', text });

/** A sheet whose rows are the org tree below a few rows of its own. Cells are made when they are looked at. */
export function unitSheet(context: SheetContext, sheet: UnitSheet): BuiltSheet {
  const { fields, head = [] } = sheet;
  const rows = unitRows(context, { adder: false, gone: goneBeforeYear(context) });
  const end = head.length + rows.count;
  // An empty plan has no row of its own to begin with: the page says where to start.
  const adds = sheet.adder !== undefined && rows.count > 0;
  const isAdding = (row: number): boolean => adds && row >= end;
  const unit = (row: number): Unit | null => (row < head.length ? null : rows.unit(row - head.length));
  const cell = (row: number, column: number): Cell => {
    const [own, field] = [unit(row), fields[column]];
    if (isAdding(row)) return adderCell(field, column, sheet.adder ?? '');
    return own && field ? field.cell(own) : (head[row]?.cell(column) ?? blankCell);
  };
  const refuse = (row: number, column: number): Refusal => {
    const own = unit(row);
    return (own && fields[column]?.refuse?.(own)) ?? sentence(t().sheets.fixed);
  };
  const write = ({ row, column, text }: CellEdit): Written => {
    if (!cell(row, column).input) return { kind: 'refused', message: refusalText(refuse(row, column)) };
    const own = unit(row);
    const written = own ? fields[column]?.write?.(own, text) : head[row]?.write(column, text);
    return written ?? { kind: 'refused', message: t().sheets.fixed };
  };
  const name = (row: number): string => unit(row)?.name ?? head[row]?.name ?? '';
  return {
    model: {
      id: sheet.id,
      label: sheet.label,
      period: context.month,
      columns: fields.map(({ column }) => column),
      rowCount: end + Number(adds),
      row: (index) => head[index]?.row ?? rows.row(index - head.length),
      cell,
    },
    edit(edits, reason, ask) {
      const added = addMembers(
        context,
        fields,
        edits.filter(({ row }) => isAdding(row)),
      );
      const others = edits.filter(({ row }) => !isAdding(row));
      const acts = [...others.map((edit): Act => ({ edit, written: write(edit) })), ...added.acts];
      const outcome = applyWritten(context, acts, reason, ask, added.creations);
      return 'then' in outcome ? outcome.then((late) => withAdded(late, added)) : withAdded(outcome, added);
    },
    refuse,
    reason: (row, column) => {
      const [own, field, shown] = [unit(row), fields[column], cell(row, column)];
      // Where there is no number, the reason is worth more than what the column is.
      const missing = shown.text === NO_NUMBER ? shown.hint : undefined;
      const note = missing ?? (own ? field?.note?.(own) : head[row]?.note(column));
      return {
        ...{ name: nameOf(name(row), field?.column), formula: null },
        input: shown.input ? (shown.draft ?? shown.text) : '',
        note: note ?? (shown.input ? t().reasons.input : ''),
        why: own && field?.why ? { unit: own.key, month: context.month, measure: field.why } : null,
      } satisfies CellReason;
    },
    unitAt: (row) => unit(row)?.key ?? null,
  };
}

function withAdded(outcome: EditOutcome, { creations, count }: Added): EditOutcome {
  if (count === 0) return outcome;
  const words = t().sheets;
  const summary = [words.paste.added(count), outcome.summary].filter(Boolean).join(words.goals.comma);
  return { ...outcome, changes: [...creations, ...outcome.changes], summary };
}

const refusalText = (refusal: Refusal): string =>
  refusal.kind === 'sentence' ? refusal.text : t().sheets.derived;

/** 林晓 · 储备金额: the name column needs no title. */
const nameOf = (row: string, column: Column | undefined): string =>
  column && column.frozen !== true ? `${row} · ${column.title}` : row;

export const nameField = ({ units }: SheetContext, least = 166): Field => ({
  column: {
    key: 'name',
    type: 'text',
    title: t().sheets.member,
    width: nameWidth(units, least),
    frozen: true,
  },
  cell: ({ name }) => ({ text: name, value: name, input: false }),
  refuse: () => sentence(t().sheets.nameInTeam),
});
