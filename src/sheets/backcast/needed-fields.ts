import { t } from '../../i18n/i18n.svelte.ts';
import type { LoadAnswer } from '../../model/planning.ts';
import { REVENUE } from '../../model/records/measure.ts';
import type { Unit } from '../../model/records/unit.ts';
import { shownAmount, shownPerDay } from '../../model/shown.ts';
import { confidenceHeader } from '../confidence.ts';
import { numberCell } from '../figure-cells.ts';
import { averageFigure, daysFigure, ratioFigure, requirementFigure } from '../figures.ts';
import { WHY } from '../reason.ts';
import type { Cell, CellMark } from '../sheet.ts';
import { sentence, type Field } from '../unit-sheet.ts';
import { loadMarked } from './load-mark.ts';
import { noNumberHint } from './no-number.ts';
import { numericColumn, type BackcastPlan } from './plan.ts';

/** What a measure of the chain is needed of, and the ratio that leads to it; null = none does. */
interface Needed {
  /** Its place in the answer's measures. */
  readonly at: number;
  readonly type: 'money' | 'count';
  readonly step: string | null;
  readonly shown: (value: number, as: 'count' | 'money') => number;
  readonly figure: typeof averageFigure;
}

/** A number of the chain: hatched where the team's record stands in, notched where a ratio was set by hand. */
function derivedCell(plan: BackcastPlan, unit: Unit, needed: Needed, carried: number): Cell {
  const { at, type, step, shown, figure } = needed;
  // A total is already the sum of what is shown below it.
  const value = unit.kind === 'rep' ? shown(carried, type) : carried;
  const { context, answer, overridden } = plan;
  const marks: CellMark[] = step === null ? ['strong'] : [];
  const byHand = step !== null && overridden.has(`${unit.key} ${step}`);
  if (byHand) marks.push('override');
  const isNumber = Number.isFinite(value);
  const foreign = unit.kind === 'rep' && isNumber && !(plan.of(answer.ownShare, unit) > 0);
  if (foreign) marks.push('team');
  const hint = byHand
    ? plan.overrideHint(unit, step, plan.stepInto(step))
    : isNumber
      ? foreign && t().sheets.backcast.teamRatio
      : noNumberHint(plan, unit, at);
  const text = type === 'count' && isNumber && { text: figure(value, context.language) };
  return numberCell(type, value, context, { marks, ...text, ...(hint && { hint }) });
}

const neededGroup = ({ context, quotaChance }: BackcastPlan): string =>
  [
    context.mode === 'goal' ? t().sheets.needed : t().sheets.neededToGo,
    confidenceHeader(context.settings, quotaChance),
  ].join(' · ');

/** What the goal takes of one measure, over the month or what is left of it. */
export function requirementField(plan: BackcastPlan, measure: string, at: number): Field {
  const { answer, words, context } = plan;
  const step = answer.measures[at - 1] ?? REVENUE;
  const { language, settings } = context;
  const ratio = ratioFigure(answer.blended[step] ?? NaN, plan.stepInto(step), language, settings.currency);
  const type = plan.money(measure) ? 'money' : 'count';
  const values = answer.requirement[at];
  const needed = { at, type, step, shown: shownAmount, figure: requirementFigure } as const;
  return {
    column: {
      ...{ key: measure, group: neededGroup(plan), rule: at === 0 },
      ...numericColumn(plan, type, words.measure(measure), `÷ ${ratio}`, values),
    },
    why: measure,
    cell: (unit) => derivedCell(plan, unit, needed, plan.of(values, unit)),
    refuse: ({ key }) => ({ kind: 'override', unit: key, measure: step }),
    note: () => t().sheets.backcast.measureNote,
  };
}

/** The days that the work is divided by, by unit. */
const daysOf = ({ answer, context }: BackcastPlan): Float64Array =>
  context.mode === 'goal' ? answer.workingDays : answer.daysLeft;

/** The same of the unit that the sheet begins with. */
function headerDays(plan: BackcastPlan): number {
  const { context, of } = plan;
  const top = context.units.find(({ key }) => key === context.scope) ?? context.units[0];
  return top ? of(daysOf(plan), top) : NaN;
}

/** The working days that the work is for. */
export function daysField(plan: BackcastPlan): Field {
  const { context, of } = plan;
  const subtitle = context.mode === 'toGo' ? t().sheets.backcast.left : '';
  return {
    column: { key: 'days', ...numericColumn(plan, 'days', t().sheets.workingDays, subtitle, undefined) },
    cell: (unit) => numberCell('days', of(daysOf(plan), unit), context),
    refuse: () => sentence(t().sheets.backcast.days),
  };
}

/** The work of a day, which all the others lead to, and whether it can be done; none where there is no chain. */
export function perDayFields(plan: BackcastPlan, loads: LoadAnswer | null): Field[] {
  const { answer, words, context, of } = plan;
  const at = answer.measures.length - 1;
  const work = answer.measures[at];
  if (work === undefined) return [];
  const type = plan.money(work) ? 'money' : 'count';
  const values = answer.perDay[at];
  const subtitle = t().sheets.days(daysFigure(headerDays(plan), context.language));
  return [
    {
      column: {
        ...{ key: 'perDay', group: neededGroup(plan) },
        ...numericColumn(plan, type, t().chain.perDay(words.measure(work)), subtitle, values),
      },
      why: WHY.perDay,
      cell: (unit) => {
        const needed = { at, type, step: null, shown: shownPerDay, figure: averageFigure } as const;
        return loadMarked(plan, derivedCell(plan, unit, needed, of(values, unit)), loads, unit);
      },
      refuse: () => sentence(t().sheets.backcast.perDay),
      note: () => t().reasons.computed,
    },
  ];
}
