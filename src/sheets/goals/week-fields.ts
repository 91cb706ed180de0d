import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay } from '../../i18n/numbers.ts';
import type { GoalWeek, GoalWeeksAnswer } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import { noNumber, numberCell } from '../figure-cells.ts';
import { indexIn } from '../rows.ts';
import type { Cell } from '../sheet.ts';
import { sentence } from '../unit-sheet.ts';
import { waiting } from './checks.ts';
import type { GoalField } from './goal-field.ts';
import type { GoalsPlan } from './goals-plan.ts';
import { monthGroup } from './periods.ts';

/** The weeks of a month behind it: what its goal comes to by working days, to be read only. */
export const weekFields = (
  plan: GoalsPlan,
  present: GoalWeeksAnswer,
  supposed: GoalWeeksAnswer | undefined,
  month: string,
): GoalField[] =>
  present.weeks.flatMap((week, at) =>
    week.month === month ? [weekField(plan, present, supposed, week, at)] : [],
  );

function weekField(
  plan: GoalsPlan,
  present: GoalWeeksAnswer,
  supposed: GoalWeeksAnswer | undefined,
  week: GoalWeek,
  at: number,
): GoalField {
  const { context, only } = plan;
  const day = (iso: string): string =>
    formatDay(iso, context.language, { day: 'numeric' }).replace(/\D/g, '');
  const first = formatDay(week.from, context.language, { month: 'numeric', day: 'numeric' });
  const hint = t().goals.weekNote;
  const cellOf = (unit: Unit, segment: string | null): Cell => {
    const before = weekOf(present, unit, segment, at);
    if (!plan.supposed) return numberCell('money', before, context, { hint });
    // A frame may come before its weeks: nothing of older goals stands in it.
    if (!supposed) return waiting(hint);
    const now = weekOf(supposed, unit, segment, at);
    if (Object.is(now, before)) return numberCell('money', now, context, { hint });
    const was = numberCell('money', before, context).text || t().grid.blank;
    return numberCell('money', now, context, { hint: t().goals.was(was), marks: ['pending'] });
  };
  return {
    column: {
      ...{ key: `week ${week.from}`, type: 'money', width: 72, tight: true },
      title: week.from === week.to ? first : t().goals.week(first, day(week.to)),
      subtitle: t().goals.weekOf,
      group: monthGroup(week.month, context),
    },
    cell: (unit) => cellOf(unit, only),
    partCell: (unit, { segment }) => (segment === null ? noNumber(hint) : cellOf(unit, segment)),
    refuse: () => sentence(hint),
    note: () => hint,
  };
}

const weekOf = (
  { amount, ofSegment, segments, units }: GoalWeeksAnswer,
  unit: Unit,
  segment: string | null,
  at: number,
): number => {
  const columns = segment === null ? amount : ofSegment[segments.indexOf(segment)];
  return columns?.[at]?.[indexIn(units, unit.key)] ?? NaN;
};
