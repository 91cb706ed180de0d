import type { DaysAnswer } from '../../model/planning.ts';
import type { Day } from '../../model/time.ts';

export interface DayTick {
  readonly day: Day;
  readonly state: 'past' | 'today' | 'coming';
  /** Starts a week. */
  readonly week: boolean;
}

/** The working days of a month as ticks, and where today stands among them. */
export function ticksOf({ days }: DaysAnswer, today: Day): DayTick[] {
  const working = days.filter((day) => day.weight > 0);
  return working.map((day, i) => ({
    day: day.day,
    state: day.day === today ? 'today' : day.day < today ? 'past' : 'coming',
    week: i > 0 && working[i - 1]?.week !== day.week,
  }));
}
