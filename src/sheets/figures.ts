import type { Language } from '../i18n/i18n.svelte.ts';
import { formatMoney, formatNumber, formatShare, numberFormat } from '../i18n/numbers.ts';
import type { StepKind } from '../model/records/measure.ts';
import { shownAmount } from '../model/shown.ts';

export const NO_NUMBER = '—';

/** What the plan divides by has three significant digits, so that a pocket calculator agrees. */
const threeDigits = (value: number): number => Number(value.toPrecision(3));

const decimalsOf = (value: number, digits: number): number =>
  Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));

/** A count in a formula: 29 would hide how 28.98 came about, so four digits where it is not whole. */
export function formulaCount(value: number, language: Language): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const decimals = value === 0 ? 0 : Math.min(2, decimalsOf(value, 4));
  const whole = Math.abs(value - Math.round(value)) < 0.5 / 10 ** decimals;
  return formatNumber(value, language, whole ? 0 : decimals);
}

/** Money in a formula: whole major units with the currency's mark. */
export const formulaMoney = (minor: number, language: Language, currency: string): string =>
  Number.isFinite(minor) ? formatMoney(minor, language, currency) : NO_NUMBER;

/** The currency's mark alone, for headers: ¥. */
export const currencyMark = (language: Language, currency: string): string =>
  formatMoney(0, language, currency).replace('0', '').trim();

/** Money per count as it is divided by: ¥5,100; small ones keep their digits. */
export function ratioMoney(minor: number, language: Language, currency: string): string {
  if (!Number.isFinite(minor)) return NO_NUMBER;
  const major = threeDigits(minor) / 100;
  const decimals = major === 0 ? 0 : Math.min(2, decimalsOf(major, 3));
  return formatMoney(0, language, currency).replace('0', formatNumber(major, language, decimals));
}

/** A ratio as it is divided by: 29.1 %, or 1.35 where one leads to several. */
export function ratioShare(ratio: number, language: Language, step: StepKind | null = null): string {
  if (!Number.isFinite(ratio)) return NO_NUMBER;
  if (step !== 'rate' || ratio < 1) return formatShare(ratio, language);
  return formatNumber(ratio, language, Math.min(2, decimalsOf(ratio, 3)));
}

/** A ratio by the kind of its step: money per count for values, else a share. */
export const ratioFigure = (ratio: number, step: StepKind, language: Language, currency: string): string =>
  step === 'value' ? ratioMoney(ratio, language, currency) : ratioShare(ratio, language, step);

/** A requirement as it is shown: whole from one on, 0.4 and 0.35 below; of several persons the sum of what is shown. */
export function requirementFigure(value: number, language: Language): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const shown = shownAmount(value, 'count');
  return numberFormat(language, { maximumFractionDigits: 2 }).format(shown);
}

/** What is shown of an average, with its one decimal where it has one: 96, 0.4. */
export function averageFigure(value: number, language: Language): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const tenths = Math.round(value * 10) / 10;
  return formatNumber(tenths, language, Number.isInteger(tenths) ? 0 : 1);
}

/** Days: 21, 20.5. */
export const daysFigure = averageFigure;

/** Below and above these a chance says no more than that it is beyond them. */
const [LEAST_CHANCE, MOST_CHANCE] = [5, 95];

/** A chance in whole per cents: 41%, <5%, >95%. */
export function chanceFigure(chance: number, language: Language): string {
  if (!Number.isFinite(chance)) return NO_NUMBER;
  const percent = Math.round(chance * 100);
  const within = Math.min(MOST_CHANCE, Math.max(LEAST_CHANCE, percent));
  const sign = percent < within ? '<' : percent > within ? '>' : '';
  return `${sign}${formatNumber(within, language)}%`;
}
