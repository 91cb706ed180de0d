import { t } from '../../i18n/i18n.svelte.ts';
import { BASIS, type Basis, type RatiosAnswer, type StepColumns } from '../../model/planning.ts';
import { REVENUE } from '../../model/records/measure.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import { noNumber, ratioCell, ratioText } from '../figure-cells.ts';
import { overrideHints } from '../override-hint.ts';
import { indexIn } from '../rows.ts';
import { blankCell, type Cell, type CellMark, type Column } from '../sheet.ts';
import { nameField, sentence, unitSheet, type Field } from '../unit-sheet.ts';
import { planWords, type PlanWords } from '../words.ts';

interface Step {
  readonly context: SheetContext;
  readonly step: StepColumns;
  readonly words: PlanWords;
  readonly overrideHint: ReturnType<typeof overrideHints>;
  readonly of: (column: ArrayLike<number>, unit: Unit) => number;
  readonly column: (
    key: string,
    title: string,
    more: Pick<Column, 'type' | 'width'> & Partial<Column>,
  ) => Column;
}

const basisOf = ({ step, of }: Step, unit: Unit): Basis => BASIS[of(step.basis, unit)] ?? 'assumed';

const rawField = ({ context, step, of, column }: Step): Field => ({
  column: column('raw', t().sheets.raw, { type: ratioType(step), width: 72, rule: true }),
  why: step.from,
  cell: (unit) => ratioCell(of(step.raw, unit), step.step, context, { marks: ['muted'] }),
  refuse: () => sentence(t().sheets.ratiosSheet.raw),
});

/** What the record comes to with the team's behind it; an override leaves it as it is. */
const shrunkField = ({ context, step, of, column }: Step): Field => ({
  column: column('shrunk', t().sheets.shrunk, { type: ratioType(step), width: 72 }),
  why: step.from,
  cell: (unit) => {
    const { shrunkHint, shrunkOfMany } = t().sheets.ratiosSheet;
    const hint = unit.kind === 'rep' ? shrunkHint : shrunkOfMany;
    return ratioCell(of(step.shrunk, unit), step.step, context, { hint });
  },
  refuse: () => sentence(t().sheets.ratiosSheet.raw),
});

const ratioType = ({ step }: StepColumns): 'money' | 'ratio' => (step === 'value' ? 'money' : 'ratio');

function usedField(about: Step): Field {
  const { context, step, of, column } = about;
  return {
    column: column('used', t().sheets.used, { type: ratioType(step), width: 76 }),
    why: step.from,
    cell(unit) {
      const marks: CellMark[] = ['strong'];
      const byHand = basisOf(about, unit) === 'override';
      if (byHand) marks.push('override');
      const foreign = !byHand && unit.kind === 'rep' && !(of(step.ownShare, unit) > 0);
      if (foreign) marks.push('team');
      const hint = byHand
        ? about.overrideHint(unit, step.measure, step.step)
        : foreign && t().sheets.backcast.teamRatio;
      return ratioCell(of(step.used, unit), step.step, context, { marks, ...(hint && { hint }) });
    },
    refuse: ({ key }) => ({ kind: 'override', unit: key, measure: step.measure }),
    note: () => t().sheets.ratiosSheet.usedNote,
  };
}

/** Only reps have a mark: a total's evidence is its own by definition. */
const ownField = ({ step, of, column }: Step): Field => ({
  column: column('own', t().sheets.own, { type: 'evidence', width: 48 }),
  cell(unit) {
    const own = of(step.ownShare, unit);
    if (unit.kind !== 'rep') return blankCell;
    if (Number.isNaN(own)) return noNumber(t().reasons.assumed);
    const hint = t().reasons.own(`${String(Math.round(own * 100))}%`);
    return { text: '', value: own, input: false, share: own, hint };
  },
  refuse: () => sentence(t().sheets.backcast.evidence),
});

/** The interval of next month's ratio, or in words why there is none worth showing. */
function bandField(about: Step): Field {
  const { context, step, of, column } = about;
  const words = t().sheets.ratiosSheet;
  const said = (text: string, hint?: string): Cell => ({
    ...{ text, value: text, input: false, marks: ['muted'] as const },
    ...(hint !== undefined && { hint }),
  });
  return {
    column: column('band', t().sheets.band, {
      ...{ type: 'text', alignRight: true, width: step.step === 'value' ? 108 : 92 },
    }),
    cell(unit) {
      const [low, high] = [of(step.low, unit), of(step.high, unit)];
      // Three significant digits, as the panel writes it and the plan divides by.
      const bare = (ratio: number): string =>
        ratioText(Number(ratio.toPrecision(3)), step.step, context).replace('%', '');
      const range = Number.isFinite(low + high) ? words.bandText(bare(low), bare(high)) : null;
      const basis = basisOf(about, unit);
      const hint = range === null ? undefined : words.bandHint(range);
      if (basis !== 'own') return said(words[basis], hint);
      return range === null ? noNumber() : said(range, hint);
    },
    refuse: () => sentence(words.raw),
  };
}

function stepFields(about: Step): Field[] {
  return [rawField(about), shrunkField(about), usedField(about), ownField(about), bandField(about)];
}

function stepsOf(context: SheetContext, answer: RatiosAnswer): Step[] {
  const chain = answer.steps.map(({ from }) => from);
  const words = planWords(context.ofKind('measure'), [answer.steps[0]?.measure ?? REVENUE, ...chain]);
  const overrideHint = overrideHints(context, words);
  return answer.steps.map((step): Step => {
    const name = words.ratio(step.measure, step.from);
    const group = t().sheets.ratiosSheet.group(name, words.measure(step.measure), words.measure(step.from));
    return {
      ...{ context, step, words, overrideHint },
      of: (column, unit) => column[indexIn(answer.units, unit.key)] ?? NaN,
      column: (key, title, more) => ({ key: `${step.measure} ${key}`, title, group, ...more }),
    };
  });
}

/** The ratios behind the Backcast sheet, step by step from the result back to the work. */
export const ratios: SheetDefinition = {
  id: 'ratios',
  queries: ({ month }) => [{ kind: 'ratios', month }],
  build(context, [answer]) {
    if (answer?.kind !== 'ratios') throw new Error('the Ratios sheet is built from ratios');
    const fields = [nameField(context), ...stepsOf(context, answer).flatMap(stepFields)];
    return unitSheet(context, { id: 'ratios', label: t().sheets.name.ratios, fields });
  },
};
