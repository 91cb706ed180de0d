import { t } from '../../i18n/i18n.svelte.ts';
import { recordId } from '../../model/ids.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { Day } from '../../model/time.ts';
import { cellOf, columnTypes } from '../columns/index.ts';
import { indexIn } from '../rows.ts';
import { blankCell, type Cell, type CellMark } from '../sheet.ts';
import { isGap, saidOf, stateOf, type ActualsPlan, type Said } from './plan.ts';

const typeOf = ({ measure }: ActualsPlan): 'money' | 'count' => measure.unit;

/** A number of the measure as it is shown. */
export const figure = (plan: ActualsPlan, value: number): string =>
  columnTypes[typeOf(plan)].show(value, plan.context);

/** Which neighbour of the chain a day contradicts, in words; null = none. */
export function contradiction(plan: ActualsPlan, unit: Unit, day: Day, counts: number): string | null {
  const { whole, part, words, context } = plan;
  const all = whole && saidOf(context, unit.key, day, whole).counts;
  if (whole && all !== null && counts > all)
    return t().actuals.sheet.overWhole(words.measure(whole.key), figure(plan, all));
  const some = part && saidOf(context, unit.key, day, part).counts;
  if (part && some !== null && some > counts)
    return t().actuals.sheet.underPart(
      words.measure(part.key),
      figure(plan, some),
      words.measure(plan.measure.key),
    );
  return null;
}

/** Where a number comes from; both where they differ. */
export function sourceWords(plan: ActualsPlan, { person, system, from }: Said): string {
  const words = t().actuals.sheet;
  if (person !== null && system !== null && person !== system)
    return words.differ(figure(plan, system), figure(plan, person), words.counts[from]);
  return words.source[from];
}

/** By the last act, on either side. */
const isPasted = ({ context, measure }: ActualsPlan, unit: string, day: Day): boolean =>
  [recordId.actual(unit, day), recordId.systemActual(unit, day)].some(
    (id) => context.justPasted?.(id, measure.key) ?? false,
  );

function numberOf(plan: ActualsPlan, unit: Unit, at: number, said: Said, counts: number): Cell {
  const day = plan.answer.days[at]?.day ?? '';
  const wrong = contradiction(plan, unit, day, counts);
  const differ = said.person !== null && said.system !== null && said.person !== said.system;
  const state = stateOf(plan, unit, at);
  const marks: CellMark[] = [
    ...(wrong ? (['decide'] as const) : []),
    ...(differ ? (['note'] as const) : []),
    ...(isPasted(plan, unit.key, day) ? (['pasted'] as const) : []),
    ...(state === 'work' ? [] : (['locked'] as const)),
  ];
  const hint = wrong ?? (differ ? sourceWords(plan, said) : undefined);
  return cellOf(typeOf(plan), counts, plan.context, { input: true, marks, ...(hint && { hint }) });
}

function quotaOf(plan: ActualsPlan, unit: Unit, at: number): number {
  const { answer } = plan;
  return answer.quota[at]?.[indexIn(answer.units, unit.key)] ?? NaN;
}

const blankInput: Cell = { ...blankCell, input: true, draft: '' };

function blankOf(plan: ActualsPlan, unit: Unit, at: number): Cell {
  const { context, answer } = plan;
  const day = answer.days[at]?.day ?? '';
  const words = t().actuals.sheet;
  const input = day <= context.asOf;
  const state = stateOf(plan, unit, at);
  if (state === 'notEmployed') return { ...blankCell, marks: ['locked'], hint: words.notEmployed };
  const blank = input ? blankInput : blankCell;
  if (state === 'leave') return { ...blank, text: words.leave, marks: ['muted'], hint: words.leaveHint };
  if (state === 'off') return { ...blank, marks: ['locked'], hint: words.off };
  if (day >= context.asOf) {
    const quota = quotaOf(plan, unit, at);
    if (Number.isNaN(quota)) return blank;
    const text = figure(plan, quota);
    return { ...blank, text, value: input ? null : quota, marks: ['muted'], hint: words.quota(text) };
  }
  if (!isGap(plan, unit, at)) return blank;
  return { ...blank, text: words.gap, marks: ['decide'], hint: words.gapHint };
}

/** One day of a rep. */
export function repCell(plan: ActualsPlan, unit: Unit, at: number): Cell {
  const day = plan.answer.days[at]?.day ?? '';
  const said = saidOf(plan.context, unit.key, day, plan.measure);
  return said.counts === null ? blankOf(plan, unit, at) : numberOf(plan, unit, at, said, said.counts);
}

/** One day of a team: what its reps have done, and for days to come what they are to do. */
export function sumCell(plan: ActualsPlan, unit: Unit, at: number): Cell {
  const { answer, context } = plan;
  const index = indexIn(answer.units, unit.key);
  const done = answer.values[at]?.[index] ?? NaN;
  if (!Number.isNaN(done)) return cellOf(typeOf(plan), done, context, { marks: ['strong'] });
  const quota = answer.quota[at]?.[index] ?? NaN;
  if (
    (answer.days[at]?.day ?? '') < context.asOf ||
    Number.isNaN(quota) ||
    stateOf(plan, unit, at) !== 'work'
  )
    return blankCell;
  const hint = t().actuals.sheet.quota(figure(plan, quota));
  return cellOf(typeOf(plan), quota, context, { marks: ['muted'], hint });
}
