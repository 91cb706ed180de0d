import { t } from '../../i18n/i18n.svelte.ts';
import { recordId } from '../../model/ids.ts';
import { MONTH_MADE_OF } from '../../model/planning.ts';
import type { Json } from '../../model/json.ts';
import type { Unit } from '../../model/records/unit.ts';
import { cellOf } from '../columns/index.ts';
import type { SheetContext } from '../definition.ts';
import { indexIn } from '../rows.ts';
import type { Cell } from '../sheet.ts';
import type { HistoryColumn } from './columns.ts';
import type { Presences } from './employment.ts';

export const storedCount = (context: SheetContext, unit: string, { measure, month }: HistoryColumn): Json =>
  context.get(recordId.history(unit, month))?.[measure] ?? null;

/** The sum of a team, from the answer; NaN = nobody below has an entry. */
export const sumOf = (units: readonly string[], unit: string, { values }: HistoryColumn): number =>
  values?.[indexIn(units, unit)] ?? NaN;

/** A month that is the sum of its days is changed in the days. */
export const isOfDays = (units: readonly string[], unit: string, { ofDays }: HistoryColumn): boolean =>
  madeOf(units, unit, ofDays) !== 'row';

const madeOf = (units: readonly string[], unit: string, ofDays: HistoryColumn['ofDays']) =>
  MONTH_MADE_OF[ofDays?.[indexIn(units, unit)] ?? 0] ?? 'row';

export function sumCell(
  context: SheetContext,
  units: readonly string[],
  unit: Unit,
  column: HistoryColumn,
): Cell {
  return cellOf(column.type, sumOf(units, unit.key, column), context, { marks: ['strong'] });
}

/** A rep's month as its days add up; the own row that waits under it is named where it differs. */
export function daysCell(
  context: SheetContext,
  units: readonly string[],
  unit: Unit,
  column: HistoryColumn,
): Cell {
  const row = storedCount(context, unit.key, column);
  const sum = sumOf(units, unit.key, column);
  const words = t().history;
  const before = madeOf(units, unit.key, column.ofDays) === 'rowAndDays' ? words.ofDaysAnd : words.ofDaysNot;
  const hint = row === null || row === sum ? words.ofDays : before(columnText(context, column, row));
  return cellOf(column.type, sum, context, { hint });
}

const columnText = (context: SheetContext, { type }: HistoryColumn, value: Json): string =>
  cellOf(type, value, context).text;

/** What a rep has entered, straight from the records: shown before the planner has answered. */
export function repCell(
  context: SheetContext,
  presences: Presences,
  unit: Unit,
  column: HistoryColumn,
): Cell {
  const stored = storedCount(context, unit.key, column);
  const presence = presences.of(unit, column.month);
  const away = presence === 'before' || presence === 'after';
  if (stored !== null)
    return cellOf(column.type, stored, context, { input: true, ...(away && awayLook(unit, presence)) });
  const blank = { text: '', value: null, input: true, draft: '' };
  const words = t().history;
  if (away) return { ...blank, text: words.notEmployed, ...awayLook(unit, presence) };
  if (presence === 'active' && column.kept(unit.key))
    return { ...blank, text: words.gap, marks: ['gap'], hint: words.gapHint };
  return blank;
}

const awayLook = ({ start, end }: Unit, presence: 'before' | 'after'): Pick<Cell, 'marks' | 'hint'> => ({
  marks: ['muted'],
  hint: presence === 'before' ? t().history.from(start ?? '') : t().history.until(end ?? ''),
});
