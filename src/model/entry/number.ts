import { fail, ok, type Result } from '../failure.ts';
import { plainDigits, type DecimalMark } from './digits.ts';
import { evaluateArithmetic } from './formula.ts';
import { meansBlank, plainText } from './text.ts';

export interface NumberHints {
  /** The decimal mark of the column, where it is known: settles `1,234` and `1.234`. */
  readonly decimal?: DecimalMark;
}

export interface ReadNumber {
  readonly value: number;
  /** The text names its own magnitude or unit (`3.5万`, `1.2k`, `300元`): a unit in the header does not apply. */
  readonly scaled: boolean;
  /** Written with `%`; the value is already divided by 100. */
  readonly percent: boolean;
}

/** Amounts and counts above this are typing errors, and would leave the integers that minor units are kept in. */
export const LARGEST_NUMBER = 1e12;

const MAGNITUDES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  k: 1e3,
  万: 1e4,
  萬: 1e4,
  w: 1e4,
  百万: 1e6,
  m: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  万亿: 1e12,
};
const CURRENCY = String.raw`(?:¥|\$|€|£|rmb|cny|usd|hk\$|us\$)`;
const NUMBER = new RegExp(
  `^([-+]?)${CURRENCY}? *([-+]?)(\\d[\\d.,' ]*|\\.\\d+)(e[-+]?\\d+)? *(万亿|百万|千万|[百千万萬亿億kwm])? *(元|块|圆|${CURRENCY})?(?:[次个通人条家单户])?(%)?$`,
  'i',
);

const notANumber = (text: string) => fail('notANumber', { text: text.slice(0, 80) });

function readLiteral(text: string, hints: NumberHints): Result<ReadNumber> {
  const match = NUMBER.exec(text);
  if (!match) return notANumber(text);
  const [, outer = '', inner = '', digits = '', power = '', magnitude = '', unit, percent] = match;
  const plain = plainDigits(digits.trim(), hints.decimal);
  if (plain === null || (outer && inner)) return notANumber(text);
  const scale = (MAGNITUDES[magnitude.toLowerCase()] ?? 1) / (percent ? 100 : 1);
  const value = Number(plain + power) * scale * (outer + inner === '-' ? -1 : 1);
  if (!(Math.abs(value) <= LARGEST_NUMBER)) return fail('numberTooLarge', { text: text.slice(0, 80) });
  // 3.3万 is 33000, not 33000.000000000004.
  const tidy = scale === 1 ? value : Number(value.toPrecision(15));
  return ok({ value: tidy, scaled: Boolean(magnitude || unit), percent: percent !== undefined });
}

/** `(1,234)` is how accountants write −1,234. */
const openAccounting = (text: string): string =>
  /^\([^()]+\)$/.test(text) ? `-${text.slice(1, -1).trim()}` : text;

function readFormula(text: string, hints: NumberHints): Result<ReadNumber> {
  const result = evaluateArithmetic(text.slice(1), (part) => {
    const literal = readLiteral(part, hints);
    return literal.ok ? literal.value.value : null;
  });
  if (!result.ok) return result;
  if (Math.abs(result.value) > LARGEST_NUMBER) return fail('numberTooLarge', { text });
  return ok({ value: result.value, scaled: true, percent: false });
}

/** As `parseNumber`, and says how the number was written. */
export function readNumber(text: string, hints: NumberHints = {}): Result<ReadNumber | null> {
  const plain = plainText(text).replace(/[\u00a0\u2009\u202f\s]+/g, ' ');
  if (meansBlank(plain)) return ok(null);
  if (plain.startsWith('=')) return readFormula(plain, hints);
  return readLiteral(openAccounting(plain), hints);
}

/**
 * A number as people write it: `1,234`, `1.234,5`, `3.5万`, `1.2k`, `2亿`, `12%` (0.12), `¥300`, full-width digits,
 * `(300)` and `−300`, `=3*1200`. Blank, `-`, `—` and 空 are null: blank is not zero.
 * Fails with `notANumber`, `numberTooLarge`, `badFormula` or `divideByZero`, each with `text`.
 */
export function parseNumber(text: string, hints: NumberHints = {}): Result<number | null> {
  const read = readNumber(text, hints);
  return read.ok ? ok(read.value && read.value.value) : read;
}

/** The decimal mark that a column of numbers gives away; undefined where every number could be read both ways. */
export function guessDecimalMark(texts: Iterable<string>): DecimalMark | undefined {
  let commas = 0;
  let dots = 0;
  for (const text of texts) {
    if (/^\D*\d+\.\d{3}(\.\d{3})*(,\d+)?\D*$/.test(text) && text.includes(',')) commas++;
    else if (/^\D*\d+,\d{1,2}\D*$/.test(text)) commas++;
    else if (/\d\.\d{1,2}\D*$/.test(text) || /^\D*\d{1,3}(,\d{3})+\.\d+\D*$/.test(text)) dots++;
  }
  if (commas === dots) return undefined;
  return commas > dots ? ',' : '.';
}
