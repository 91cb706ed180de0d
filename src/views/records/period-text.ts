import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import { formatDay, formatMonth } from '../../i18n/numbers.ts';
import { isDay, isMonth } from '../../model/time.ts';

/** A month or a day in words; any other text as it is. */
export function periodText(text: string): string {
  const language = currentLanguage();
  if (isMonth(text)) return formatMonth(text, language);
  return isDay(text) ? formatDay(text, language, { day: 'numeric', month: 'short', year: 'numeric' }) : text;
}
