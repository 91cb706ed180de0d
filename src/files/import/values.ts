import { parseDay } from '../../model/entry/day.ts';
import { parseMonth, planningMonth, type MonthHints } from '../../model/entry/month.ts';
import { readNumber, type NumberHints } from '../../model/entry/number.ts';
import { fail, ok, type Failure, type Result } from '../../model/failure.ts';
import type { Measure } from '../../model/records/measure.ts';
import { dayNumber, monthNumber } from '../../model/time.ts';
import type { ColumnGuess, PlanFacts } from './types.ts';

const MINOR = 100;
const PLAIN = /^\d{1,9}$/;

export interface MeasureColumn {
  readonly column: ColumnGuess;
  readonly measure: Measure;
  /** Of the header, else of the title (money only). */
  readonly scale: number;
  readonly hints: NumberHints;
}

/** One cell of a measure as it is stored: counts as they are, money in minor units; NaN = blank. */
export function measureValue(text: string, { measure, scale, hints }: MeasureColumn): Result<number> {
  const minor = measure.unit === 'money' ? MINOR : 1;
  if (PLAIN.test(text)) return ok(tidy(Number(text) * scale * minor, measure.unit));
  const read = readNumber(text, hints);
  if (!read.ok) return read;
  if (read.value === null) return ok(NaN);
  if (read.value.percent) return fail('percentInCount', { text });
  if (read.value.value < 0 && measure.unit === 'count') return fail('negativeCount', { text });
  return ok(tidy(read.value.value * (read.value.scaled ? 1 : scale) * minor, measure.unit));
}

/** Minor units are integers; 0.3 × 10,000 calls are 3,000. */
const tidy = (value: number, unit: Measure['unit']): number =>
  (unit === 'money' ? Math.round(value) : Number.isInteger(value) ? value : Number(value.toPrecision(12))) +
  0;

/** When a row was: the number of its planning month, and of its day for daily rows. */
export interface When {
  readonly month: number;
  readonly day: number | null;
}

/** Reads the month or day column; texts repeat over the rows, so each is read once. */
export class Dates {
  private readonly known = new Map<string, Result<When>>();
  private readonly facts: PlanFacts;
  private readonly hints: MonthHints;
  private readonly daily: boolean;

  constructor(column: ColumnGuess, facts: PlanFacts, year: number | undefined) {
    this.facts = facts;
    this.daily = column.target === 'day';
    this.hints = { order: column.dayOrder?.order ?? 'mdy', today: facts.asOf, ...(year && { year }) };
  }

  read(text: string, yearText: string): Result<When> {
    const key = yearText === '' ? text : `${text}\u0000${yearText}`;
    let when = this.known.get(key);
    if (!when) {
      when = this.daily ? this.readDay(text) : this.readMonth(text, yearText);
      this.known.set(key, when);
    }
    return when;
  }

  private readDay(text: string): Result<When> {
    const day = parseDay(text, { order: this.hints.order ?? 'mdy' });
    if (!day.ok) return day;
    if (day.value === null) return fail('dayMissing');
    const month = planningMonth(day.value, this.facts.cutoffDay);
    return ok({ month: monthNumber(month), day: dayNumber(day.value) });
  }

  private readMonth(text: string, yearText: string): Result<When> {
    const year = Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(yearText)?.[0] ?? NaN);
    const bare = /^\d{1,2}$/.test(text.trim()) ? `${text.trim()}月` : text;
    const month = parseMonth(bare, year ? { ...this.hints, year } : this.hints);
    if (!month.ok) return month;
    return month.value === null ? fail('monthMissing') : ok({ month: monthNumber(month.value), day: null });
  }
}

export type CellFailure = { readonly column: number; readonly failure: Failure };
