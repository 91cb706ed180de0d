import type { Language } from './i18n.svelte.ts';

/** True minus sign, no currency mark: what a grid cell shows. */
const minus = (text: string) => text.replace('-', '−');
/** Making a format takes up to a millisecond, using it a microsecond: each is made once. */
function kept<F>(make: (language: Language, options: object) => F): typeof make {
  const formats = new Map<string, F>();
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`;
    const format = formats.get(key) ?? make(language, options);
    formats.set(key, format);
    return format;
  };
}
/** The formats of `Intl`, kept; `options` are as theirs. */
export const numberFormat: (language: Language, options: Intl.NumberFormatOptions) => Intl.NumberFormat =
  kept((language, options) => new Intl.NumberFormat(language, options));
const dateFormat: (language: Language, options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat = kept(
  (language, options) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }),
);

/** By digits: cells ask for these by the thousand, and mostly for what they have asked for before. */
interface Plain {
  readonly format: Intl.NumberFormat;
  readonly texts: Map<number, string>;
}
const plain = { 'zh-CN': [], en: [] } as Record<Language, Plain[]>;
const plainOf = (language: Language, digits: number): Plain =>
  (plain[language][digits] ??= {
    format: numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    texts: new Map(),
  });
const MOST_TEXTS = 4096;

/** 2,007 — counts and money in the grid, rounded half away from zero. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const { format, texts } = plainOf(language, digits);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = minus(format.format(value));
  if (texts.size >= MOST_TEXTS) texts.clear();
  // Zero and minus zero are one key, but not one text.
  if (value !== 0) texts.set(value, text);
  return text;
}

/** 20.3% — three significant digits of a share, as the plan divides by it. */
export function formatShare(share: number, language: Language): string {
  if (share === 0) return '0%';
  const percent = share * 100;
  const digits = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(percent)) + 1e-12)));
  return `${formatNumber(percent, language, Math.min(digits, percent >= 10 ? 1 : digits))}%`;
}

/** A week's name, a date and a month in words; days have no time zone. */
export const formatDay = (day: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(language, options).format(new Date(`${day}T00:00:00Z`));

/** 2026年11月 · Nov 2026 */
export const formatMonth = (month: string, language: Language): string =>
  formatDay(`${month}-01`, language, { year: 'numeric', month: language === 'en' ? 'short' : 'long' });

/** ¥20.8万 in Chinese prose, ¥208K in English prose. `minor`: integer minor units (100 = 1). */
export function formatMoney(minor: number, language: Language, currency = 'CNY'): string {
  return minus(moneyFormat(language, currency).format(minor / 100));
}

const moneyFormat = (language: Language, currency: string) =>
  numberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });

/** ¥ — the mark that stands before amounts. */
export const currencyMark = (language: Language, currency: string): string =>
  moneyFormat(language, currency)
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? '';
