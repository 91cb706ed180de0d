import { t } from '../../i18n/i18n.svelte.ts';
import type { GoalPlace } from '../../model/ids.ts';
import type { Month } from '../../model/time.ts';
import type { Ask, BuiltSheet, Refusal } from '../definition.ts';
import {
  blankCell,
  type Cell,
  type CellEdit,
  type CellReason,
  type EditOutcome,
  type EditReason,
} from '../sheet.ts';
import { sentence } from '../unit-sheet.ts';
import { cubeRows, foldKey, rowLook, type CubeRow } from './cube-rows.ts';
import { goalActs, seasonAct } from './goal-acts.ts';
import { goalEdits, isPlain, type PlacedEdit } from './goal-edits.ts';
import type { GoalField } from './goal-field.ts';
import { lockOn, type GoalsPlan } from './goals-plan.ts';
import { lockRefusal } from './lock-words.ts';
import { SEASON } from './season-row.ts';
import { spreadNote } from './spread-words.ts';

/** The sheet of units with what each of them is split into below it, and goals that are typed at every height. */
export function cubeSheet(
  plan: GoalsPlan,
  units: BuiltSheet,
  fields: readonly GoalField[],
  months: readonly Month[],
): BuiltSheet {
  const rows = cubeRows(plan, units, months);
  const at = (row: number): CubeRow => rows[row] ?? { inner: row, unit: null, part: null };
  const placeOf = (row: number, column: number): GoalPlace | null => {
    const { unit, part } = at(row);
    return unit ? (fields[column]?.placeOf?.(unit, part) ?? null) : null;
  };
  const cell = (row: number, column: number): Cell => {
    const { inner, unit, part } = at(row);
    if (!unit || !part) return units.model.cell(inner, column);
    if (column === 0) return { text: part.name, value: part.name, input: false };
    return fields[column]?.partCell?.(unit, part) ?? blankCell;
  };
  const refuse = (row: number, column: number): Refusal => {
    const { inner, part } = at(row);
    const place = placeOf(row, column);
    const lock = place && lockOn(plan, place);
    if (lock) return sentence(lockRefusal(lock, plan.context));
    if (!part) return units.refuse(inner, column);
    return sentence(part.segment === null && column > 0 ? t().goals.unsplitHint : t().sheets.fixed);
  };
  const refusal = (row: number, column: number): string => {
    const said = refuse(row, column);
    return said.kind === 'sentence' ? said.text : t().sheets.fixed;
  };
  return {
    ...units,
    model: { ...units.model, rowCount: rows.length, row: (row) => rowLook(plan, units, at(row)), cell },
    edit(edits, reason, ask) {
      const placed: PlacedEdit[] = [];
      const others: CellEdit[] = [];
      const refused: EditOutcome['rejected'][number][] = [];
      for (const edit of edits) {
        const place = placeOf(edit.row, edit.column);
        const takes = cell(edit.row, edit.column).input;
        if (at(edit.row).part && !takes) refused.push({ ...edit, message: refusal(edit.row, edit.column) });
        else if (!place || !takes) others.push(edit);
        // A block is often pasted with holes: those cells stay as they are.
        else if (reason !== 'paste' || edit.text.trim() !== '') placed.push({ edit, place });
      }
      const plain = isPlain(plan, placed);
      const inUnits = plain ? [...others, ...placed.map(({ edit }) => edit)] : others;
      const outcome = withRefused(editUnits(units, at, inUnits, reason, ask), refused);
      return plain ? outcome : bothOf(goalEdits(plan, placed, reason, ask), outcome);
    },
    refuse,
    reason(row, column) {
      const { inner, part, unit } = at(row);
      const [shown, place] = [cell(row, column), placeOf(row, column)];
      const lock = place && lockOn(plan, place);
      const locked = lock && { note: lockRefusal(lock, plan.context) };
      if (!part || !unit) return { ...units.reason(inner, column), ...locked };
      const title = column === 0 ? '' : ` · ${fields[column]?.column.title ?? ''}`;
      return {
        ...{ name: `${unit.name} · ${part.name}${title}`, formula: null, why: null },
        input: shown.input ? (shown.draft ?? shown.text) : '',
        note: place ? (spreadNote(plan, place) ?? t().goals.totalNote) : '',
        ...locked,
      } satisfies CellReason;
    },
    unitAt: (row) => at(row).unit?.key ?? null,
    goalOf: placeOf,
    placeOf: (row, column) => {
      const { unit, part } = at(row);
      return placeOf(row, column) ?? (unit && !part ? (fields[column]?.about?.(unit) ?? null) : null);
    },
    foldKey: (row) => foldKey(at(row)),
    acts: (row, column) =>
      units.model.row(at(row).inner).key === SEASON ? [seasonAct()] : goalActs(plan, placeOf(row, column)),
  };
}

/** Edits of other cells than goals, in the rows of the sheet of units. */
function editUnits(
  units: BuiltSheet,
  at: (row: number) => CubeRow,
  edits: readonly CellEdit[],
  reason: EditReason,
  ask: Ask,
): EditOutcome | Promise<EditOutcome> {
  const rows = new Map(edits.map(({ row }) => [at(row).inner, row]));
  const inner = edits.map((edit) => ({ ...edit, row: at(edit.row).inner }));
  const outward = (outcome: EditOutcome): EditOutcome => ({
    ...outcome,
    rejected: outcome.rejected.map((each) => ({ ...each, row: rows.get(each.row) ?? each.row })),
  });
  const outcome = units.edit(inner, reason, ask);
  return 'then' in outcome ? outcome.then(outward) : outward(outcome);
}

function withRefused(
  outcome: EditOutcome | Promise<EditOutcome>,
  refused: EditOutcome['rejected'],
): EditOutcome | Promise<EditOutcome> {
  if (refused.length === 0) return outcome;
  if ('then' in outcome) return outcome.then((late) => withRefused(late, refused));
  return { ...outcome, rejected: [...outcome.rejected, ...refused] };
}

async function bothOf(
  goals: Promise<EditOutcome>,
  others: EditOutcome | Promise<EditOutcome>,
): Promise<EditOutcome> {
  const [a, b] = [await goals, await others];
  return {
    ...b,
    ...a,
    changes: [...b.changes, ...a.changes],
    rejected: [...b.rejected, ...a.rejected],
    summary: [a.summary, b.summary].filter(Boolean).join(t().sheets.goals.comma),
  };
}
