import { monthOf, type Month } from '../../model/time.ts';
import type { DraftCells, Repeats } from './types.ts';

interface StoredCell {
  readonly person: number;
  readonly month: Month;
  readonly line: number;
  value(measure: number): number;
}

/** Rep-months as they come together from rows, in columns. NaN = blank: it adds nothing and is no zero. */
export class CellStore {
  private readonly slots = new Map<number, number>();
  private readonly person: Int32Array;
  private readonly monthNumber: Int32Array;
  private readonly line: Int32Array;
  private readonly values: Float64Array[];
  private count = 0;

  constructor(capacity: number, measures: number) {
    this.person = new Int32Array(capacity);
    this.monthNumber = new Int32Array(capacity);
    this.line = new Int32Array(capacity);
    this.values = Array.from({ length: measures }, () => new Float64Array(capacity).fill(NaN));
  }

  /** The line that this rep-month, or one measure of it, was first seen on, 0 = not yet. */
  seen(person: number, month: number, measure?: number): number {
    const slot = this.slots.get(person * 100_000 + month);
    if (slot === undefined) return 0;
    const blank = measure !== undefined && Number.isNaN(this.values[measure]![slot]!);
    return blank ? 0 : this.line[slot]!;
  }

  private slot(person: number, month: number, line: number): number {
    const key = person * 100_000 + month;
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const slot = this.count++;
    this.slots.set(key, slot);
    this.person[slot] = person;
    this.monthNumber[slot] = month;
    this.line[slot] = line;
    return slot;
  }

  put(person: number, month: number, line: number, values: Float64Array, how: Repeats): void {
    const slot = this.slot(person, month, line);
    for (let measure = 0; measure < values.length; measure++)
      this.putOne(slot, measure, values[measure]!, how);
  }

  putCell(person: number, month: number, line: number, measure: number, value: number, how: Repeats): void {
    this.putOne(this.slot(person, month, line), measure, value, how);
  }

  each(visit: (cell: StoredCell) => void): void {
    for (let slot = 0; slot < this.count; slot++)
      visit({
        person: this.person[slot]!,
        month: monthOf(this.monthNumber[slot]!),
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

  monthNumbers(): number[] {
    return [...new Set(this.monthNumber.subarray(0, this.count))].sort((a, b) => a - b);
  }

  columns(months: readonly number[]): DraftCells {
    const index = new Map(months.map((month, at) => [month, at]));
    return {
      person: this.person.slice(0, this.count),
      month: this.monthNumber.slice(0, this.count).map((month) => index.get(month) ?? 0),
      line: this.line.slice(0, this.count),
      values: this.values.map((column) => column.slice(0, this.count)),
    };
  }
}
