import { t } from '../../i18n/i18n.svelte.ts';
import { recordId } from '../../model/ids.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { SheetContext } from '../definition.ts';
import { moneyInput, numberCell } from '../figure-cells.ts';
import { WHY } from '../reason.ts';
import { blankCell } from '../sheet.ts';
import { sentence, type Field } from '../unit-sheet.ts';
import { readMoney } from '../written.ts';
import { numericColumn, type BackcastPlan } from './plan.ts';

const storedAmount = (context: SheetContext, id: string): number => {
  const amount = context.get(id)?.['amount'];
  return typeof amount === 'number' ? amount : NaN;
};

/** How much of the weakest step is a rep's own record; totals have no mark. */
export const evidenceField = ({ answer, of }: BackcastPlan): Field => ({
  column: { key: 'evidence', type: 'evidence', title: t().sheets.evidence, width: 44, frozen: true },
  cell(unit) {
    if (unit.kind !== 'rep') return blankCell;
    const own = of(answer.ownShare, unit);
    if (Number.isNaN(own)) return { text: '', value: 0, input: false, share: 0, hint: t().reasons.assumed };
    const hint = t().reasons.own(`${String(Math.round(own * 100))}%`);
    return { text: '', value: own, input: false, share: own, hint };
  },
  refuse: () => sentence(t().sheets.backcast.evidence),
});

/**
 * Reps' goals are read from records, so that a typed one shows at once; where they are split over segments, the planner
 * adds them up. Typing a total shares it out.
 */
export const goalField = (plan: BackcastPlan): Field => {
  const { context, answer, of } = plan;
  const { month } = context;
  const idOf = (unit: Unit): string => recordId.goal(unit.key, month);
  const span = { from: month, to: month };
  const isSplit = context.ofKind('segment').length > 0;
  const isOwn = (unit: Unit): boolean => unit.kind === 'rep' && !isSplit;
  return {
    column: {
      ...{ key: 'goal', group: t().sheets.result, rule: true },
      ...numericColumn(plan, 'money', t().chain.goal, plan.mark, answer.goal),
    },
    why: WHY.goal,
    cell: (unit) =>
      moneyInput(isOwn(unit) ? storedAmount(context, idOf(unit)) : of(answer.goal, unit), context),
    adds: true,
    write: (unit, text) =>
      readMoney(text, context, (value) =>
        isOwn(unit)
          ? { kind: 'value', id: idOf(unit), field: 'amount', value }
          : { kind: 'total', unit: unit.key, span, amount: value },
      ),
    note: ({ kind }) => (kind === 'rep' ? t().sheets.backcast.goalNote : t().sheets.backcast.totalNote),
  };
};

export const wonField = (plan: BackcastPlan): Field => {
  const { context, answer, of } = plan;
  const running = context.asOf.startsWith(context.month);
  const subtitle = running ? t().sheets.backcast.wonTo(plan.mark, context.asOf.slice(5)) : plan.mark;
  return {
    column: {
      ...{ key: 'won', group: t().sheets.result },
      ...numericColumn(plan, 'money', t().chain.won, subtitle, answer.won),
    },
    why: WHY.won,
    cell: (unit) => numberCell('money', of(answer.won, unit), context),
    refuse: () => sentence(t().sheets.backcast.wonInHistory),
  };
};

/** What comes in beside the chain: only where the plan keeps it. */
export const otherField = (plan: BackcastPlan): Field => {
  const { context, answer, of } = plan;
  const words = t().sheets.backcast;
  return {
    column: {
      ...{ key: 'other', group: t().sheets.result },
      ...numericColumn(plan, 'money', t().chain.other, words.otherMonth(plan.mark), answer.other?.total),
    },
    why: WHY.other,
    cell(unit) {
      const [total, come] = [of(answer.other?.total, unit), of(answer.other?.come, unit)];
      const written = (value: number): string => numberCell('money', value, context).text;
      const hint = Number.isFinite(total) && words.otherHint(written(come), written(total - come));
      return numberCell('money', total, context, hint ? { hint } : {});
    },
    refuse: () => sentence(words.otherInHistory),
    note: () => words.otherInHistory,
  };
};

export const toGoField = (plan: BackcastPlan): Field => {
  const { context, answer, of } = plan;
  return {
    column: {
      ...{ key: 'toGo', group: t().sheets.result },
      ...numericColumn(plan, 'money', t().chain.toGo, plan.mark, answer.toGo),
    },
    why: WHY.toGo,
    cell: (unit) => {
      const toGo = of(answer.toGo, unit);
      const hint = Number.isFinite(toGo) ? {} : { hint: t().sheets.backcast.noGoal };
      return numberCell('money', toGo, context, hint);
    },
    refuse: () => sentence(t().sheets.backcast[answer.other ? 'toGoOther' : 'toGo']),
    note: () => t().reasons.computed,
  };
};

/** What is already there of the stock: only where the history's pipeline is one. */
export const inHandField = (plan: BackcastPlan): Field => {
  const { context, answer, of } = plan;
  const idOf = (unit: Unit): string => recordId.inHand(unit.key, context.month);
  return {
    column: {
      ...{ key: 'inHand', group: t().sheets.result },
      ...numericColumn(plan, 'money', t().chain.inHand, plan.mark, answer.inHand),
    },
    cell: (unit) =>
      unit.kind === 'rep'
        ? moneyInput(storedAmount(context, idOf(unit)), context)
        : numberCell('money', of(answer.inHand, unit), context),
    adds: true,
    write: (unit, text) =>
      readMoney(text, context, (value) => ({ kind: 'value', id: idOf(unit), field: 'amount', value })),
    refuse: () => sentence(t().sheets.backcast.inHandTotal),
    note: ({ kind }) => (kind === 'rep' ? t().sheets.backcast.inHandNote : t().reasons.computed),
  };
};
