import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import { formatMoney, numberFormat } from '../../i18n/numbers.ts';
import { chanceFigure } from '../../sheets/figures.ts';

const NONE = '—';

/** Below, an amount is as short in full. */
const SHORT = 1_000_000;

/** ¥20.8万 · ¥208K · ¥6,240: money in prose and tiles, three digits of what is large. Minor units. */
export function shortMoney(minor: number, currency: string): string {
  if (!Number.isFinite(minor)) return NONE;
  if (Math.abs(minor) < SHORT) return formatMoney(minor, currentLanguage(), currency);
  const format = numberFormat(currentLanguage(), {
    ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact' },
    maximumSignificantDigits: 3,
    useGrouping: true,
  });
  return format.format(minor / 100).replace('-', '−');
}

/** 35%: chances and shares of progress are whole. */
export function wholePercent(share: number): string {
  if (!Number.isFinite(share)) return NONE;
  return numberFormat(currentLanguage(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** As everywhere: 41%, <5%, >95%. */
export const chanceText = (chance: number): string => chanceFigure(chance, currentLanguage());
