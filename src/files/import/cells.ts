import { planningMonth } from '../../model/entry/month.ts';
import { dayOf, monthNumber, monthOf, type Month } from '../../model/time.ts';
import type { DraftCells, Repeats } from './types.ts';

interface StoredCell {
  readonly person: number;
  readonly month: Month;
  readonly line: number;
  value(measure: number): number;
}

/**
 * Rep-months, or rep-days, as they come together from rows, in columns. A period is the number of a planning month, or
 * of a day. NaN = blank: it adds nothing and is no zero.
 */
export class CellStore {
  private readonly slots = new Map<number, number>();
  private readonly person: Int32Array;
  private readonly period: Int32Array;
  private readonly line: Int32Array;
  private readonly values: Float64Array[];
  private count = 0;

  constructor(capacity: number, measures: number) {
    this.person = new Int32Array(capacity);
    this.period = new Int32Array(capacity);
    this.line = new Int32Array(capacity);
    this.values = Array.from({ length: measures }, () => new Float64Array(capacity).fill(NaN));
  }

  /** The line that this cell, or one measure of it, was first seen on, 0 = not yet. */
  seen(person: number, period: number, measure?: number): number {
    const slot = this.slots.get(person * 100_000 + period);
    if (slot === undefined) return 0;
    const blank = measure !== undefined && Number.isNaN(this.values[measure]![slot]!);
    return blank ? 0 : this.line[slot]!;
  }

  private slot(person: number, period: number, line: number): number {
    const key = person * 100_000 + period;
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const slot = this.count++;
    this.slots.set(key, slot);
    this.person[slot] = person;
    this.period[slot] = period;
    this.line[slot] = line;
    return slot;
  }

  put(person: number, period: number, line: number, values: Float64Array, how: Repeats): void {
    const slot = this.slot(person, period, line);
    for (let measure = 0; measure < values.length; measure++)
      this.putOne(slot, measure, values[measure]!, how);
  }

  putCell(person: number, month: number, line: number, measure: number, value: number, how: Repeats): void {
    this.putOne(this.slot(person, month, line), measure, value, how);
  }

  /** Only of rep-months. */
  each(visit: (cell: StoredCell) => void): void {
    for (let slot = 0; slot < this.count; slot++)
      visit({
        person: this.person[slot]!,
        month: monthOf(this.period[slot]!),
        line: this.line[slot]!,
        value: (measure) => this.values[measure]![slot]!,
      });
  }

  private putOne(slot: number, measure: number, value: number, how: Repeats): void {
    const column = this.values[measure]!;
    const before = column[slot]!;
    if (Number.isNaN(value)) return;
    if (Number.isNaN(before) || how === 'last') column[slot] = value;
    else if (how === 'sum') column[slot] = before + value;
  }

  /** The planning month of each period, by number; `cutoffDay`: periods are days; null: they are months. */
  private monthsOf(cutoffDay: number | null): Map<number, number> {
    const months = new Map<number, number>();
    for (const period of this.period.subarray(0, this.count)) {
      if (months.has(period)) continue;
      const month = cutoffDay === null ? period : monthNumber(planningMonth(dayOf(period), cutoffDay));
      months.set(period, month);
    }
    return months;
  }

  columns(cutoffDay: number | null): { readonly months: Month[]; readonly cells: DraftCells } {
    const monthOfPeriod = this.monthsOf(cutoffDay);
    const months = [...new Set(monthOfPeriod.values())].sort((a, b) => a - b);
    const index = new Map(months.map((month, at) => [month, at]));
    const period = this.period.slice(0, this.count);
    const cells = {
      person: this.person.slice(0, this.count),
      month: period.map((one) => index.get(monthOfPeriod.get(one) ?? 0) ?? 0),
      day: cutoffDay === null ? null : period,
      line: this.line.slice(0, this.count),
      values: this.values.map((column) => column.slice(0, this.count)),
    };
    return { months: months.map(monthOf), cells };
  }
}
