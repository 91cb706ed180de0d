import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay, formatNumber } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import type { GoalsAnswer } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import { addMonths, monthNumber, type Month, type MonthSpan } from '../../model/time.ts';
import { columnTypes } from '../columns/index.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import { averageFigure, currencyMark, daysFigure } from '../figures.ts';
import { moneyInput, noNumber } from '../figure-cells.ts';
import { indexIn } from '../rows.ts';
import { blankCell, type Cell } from '../sheet.ts';
import { nameField, unitSheet, type Field, type HeadRow } from '../unit-sheet.ts';
import { readMoney, type Written } from '../written.ts';

/** The planning year that a month lies in. */
export function yearOf(month: Month, firstMonth: number): MonthSpan {
  const into = (monthNumber(month) - (firstMonth - 1) + 1200) % 12;
  return { from: addMonths(month, -into), to: addMonths(month, 11 - into) };
}

interface Plan {
  readonly context: SheetContext;
  readonly answer: GoalsAnswer;
  /** Where each month stands in the answer. */
  readonly places: ReadonlyMap<Month, number>;
}

/** A rep's goals are read from records, so that a typed one shows at once; totals come from the planner. */
function amountOf({ context, answer, places }: Plan, unit: Unit, month: Month): number {
  if (unit.kind !== 'rep') {
    const column = answer.amount[places.get(month) ?? -1];
    return column?.[indexIn(answer.units, unit.key)] ?? NaN;
  }
  const amount = context.get(recordId.goal(unit.key, month))?.['amount'];
  return typeof amount === 'number' ? amount : NaN;
}

/** NaN only where nothing is entered: blank is not zero. */
function sumOver(plan: Plan, unit: Unit, months: readonly Month[]): number {
  let total = NaN;
  for (const month of months) {
    const amount = amountOf(plan, unit, month);
    if (!Number.isNaN(amount)) total = (Number.isNaN(total) ? 0 : total) + amount;
  }
  return total;
}

interface Period {
  readonly months: readonly Month[];
  readonly title: string;
  readonly subtitle?: string;
  readonly group: string;
}

function periodField(plan: Plan, { months, title, subtitle, group }: Period): Field {
  const { context } = plan;
  const single = months.length === 1;
  const span = { from: months[0] ?? '', to: months.at(-1) ?? '' };
  const own = (unit: Unit): boolean => single && unit.kind === 'rep';
  const amount = (value: number | null, unit: Unit): Written =>
    own(unit)
      ? { kind: 'value', id: recordId.goal(unit.key, span.from), field: 'amount', value }
      : { kind: 'total', unit: unit.key, span, amount: value };
  return {
    column: {
      ...{ key: single ? span.from : `${span.from} ${span.to}`, type: 'money', title, group },
      ...(subtitle !== undefined && { subtitle }),
      ...{ width: single ? 76 : 92, rule: !single },
    },
    cell: (unit) =>
      moneyInput(sumOver(plan, unit, months), context, single ? {} : { marks: ['strong'] as const }),
    adds: single,
    write: (unit, text) => readMoney(text, context, (minor) => amount(minor, unit)),
    note: (unit) => (own(unit) ? t().sheets.goals.repNote : t().sheets.goals.totalNote),
  };
}

/** The year, then each quarter before its months: what one row of the sheet goes through. */
function periodsOf({ context, answer }: Plan): Period[] {
  const words = t().sheets.goals;
  const { months } = answer;
  const [first = context.month, last = first] = [months[0], months.at(-1)];
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const year = sameYear ? words.year(first.slice(0, 4)) : words.span(first, last);
  const total = t().sheets.total;
  const mark = currencyMark(context.language, context.settings.currency);
  const monthPeriod = (month: Month, group: string): Period => ({
    months: [month],
    title: formatDay(`${month}-01`, context.language, { month: 'short' }),
    subtitle: words.days(usualDays(answer, months.indexOf(month), context)),
    group,
  });
  const quarters = [0, 3, 6, 9].flatMap((start): Period[] => {
    const inQuarter = months.slice(start, start + 3);
    const group = words.quarter(t().sheets.quarter(start / 3 + 1), mark);
    return [
      { months: inQuarter, title: total, group },
      ...inQuarter.map((month) => monthPeriod(month, group)),
    ];
  });
  return [{ months, title: total, group: year }, ...quarters];
}

