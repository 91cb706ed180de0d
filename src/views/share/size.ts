import { formatNumber } from '../../i18n/numbers.ts';
import type { Language } from '../../i18n/i18n.svelte.ts';

const KB = 1000;

/** Bytes as people say them: `19.2 KB`, `312 KB`, `1.4 MB`. */
export function sizeText(bytes: number, language: Language): string {
  const [size, unit] = bytes < KB * KB ? [bytes / KB, 'KB'] : [bytes / KB / KB, 'MB'];
  return `${formatNumber(size, language, size < 100 ? 1 : 0)} ${unit}`;
}
