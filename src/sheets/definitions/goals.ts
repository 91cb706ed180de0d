import { t } from '../../i18n/i18n.svelte.ts';
import type { Answer, Query } from '../../model/planning.ts';
import { quarterOf, yearOf } from '../../model/time.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import { checkFields, checkLater } from '../goals/check-fields.ts';
import { cubeSheet } from '../goals/cube-sheet.ts';
import type { GoalField } from '../goals/goal-field.ts';
import { goalsPlan, monthInFocus, type GoalsPlan } from '../goals/goals-plan.ts';
import { periodField } from '../goals/period-fields.ts';
import { periodsOf, type Period } from '../goals/periods.ts';
import { seasonRow } from '../goals/season-row.ts';
import { trialChanges } from '../goals/trial-changes.ts';
import { weekFields } from '../goals/week-fields.ts';
import { nameField, unitSheet } from '../unit-sheet.ts';

/** 目标: what every unit is to win by period, unit and segment; typing a total shares it out. */
export const goals: SheetDefinition = {
  id: 'goals',
  queries: (context) => [
    { kind: 'goals', span: yearOf(context.month, context.settings.firstMonth) },
    ...(context.goals?.view === 'weeks' ? weekQueries(context) : []),
  ],
  later: (context) => checkLater(inFocus(context)),
  build(context, [answer, ...weeks], late) {
    if (answer?.kind !== 'goals') throw new Error('the Goals sheet is built from goals');
    const plan = goalsPlan(context, answer);
    const periods = periodsOf(plan);
    const columns = [
      { field: nameField(context), period: null },
      ...periods.flatMap((period) => columnsOf(plan, period, weeks)),
      ...checkFields(inFocus(context), late).map((field) => ({ field, period: null })),
    ];
    const fields = columns.map(({ field }) => field);
    const units = unitSheet(context, {
      id: 'goals',
      label: t().sheets.name.goals,
      fields,
      head: [
        seasonRow(
          plan,
          columns.map(({ period }) => period),
        ),
      ],
      adder: t().sheets.adder,
    });
    const months = periods.flatMap((period) => (period.months.length === 1 ? period.months : []));
    return cubeSheet(plan, units, fields, months);
  },
};

/** The weeks as they are, and as they would be while a change is looked at. */
function weekQueries(context: SheetContext): Query[] {
  const span = quarterOf(context.month, context.settings.firstMonth);
  const present = { kind: 'goalWeeks', span } as const;
  return context.goals?.trial ? [present, { ...present, changes: trialChanges(context, span) }] : [present];
}

/** What is held against the record is the month that is typed, while it is looked at. */
const inFocus = (context: SheetContext): SheetContext => ({
  ...context,
  month: monthInFocus(context.goals, context.month),
});

interface PlannedColumn {
  readonly field: GoalField;
  /** What its numbers are of; null = it holds no goals. */
  readonly period: Period | null;
}

/** A period, and a month with its weeks behind it where they are asked for. */
function columnsOf(plan: GoalsPlan, period: Period, weeks: readonly Answer[]): PlannedColumn[] {
  const { months } = period;
  const [month = ''] = months;
  const own = { field: periodField(plan, period), period };
  const [present, supposed] = weeks.filter((answer) => answer.kind === 'goalWeeks');
  if (months.length > 1 || plan.desk.view !== 'weeks' || !present) return [own];
  return [own, ...weekFields(plan, present, supposed, month).map((field) => ({ field, period: null }))];
}
