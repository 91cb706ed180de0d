import type { Values } from '../../model/json.ts';
import { numberOf } from '../../model/read-record.ts';
import { usualSource, type ActualSource } from '../../model/records/actual.ts';
import type { Measure } from '../../model/records/measure.ts';
import type { RecordColumns } from '../../model/record-columns.ts';
import { dayNumber, isDay, type Month } from '../../model/time.ts';
import { monthHolding, monthLength, monthStart } from '../calendar/months.ts';
import { DayNumbers } from './day-numbers.ts';
import type { History, HistoryCell } from './history.ts';

type BySource = Readonly<Record<ActualSource, DayNumbers>>;

const noDays: BySource = { person: new DayNumbers(), system: new DayNumbers() };
const other = (source: ActualSource): ActualSource => (source === 'person' ? 'system' : 'person');

/**
 * What was done on each day: by measure, then unit, both of a system's and a person's number. Days are day numbers. A
 * blank is absent, never zero. Months are summed up into the history by `settle`.
 */
export class DayActuals {
  readonly #measures = new Map<string, Map<string, BySource>>();
  readonly #sources = new Map<string, ActualSource>();
  /** Days whose months are to be summed up anew, by measure, then unit. */
  readonly #touched = new Map<string, Map<string, Set<number>>>();
  readonly #touchedMonths: [measure: string, unit: string, month: Month][] = [];
  /** By `unit/month`: the first day that the month's own row does not hold, where days were begun within the month. */
  readonly #monthToDate = new Map<string, number>();
  /** Raised by every edit. */
  edits = 0;
  /** Days from this one on are not seen. */
  #end = Infinity;

