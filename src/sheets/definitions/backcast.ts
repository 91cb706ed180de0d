import { t } from '../../i18n/i18n.svelte.ts';
import { recordId } from '../../model/ids.ts';
import type { BackcastAnswer, ChainBreak } from '../../model/planning.ts';
import { PIPELINE, REVENUE, type StepKind } from '../../model/records/measure.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import { daysFigure, ratioFigure } from '../figures.ts';
import { moneyInput, numberCell } from '../figure-cells.ts';
import { overrideHints } from '../override-hint.ts';
import { WHY } from '../reason.ts';
import { indexIn } from '../rows.ts';
import { blankCell, type Cell, type CellMark } from '../sheet.ts';
import { nameField, sentence, unitSheet, type Field } from '../unit-sheet.ts';
import { planWords, type PlanWords } from '../words.ts';
import { readMoney } from '../written.ts';

interface Sheet {
  readonly context: SheetContext;
  readonly answer: BackcastAnswer;
  readonly words: PlanWords;
  readonly overridden: ReadonlySet<string>;
  readonly overrideHint: ReturnType<typeof overrideHints>;
  readonly of: (column: Float64Array | undefined, unit: Unit) => number;
  readonly money: (measure: string) => boolean;
  readonly stepInto: (measure: string) => StepKind;
}

function sheetOf(context: SheetContext, answer: BackcastAnswer): Sheet {
  const words = planWords(context.ofKind('measure'), [REVENUE, ...answer.measures]);
  const measures = new Map(words.measures.map((measure) => [measure.key, measure]));
  return {
    ...{ context, answer, words },
    overridden: new Set(answer.overridden),
    overrideHint: overrideHints(context, words),
    of: (column, unit) => column?.[indexIn(answer.units, unit.key)] ?? NaN,
    money: (measure) => measures.get(measure)?.unit === 'money',
    stepInto: (measure) => measures.get(measure)?.step ?? 'share',
  };
}

const storedAmount = (context: SheetContext, id: string): number => {
  const amount = context.get(id)?.['amount'];
  return typeof amount === 'number' ? amount : NaN;
};

/** Just wide enough for the title, in characters of either script, and the sums of a company. */
function widthOf(title: string, type: 'money' | 'count'): number {
  const wide = Array.from(title).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : 7.5), 20);
  return Math.max(type === 'money' ? 82 : 72, Math.ceil(wide));
}

/** How much of the weakest step is a rep's own record; totals have no mark. */
const evidenceField = ({ answer, of }: Sheet): Field => ({
  column: { key: 'evidence', type: 'evidence', title: t().sheets.evidence, width: 46, frozen: true },
  cell(unit) {
    if (unit.kind !== 'rep') return blankCell;
    const own = of(answer.ownShare, unit);
    if (Number.isNaN(own)) return { text: '', value: 0, input: false, share: 0, hint: t().reasons.assumed };
    const hint = t().reasons.own(`${String(Math.round(own * 100))}%`);
    return { text: '', value: own, input: false, share: own, hint };
  },
  refuse: () => sentence(t().sheets.backcast.evidence),
});

/** Reps' goals are read from records, so that a typed one shows at once; typing a total shares it out. */
const goalField = ({ context, answer, of }: Sheet): Field => {
  const { month } = context;
  const idOf = (unit: Unit): string => recordId.goal(unit.key, month);
  const span = { from: month, to: month };
  return {
    column: {
      ...{ key: 'goal', type: 'money', title: t().chain.goal, subtitle: '¥' },
      ...{ group: t().sheets.result, width: widthOf(t().chain.goal, 'money'), rule: true },
    },
    why: WHY.goal,
    cell: (unit) =>
      moneyInput(unit.kind === 'rep' ? storedAmount(context, idOf(unit)) : of(answer.goal, unit), context),
    write: (unit, text) =>
      readMoney(text, context, (value) =>
        unit.kind === 'rep'
          ? { kind: 'value', id: idOf(unit), field: 'amount', value }
          : { kind: 'total', unit: unit.key, span, amount: value },
      ),
    note: ({ kind }) => (kind === 'rep' ? t().sheets.backcast.goalNote : t().sheets.backcast.totalNote),
  };
};

