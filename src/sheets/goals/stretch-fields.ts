import { t } from '../../i18n/i18n.svelte.ts';
import { formatMonth, formatShare } from '../../i18n/numbers.ts';
import type { StretchWord } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import { columnWidth, textWidth } from '../column-width.ts';
import { noNumber, numberCell } from '../figure-cells.ts';
import { chanceFigure } from '../figures.ts';
import { indexIn } from '../rows.ts';
import type { Cell, CellMark, Column } from '../sheet.ts';
import { sentence, type Field } from '../unit-sheet.ts';
import { figure, monthName, ofStretch, roughly, waiting, type Checks } from './checks.ts';

const MARKS: { readonly [W in StretchWord]: readonly CellMark[] } = {
  withinReach: ['within'],
  stretch: ['stretch'],
  beyond: ['decide'],
  tooLittle: ['thin'],
  noGoal: [],
  over: [],
};
/** The bar or the sign before the word. */
const MARK_WIDTH = 18;
/** A team's word is bold. */
const BOLD_LETTER = 7.4;

/** What the record supports of the goals of a month, and a word for them. */
export function stretchFields(checks: Checks): Field[] {
  const { context, stretch, month, isSupposed } = checks;
  const words = t().agree.reach;
  const group = words.group(month);
  const field = (column: Omit<Column, 'group'>, cell: (unit: Unit) => Cell): Field => ({
    column: { ...column, group },
    cell: (unit) => (stretch ? cell(unit) : waiting(t().agree.updating)),
    refuse: () => sentence(words.computed),
    note: () => words.computed,
  });
  const money = (minor: number, hint: string): Cell => numberCell('money', roughly(minor), context, { hint });
  const largest = stretch
    ? figure(Math.max(0, ...[...stretch.median, ...stretch.best].filter(Number.isFinite)), context)
    : '';
  const until = stretch?.months.at(-1);
  const bestUntil = until === undefined ? '' : words.until(monthName(until));
  const wordOf = (unit: Unit): StretchWord => stretch?.word[indexIn(stretch.units, unit.key)] ?? 'noGoal';
  const isOver = (unit: Unit): boolean => wordOf(unit) === 'over';
  const over = (): Cell => noNumber(words.sentences.over);
  return [
    field(
      {
        ...{ key: 'supported', type: 'money', title: words.supported, subtitle: words.median, rule: true },
        width: columnWidth(words.supported, words.median, largest),
      },
      (unit) => (isOver(unit) ? over() : money(ofStretch(checks, 'median', unit), medianHint(checks, unit))),
    ),
    field(
      {
        ...{ key: 'best', type: 'money', title: words.best, subtitle: bestUntil },
        width: columnWidth(words.best, bestUntil, largest),
      },
      (unit) =>
        numberCell('money', ofStretch(checks, 'best', unit), context, {
          hint: bestHint(checks, unit),
          marks: ['muted'],
        }),
    ),
    field(
      {
        ...{ key: 'reached', type: 'chance', title: words.chance, subtitle: words.attain },
        width: columnWidth(words.chance, words.attain),
      },
      (unit) => {
        const chance = ofStretch(checks, 'chance', unit);
        if (isOver(unit)) return over();
        if (Number.isNaN(chance))
          return noNumber(words.sentences[wordOf(unit) === 'noGoal' ? 'noGoal' : 'tooLittle']);
        const text = chanceFigure(chance, context.language);
        const hint = words.chanceHint(figure(ofStretch(checks, 'goal', unit), context), text);
        return { text, value: Math.round(chance * 100) / 100, input: false, hint };
      },
    ),
    field(
      {
        ...{ key: 'verdict', type: 'text', title: words.word },
        subtitle: isSupposed ? words.ofSupposed : words.ofGoal,
        width: wordWidth(),
      },
      (unit) => wordCell(checks, wordOf(unit), unit),
    ),
  ];
}

const wordWidth = (): number =>
  Math.ceil(
    MARK_WIDTH +
      18 +
      Math.max(...Object.values(t().agree.reach.words).map((word) => textWidth(word, BOLD_LETTER))),
  );

function medianHint(checks: Checks, unit: Unit): string {
  const amount = (name: 'median' | 'eighty'): string =>
    figure(roughly(ofStretch(checks, name, unit)), checks.context);
  return Number.isNaN(ofStretch(checks, 'median', unit))
    ? t().agree.reach.sentences.tooLittle
    : t().agree.reach.medianHint(amount('median'), amount('eighty'));
}

function bestHint({ stretch, context }: Checks, unit: Unit): string {
  const words = t().agree.reach;
  const at = indexIn(stretch?.units ?? [], unit.key);
  const month = stretch?.months[stretch.bestMonth[at] ?? -1];
  if (!stretch || month === undefined) return words.noBest;
  return words.bestHint(figure(stretch.best[at] ?? NaN, context), formatMonth(month, context.language));
}

function wordCell(checks: Checks, word: StretchWord, unit: Unit): Cell {
  const words = t().agree.reach;
  const growth = ofStretch(checks, 'growth', unit);
  const hint = [
    sentenceOf(checks, word, unit),
    ...(Number.isNaN(growth) ? [] : [growthText(checks, growth)]),
  ].join(words.then);
  if (word === 'noGoal' || word === 'over') return noNumber(hint);
  return { text: words.words[word], value: words.words[word], input: false, marks: MARKS[word], hint };
}

function sentenceOf(checks: Checks, word: StretchWord, unit: Unit): string {
  const { sentences } = t().agree.reach;
  return word === 'beyond'
    ? sentences.beyond(figure(ofStretch(checks, 'best', unit), checks.context))
    : sentences[word];
}

function growthText({ context }: Checks, growth: number): string {
  const sign = growth < 0 ? '−' : '+';
  return t().agree.reach.growth(`${sign}${formatShare(Math.abs(growth), context.language)}`);
}
