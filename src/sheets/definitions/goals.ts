import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import type { GoalsAnswer } from '../../model/planning.ts';
import { addMonths, monthNumber, monthOf, type Month, type MonthSpan } from '../../model/time.ts';
import { emptyInput, moneyCell } from '../cells.ts';
import { parseMoney } from '../columns/parse.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import type { Cell } from '../sheet.ts';
import { spreadGoal } from '../spread-goal.ts';
import { nameField, treeSheet, type Field } from '../tree-sheet.ts';

/** The planning year that a month lies in. */
export function yearOf(month: Month, firstMonth: number): MonthSpan {
  const number = monthNumber(month);
  const from = number - (((number % 12) - (firstMonth - 1) + 12) % 12);
  return { from: monthOf(from), to: monthOf(from + 11) };
}

const own = (context: SheetContext, unit: string, month: Month): number => {
  const amount = context.get(recordId.goal(unit, month))?.['amount'];
  return typeof amount === 'number' ? amount : NaN;
};

/** A sum that is NaN only where nothing is entered: blank is not zero. */
const sum = (values: readonly number[]): number => {
  const known = values.filter(Number.isFinite);
  return known.length > 0 ? known.reduce((total, value) => total + value, 0) : NaN;
};

function goalField(
  context: SheetContext,
  answer: GoalsAnswer,
  months: readonly Month[],
  title: string,
): Field {
  const rows = new Map(answer.units.map((unit, index) => [unit, index]));
  const span = { from: months[0] ?? '', to: months.at(-1) ?? '' };
  const single = months.length === 1;
  const amount = (unit: string, kind: string, month: Month): number =>
    kind === 'rep'
      ? own(context, unit, month)
      : (answer.amount[answer.months.indexOf(month)]?.[rows.get(unit) ?? -1] ?? NaN);
  return {
    column: { key: `${span.from} ${span.to}`, type: 'money', title, width: single ? 84 : 96, rule: !single },
    cell(unit): Cell {
      const minor = sum(months.map((month) => amount(unit.key, unit.kind, month)));
      const marks = single ? [] : (['strong'] as const);
      if (!Number.isFinite(minor)) return emptyInput('', marks);
      return moneyCell(minor, context.language, { input: true, draft: String(minor / 100), marks });
    },
    async edit(unit, edit, outcome, ask) {
      const read = parseMoney(edit.text);
      if (!read.ok) outcome.refuse(edit, read.failure);
      else if (read.value !== null && read.value < 0) outcome.refuse(edit, t().sheets.negative);
      else if (single && unit.kind === 'rep')
        outcome.set(recordId.goal(unit.key, span.from), 'amount', read.value);
      else await spreadGoal(edit, unit.key, span, read.value, outcome, ask);
    },
  };
}

/** 目标: units by the months of the planning year, with totals of quarters and the year. */
export const goals: SheetDefinition = {
  id: 'goals',
  queries: ({ month, settings }) => [{ kind: 'goals', span: yearOf(month, settings.firstMonth) }],
  build(context, [answer]) {
    if (answer?.kind !== 'goals') throw new Error('the Goals sheet is built from goals');
    const first = answer.months[0] ?? context.month;
    const named = (month: Month) => formatDay(`${month}-01`, context.language, { month: 'short' });
    const quarters = [0, 1, 2, 3].flatMap((quarter) => {
      const months = [0, 1, 2].map((month) => addMonths(first, quarter * 3 + month));
      const total = goalField(context, answer, months, t().sheets.quarter(quarter + 1));
      return [total, ...months.map((month) => goalField(context, answer, [month], named(month)))];
    });
    const year = goalField(context, answer, answer.months, t().sheets.year);
    return treeSheet(context, {
      id: 'goals',
      label: t().sheets.name.goals,
      fields: [nameField(), year, ...quarters],
    });
  },
};
