import type { DaysAnswer } from '../../model/planning.ts';
import { dayNumber, dayOf, weekday, type Day } from '../../model/time.ts';

export interface WeekDay {
  readonly day: Day;
  readonly weight: number;
  readonly note: DaysAnswer['days'][number]['note'];
  readonly state: 'past' | 'today' | 'coming';
}
export interface WeekRow {
  readonly measure: string;
  /** null: by the week only. */
  readonly days: readonly number[] | null;
  readonly total: number;
}
export interface WeekTable {
  readonly days: readonly WeekDay[];
  /** From the work to the result. */
  readonly rows: readonly WeekRow[];
}

const WEEK = 7;
const SATURDAY = 6;

/** A week from its Monday, put together from the months that it touches. Plain weekends are left out. */
export function weekTable(months: readonly DaysAnswer[], monday: number, today: Day): WeekTable {
  const places = Array.from({ length: WEEK }, (_, at) => placeOf(months, dayOf(monday + at))).filter(
    (place) => place !== null,
  );
  const shown = places.filter(({ day, weight }) => weight > 0 || weekday(day) < SATURDAY);
  const measures = months[0]?.measures.toReversed().map(({ measure }) => measure) ?? [];
  return {
    days: shown.map(({ day, weight, note }) => ({ day, weight, note, state: stateOf(day, today) })),
    rows: measures.map((measure) => {
      const byDay = shown.map(({ month, at }) => quotasOf(month, measure)?.perDay?.[at] ?? NaN);
      const daily = !months.some((month) => isWeekly(month, measure)) && byDay.some(Number.isFinite);
      const whole = daily ? byDay : months.flatMap((month) => weeklyOf(month, measure, monday));
      return { measure, days: daily ? byDay : null, total: sumOf(whole) };
    }),
  };
}

/** A month without a goal gives nothing to a week; if no month does, there is no number. */
function sumOf(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : NaN;
}

function isWeekly(month: DaysAnswer, measure: string): boolean {
  const quotas = quotasOf(month, measure);
  return quotas?.perDay === null && Number.isFinite(quotas.total);
}

const stateOf = (day: Day, today: Day): WeekDay['state'] =>
  day === today ? 'today' : day < today ? 'past' : 'coming';

function placeOf(months: readonly DaysAnswer[], day: Day) {
  for (const month of months) {
    const at = month.days.findIndex((each) => each.day === day);
    const found = month.days[at];
    if (found) return { ...found, month, at };
  }
  return null;
}

const quotasOf = (month: DaysAnswer, measure: string) =>
  month.measures.find((each) => each.measure === measure);

/** What a month gives to a week, in the parts of weeks that it has. */
const weeklyOf = (month: DaysAnswer, measure: string, monday: number): number[] =>
  month.weeks.flatMap(({ from }, at) => {
    const first = dayNumber(from);
    const within = first >= monday && first < monday + WEEK;
    return within ? [quotasOf(month, measure)?.perWeek[at] ?? NaN] : [];
  });
