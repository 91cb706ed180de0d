import type { ActualsAnswer, DayState, ForecastAnswer, PaceAnswer } from '../../../model/planning.ts';
import type { Day } from '../../../model/time.ts';
import { dueByNow } from '../../../model/work-hours.ts';
import type { TreeUnit } from '../../shell/units.ts';
import { stateOn } from '../missing.ts';

/** A number of today against its quota; NaN = none, Infinity = a quota by the week only. */
export interface Cell {
  readonly value: number;
  readonly quota: number;
}

/** A rep's day as a manager sees it. */
export interface DeskRow {
  readonly unit: TreeUnit;
  /** null = not known yet. */
  readonly state: DayState | null;
  /** How many measures have a number today. */
  readonly logged: number;
  /** When the last of them was written, in minutes after midnight; null = not today, or not known. */
  readonly loggedAt: number | null;
  /** By measure, as `measures`. */
  readonly cells: readonly Cell[];
  /** What of the first measure's quota is due by now. */
  readonly due: number;
  /** Of the first measure, in the month before today. */
  readonly done: number;
  readonly dueInMonth: number;
  readonly perDay: number;
  /** More a day than the rep's best month had. */
  readonly overBest: boolean;
  readonly chance: number;
}

interface Sight {
  readonly today: Day;
  readonly measures: readonly string[];
  readonly near: readonly ActualsAnswer[];
  readonly forecast: ForecastAnswer | null;
  readonly overBest: ReadonlySet<string>;
  readonly loggedAt: (unit: string) => number | null;
  /** The share 0..1 of somebody's working hours that is over. */
  readonly shareOf: (unit: string) => number;
}

const places = (units: readonly string[]): ReadonlyMap<string, number> =>
  new Map(units.map((unit, at) => [unit, at]));

export function deskRows(reps: readonly TreeUnit[], pace: PaceAnswer, sight: Sight): DeskRow[] {
  const { today, measures, near, forecast, overBest, loggedAt, shareOf } = sight;
  const at = places(pace.units);
  const endAt = places(forecast?.units ?? []);
  const columns = measures.map((measure) => pace.measures.indexOf(measure));
  const first = columns[0] ?? -1;
  return reps.map((unit) => {
    const row = at.get(unit.key) ?? -1;
    const of = (table: readonly Float64Array[], column: number) => table[column]?.[row] ?? NaN;
    const cells = columns.map((column) => ({
      value: of(pace.today, column),
      quota: of(pace.quota, column),
    }));
    return {
      ...{ unit, cells },
      state: stateOn(near, unit.key, today),
      logged: pace.today.filter((column) => !Number.isNaN(column[row] ?? NaN)).length,
      loggedAt: loggedAt(unit.key),
      overBest: overBest.has(unit.key),
      due: dueByNow(cells[0]?.quota ?? NaN, shareOf(unit.key)),
      done: of(pace.done, first),
      dueInMonth: of(pace.due, first),
      perDay: of(pace.perDay, first),
      chance: forecast?.chance[endAt.get(unit.key) ?? -1] ?? NaN,
    };
  });
}

export const worksToday = ({ state }: DeskRow): boolean => state === 'work';
export const hasNothing = (row: DeskRow): boolean => worksToday(row) && row.logged === 0;

/** Who works and has nothing yet comes first, who is off last; else as in the tree. */
export const byNeed = (rows: readonly DeskRow[]): DeskRow[] => rows.toSorted((a, b) => rank(a) - rank(b));
const rank = (row: DeskRow): number =>
  hasNothing(row) ? 0 : row.state === 'off' || row.state === 'leave' ? 2 : 1;

/** Sum of what is known; NaN where nothing is. By the week only is no number of a day. */
export function sumOf(values: Iterable<number>): number {
  let sum = NaN;
  for (const value of values) if (Number.isFinite(value)) sum = (Number.isNaN(sum) ? 0 : sum) + value;
  return sum;
}

/** Everybody together, by measure. */
export const totals = (rows: readonly DeskRow[], measures: readonly string[]): Cell[] =>
  measures.map((_, at) => ({
    value: sumOf(rows.map(({ cells }) => cells[at]?.value ?? NaN)),
    quota: sumOf(rows.map(({ cells }) => cells[at]?.quota ?? NaN)),
  }));

/** Clearly behind what is due: by more than a bad hour. */
const BEHIND = 0.8;
export const isBehind = ({ cells, due, logged }: DeskRow): boolean =>
  logged > 0 && due > 0 && (cells[0]?.value ?? 0) < BEHIND * due;

/** Clearly behind in the month. */
const LATE = 0.95;
export const isLate = ({ done, dueInMonth }: DeskRow): boolean => dueInMonth > 0 && done < LATE * dueInMonth;
