import { dayNumber, dayOf, weekday, type Day } from '../../model/time.ts';
import type { DaySpan } from '../../model/planning.ts';

export const KINDS = ['day', 'week'] as const;
export type Kind = (typeof KINDS)[number];

export const monday = (day: Day): Day => dayOf(dayNumber(day) - weekday(day) + 1);

/** The day's span, or its week's from Monday to Sunday. */
export const spanOf = (kind: Kind, day: Day): DaySpan => {
  if (kind === 'day') return { from: day, to: day };
  const from = monday(day);
  return { from, to: dayOf(dayNumber(from) + 6) };
};

/** What follows it: the next working day of a five-day week, or the next week. */
export function nextSpan(kind: Kind, day: Day): DaySpan {
  if (kind === 'week') return spanOf('week', dayOf(dayNumber(day) + 7));
  const step = Math.max(1, 8 - weekday(day)) <= 3 ? 8 - weekday(day) : 1;
  const next = dayOf(dayNumber(day) + step);
  return { from: next, to: next };
}

export const moved = (kind: Kind, day: Day, by: number): Day =>
  dayOf(dayNumber(day) + by * (kind === 'week' ? 7 : 1));

/** The part of a report's id that names its period. */
export const periodKey = (kind: Kind, day: Day): string => (kind === 'day' ? day : `W${monday(day)}`);

export const periodOf = (key: string): { kind: Kind; day: Day } =>
  key.startsWith('W') ? { kind: 'week', day: key.slice(1) } : { kind: 'day', day: key };

/** ISO week number: the week belongs to the year of its Thursday. */
export function weekNumber(day: Day): number {
  const thursday = dayOf(dayNumber(monday(day)) + 3);
  return 1 + Math.floor((dayNumber(thursday) - dayNumber(`${thursday.slice(0, 4)}-01-01`)) / 7);
}
