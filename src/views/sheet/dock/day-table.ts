import type { DaysAnswer } from '../../../model/planning.ts';
import { weekday, type Day } from '../../../model/time.ts';

export interface DayColumn {
  readonly day: Day;
  /** Place among all days of the month. */
  readonly at: number;
  readonly weight: number;
  readonly note: DaysAnswer['days'][number]['note'];
  readonly state: 'past' | 'today' | 'coming';
  /** The week ends here. */
  readonly edge: boolean;
}
export interface WeekColumn {
  readonly week: number;
  /** Day columns under it. */
  readonly span: number;
  /** Place in `perWeek`. */
  readonly at: number;
  readonly now: boolean;
  /** All its days have passed. */
  readonly over: boolean;
}
export interface MeasureRow {
  readonly measure: string;
  readonly total: number;
  /** One number a day column; null = weekly numbers only. */
  readonly days: readonly number[] | null;
  /** What was done on each day column up to today, NaN = blank; null = no day is entered. */
  readonly done: readonly number[] | null;
  /** One number a week column. */
  readonly weeks: readonly number[];
  /** What is due by the end of today; null outside this month and for weekly numbers. */
  readonly soFar: number | null;
}
export interface DayTable {
  readonly columns: readonly DayColumn[];
  readonly weeks: readonly WeekColumn[];
  /** From the work to the result. */
  readonly rows: readonly MeasureRow[];
  readonly workingDays: number;
}

const SATURDAY = 6;

/** Working days, and days of the week that are off for a reason; plain weekends have no column. */
const isShown = ({ day, weight, note }: DaysAnswer['days'][number]): boolean =>
  weight > 0 || (note !== null && weekday(day) < SATURDAY);

const stateOf = (day: Day, today: Day): DayColumn['state'] =>
  day === today ? 'today' : day < today ? 'past' : 'coming';

export function dayTable(answer: DaysAnswer, today: Day): DayTable {
  const { days, weeks } = answer;
  const shown = days.flatMap((day, at) => (isShown(day) ? [{ ...day, at }] : []));
  const columns = shown.map(({ day, at, weight, note, week }, index): DayColumn => ({
    day,
    at,
    weight,
    note,
    state: stateOf(day, today),
    edge: shown[index + 1]?.week !== week,
  }));
  const weekColumns = weeks.flatMap(({ week, from, to }, at): WeekColumn[] => {
    const span = shown.filter((day) => day.week === week).length;
    return span > 0 ? [{ week, span, at, now: from <= today && today <= to, over: to < today }] : [];
  });
  const inMonth = days.some(({ day }) => day === today);
  const rows = answer.measures.toReversed().map(({ measure, total, perDay, perWeek, done }): MeasureRow => ({
    measure,
    total,
    days: perDay && columns.map(({ at }) => perDay[at] ?? 0),
    done: done && columns.map(({ at, state }) => (state === 'coming' ? NaN : (done[at] ?? NaN))),
    weeks: weekColumns.map(({ at }) => perWeek[at] ?? 0),
    soFar: perDay && inMonth ? dueBy(days, perDay, today) : null,
  }));
  return {
    columns,
    weeks: weekColumns,
    rows,
    workingDays: days.reduce((sum, { weight }) => sum + weight, 0),
  };
}

const dueBy = (days: DaysAnswer['days'], perDay: Int32Array, today: Day): number =>
  days.reduce((sum, { day }, at) => (day <= today ? sum + (perDay[at] ?? 0) : sum), 0);
