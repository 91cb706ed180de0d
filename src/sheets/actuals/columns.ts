import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay } from '../../i18n/numbers.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { Cell, Column } from '../sheet.ts';
import { textWidth } from '../column-width.ts';
import { sentence, type Field } from '../unit-sheet.ts';
import { figure, repCell, sumCell } from './cells.ts';
import type { ActualsPlan } from './plan.ts';

const DIGIT = 7.1;
const MINOR = 100;
const LEAST = 37;
const TIGHT = 6.5;
/** What asks for a number stands before the word. */
const ICON = 24;

/** As wide as its largest number, less air than elsewhere: a month of days is to stand on one screen. */
const dayWidth = (plan: ActualsPlan, at: number): number => {
  const { values, quota, blank } = plan.answer;
  const all = [...(values[at] ?? []), ...(quota[at] ?? [])];
  const largest = all.reduce((most, each) => (each > most ? each : most), 0);
  // Another number of the day may have cents, so that it is the longer one.
  const most = all.some((each) => each % MINOR > 0) ? Math.floor(largest / MINOR) * MINOR + 1 : largest;
  const gap = blank[at]?.includes(1) ? ICON + textWidth(t().actuals.sheet.gap) : 0;
  return Math.ceil(
    Math.max(
      LEAST,
      TIGHT + Math.max(gap, figure(plan, plan.measure.unit === 'money' ? most : largest).length * DIGIT),
    ),
  );
};

function dayColumn(plan: ActualsPlan, at: number, before: number | undefined): Column {
  const { answer, context, measure } = plan;
  const { language, asOf } = context;
  const { day = '', week = 0 } = answer.days[at] ?? {};
  const isFirst = before === undefined || answer.days[before]?.week !== week;
  return {
    key: day,
    type: measure.unit,
    title: String(Number(day.slice(8))),
    subtitle: formatDay(day, language, { weekday: language === 'en' ? 'short' : 'narrow' }),
    fullTitle: formatDay(day, language, { month: 'short', day: 'numeric', weekday: 'short' }),
    group: t().actuals.sheet.week(week),
    width: dayWidth(plan, at),
    tight: true,
    ...(day === asOf && { now: true }),
    ...(isFirst && { rule: true }),
  };
}

/** The days of a month, a column each; who may be typed for is a rep. */
export const dayFields = (plan: ActualsPlan): Field[] =>
  plan.shown.map((at, place) => ({
    column: dayColumn(plan, at, plan.shown[place - 1]),
    cell: (unit: Unit): Cell => (unit.kind === 'rep' ? repCell : sumCell)(plan, unit, at),
    refuse: (unit: Unit) => sentence(refusal(plan, unit, at)),
  }));

/** Why a day can't be typed. */
export function refusal({ answer, context }: ActualsPlan, unit: Unit, at: number): string {
  const words = t().actuals.sheet;
  const { day = '' } = answer.days[at] ?? {};
  if (unit.kind !== 'rep') return t().sheets.sum;
  return day > context.asOf ? words.notYet(day.slice(5)) : words.notEmployed;
}
