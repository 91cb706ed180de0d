import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatDay } from '../../i18n/numbers.ts';
import type { Day } from '../../model/time.ts';

const two = (part: number): string => String(part).padStart(2, '0');

/** The calendar day of a time on this device. */
export function dayOfTime(at: number): Day {
  const date = new Date(at);
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function clockText(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** 18 Nov; of another year 18 Nov 2025. */
export function dateText(day: Day, today: Day): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return formatDay(day, currentLanguage(), {
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
  });
}

/** Fri 20 Nov, of today said so. */
export function dayText(day: Day, today: Day): string {
  const text = formatDay(day, currentLanguage(), { weekday: 'short', day: 'numeric', month: 'short' });
  return day === today ? t().versions.today(text) : text;
}

/** 18 Nov 19:30; of today the clock alone. */
export function whenText(at: number | undefined, today: Day): string {
  if (at === undefined) return '';
  const day = dayOfTime(at);
  return day === today ? clockText(at) : `${dateText(day, today)} ${clockText(at)}`;
}
