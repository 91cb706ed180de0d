import { t } from '../../i18n/i18n.svelte.ts';
import { recordId } from '../../model/ids.ts';
import type { Unit } from '../../model/records/unit.ts';
import { columnWidth, largestOf } from '../column-width.ts';
import { columnTypes } from '../columns/index.ts';
import { moneyInput, noNumber } from '../figure-cells.ts';
import { blankCell, type Cell } from '../sheet.ts';
import { sentence, type Field } from '../unit-sheet.ts';
import { readMoney } from '../written.ts';
import { isPlannable, ownPlanned, plannedCell, plannedText } from './planned.ts';
import { figure, ofAgreement, percent, waiting, type Checks } from './checks.ts';

/** What was asked of a unit from above in a month, and how much of it is assigned and committed to. */
export function taskFields(checks: Checks): Field[] {
  const words = t().agree.task;
  return [
    taskField(checks),
    shareField(checks, 'assigned', words.assigned),
    shareField(checks, 'said', words.said),
    plannedField(checks),
  ];
}

function taskField(checks: Checks): Field {
  const { context, agreement, month } = checks;
  const words = t().agree.task;
  const idOf = (unit: Unit): string => recordId.task(unit.key, context.month);
  const own = (unit: Unit): number => {
    const amount = context.get(idOf(unit))?.['amount'];
    return typeof amount === 'number' ? amount : NaN;
  };
  return {
    column: {
      ...{ key: 'task', type: 'money', title: words.task, subtitle: words.asked },
      ...{ group: words.group(month), rule: true },
      width: columnWidth(words.task, words.asked, figure(largestOf(agreement?.of[0]?.assigned), context)),
    },
    cell: (unit) => {
      if (unit.kind === 'rep') return blankCell;
      const typed = moneyInput(own(unit), context);
      const sum = ofAgreement(checks, 'task', unit);
      if (!Number.isNaN(own(unit)) || Number.isNaN(sum)) return typed;
      return { ...moneyInput(sum, context, { marks: ['muted'], hint: words.sumNote }), draft: '' };
    },
    write: (unit, text) =>
      readMoney(text, context, (value) => ({ kind: 'value', id: idOf(unit), field: 'amount', value })),
    refuse: () => sentence(t().sheets.fixed),
    note: (unit) => (unit.kind === 'rep' ? '' : words.note),
  };
}

/** How much more than the task is to be assigned: said of a unit it holds for all below it, at the top for the plan. */
function plannedField(checks: Checks): Field {
  const { context, agreement, month } = checks;
  const words = t().agree.task;
  return {
    column: {
      ...{ key: 'planned', type: 'ratio', title: words.plannedShort, subtitle: words.ofTask },
      ...{ group: words.group(month), width: columnWidth(words.plannedShort, words.ofTask, '102.5%') },
    },
    cell: (unit) => {
      if (unit.kind === 'rep') return blankCell;
      if (!agreement) return waiting(t().agree.updating);
      const [own, share] = [ownPlanned(context, unit), ofAgreement(checks, 'planned', unit)];
      const text = plannedText(share, context.language);
      const value = Number.isNaN(share) ? null : share;
      const typed = { text, value, input: true, draft: own === null ? '' : text };
      return own === null && text ? { ...typed, marks: ['muted'], hint: words.plannedAbove } : typed;
    },
    write: (unit, text) => {
      const read = columnTypes.ratio.parse(text, context);
      if (!read.ok) return { kind: 'refused', message: read.message };
      const value = typeof read.value === 'number' ? read.value : null;
      if (value !== null && !isPlannable(value)) return { kind: 'refused', message: words.plannedBad };
      return { kind: 'value', ...plannedCell(unit), value };
    },
    refuse: () => sentence(t().sheets.fixed),
    note: (unit) => (unit.kind === 'rep' ? '' : words.plannedNote),
  };
}

/** A sum as a share of the task: 102.6%. */
function shareField(checks: Checks, of: 'assigned' | 'said', title: string): Field {
  const { agreement, month } = checks;
  const words = t().agree.task;
  return {
    column: {
      ...{ key: `${of}OfTask`, type: 'ratio', title, subtitle: words.ofTask, group: words.group(month) },
      // Room for the sign where it is too little.
      width: columnWidth(title, words.ofTask, '102.6%') + 14,
    },
    cell: (unit) => {
      if (unit.kind === 'rep') return blankCell;
      return agreement ? shareCell(checks, of, unit) : waiting(t().agree.updating);
    },
    refuse: () => sentence(words.computed),
    note: () => words.computed,
  };
}

function shareCell(checks: Checks, of: 'assigned' | 'said', unit: Unit): Cell {
  const { context } = checks;
  const words = t().agree.task;
  const [task, amount] = [ofAgreement(checks, 'task', unit), ofAgreement(checks, of, unit)];
  if (!(task > 0)) return noNumber(words.none);
  if (Number.isNaN(amount)) return noNumber(t().agree.consensus.states.unanswered);
  const said = words.hint(figure(amount, context), figure(task, context));
  const isShort = of === 'assigned' && amount < task;
  const lacking =
    of === 'assigned' ? lackOf(checks, task, amount, ofAgreement(checks, 'planned', unit)) : null;
  return {
    ...{ text: percent(amount / task, context.language), value: amount / task, input: false },
    hint: [said, ...(lacking === null ? [] : [lacking])].join(t().agree.reach.then),
    ...(isShort && { marks: ['decide'] as const }),
  };
}

/** By how much what is assigned is below the task, or below what the plan wants beside it. */
function lackOf({ context }: Checks, task: number, amount: number, share: number): string | null {
  const words = t().agree.task;
  if (amount < task) return words.short(figure(task - amount, context));
  if (Number.isNaN(share)) return null;
  const planned = plannedText(share, context.language);
  return amount < task * share
    ? words.under(figure(task * share - amount, context), planned)
    : words.plannedAt(planned);
}