/** The working days of whoever works most: leave and late starts are a person's own matter. */
function usualDays(answer: GoalsAnswer, month: number, context: SheetContext): string {
  let most = 0;
  for (const unit of context.units)
    if (unit.kind === 'rep')
      most = Math.max(most, answer.workingDays[month]?.[indexIn(answer.units, unit.key)] ?? 0);
  return daysFigure(most, context.language);
}

/** The weights that goals without present values are split over months by. */
function seasonRow({ context, answer, places }: Plan, periods: readonly Period[]): HeadRow {
  const words = t().sheets.goals;
  const monthAt = (column: number): Month | null => {
    const months = periods[column - 1]?.months ?? [];
    return months.length === 1 ? (months[0] ?? null) : null;
  };
  const idOf = (month: Month): string => recordId.season((monthNumber(month) % 12) + 1);
  const shareOf = (months: readonly Month[]): string => {
    const share = months.reduce((sum, month) => sum + (answer.seasonShare[places.get(month) ?? -1] ?? 0), 0);
    return `${formatNumber(share * 100, context.language, 1)}%`;
  };
  /** Once a month is weighted, a blank one counts as the mean of those: it is shown, or the shares look wrong. */
  const unweighted = (share: string): Cell => {
    const blank = { text: '', value: null, input: true, draft: '' };
    if (answer.blankWeight === null) return { ...blank, hint: `${words.seasonShare} ${share}` };
    const text = averageFigure(answer.blankWeight, context.language);
    return { ...blank, text, marks: ['muted'], hint: words.seasonBlank(text, share) };
  };
  const cell = (column: number): Cell => {
    if (column === 0) return { text: words.season, value: words.season, input: false };
    const months = periods[column - 1]?.months;
    if (!months) return blankCell;
    const month = monthAt(column);
    if (month === null) return { ...noNumber(words.seasonShare), text: shareOf(months) };
    const weight = context.get(idOf(month))?.['weight'];
    if (typeof weight !== 'number') return unweighted(shareOf(months));
    const text = formatNumber(weight, context.language, decimals(weight));
    const hint = `${words.seasonShare} ${shareOf(months)}`;
    return { text, value: weight, input: true, draft: String(weight), hint };
  };
  return {
    row: { key: 'season', level: 0, expanded: null, total: false },
    name: words.season,
    cell,
    write: (column, text) => writeWeight(idOf(monthAt(column) ?? ''), text, context),
    note: (column) => (monthAt(column) === null ? words.seasonShare : words.seasonNote),
  };
}

const decimals = (weight: number): number => Math.min(2, String(weight).split('.')[1]?.length ?? 0);

function writeWeight(id: string, text: string, context: SheetContext): Written {
  const read = columnTypes.count.parse(text.replace(/[%％]\s*$/, ''), context);
  if (!read.ok) return { kind: 'refused', message: read.message };
  return { kind: 'value', id, field: 'weight', value: read.value };
}

/** 目标: what every unit is to win in each month of the planning year; typing a total shares it out. */
export const goals: SheetDefinition = {
  id: 'goals',
  queries: ({ month, settings }) => [{ kind: 'goals', span: yearOf(month, settings.firstMonth) }],
  build(context, [answer]) {
    if (answer?.kind !== 'goals') throw new Error('the Goals sheet is built from goals');
    const plan: Plan = {
      ...{ context, answer },
      places: new Map(answer.months.map((month, at) => [month, at])),
    };
    const periods = periodsOf(plan);
    return unitSheet(context, {
      id: 'goals',
      label: t().sheets.name.goals,
      fields: [nameField(context), ...periods.map((period) => periodField(plan, period))],
      head: [seasonRow(plan, periods)],
      adder: t().sheets.team.adder,
    });
  },
};
