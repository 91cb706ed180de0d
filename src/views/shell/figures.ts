import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import { formatMoney, formatNumber, formatShare } from '../../i18n/numbers.ts';
import type { StepKind } from '../../model/records/measure.ts';
import { shownPerDay } from '../../model/shown.ts';
import { requirementFigure } from '../../sheets/figures.ts';

const NONE = '—';

/** A count of people's work: whole, or with one decimal below 10 where it is not whole. */
export function countText(value: number): string {
  if (!Number.isFinite(value)) return NONE;
  const small = Math.abs(value) < 9.95 && Math.abs(value - Math.round(value)) > 0.05;
  return formatNumber(value, currentLanguage(), small ? 1 : 0);
}

/** Work a day, an average, rounded as everywhere. */
export const dailyText = (value: number): string => countText(shownPerDay(value, 'count'));

/** A requirement of the chain or a quota, as everywhere. */
export const amountText = (value: number): string => requirementFigure(value, currentLanguage());

export const moneyText = (minor: number, currency: string): string =>
  Number.isFinite(minor) ? formatMoney(minor, currentLanguage(), currency) : NONE;

/** Minor units as plain digits in major units, without a currency mark. */
export const plainMoney = (minor: number): string =>
  Number.isFinite(minor) ? formatNumber(Math.round(minor / 100), currentLanguage()) : NONE;

export const daysText = (days: number): string =>
  Number.isFinite(days)
    ? formatNumber(days, currentLanguage(), Number.isInteger(Math.round(days * 10) / 10) ? 0 : 1)
    : NONE;

/** A ratio as the plan divides by it: three significant digits. */
export function ratioText(value: number, step: StepKind, currency: string): string {
  if (!Number.isFinite(value)) return NONE;
  if (step === 'value') return moneyText(value, currency);
  if (step !== 'rate' || value < 1) return formatShare(value, currentLanguage());
  return formatNumber(value, currentLanguage(), value < 10 ? 2 : 1);
}
