import type { Language } from './i18n.svelte.ts';

/** Bytes in words: 18.4 MB. */
export function bytesText(bytes: number, language: Language): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = new Intl.NumberFormat(language, { maximumFractionDigits: power > 0 ? 1 : 0 });
  return `${value.format(bytes / 1000 ** power)} ${units[power]}`;
}
