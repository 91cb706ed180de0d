import type { Values } from '../../model/json.ts';
import type { RecordColumns } from '../../model/record-columns.ts';
import type { Month, MonthSpan } from '../../model/time.ts';
import { numberOf } from '../../model/read-record.ts';

export interface HistoryCell {
  readonly unit: string;
  readonly month: Month;
}

const rowKey = (measure: string, { unit, month }: HistoryCell): string => `${measure}/${unit}/${month}`;

const nobody: ReadonlyMap<string, number> = new Map();

/**
 * What was counted: by measure, then month, then unit. A blank is absent, never zero. A month that has days is their
 * sum; its own row waits under it (METHODS 1).
 */
export class History {
  readonly #columns = new Map<string, Map<Month, Map<string, number>>>();
  /** The own rows of cells that are sums of days, by `measure/unit/month`; null = blank. */
  readonly #rows = new Map<string, number | null>();
  /** Cells that were edited since they were last taken, by measure. */
  readonly #changed = new Map<string, HistoryCell[]>();
  /** Raised when a measure gets its first number, or loses its last. */
  measuresEdits = 0;

  put(unit: string, month: Month, values: Values | null): void {
    const cell = { unit, month };
    for (const measure in values) this.#putRow(measure, cell, numberOf(values[measure]));
    for (const measure of this.#columns.keys())
      if (values?.[measure] === undefined) this.#putRow(measure, cell, null);
  }

  /** The sum of a month's days; null = none is entered, and the month's own row counts. */
  putDays(measure: string, cell: HistoryCell, sum: number | null): void {
    const key = rowKey(measure, cell);
    const row = this.rowOf(measure, cell);
    if (sum === null) this.#rows.delete(key);
    else this.#rows.set(key, row);
    this.#putCell(measure, cell, sum ?? row);
  }

  /** All months are their own rows again. */
  forgetDays(): void {
    for (const [key, row] of this.#rows) {
      const [measure = '', unit = '', month = ''] = key.split('/');
      this.#putCell(measure, { unit, month }, row);
    }
    this.#rows.clear();
  }

  /** The units whose month is the sum of its days. */
  unitsOfDays(measure: string, month: Month): string[] {
    if (this.#rows.size === 0) return [];
    return [...this.column(measure, month).keys()].filter((unit) =>
      this.#rows.has(rowKey(measure, { unit, month })),
    );
  }

  /** What the month's own row says, whatever its days add up to. */
  rowOf(measure: string, cell: HistoryCell): number | null {
    const row = this.#rows.get(rowKey(measure, cell));
    return row === undefined ? (this.column(measure, cell.month).get(cell.unit) ?? null) : row;
  }

  #putRow(measure: string, cell: HistoryCell, value: number | null): void {
    const key = rowKey(measure, cell);
    if (this.#rows.size > 0 && this.#rows.has(key)) this.#rows.set(key, value);
    else this.#putCell(measure, cell, value);
  }

  /** Many rep-months as they are now; a measure that has no column is blank in all of them. */
  putColumns({ units, periods, unit, period, measures, values }: RecordColumns): void {
    const cells = Array.from(unit, (at, row) => ({ unit: units[at]!, month: periods[period[row]!]! }));
    const missing = [...this.#columns.keys()].filter((measure) => !measures.includes(measure));
    for (const measure of missing) for (const cell of cells) this.#putRow(measure, cell, null);
    measures.forEach((measure, at) => {
      const column = values[at]!;
      cells.forEach((cell, row) => this.#putRow(measure, cell, numberOf(column[row])));
    });
  }

  #putCell(measure: string, cell: HistoryCell, value: number | null): void {
    const before = this.column(measure, cell.month).get(cell.unit) ?? null;
    if (value === before) return;
    if (value === null) this.#remove(measure, cell);
    else this.#add(measure, cell, value);
    const changed = this.#changed.get(measure);
    if (changed) changed.push(cell);
    else this.#changed.set(measure, [cell]);
  }

  #add(measure: string, { unit, month }: HistoryCell, value: number): void {
    let months = this.#columns.get(measure);
    if (!months) {
      this.#columns.set(measure, (months = new Map<Month, Map<string, number>>()));
      this.measuresEdits++;
    }
    const units = months.get(month) ?? new Map<string, number>();
    months.set(month, units);
    units.set(unit, value);
  }

  /** Emptied months and measures go, so that `has` and `extent` need not look inside. */
  #remove(measure: string, { unit, month }: HistoryCell): void {
    const months = this.#columns.get(measure);
    const units = months?.get(month);
    units?.delete(unit);
    if (units?.size === 0) months?.delete(month);
    if (months?.size === 0 && this.#columns.delete(measure)) this.measuresEdits++;
  }

  /** One measure in one month by unit; who is not in it is blank. */
  column(measure: string, month: Month): ReadonlyMap<string, number> {
    return this.#columns.get(measure)?.get(month) ?? nobody;
  }

  has(measure: string): boolean {
    return this.#columns.has(measure);
  }

  /**
   * The same with another number for the cells of one month that are sums of days (null = blank), to be read only and at
   * once.
   */
  withDays(month: Month, sumOf: (measure: string, unit: string) => number | null): History {
    const other = new History();
    for (const [key, row] of this.#rows) other.#rows.set(key, row);
    for (const [measure, months] of this.#columns) {
      const units = new Map(months.get(month));
      for (const unit of this.unitsOfDays(measure, month)) {
        const sum = sumOf(measure, unit);
        if (sum === null) units.delete(unit);
        else units.set(unit, sum);
      }
      other.#columns.set(measure, months.has(month) ? new Map(months).set(month, units) : months);
    }
    return other;
  }

  /** First and last month with any data. */
  get extent(): MonthSpan | null {
    const months = [...this.#columns.values()].flatMap((column) => [...column.keys()]).sort();
    const [from, to] = [months[0], months.at(-1)];
    return from === undefined || to === undefined ? null : { from, to };
  }

  /** The changed cells by measure since this was last asked. */
  takeChanges(): Map<string, HistoryCell[]> {
    const changes = new Map(this.#changed);
    this.#changed.clear();
    return changes;
  }
}