  /** The same days without those from one on, to be read only and at once. */
  before(day: number): DayActuals {
    const seen = new DayActuals();
    for (const [measure, units] of this.#measures) seen.#measures.set(measure, units);
    for (const [measure, source] of this.#sources) seen.#sources.set(measure, source);
    for (const [month, until] of this.#monthToDate) seen.#monthToDate.set(month, until);
    seen.edits = this.edits;
    seen.#end = day;
    return seen;
  }

  put(source: ActualSource, unit: string, day: number, values: Values | null): void {
    this.edits++;
    for (const measure in values) this.#putCell(measure, unit, source, day, numberOf(values[measure]));
    for (const [measure, units] of this.#measures)
      if (values?.[measure] === undefined && units.get(unit)?.[source].has(day))
        this.#putCell(measure, unit, source, day, null);
  }

  /** Many rep-days as they are now; a measure that has no column is blank in all of them. */
  putColumns(source: ActualSource, columns: RecordColumns): void {
    this.edits++;
    const { units, unit, measures, values } = columns;
    const numbers = columns.periods.map(dayNumber);
    const days = Int32Array.from(columns.period, (at) => numbers[at]!);
    measures.forEach((measure, at) => {
      const column = values[at]!;
      days.forEach((day, row) =>
        this.#putCell(measure, units[unit[row]!]!, source, day, numberOf(column[row])),
      );
    });
    for (const [measure, known] of this.#measures)
      if (!measures.includes(measure))
        days.forEach((day, row) => {
          const key = units[unit[row]!]!;
          if (known.get(key)?.[source].has(day)) this.#putCell(measure, key, source, day, null);
        });
  }

  #putCell(measure: string, unit: string, source: ActualSource, day: number, value: number | null): void {
    const units = this.#measures.get(measure) ?? new Map<string, BySource>();
    const days = units.get(unit) ?? { person: new DayNumbers(), system: new DayNumbers() };
    if (value === null) days[source].delete(day);
    else days[source].set(day, value);
    this.#measures.set(measure, units.set(unit, days));
    this.#touch(measure, unit, [day]);
  }

  #touch(measure: string, unit: string, days: Iterable<number>): void {
    const units = this.#touched.get(measure) ?? new Map<string, Set<number>>();
    const touched = units.get(unit) ?? new Set<number>();
    for (const day of days) touched.add(day);
    this.#touched.set(measure, units.set(unit, touched));
  }

  putMonthToDate(unit: string, month: Month, until: unknown): void {
    this.edits++;
    const day = typeof until === 'string' && isDay(until) ? dayNumber(until) : null;
    if (day === null) this.#monthToDate.delete(`${unit}/${month}`);
    else this.#monthToDate.set(`${unit}/${month}`, day);
    for (const [measure, units] of this.#measures)
      if (units.has(unit)) this.#touchedMonths.push([measure, unit, month]);
  }

  /** A month's own row has changed: it matters where the days count beside it. */
  touchMonth(unit: string, month: Month): void {
    if (this.#monthToDate.has(`${unit}/${month}`))
      for (const measure of this.#measures.keys()) this.#touchedMonths.push([measure, unit, month]);
  }

  touchMonthsToDate(): void {
    for (const key of this.#monthToDate.keys()) this.touchMonth(...(key.split('/') as [string, Month]));
  }

  /** The month's own row counts beside its days: these were begun within the month. */
  isBegunWithin(unit: string, month: Month): boolean {
    return this.#monthToDate.has(`${unit}/${month}`);
  }

  /**
   * What the month's own row holds beyond the days before it was given up, as the work before the offset `until`; null =
   * nothing.
   */
  carried(
    history: History,
    measure: string,
    { unit, month }: HistoryCell,
    first: number,
  ): { readonly amount: number; readonly until: number } | null {
    const day = this.#monthToDate.get(`${unit}/${month}`);
    const row = day === undefined ? null : history.rowOf(measure, { unit, month });
    if (day === undefined || row === null) return null;
    const before = this.sum(measure, unit, first, day - 1) ?? 0;
    return row > before ? { amount: row - before, until: Math.max(0, day - first) } : null;
  }

  /** Whose number counts where both have one. */
  setSource(measure: string, source: Measure['source']): void {
    if (this.sourceOf(measure) === (source ?? usualSource(measure))) return;
    this.edits++;
    if (source) this.#sources.set(measure, source);
    else this.#sources.delete(measure);
    this.touchAll(measure);
  }

  sourceOf(measure: string): ActualSource {
    return this.#sources.get(measure) ?? usualSource(measure);
  }

  /** All months are to be summed up anew: of one measure, or of all. */
  touchAll(only?: string): void {
    for (const [measure, units] of this.#measures)
      if (only === undefined || only === measure)
        for (const [unit, { person, system }] of units) {
          this.#touch(measure, unit, person.keys());
          this.#touch(measure, unit, system.keys());
        }
  }

  /** The months themselves change: what was summed up goes back to its own rows, and all is summed up anew. */
  forgetMonths(history: History): void {
    history.forgetDays();
    this.touchAll();
  }

  has(measure: string): boolean {
    return this.#measures.has(measure);
  }

  get isEmpty(): boolean {
    return this.#measures.size === 0;
  }

  /** Every number that was entered for a unit's measure, of both sources. */
  entries(measure: string, unit: string): BySource {
    return this.#measures.get(measure)?.get(unit) ?? noDays;
  }

  /** The first day on which a unit has a number of any of these measures; null = on none. */
  firstDay(measures: readonly string[], unit: string): number | null {
    const days = measures.flatMap((measure) => {
      const { person, system } = this.entries(measure, unit);
      return [person.first ?? [], system.first ?? []].flat();
    });
    return days.length > 0 ? Math.min(...days) : null;
  }

  /** The number that counts; null = blank. */
  value(measure: string, unit: string, day: number): number | null {
    const days = this.#measures.get(measure)?.get(unit);
    if (!days || day >= this.#end) return null;
    const source = this.sourceOf(measure);
    return days[source].get(day) ?? days[other(source)].get(day) ?? null;
  }

  /** The numbers that count of so many days from one on, NaN = blank; null = none is entered. */
  column(measure: string, unit: string, first: number, length: number): Float64Array | null {
    const days = this.#measures.get(measure)?.get(unit);
    if (!days) return null;
    const source = this.sourceOf(measure);
    const column = new Float64Array(length).fill(NaN);
    days[source].fillBlanks(column, first);
    days[other(source)].fillBlanks(column, first);
    column.fill(NaN, Math.max(0, this.#end - first));
    return column.every(Number.isNaN) ? null : column;
  }

  /** By day from one on: 1 = some measure has a number, of whichever source. */
  entered(unit: string, first: number, length: number): Uint8Array {
    const entered = new Uint8Array(length);
    for (const units of this.#measures.values()) {
      const days = units.get(unit);
      if (!days) continue;
      for (let at = 0; at < length; at++)
        if (entered[at] === 0 && (days.person.has(first + at) || days.system.has(first + at)))
          entered[at] = 1;
    }
    return entered;
  }

  /** Sum of the days between two, both included; null = none is entered. */
  sum(measure: string, unit: string, from: number, to: number): number | null {
    const column = this.column(measure, unit, from, to - from + 1);
    return column && column.reduce((sum, value) => sum + (value || 0), 0);
  }

  /** Sums up the months of all days that were touched. `counts`: measures whose months are sums of their days. */
  settle(history: History, cutoffDay: number, counts: (measure: string) => boolean): void {
    const months = this.#touchedMonths.splice(0);
    if (this.#touched.size === 0 && months.length === 0) return;
    const settle = (measure: string, unit: string, month: Month): void => {
      const first = monthStart(month, cutoffDay);
      const last = first + monthLength(month, cutoffDay) - 1;
      const sum = counts(measure) ? this.sum(measure, unit, first, last) : null;
      const carried = sum === null ? null : this.carried(history, measure, { unit, month }, first);
      history.putDays(measure, { unit, month }, sum === null ? null : sum + (carried?.amount ?? 0));
    };
    const monthsOf = (days: ReadonlySet<number>): Set<Month> =>
      new Set(Array.from(days, (day) => monthHolding(day, cutoffDay)));
    for (const [measure, units] of this.#touched)
      for (const [unit, days] of units) for (const month of monthsOf(days)) settle(measure, unit, month);
    for (const touched of months) settle(...touched);
    this.#touched.clear();
  }
}
