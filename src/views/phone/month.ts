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

export interface TodayNumber {
  readonly measure: string;
  /** null: this measure has no daily quota. */
  readonly today: number | null;
  readonly week: number;
  readonly month: number;
}

/** What each measure asks of a day, of its week and of the month. */
export function numbersOn(answer: DaysAnswer, day: Day): TodayNumber[] {
  const at = answer.days.findIndex((each) => each.day === day);
  const week = answer.weeks.findIndex((each) => each.week === answer.days[at]?.week);
  return answer.measures.map(({ measure, total, perDay, perWeek }) => ({
    measure,
    today: perDay?.[at] ?? null,
    week: perWeek[week] ?? 0,
    month: total,
  }));
}

/** The day that a month's page speaks of: today, or the next working day, or the month's last one. */
export function dayIn({ days }: DaysAnswer, today: Day): Day {
  const working = days.filter((each) => each.weight > 0);
  return (working.find((each) => each.day >= today) ?? working.at(-1))?.day ?? today;
}
