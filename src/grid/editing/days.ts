import {
  dayNumber,
  dayOf,
  isDay,
  monthNumber,
  monthOf,
  weekday,
  type Day,
  type Month,
} from '../../model/time.ts';

/** The first day of the week where a person lives, Monday = 1; for browsers that cannot tell, by custom. */
export function firstWeekday(language: string, spoken: readonly string[]): number {
  const tag = spoken.find((each) => each.toLowerCase().startsWith(language.slice(0, 2))) ?? language;
  // Firefox has neither, older browsers only the second.
  const locale = new Intl.Locale(tag) as {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  const known = locale.getWeekInfo?.() ?? locale.weekInfo;
  return known?.firstDay ?? (/^en(-us|-ca)?$/i.test(tag) ? 7 : 1);
}

/** The weeks that a month touches, whole. */
export function weeksOf(month: Month, firstDay: number): Day[][] {
  const first = dayNumber(`${month}-01`);
  const lead = (weekday(`${month}-01`) - firstDay + 7) % 7;
  const last = dayNumber(`${monthOf(monthNumber(month) + 1)}-01`);
  const weeks: Day[][] = [];
  for (let start = first - lead; start < last; start += 7)
    weeks.push(Array.from({ length: 7 }, (_, index) => dayOf(start + index)));
  return weeks;
}

/** The same day of another month, or its last: 31 January goes to 28 February. */
export function otherMonth(day: Day, by: number): Day {
  const month = monthOf(monthNumber(day.slice(0, 7)) + by);
  const length = dayNumber(`${monthOf(monthNumber(month) + 1)}-01`) - dayNumber(`${month}-01`);
  return `${month}-${String(Math.min(length, Number(day.slice(8)))).padStart(2, '0')}`;
}

export interface CalendarKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Where a key of a calendar goes; null: it is none. `week`: the first day of the week. */
export function dayAfterKey({ key, shiftKey }: CalendarKey, day: Day, week: number): Day | null {
  const to = (days: number) => dayOf(dayNumber(day) + days);
  const into = (weekday(day) - week + 7) % 7;
  switch (key) {
    case 'ArrowLeft':
      return to(-1);
    case 'ArrowRight':
      return to(1);
    case 'ArrowUp':
      return to(-7);
    case 'ArrowDown':
      return to(7);
    case 'Home':
      return to(-into);
    case 'End':
      return to(6 - into);
    case 'PageUp':
      return otherMonth(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return otherMonth(day, shiftKey ? 12 : 1);
    default:
      return null;
  }
}

/** The day that a calendar opens on. */
export function dayShown(text: string, now = new Date()): Day {
  if (isDay(text)) return text;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
