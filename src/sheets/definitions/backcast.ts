import { t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import type { BackcastAnswer } from '../../model/planning.ts';
import { REVENUE } from '../../model/records/measure.ts';
import { countCell, emptyInput, moneyCell, ratioText } from '../cells.ts';
import { parseMoney } from '../columns/parse.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import { isMoney, measureName } from '../names.ts';
import { WHY } from '../reason.ts';
import type { Cell, CellMark } from '../sheet.ts';
import { nameField, treeSheet, type Field } from '../tree-sheet.ts';
import { spreadGoal } from '../spread-goal.ts';

type Rows = ReadonlyMap<string, number>;
const at = (values: Float64Array | undefined, row: number | undefined): number =>
  row === undefined ? NaN : (values?.[row] ?? NaN);

function goalField(context: SheetContext, answer: BackcastAnswer, rows: Rows): Field {
  const { language, month } = context;
  return {
    column: {
      key: 'goal',
      type: 'money',
      title: t().chain.goal,
      group: t().sheets.result,
      width: 92,
      rule: true,
    },
    measure: WHY.goal,
    cell(unit) {
      const own = context.get(recordId.goal(unit.key, month))?.['amount'];
      const minor = unit.kind === 'rep' ? Number(own ?? NaN) : at(answer.goal, rows.get(unit.key));
      return Number.isFinite(minor)
        ? moneyCell(minor, language, { input: true, draft: String(minor / 100) })
        : emptyInput();
    },
    async edit(unit, edit, outcome, ask) {
      const read = parseMoney(edit.text);
      if (!read.ok) outcome.refuse(edit, read.failure);
      else if (read.value !== null && read.value < 0) outcome.refuse(edit, t().sheets.negative);
      else if (unit.kind === 'rep') outcome.set(recordId.goal(unit.key, month), 'amount', read.value);
      else await spreadGoal(edit, unit.key, { from: month, to: month }, read.value, outcome, ask);
    },
  };
}

function moneyField(
  context: SheetContext,
  rows: Rows,
  key: string,
  title: string,
  values: Float64Array,
): Field {
  return {
    column: { key, type: 'money', title, group: t().sheets.result, width: 88 },
    measure: key,
    cell: (unit) => moneyCell(at(values, rows.get(unit.key)), context.language),
  };
}

function inHandField(context: SheetContext, answer: BackcastAnswer, rows: Rows): Field {
  return {
    ...moneyField(context, rows, 'inHand', t().chain.inHand, answer.inHand),
    cell(unit) {
      const id = recordId.inHand(unit.key, context.month);
      const own = context.get(id)?.['amount'];
      if (unit.kind !== 'rep') return moneyCell(at(answer.inHand, rows.get(unit.key)), context.language);
      return typeof own === 'number' ? moneyCell(own, context.language, { input: true }) : emptyInput();
    },
    edit: (unit, edit, outcome) => {
      outcome.take(edit, parseMoney(edit.text), (value) => {
        outcome.set(recordId.inHand(unit.key, context.month), 'amount', value);
      });
    },
  };
}

interface Derived {
  readonly measure: string;
  readonly values: Float64Array | undefined;
  readonly strong?: boolean;
}

function derivedCell(context: SheetContext, answer: BackcastAnswer, rows: Rows, derived: Derived) {
  const overridden = new Set(answer.overridden);
  const write = isMoney(context, derived.measure) ? moneyCell : countCell;
  return (unit: { key: string; kind: string }): Cell => {
    const row = rows.get(unit.key);
    const problem = answer.problems[unit.key];
    const marks: CellMark[] = derived.strong ? ['strong'] : [];
    if (overridden.has(`${unit.key} ${derived.measure}`)) marks.push('override');
    if (unit.kind === 'rep' && !(at(answer.ownShare, row) > 0)) marks.push('team');
    const hint = problem && t().reasons.problem[problem.reason];
    return write(at(derived.values, row), context.language, { marks, ...(hint && { hint }) });
  };
}

function measureFields(context: SheetContext, answer: BackcastAnswer, rows: Rows): Field[] {
  const group = context.mode === 'goal' ? t().sheets.needed : t().sheets.neededToGo;
  return answer.measures.map((measure, index) => {
    const into = index === 0 ? REVENUE : (answer.measures[index - 1] ?? REVENUE);
    const kind = context.get(recordId.measure(into))?.['step'];
    const step = kind === 'value' || kind === 'rate' || kind === 'yield' ? kind : 'share';
    const ratio = answer.blended[into];
    return {
      column: {
        key: measure,
        type: isMoney(context, measure) ? 'money' : 'count',
        title: measureName(context, measure),
        ...(ratio !== undefined && { subtitle: `÷ ${ratioText(ratio, step, context.language)}` }),
        group,
        width: 92,
        rule: index === 0,
      },
      measure,
      cell: derivedCell(context, answer, rows, { measure, values: answer.requirement[index] }),
      refuse: (unit) => ({ kind: 'override', unit: unit.key, measure: into }),
    };
  });
}

function perDayField(context: SheetContext, answer: BackcastAnswer, rows: Rows): Field | null {
  const measure = answer.measures.at(-1);
  if (measure === undefined) return null;
  const days = context.mode === 'goal' ? answer.workingDays : answer.daysLeft;
  const count = formatNumber(at(days, 0), context.language, Number.isInteger(at(days, 0)) ? 0 : 1);
  return {
    column: {
      key: 'perDay',
      type: 'count',
      title: t().chain.perDay(measureName(context, measure)),
      ...(Number.isFinite(at(days, 0)) && { subtitle: t().sheets.days(count) }),
      group: context.mode === 'goal' ? t().sheets.needed : t().sheets.neededToGo,
      width: 92,
    },
    measure: WHY.perDay,
    cell: derivedCell(context, answer, rows, { measure, values: answer.perDay.at(-1), strong: true }),
    refuse: () => ({ kind: 'sentence', text: t().sheets.derived }),
  };
}

function daysField(context: SheetContext, answer: BackcastAnswer, rows: Rows): Field {
  const values = context.mode === 'goal' ? answer.workingDays : answer.daysLeft;
  const title = context.mode === 'goal' ? t().chain.workingDays : t().chain.daysLeft;
  return {
    column: { key: 'days', type: 'days', title, width: 84, rule: true },
    cell(unit) {
      const days = at(values, rows.get(unit.key));
      const text = Number.isFinite(days)
        ? formatNumber(days, context.language, Number.isInteger(days) ? 0 : 1)
        : '—';
      return { text, value: Number.isFinite(days) ? days : null, input: false };
    },
  };
}

function evidenceField(answer: BackcastAnswer, rows: Rows): Field {
  return {
    column: { key: 'evidence', type: 'evidence', title: t().sheets.evidence, width: 56 },
    cell(unit) {
      if (unit.kind !== 'rep') return { text: '', value: null, input: false };
      const share = at(answer.ownShare, rows.get(unit.key));
      const own = Number.isFinite(share) ? share : 0;
      const hint = Number.isFinite(share)
        ? t().reasons.own(`${String(Math.round(own * 100))}%`)
        : t().reasons.assumed;
      return { text: '', value: own, input: false, share: own, hint };
    },
  };
}

/** 倒推: goal, won and to go, and what they need of each measure. */
export const backcast: SheetDefinition = {
  id: 'backcast',
  queries: ({ month, mode }) => [{ kind: 'backcast', month, mode }],
  build(context, [answer]) {
    if (answer?.kind !== 'backcast') throw new Error('the Backcast sheet is built from a backcast');
    const rows = new Map(answer.units.map((unit, index) => [unit, index]));
    const perDay = perDayField(context, answer, rows);
    const fields: Field[] = [
      nameField(),
      evidenceField(answer, rows),
      goalField(context, answer, rows),
      moneyField(context, rows, 'won', t().chain.won, answer.won),
      moneyField(context, rows, 'toGo', t().chain.toGo, answer.toGo),
      ...(context.settings.pipelineKind === 'stock' ? [inHandField(context, answer, rows)] : []),
      ...measureFields(context, answer, rows),
      ...(perDay ? [perDay] : []),
      daysField(context, answer, rows),
    ];
    return treeSheet(context, { id: 'backcast', label: t().sheets.name.backcast, fields });
  },
};