const wonField = ({ context, answer, of }: Sheet): Field => ({
  column: {
    ...{ key: 'won', type: 'money', title: t().chain.won, group: t().sheets.result },
    width: widthOf(t().chain.won, 'money'),
    subtitle: context.asOf.startsWith(context.month) ? t().sheets.backcast.wonTo(context.asOf.slice(5)) : '¥',
  },
  why: WHY.won,
  cell: (unit) => numberCell('money', of(answer.won, unit), context),
  refuse: () => sentence(t().sheets.backcast.wonInHistory),
});

const toGoField = ({ context, answer, of }: Sheet): Field => ({
  column: {
    ...{ key: 'toGo', type: 'money', title: t().chain.toGo, subtitle: '¥' },
    ...{ group: t().sheets.result, width: widthOf(t().chain.toGo, 'money') },
  },
  why: WHY.toGo,
  cell: (unit) => {
    const toGo = of(answer.toGo, unit);
    const hint = Number.isFinite(toGo) ? {} : { hint: t().sheets.backcast.noGoal };
    return numberCell('money', toGo, context, hint);
  },
  refuse: () => sentence(t().sheets.backcast.toGo),
  note: () => t().reasons.computed,
});

/** What is already there of the stock: only where the history's pipeline is one. */
const inHandField = ({ context, answer, of }: Sheet): Field => {
  const idOf = (unit: Unit): string => recordId.inHand(unit.key, context.month);
  return {
    column: {
      ...{ key: 'inHand', type: 'money', title: t().chain.inHand, subtitle: '¥' },
      ...{ group: t().sheets.result, width: widthOf(t().chain.inHand, 'money') },
    },
    cell: (unit) =>
      unit.kind === 'rep'
        ? moneyInput(storedAmount(context, idOf(unit)), context)
        : numberCell('money', of(answer.inHand, unit), context),
    write: (unit, text) =>
      readMoney(text, context, (value) => ({ kind: 'value', id: idOf(unit), field: 'amount', value })),
    refuse: () => sentence(t().sheets.backcast.inHandTotal),
    note: ({ kind }) => (kind === 'rep' ? t().sheets.backcast.inHandNote : t().reasons.computed),
  };
};

/** Why there is no number, in words. */
function problemHint({ answer, words }: Sheet, unit: Unit, at: number): string {
  const { reasons, sheets } = t();
  const problem = answer.problems[unit.key];
  const cut = firstBreak(answer, at);
  if (cut && (!problem || problem.reason === 'broken'))
    return reasons.break[cut.reason](words.measure(cut.from), words.measure(cut.to));
  if (!problem) return unit.kind === 'rep' ? sheets.backcast.noGoal : sheets.backcast.nobodyBelow;
  const name = problem.measure === undefined ? '' : `${words.ratio(problem.measure)} · `;
  return `${name}${reasons.problem[problem.reason]}`;
}

/** The break that the chain does not get past on its way to a measure. */
function firstBreak({ breaks, measures }: BackcastAnswer, at: number): ChainBreak | undefined {
  return breaks
    .filter(({ from }) => measures.indexOf(from) <= at)
    .sort((a, b) => measures.indexOf(a.from) - measures.indexOf(b.from))[0];
}

/** A number of the chain: hatched where the team's record stands in, notched where a ratio was set by hand. */
function derivedCell(
  sheet: Sheet,
  unit: Unit,
  at: number,
  value: number,
  isMoney: boolean,
  step: string | null,
): Cell {
  const { context, answer, overridden } = sheet;
  const marks: CellMark[] = step === null ? ['strong'] : [];
  const byHand = step !== null && overridden.has(`${unit.key} ${step}`);
  if (byHand) marks.push('override');
  const isNumber = Number.isFinite(value);
  const foreign = unit.kind === 'rep' && isNumber && !(sheet.of(answer.ownShare, unit) > 0);
  if (foreign) marks.push('team');
  const hint = byHand
    ? sheet.overrideHint(unit, step, sheet.stepInto(step))
    : isNumber
      ? foreign && t().sheets.backcast.teamRatio
      : problemHint(sheet, unit, at);
  return numberCell(isMoney ? 'money' : 'count', value, context, { marks, ...(hint && { hint }) });
}

