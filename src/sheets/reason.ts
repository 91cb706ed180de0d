import { t, type Language } from '../i18n/i18n.svelte.ts';
import { evaluate, type Expression, type Quantity } from '../model/formula.ts';
import type { WhyAnswer } from '../model/planning.ts';
import type { Settings } from '../model/records/settings.ts';
import { daysFigure, formulaCount, formulaMoney, ratioMoney, ratioShare } from './figures.ts';
import { planWords, type PlanWords } from './words.ts';

export { measureName, ratioName } from './words.ts';

/** A piece of a formula as it is written; renderers put a space between pieces. */
export interface Token {
  readonly text: string;
  /** A person can change it (drawn blue). */
  readonly input: boolean;
}

/** How the formulas of a plan are worded. */
interface FormulaWords {
  readonly language: Language;
  readonly currency: string;
  readonly measure: (key: string) => string;
  readonly ratio: (key: string) => string;
  /** The measure that is counted by the day. */
  readonly work: string | null;
}

export interface WrittenFormula {
  /** 目标 ÷ 金额转化率 */
  readonly names: readonly Token[];
  /** ¥30,000 ÷ 20.3% */
  readonly values: readonly Token[];
}

type Leaf = Extract<Expression, { op: 'value' | 'children' }>;
type Writer = (leaf: Leaf) => string;
const operator = (text: string): Token => ({ text, input: false });

const term = (leaf: Leaf, write: Writer): Token => ({
  text: write(leaf),
  input: leaf.op === 'value' && leaf.input,
});

/** A formula in names: goal ÷ amount conversion. */
const inNames = (expression: Expression, words: FormulaWords): Token[] =>
  tokens(expression, (leaf) => nameOf(leaf, words));

/** The same formula in values: ¥30,000 ÷ 20.3%. */
const inValues = (expression: Expression, words: FormulaWords): Token[] =>
  tokens(expression, (leaf) => figureOf(leaf, words));

/** A formula in words and in numbers. Without `words` measures are called as the template does. */
export function formulaTokens(
  expression: Expression,
  language: Language,
  settings: Pick<Settings, 'currency'>,
  words: PlanWords = planWords([]),
): WrittenFormula {
  const { measure, ratio, work } = words;
  const all: FormulaWords = { language, currency: settings.currency, measure, ratio, work };
  return { names: inNames(expression, all), values: inValues(expression, all) };
}

const SIGNS = { divide: '÷', spread: '÷', multiply: '×', subtract: '−' } as const;

function tokens(expression: Expression, write: Writer): Token[] {
  switch (expression.op) {
    case 'value':
    case 'children':
      return [term(expression, write)];
    case 'divide':
    case 'spread':
    case 'multiply':
    case 'subtract': {
      const { op, left, right } = expression;
      const loose = op === 'subtract' ? [] : ['subtract', 'sum'];
      const tight = op === 'subtract' ? ['subtract', 'sum'] : ['divide', 'spread', 'multiply', ...loose];
      return [...bracketed(left, loose, write), operator(SIGNS[op]), ...bracketed(right, tight, write)];
    }
    case 'floor0': {
      const inner = tokens(expression.of, write);
      return evaluate(expression.of) < 0 ? [...inner, operator(t().reasons.notBelowZero)] : inner;
    }
    case 'sum':
      return expression.of.flatMap((part, at) => [
        ...(at > 0 ? [operator('+')] : []),
        ...tokens(part, write),
      ]);
  }
}

/** Round brackets around a part that binds less than its surroundings. */
function bracketed(part: Expression, loose: readonly string[], write: Writer): Token[] {
  const kind = part.op === 'floor0' ? part.of.op : part.op;
  const inner = tokens(part, write);
  return loose.includes(kind) ? [operator('('), ...inner, operator(')')] : inner;
}

function nameOf(leaf: Leaf, words: FormulaWords): string {
  return leaf.op === 'children' ? t().reasons.children(leaf.count) : quantityName(leaf.of, words);
}

function quantityName(of: Quantity, words: FormulaWords): string {
  switch (of.name) {
    case 'measure':
      return words.measure(of.measure);
    case 'ratio':
      return words.ratio(of.measure);
    case 'perDay':
      return t().chain.perDay(words.work === null ? '' : words.measure(words.work));
    default:
      return t().chain[of.name];
  }
}

function figureOf(leaf: Leaf, { language, currency }: FormulaWords): string {
  switch (leaf.as) {
    case 'count':
      return formulaCount(leaf.value, language);
    case 'days':
      return daysFigure(leaf.value, language);
    case 'ratio':
      return ratioShare(leaf.value, language);
    case 'money': {
      const isRatio = leaf.op === 'value' && leaf.of.name === 'ratio';
      return (isRatio ? ratioMoney : formulaMoney)(leaf.value, language, currency);
    }
  }
}

/** Which number of a chain a cell shows: a measure's key, or one of these. */
export const WHY = {
  ...{ goal: 'goal', won: 'won', other: 'other', toGo: 'toGo', aim: 'aim' },
  ...{ perDay: 'perDay', chance: 'chance' },
} as const;

/** The formula of one number of an answered chain, by the `measure` of a cell's `why`; null = it has none. */
export function formulaOf(why: WhyAnswer, measure: string): Expression | null {
  if (measure === WHY.goal) return why.goal.formula;
  if (measure === WHY.other) return why.other?.formula ?? null;
  if (measure === WHY.toGo) return why.toGo.formula;
  // Nothing is divided by the days of a month that is over.
  if (measure === WHY.perDay) return why.perDay && why.perDay.days > 0 ? why.perDay.formula : null;
  return why.links.find((link) => link.measure === measure)?.formula ?? null;
}
