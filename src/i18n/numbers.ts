import type { Language } from './i18n.svelte.ts';

/** True minus sign, no currency mark: what a grid cell shows. */
const minus = (text: string) => text.replace('-', '−');
const cached = new Map<string, Intl.NumberFormat>();
function number(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language} ${digits}`;
  let format = cached.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    cached.set(key, format);
  }
  return format;
}

/** 2,007 — counts and money in the grid, rounded half away from zero. */
export const formatNumber = (value: number, language: Language, digits = 0): string =>
  minus(number(language, digits).format(value));

/** 20.3% — three significant digits of a share, as the plan divides by it. */
export function formatShare(share: number, language: Language): string {
  if (share === 0) return '0%';
  const percent = share * 100;
  const digits = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(percent)) + 1e-12)));
  return `${formatNumber(percent, language, Math.min(digits, percent >= 10 ? 1 : digits))}%`;
}

/** A week's name, a date and a month in words; days have no time zone. */
export const formatDay = (day: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));

/** 2026年11月 · Nov 2026 */
export const formatMonth = (month: string, language: Language): string =>
  formatDay(`${month}-01`, language, { year: 'numeric', month: language === 'en' ? 'short' : 'long' });

/** ¥20.8万 in Chinese prose, ¥208K in English prose. `minor`: integer minor units (100 = 1). */
export function formatMoney(minor: number, language: Language, currency = 'CNY'): string {
  return minus(
    new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    }).format(minor / 100),
  );
}