const neededGroup = ({ context }: Sheet): string =>
  context.mode === 'goal' ? t().sheets.needed : t().sheets.neededToGo;

function requirementField(sheet: Sheet, measure: string, at: number): Field {
  const { answer, words, context } = sheet;
  const into = answer.measures[at - 1] ?? REVENUE;
  const ratio = ratioFigure(
    answer.blended[into] ?? NaN,
    sheet.stepInto(into),
    context.language,
    context.settings.currency,
  );
  const isMoney = sheet.money(measure);
  return {
    column: {
      ...{ key: measure, type: isMoney ? 'money' : 'count', title: words.measure(measure) },
      width: widthOf(words.measure(measure), isMoney ? 'money' : 'count'),
      ...{ subtitle: `÷ ${ratio}`, group: neededGroup(sheet), rule: at === 0 },
    },
    why: measure,
    cell: (unit) => derivedCell(sheet, unit, at, sheet.of(answer.requirement[at], unit), isMoney, into),
    refuse: ({ key }) => ({ kind: 'override', unit: key, measure: into }),
    note: () => t().sheets.backcast.measureNote,
  };
}

/** The days that the work is divided by, of the unit that the sheet begins with. */
function headerDays({ answer, context, of }: Sheet): number {
  const column = context.mode === 'goal' ? answer.workingDays : answer.daysLeft;
  const top = context.units.find(({ key }) => key === context.scope) ?? context.units[0];
  return top ? of(column, top) : NaN;
}

function dayFields(sheet: Sheet): Field[] {
  const { answer, words, context, of } = sheet;
  const last = answer.measures.length - 1;
  const work = answer.measures[last];
  const days = context.mode === 'goal' ? answer.workingDays : answer.daysLeft;
  const daysTitle = t().chain.workingDays;
  const daysField: Field = {
    column: {
      ...{ key: 'days', type: 'days', title: daysTitle, width: widthOf(daysTitle, 'count') },
      ...(context.mode === 'toGo' && { subtitle: t().sheets.backcast.left }),
    },
    cell: (unit) => numberCell('days', of(days, unit), context),
    refuse: () => sentence(t().sheets.backcast.days),
  };
  if (work === undefined) return [daysField];
  const isMoney = sheet.money(work);
  const perDayTitle = t().chain.perDay(words.measure(work));
  const perDay: Field = {
    column: {
      ...{ key: 'perDay', type: isMoney ? 'money' : 'count', group: neededGroup(sheet) },
      title: perDayTitle,
      width: widthOf(perDayTitle, isMoney ? 'money' : 'count'),
      subtitle: t().sheets.days(daysFigure(headerDays(sheet), context.language)),
    },
    why: WHY.perDay,
    cell: (unit) => derivedCell(sheet, unit, last, of(answer.perDay[last], unit), isMoney, null),
    refuse: () => sentence(t().sheets.backcast.perDay),
    note: () => t().reasons.computed,
  };
  return [perDay, daysField];
}

/** 倒推: from each goal back to what it takes of every measure, and of the work a day. */
export const backcast: SheetDefinition = {
  id: 'backcast',
  queries: ({ month, mode }) => [{ kind: 'backcast', month, mode }],
  build(context, [answer]) {
    if (answer?.kind !== 'backcast') throw new Error('the Backcast sheet is built from a backcast');
    const sheet = sheetOf(context, answer);
    const isStock = context.settings.pipelineKind === 'stock' && answer.measures.includes(PIPELINE);
    const fields = [
      ...[nameField(150), evidenceField(sheet), goalField(sheet), wonField(sheet), toGoField(sheet)],
      ...(isStock ? [inHandField(sheet)] : []),
      ...answer.measures.map((measure, at) => requirementField(sheet, measure, at)),
      ...dayFields(sheet),
    ];
    return unitSheet(context, { id: 'backcast', label: t().sheets.name.backcast, fields });
  },
};
