import type { Language } from '../i18n/i18n.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { evaluate, type Expression, type Quantity } from '../model/formula.ts';
import type { WhyAnswer } from '../model/planning.ts';
import type { Settings } from '../model/records/settings.ts';
import { daysFigure, formulaCount, formulaMoney, ratioMoney, ratioShare } from './figures.ts';
import { planWords, type PlanWords } from './words.ts';

export { measureName, ratioName } from './words.ts';

/** One word, number or sign of a written formula; renderers put a space between tokens. */
export interface Token {
  readonly text: string;
  /** A person can change it (drawn blue). */
  readonly input: boolean;
}

export interface WrittenFormula {
  /** 目标 ÷ 金额转化率 */
  readonly names: readonly Token[];
  /** ¥30,000 ÷ 20.3% */
  readonly values: readonly Token[];
}

type Leaf = Extract<Expression, { op: 'value' | 'children' }>;
const plain = (text: string): Token => ({ text, input: false });

/** A formula in words and in numbers, both as tokens. Without `words` measures are called as the template does. */
export function formulaTokens(
  expression: Expression,
  language: Language,
  settings: Pick<Settings, 'currency'>,
  words: PlanWords = planWords([]),
): WrittenFormula {
  return {
    names: tokens(expression, (leaf) => leafName(leaf, words)),
    values: tokens(expression, (leaf) => leafValue(leaf, language, settings.currency)),
  };
}

const SIGNS = { divide: '÷', multiply: '×', subtract: '−' } as const;

function tokens(expression: Expression, write: (leaf: Leaf) => Token): Token[] {
  switch (expression.op) {
    case 'value':
    case 'children':
      return [write(expression)];
    case 'divide':
    case 'multiply':
    case 'subtract': {
      const { op, left, right } = expression;
      const loose = op === 'subtract' ? [] : ['subtract', 'sum'];
      const before = bracketed(left, loose, write);
      return [
        ...before,
        plain(SIGNS[op]),
        ...bracketed(right, ['divide', 'multiply', ...loose, 'subtract', 'sum'], write),
      ];
    }
    case 'floor0': {
      const inner = tokens(expression.of, write);
      return evaluate(expression.of) < 0 ? [...inner, plain(t().reasons.notBelowZero)] : inner;
    }
    case 'sum':
      return expression.of.flatMap((part, at) => [...(at > 0 ? [plain('+')] : []), ...tokens(part, write)]);
  }
}

/** Round brackets around a part that binds less than its surroundings. */
function bracketed(part: Expression, loose: readonly string[], write: (leaf: Leaf) => Token): Token[] {
  const kind = part.op === 'floor0' ? part.of.op : part.op;
  const inner = tokens(part, write);
  return loose.includes(kind) ? [plain('('), ...inner, plain(')')] : inner;
}

function leafName(leaf: Leaf, words: PlanWords): Token {
  if (leaf.op === 'children') return plain(t().reasons.children(leaf.count));
  return { text: quantityName(leaf.of, words), input: leaf.input };
}

function quantityName(of: Quantity, words: PlanWords): string {
  switch (of.name) {
    case 'measure':
      return words.measure(of.measure);
    case 'ratio':
      return words.ratio(of.measure);
    case 'perDay':
      return t().chain.perDay(words.measure(words.work ?? 'dials'));
    default:
      return t().chain[of.name];
  }
}

function leafValue(leaf: Leaf, language: Language, currency: string): Token {
  const input = leaf.op === 'value' && leaf.input;
  const text = (): string => {
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
  };
  return { text: text(), input };
}

/** Which number of a chain a cell shows: a measure's key, or one of these. */
export const WHY = { goal: 'goal', won: 'won', toGo: 'toGo', perDay: 'perDay' } as const;

/** The formula of one number of an answered chain, by the `measure` of a cell's `why`; null = it has none. */
export function formulaOf(why: WhyAnswer, measure: string): Expression | null {
  if (measure === WHY.goal) return why.goal.formula;
  if (measure === WHY.toGo) return why.toGo.formula;
  if (measure === WHY.perDay) return why.perDay?.formula ?? null;
  return why.links.find((link) => link.measure === measure)?.formula ?? null;
}
