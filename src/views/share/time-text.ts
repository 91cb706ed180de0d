import { t, type Language } from '../../i18n/i18n.svelte.ts';

const MINUTE: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false };

/** A moment on this device's clock: `11-18 18:02`, `今天 08:50`. */
export function timeText(at: number, now: number, language: Language): string {
  const date = new Date(at);
  const clock = date.toLocaleTimeString(language, MINUTE);
  if (date.toDateString() === new Date(now).toDateString()) return t().share.parts.today(clock);
  const day = date.toLocaleDateString(language, { month: '2-digit', day: '2-digit' });
  return `${day} ${clock}`;
}
