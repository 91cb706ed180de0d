import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay } from '../../i18n/numbers.ts';
import type { GoalsAnswer } from '../../model/planning.ts';
import type { Month, MonthSpan } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';
import { currencyMark, daysFigure } from '../figures.ts';
import { indexIn } from '../rows.ts';
import type { GoalsPlan } from './goals-plan.ts';
import { runningMonth } from './trial-changes.ts';

/** What a column of goals is of: a month, or more of them together. */
export interface Period {
  readonly months: readonly Month[];
  readonly title: string;
  readonly subtitle?: string;
  readonly group: string;
  /** A month that has ended. */
  readonly over?: boolean;
}

export const spanOf = ({ months }: Period): MonthSpan => ({ from: months[0] ?? '', to: months.at(-1) ?? '' });

/** The year, then each quarter before its months; or the quarter of the month on the desk alone. */
export function periodsOf(plan: GoalsPlan): Period[] {
  const { context, answer } = plan;
  const { months } = answer;
  const quarters = [0, 3, 6, 9].map((start) => months.slice(start, start + 3));
  if (plan.desk.view === 'year')
    return [wholeYear(plan), ...quarters.flatMap((each) => quarterOf(plan, each))];
  const [total, ...single] = quarterOf(plan, quarters.find((each) => each.includes(context.month)) ?? []);
  if (!plan.desk.compact || plan.desk.view === 'weeks') return total ? [total, ...single] : [];
  const chosen = single.filter((period) => period.months.includes(context.month));
  return total ? [...chosen, total] : chosen;
}

function wholeYear({ context, answer: { months } }: GoalsPlan): Period {
  const [first = context.month, last = first] = [months[0], months.at(-1)];
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const group = sameYear ? t().goals.year(first.slice(0, 4)) : t().goals.span(first, last);
  return { months, title: t().sheets.total, group };
}

function quarterOf(plan: GoalsPlan, months: readonly Month[]): Period[] {
  const { context, answer } = plan;
  const number = Math.floor(answer.months.indexOf(months[0] ?? '') / 3) + 1;
  const mark = currencyMark(context.language, context.settings.currency);
  const isWeeks = plan.desk.view === 'weeks';
  const quarter = t().sheets.quarter(number);
  const group = isWeeks ? quarter : t().goals.quarter(quarter, mark);
  const running = runningMonth(context);
  const ofMonth = (month: Month): Period => ({
    months: [month],
    title: formatDay(`${month}-01`, context.language, { month: 'short' }),
    subtitle:
      month < running
        ? t().goals.over
        : month === running
          ? t().goals.running
          : t().sheets.goals.days(usualDays(answer, answer.months.indexOf(month), context)),
    // A month and its weeks are one group: beside them its own would be too narrow for its name.
    group: isWeeks ? monthGroup(month, context) : group,
    over: month < running,
  });
  return [{ months, title: t().sheets.total, group }, ...months.map(ofMonth)];
}

/** Over a month and its weeks. */
export function monthGroup(month: Month, { language, settings }: SheetContext): string {
  const name = formatDay(`${month}-01`, language, { month: 'short' });
  return t().goals.monthOf(name, currencyMark(language, settings.currency));
}

/** The working days of whoever works most: leave and late starts are a person's own matter. */
function usualDays(answer: GoalsAnswer, month: number, context: SheetContext): string {
  let most = 0;
  for (const unit of context.units)
    if (unit.kind === 'rep')
      most = Math.max(most, answer.workingDays[month]?.[indexIn(answer.units, unit.key)] ?? 0);
  return daysFigure(most, context.language);
}
