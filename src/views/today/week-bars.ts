import type { ActualsAnswer } from '../../model/planning.ts';
import { dayNumber, dayOf, weekday, type Day } from '../../model/time.ts';

export interface WeekBar {
  readonly day: Day;
  /** NaN = blank, and no quota. */
  readonly value: number;
  readonly quota: number;
  readonly state: 'past' | 'today' | 'coming';
  /** Somebody who keeps days lacks it. */
  readonly missing: boolean;
}

const WEEK = 7;
const WORK = 0;

/** The week that holds a day, from its Monday, out of the months that it touches; days off without numbers are left out. */
export function weekBars(months: readonly ActualsAnswer[], unit: string, today: Day): WeekBar[] {
  const monday = dayNumber(today) - weekday(today) + 1;
  return Array.from({ length: WEEK }, (_, at) => dayOf(monday + at)).flatMap((day) => {
    for (const month of months) {
      const bar = barOf(month, unit, day, today);
      if (bar) return [bar];
    }
    return [];
  });
}

function barOf(month: ActualsAnswer, unit: string, day: Day, today: Day): WeekBar | null {
  const at = month.days.findIndex((each) => each.day === day);
  const row = month.units.indexOf(unit);
  if (at < 0 || row < 0) return null;
  const value = month.values[at]?.[row] ?? NaN;
  const works = month.states[at]?.[row] === WORK;
  if (!works && Number.isNaN(value)) return null;
  return {
    day,
    value,
    quota: month.quota[at]?.[row] ?? NaN,
    state: day === today ? 'today' : day < today ? 'past' : 'coming',
    missing: (month.missing[at]?.[row] ?? 0) > 0,
  };
}

/** What was done and what was asked in a week; NaN where no day has any. */
export const weekSum = (bars: readonly WeekBar[], of: 'value' | 'quota'): number => {
  const known = bars.map((bar) => bar[of]).filter(Number.isFinite);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : NaN;
};

/** The longest of what is drawn. */
export const weekScale = (bars: readonly WeekBar[]): number =>
  1.1 * Math.max(1, ...bars.flatMap(({ value, quota }) => [value, quota]).filter(Number.isFinite));

/** Several units' weeks as one. */
export function mergedBars(weeks: readonly (readonly WeekBar[])[]): WeekBar[] {
  const days = new Map<Day, WeekBar>();
  for (const bar of weeks.flat()) {
    const known = days.get(bar.day);
    days.set(bar.day, known ? together(known, bar) : bar);
  }
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day));
}

const together = (a: WeekBar, b: WeekBar): WeekBar => ({
  ...a,
  value: known(a.value, b.value),
  quota: known(a.quota, b.quota),
  missing: a.missing || b.missing,
});

const known = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : a + b);
