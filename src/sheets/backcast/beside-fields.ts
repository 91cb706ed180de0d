import { t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { Answer, BackcastAnswer, OddsAnswer } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import { shownPerDay } from '../../model/shown.ts';
import { columnWidth } from '../column-width.ts';
import { numberCell } from '../figure-cells.ts';
import { averageFigure, chanceFigure } from '../figures.ts';
import { indexIn } from '../rows.ts';
import type { Cell, CellType } from '../sheet.ts';
import { sentence, type Field } from '../unit-sheet.ts';
import type { BackcastPlan } from './plan.ts';

/** One number of a unit in the plan and in the what-if, as their cells carry it. */
interface Compared {
  readonly key: string;
  readonly group: string;
  readonly type: CellType;
  /** The what-if's own column of the sheet. */
  readonly scenario: Field;
  readonly plan: (unit: Unit) => Cell;
  /** null: no difference to speak of. */
  readonly difference: (unit: Unit) => { readonly value: number; readonly text: string } | null;
}

const BLANK: Cell = { text: '', value: null, input: false };

/** Plan, what-if and difference of one number, side by side. */
function threeOf(compared: Compared): Field[] {
  const words = t().sheets.backcast.beside;
  const { key, group, type, scenario } = compared;
  const computed = { refuse: () => sentence(words.computed), note: () => words.computed };
  // Its second line belongs to the group that it left.
  const column = { ...scenario.column, subtitle: '' };
  const width = Math.max(column.width, columnWidth(words.difference, ''));
  return [
    {
      column: { key: `${key} plan`, type, title: words.plan, group, width, rule: true, alignRight: true },
      cell: compared.plan,
      ...computed,
    },
    { ...scenario, column: { ...column, group, title: words.scenario, width, rule: false } },
    {
      column: { key: `${key} difference`, type, title: words.difference, group, width, alignRight: true },
      cell(unit) {
        const difference = compared.difference(unit);
        return difference ? { ...BLANK, ...difference, marks: ['changed'] } : BLANK;
      },
      ...computed,
    },
  ];
}

const signed = (value: number, written: string): string => (value > 0 ? `+${written}` : written);

function between(before: number, after: number, write: (value: number) => string) {
  const value = after - before;
  const text = write(value);
  const isNothing = !Number.isFinite(value) || text === write(0);
  return isNothing ? null : { value, text: signed(value, text) };
}

export interface Beside {
  readonly plan: BackcastAnswer;
  /** Of the what-if and of the plan; null = they are being worked out. */
  readonly odds: readonly [OddsAnswer, OddsAnswer] | null;
}

/** The columns of the sheet that a what-if is compared by, in place of its own. */
export interface OwnFields {
  readonly goal: Field;
  readonly perDay: Field | undefined;
  readonly chance: Field;
}

export function besideFields(plan: BackcastPlan, own: OwnFields, beside: Beside): Field[] {
  return [
    ...threeOf(goals(plan, own.goal, beside)),
    ...(own.perDay ? threeOf(daysWork(plan, own.perDay, beside)) : []),
    ...threeOf(chances(plan, own.chance, beside)),
  ];
}

const at = (column: Float64Array | undefined, units: readonly string[], unit: Unit): number =>
  column?.[indexIn(units, unit.key)] ?? NaN;

function goals({ answer, context, mark, of }: BackcastPlan, scenario: Field, beside: Beside): Compared {
  const before = (unit: Unit): number => at(beside.plan.goal, beside.plan.units, unit);
  return {
    ...{ key: 'goal', group: `${t().chain.goal} ${mark}`, type: 'money', scenario },
    plan: (unit) => numberCell('money', before(unit), context),
    difference(unit) {
      const found = between(
        before(unit),
        of(answer.goal, unit),
        (value) => numberCell('money', value, context).text,
      );
      return found && { ...found, value: found.value / 100 };
    },
  };
}

function daysWork(plan: BackcastPlan, scenario: Field, beside: Beside): Compared {
  const { answer, words, context, of, money } = plan;
  const work = answer.measures.at(-1) ?? '';
  const type = money(work) ? 'money' : 'count';
  const written = (value: number): string =>
    type === 'money' ? numberCell(type, value, context).text : averageFigure(value, context.language);
  const shown = (unit: Unit, value: number): number =>
    unit.kind === 'rep' ? shownPerDay(value, type) : value;
  const before = (unit: Unit): number => shown(unit, at(beside.plan.perDay.at(-1), beside.plan.units, unit));
  return {
    ...{ key: 'perDay', group: t().chain.perDay(words.measure(work)), type, scenario },
    plan: (unit) => numberCell(type, before(unit), context, { text: written(before(unit)) }),
    difference: (unit) => between(before(unit), shown(unit, of(answer.perDay.at(-1), unit)), written),
  };
}

function chances({ context }: BackcastPlan, scenario: Field, { odds }: Beside): Compared {
  const written = (value: number): string => chanceFigure(value, context.language);
  const points = (value: number): string =>
    t().sheets.backcast.beside.points(formatNumber(Math.round(value * 100), context.language));
  const of = (answer: OddsAnswer | undefined, unit: Unit): number =>
    answer ? at(answer.atPace, answer.units, unit) : NaN;
  return {
    ...{ key: 'chance', group: t().sheets.backcast.chance, type: 'text', scenario },
    plan(unit) {
      if (!odds) return { ...BLANK, text: '…', marks: ['muted'] };
      const chance = of(odds[1], unit);
      return { ...BLANK, text: written(chance), value: Number.isFinite(chance) ? chance : null };
    },
    difference: (unit) => between(of(odds?.[1], unit), of(odds?.[0], unit), points),
  };
}

/** What the sheet is built from while a what-if is open; null = none is. */
export function besideOf(
  answers: readonly Answer[],
  late: readonly Answer[] | null | undefined,
): Beside | null {
  const plan = answers[1];
  if (plan?.kind !== 'backcast') return null;
  const [scenario, own] = late ?? [];
  return { plan, odds: scenario?.kind === 'odds' && own?.kind === 'odds' ? [scenario, own] : null };
}
