import { t } from '../../i18n/i18n.svelte.ts';
import { formatMonth } from '../../i18n/numbers.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { SheetContext } from '../definition.ts';
import { unitsUnder } from '../newcomers.ts';
import type { Cell, CellReason } from '../sheet.ts';
import type { PlanWords } from '../words.ts';
import { isOfDays, sumOf } from './cells.ts';
import type { HistoryColumn } from './columns.ts';
import { runningMonth } from './span.ts';

function noteOf(context: SheetContext, { month }: HistoryColumn, cell: Cell): string {
  const words = t().history;
  if (cell.hint) return cell.hint;
  if (cell.value === 0) return words.typedZero;
  if (cell.value !== null) return words.typed;
  return month === runningMonth(context) ? words.running : '';
}

/** What the formula bar says of a cell of the history; sums name how many members are added up. */
export function historyReason(
  context: SheetContext,
  words: PlanWords,
  units: readonly string[],
  unit: Unit,
  column: HistoryColumn,
  cell: Cell,
): CellReason {
  const { measure, month, type } = column;
  const name = [unit.name, words.measure(measure), formatMonth(month, context.language)].join(' · ');
  if (unit.kind === 'rep' && isOfDays(units, unit.key, column))
    return { name, formula: null, input: '', note: cell.hint ?? '', why: null };
  if (unit.kind === 'rep')
    return { name, formula: null, input: cell.draft ?? '', note: noteOf(context, column, cell), why: null };
  const count = unitsUnder(context.units, unit.key).filter(({ kind }) => kind === 'rep').length;
  const value = sumOf(units, unit.key, column);
  const formula = Number.isNaN(value) ? null : ({ op: 'children', count, value, as: type } as const);
  return { name, formula, input: '', note: t().history.sum, why: null };
}
