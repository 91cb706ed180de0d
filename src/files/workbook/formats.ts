import type { WrittenAs } from '../../model/formula.ts';
import type { StepKind } from '../../model/records/measure.ts';

export const WHOLE = '#,##0';
export const SHARE = '0%';
export const TEXT = '@';
export const DAY = 'yyyy-mm-dd';
export const MONTH = 'yyyy-mm';
const CENTS = '#,##0.00';
const TENTHS = '0.0';

/** Under ten a day a tenth counts. */
const PER_DAY = `[<9.95]${TENTHS};${WHOLE}`;

/** Half a contract a month is not none. */
const COUNT = `[=0]0;[<0.995]0.0#;${WHOLE}`;

/** Three significant digits, as the plan divides by them. */
const RATIO = '[>=0.1]0.0%;[>=0.01]0.00%;0.000%';
const RATE = '[>=1]0.00;[>=0.1]0.0%;0.00%';
const VALUE = '[>=100]#,##0;[>=10]#,##0.0;#,##0.00';

export const ratioFormat = (step: StepKind): string =>
  step === 'value' ? VALUE : step === 'rate' ? RATE : RATIO;

/** A typed amount keeps its cents where there are any; a computed one has fractions of cents. */
const hasCents = (minor: number): boolean => Number.isInteger(minor) && minor % 100 !== 0;

export function inputFormat(as: WrittenAs, values: Float64Array): string {
  switch (as) {
    case 'money':
      return values.some(hasCents) ? CENTS : WHOLE;
    case 'count':
      return WHOLE;
    case 'ratio':
      return RATIO;
    case 'days':
      return values.some((value) => value % 1 > 0) ? TENTHS : '0';
  }
}

export function derivedFormat(name: string, as: WrittenAs): string {
  if (name === 'perDay') return PER_DAY;
  return name === 'measure' && as === 'count' ? COUNT : WHOLE;
}

const UNDER_ONE = '0.0#';

/** A difference may be below zero, where the format of a count would show decimals. */
export function differenceFormat(difference: number, format: string): string {
  if (format !== COUNT) return format;
  return difference !== 0 && Math.abs(difference) < 0.995 ? UNDER_ONE : WHOLE;
}

/** Of a value as it stands on a sheet. */
export function tableFormat(as: string, value: number): string {
  if (as === 'money') return Number.isInteger(value) ? WHOLE : CENTS;
  if (as === 'ratio') return RATE;
  if (as === 'days') return value % 1 === 0 ? '0' : TENTHS;
  return as === 'count' ? COUNT : 'General';
}
