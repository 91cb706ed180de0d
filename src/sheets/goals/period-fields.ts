import { t } from '../../i18n/i18n.svelte.ts';
import { recordId, type GoalPlace } from '../../model/ids.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { MonthSpan } from '../../model/time.ts';
import { cellOf } from '../columns/index.ts';
import { columnWidth, largestOf } from '../column-width.ts';
import { moneyInput, noNumber } from '../figure-cells.ts';
import type { Cell, CellMark } from '../sheet.ts';
import { sentence } from '../unit-sheet.ts';
import { readMoney } from '../written.ts';
import type { GoalField } from './goal-field.ts';
import { lockOn, sumOver, unsplit, type GoalsPlan } from './goals-plan.ts';
import { lockSentence, lockRefusal, spanName } from './lock-words.ts';
import type { Part } from './parts.ts';
import { spanOf, type Period } from './periods.ts';
import { spreadNote } from './spread-words.ts';

/** Room for the old number beside the new one. */
const BOTH = 56;

/** The goals of a period, to be typed over at every height of the tree. */
export function periodField(plan: GoalsPlan, period: Period): GoalField {
  const { months, title, subtitle, group } = period;
  const { context, only } = plan;
  const single = months.length === 1;
  const span = spanOf(period);
  const typed = (plan.supposed ? plan.desk.trial?.edits : null)?.filter(
    ({ span: at }) => at.from === span.from && at.to === span.to,
  );
  const isTypedColumn = typed !== undefined && typed.length > 0;
  const place = (unit: Unit, segment: string | null): GoalPlace => ({ unit: unit.key, span, segment });
  const isTyped = (at: GoalPlace): boolean =>
    typed?.some(({ unit, segment }) => unit === at.unit && segment === at.segment) === true;

  const cellAt = (unit: Unit, segment: string | null): Cell => {
    const at = place(unit, segment);
    const lock = lockOn(plan, at);
    const marks: CellMark[] = single ? [] : ['strong'];
    if (lock) marks.push('lock');
    else if (period.over) marks.push('locked');
    const amount = sumOver(plan, unit, segment, months);
    const hint = lock ? lockSentence(lock, context) : undefined;
    const shown = moneyInput(amount, context, { marks, input: !lock, ...(hint && { hint }) });
    const before = plan.supposed ? sumOver(plan, unit, segment, months, plan.answer) : amount;
    return withOld(shown, before, amount, isTyped(at));
  };
  const withOld = (cell: Cell, before: number, now: number, own: boolean): Cell => {
    const same = Object.is(before, now);
    if (same && !own) return cell;
    const was = cellOf('money', Number.isFinite(before) ? before : null, context).text || t().grid.blank;
    const both = isTypedColumn && !same;
    const marks: CellMark[] = [...(cell.marks ?? []), 'pending'];
    if (both) marks.push('struck');
    if (own) marks.push('asked');
    return { ...cell, marks, hint: t().goals.was(was), ...(both && { was }) };
  };
  const restCell = (unit: Unit, { of }: Part): Cell => {
    const now = unsplit(plan, unit, of, months);
    const before = plan.supposed ? unsplit(plan, unit, of, months, plan.answer) : now;
    return withOld(restOf(now), before, now, false);
  };
  const restOf = (rest: number): Cell => {
    const hint = t().goals.unsplitHint;
    if (!Number.isFinite(rest) || rest === 0) return noNumber(hint);
    return cellOf('money', rest, context, { input: false, marks: ['muted'], hint });
  };
  const own = (unit: Unit): boolean => single && unit.kind === 'rep' && only === null;
  return {
    column: {
      ...{ key: single ? span.from : `${span.from} ${span.to}`, type: 'money', title, group },
      ...(subtitle !== undefined && { subtitle: isTypedColumn ? t().goals.oldAndNew : subtitle }),
      fileTitle: fileTitle(span, plan),
      ...{ width: widthOf(plan, period) + (isTypedColumn ? BOTH : 0), rule: !single },
    },
    cell: (unit) => cellAt(unit, only),
    partCell: (unit, part) => (part.segment === null ? restCell(unit, part) : cellAt(unit, part.segment)),
    placeOf: (unit, part) => {
      if (part === null) return place(unit, only);
      return part.segment === null ? null : place(unit, part.segment);
    },
    adds: single && only === null,
    write: (unit, text) =>
      readMoney(text, context, (value) =>
        own(unit)
          ? { kind: 'value', id: recordId.goal(unit.key, span.from), field: 'amount', value }
          : { kind: 'total', unit: unit.key, span, amount: value },
      ),
    refuse: (unit) => {
      const lock = lockOn(plan, place(unit, only));
      return sentence(lock ? lockRefusal(lock, context) : t().sheets.fixed);
    },
    note: (unit) =>
      spreadNote(plan, place(unit, only)) ?? (own(unit) ? t().goals.repNote : t().goals.totalNote),
  };
}

/** A quarter of a year that does not begin in January is told by its months, too. */
function fileTitle(span: MonthSpan, { context }: GoalsPlan): string {
  if (span.from === span.to) return span.from;
  const name = spanName(span, context);
  return context.settings.firstMonth === 1 ? name : `${name} (${span.from}–${span.to})`;
}

/** Wide enough for the largest number, that of the whole company. */
function widthOf({ answer, places, context }: GoalsPlan, { months, title, subtitle = '' }: Period): number {
  const largest = months.reduce((sum, month) => sum + largestOf(answer.amount[places.get(month) ?? -1]), 0);
  const digits = cellOf('money', largest, context).text;
  return Math.max(months.length === 1 ? 76 : 92, columnWidth(title, subtitle, digits));
}
