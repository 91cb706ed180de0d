import { t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import type { CatchUpAnswer } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import { largestOf, WIDE_LETTER } from '../column-width.ts';
import { currencyMark, daysFigure } from '../figures.ts';
import { numberCell } from '../figure-cells.ts';
import { indexIn } from '../rows.ts';
import type { Cell } from '../sheet.ts';
import { sentence, type Field } from '../unit-sheet.ts';
import { figure } from './cells.ts';
import type { ActualsPlan } from './plan.ts';

const MINOR = 100;
const DIGIT = 7.1;
const AIR = 11;
/** Below this share of what is due the gap is underlined. */
const ON_PACE = 0.95;

interface PaceColumn {
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  readonly of: (unit: number) => number;
  readonly cell?: (unit: Unit, value: number) => Cell;
  /** What stands beside the digits of the largest: a sign, a decimal, an icon. */
  readonly more?: string;
}

/** Done, due, the gap, what is left and what that makes a day; the month is the one on the desk. */
export function paceFields(plan: ActualsPlan, catchUp: CatchUpAnswer | null): Field[] {
  const { context, pace, measure } = plan;
  const at = pace.measures.indexOf(measure.key);
  if (at < 0) return [];
  const words = t().actuals.pace;
  const [done, due, target] = [pace.done[at], pace.due[at], pace.target[at]];
  const unitWord = measure.unit === 'money' ? currencyMark(context.language, context.settings.currency) : '';
  const gap = (unit: number): number => (done?.[unit] ?? NaN) - (due?.[unit] ?? NaN);
  const left = (unit: number): number => Math.max(0, (target?.[unit] ?? NaN) - (done?.[unit] || 0));
  const columns: PaceColumn[] = [
    {
      ...{
        key: 'done',
        title: words.done,
        subtitle: words.days(daysFigure(most(pace.daysOver), context.language)),
      },
      of: (unit) => done?.[unit] ?? NaN,
    },
    { ...{ key: 'due', title: words.due, subtitle: words.byDays }, of: (unit) => due?.[unit] ?? NaN },
    {
      ...{ key: 'gap', title: words.gap, subtitle: unitWord, of: gap, more: '−' },
      cell: (unit, value) => gapCell(plan, value, due?.[indexIn(pace.units, unit.key)] ?? NaN),
    },
    {
      ...{
        key: 'left',
        title: words.left,
        subtitle: words.leftDays(daysFigure(most(pace.daysLeft), context.language)),
      },
      of: left,
    },
    {
      ...{ key: 'perDay', title: words.perDay, subtitle: catchUpWords(plan) },
      of: (unit) => pace.perDay[at]?.[unit] ?? NaN,
      more: measure.unit === 'money' ? '00' : '.00',
      cell: (unit, value) => perDayCell(plan, value, at === 0 ? overBest(catchUp, unit) : false),
    },
  ];
  return columns.map((column, place) => fieldOf(plan, column, place === 0));
}

const most = (days: Float64Array): number => largestOf(days);

function catchUpWords({ pace, context }: ActualsPlan): string {
  const top = context.scope ?? pace.units[0] ?? '';
  const over = pace.catchUp[indexIn(pace.units, top)] ?? null;
  return over === null ? t().actuals.pace.various : t().actuals.pace.over[over];
}

function fieldOf(plan: ActualsPlan, column: PaceColumn, first: boolean): Field {
  const { context, pace, measure } = plan;
  const { key, title, subtitle, of } = column;
  const values = Float64Array.from(pace.units, (_, unit) => of(unit));
  const largest = largestOf(values) / (measure.unit === 'money' ? MINOR : 1);
  const cell = (unit: Unit): Cell => {
    const value = of(indexIn(pace.units, unit.key));
    return column.cell ? column.cell(unit, value) : numberCell(measure.unit, value, context);
  };
  return {
    column: {
      ...{ key, title, subtitle, type: measure.unit, group: t().actuals.pace.title, rule: first },
      width: paceWidth([title, subtitle], `${formatNumber(largest, context.language)}${column.more ?? ''}`),
      tight: true,
    },
    cell,
    refuse: () => sentence(t().sheets.fixed),
    note: (unit) => (key === 'done' && isBegunWithin(plan, unit) ? doneBefore() : noteOf(key)),
  };
}

const noteOf = (key: string): string => t().actuals.pace.note[key] ?? '';
const doneBefore = (): string => t().actuals.pace.note['doneBefore'] ?? '';

/** Days were begun in a month that had been entered as a whole: what that holds is done, too. */
const isBegunWithin = ({ context, pace }: ActualsPlan, { key }: Unit): boolean =>
  context.get(recordId.monthToDate(key, pace.month)) !== undefined;

function gapCell(plan: ActualsPlan, gap: number, due: number): Cell {
  const { measure, context } = plan;
  const cell = numberCell(measure.unit, Math.round(gap), context);
  if (!Number.isFinite(gap)) return cell;
  const signed = gap > 0.5 ? { ...cell, text: `+${cell.text}` } : cell;
  return gap < -(1 - ON_PACE) * due ? { ...signed, marks: ['low'], hint: t().actuals.pace.behind } : signed;
}

const overBest = (catchUp: CatchUpAnswer | null, unit: Unit): boolean =>
  catchUp?.choices.find(({ over }) => over === 'month')?.overBest.includes(unit.key) ?? false;

function perDayCell(plan: ActualsPlan, perDay: number, isOver: boolean): Cell {
  const { measure, context } = plan;
  const cell = numberCell(measure.unit, perDay, context);
  if (!Number.isFinite(perDay)) return cell;
  const shown =
    measure.unit === 'money' ? cell : { ...cell, text: formatNumber(perDay, context.language, 1) };
  if (!isOver) return { ...shown, marks: ['strong'] };
  return { ...shown, marks: ['decide'], hint: t().actuals.pace.overBest(figure(plan, Math.round(perDay))) };
}

/** Tight as the days beside it; its titles are words. */
function paceWidth(titles: readonly string[], largest: string): number {
  const letters = (text: string): number =>
    Array.from(text).reduce((sum, each) => sum + (each > '\u2e7f' ? WIDE_LETTER : DIGIT - 1), 0);
  return Math.ceil(AIR + Math.max(...titles.map(letters), largest.length * DIGIT));
}
