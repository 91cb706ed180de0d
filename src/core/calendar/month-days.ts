import { dayNumber, type Day, type Month } from '../../model/time.ts';
import type { DaysAnswer } from '../../model/planning.ts';
import { workPatterns, type WorkPattern } from '../../model/records/settings.ts';
import { monthLength, monthStart } from './months.ts';
import type { StatutoryCalendar } from './statutory.ts';
import { mondayOf, weekdayIndex } from './weeks.ts';

export type DayNote = DaysAnswer['days'][number]['note'];

/** What a plan's calendar is made of. */
export interface CalendarRules {
  readonly cutoffDay: number;
  /** A Monday (or any day) of a week with a working Saturday. */
  readonly anchorWeek: Day;
  /** Company days by day number: 0 = off, 1 = everybody works. */
  readonly company: ReadonlyMap<number, number>;
  readonly statutory: StatutoryCalendar;
}

/** One planning month before anybody's leave: what each working pattern makes of its days. */
export interface MonthDays {
  readonly month: Month;
  /** Day number of its first day. */
  readonly first: number;
  readonly length: number;
  readonly notes: readonly DayNote[];
  /** Weight 0..1 of each day. */
  readonly weights: Readonly<Record<WorkPattern, Float64Array>>;
  /** A year of this month is not published. */
  readonly provisional: boolean;
}

const SATURDAY = 5;

function worksOn(day: number, pattern: WorkPattern, anchorMonday: number): boolean {
  const weekday = weekdayIndex(day);
  if (weekday < SATURDAY) return true;
  if (weekday > SATURDAY || pattern === 'five') return false;
  return pattern === 'six' || (mondayOf(day) - anchorMonday) % 14 === 0;
}

/** A company day outranks the state's day, which outranks the pattern. */
function weightOf(day: number, pattern: WorkPattern, rules: CalendarRules, anchorMonday: number): number {
  const company = rules.company.get(day);
  if (company !== undefined) return company;
  const note = rules.statutory.noteOf(day);
  if (note !== null) return note === 'makeUp' ? 1 : 0;
  return worksOn(day, pattern, anchorMonday) ? 1 : 0;
}

/** Builds a month of the calendar. */
export function monthDays(month: Month, rules: CalendarRules): MonthDays {
  const first = monthStart(month, rules.cutoffDay);
  const length = monthLength(month, rules.cutoffDay);
  const days = Array.from({ length }, (_, index) => first + index);
  const anchorMonday = mondayOf(dayNumber(rules.anchorWeek) || 0);
  const weights = Object.fromEntries(
    workPatterns.map((pattern) => [
      pattern,
      Float64Array.from(days, (day) => weightOf(day, pattern, rules, anchorMonday)),
    ]),
  ) as Record<WorkPattern, Float64Array>;
  const years = new Set(days.map((day) => new Date(day * 86_400_000).getUTCFullYear()));
  return {
    month,
    first,
    length,
    notes: days.map((day) => (rules.company.has(day) ? 'company' : rules.statutory.noteOf(day))),
    weights,
    provisional: [...years].some((year) => !rules.statutory.knows(year)),
  };
}
