import type { Values } from '../../model/json.ts';
import type { Month, MonthSpan } from '../../model/time.ts';
import { numberOf } from './read-record.ts';

type Row = Map<string, number>;

const noRow: Row = new Map();

/** What was counted by unit and month. A blank is absent, never zero. */
export class History {
  readonly #rows = new Map<string, Map<Month, Row>>();
  /** How many cells each measure has. */
  readonly #cells = new Map<string, number>();
  readonly #months = new Map<Month, number>();
  /** Edits since a reader last took them: which cells of which measures changed. */
  readonly #changed = new Map<string, { unit: string; month: Month }[]>();

  put(unit: string, month: Month, values: Values | null): void {
    const before = this.#rows.get(unit)?.get(month) ?? noRow;
    const after: Row = new Map();
    for (const [measure, value] of Object.entries(values ?? {})) {
      const number = numberOf(value);
      if (number !== null) after.set(measure, number);
    }
    this.#store(unit, month, after);
    count(this.#months, month, (after.size > 0 ? 1 : 0) - (before.size > 0 ? 1 : 0));
    for (const measure of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(measure) === after.get(measure)) continue;
      count(this.#cells, measure, (after.has(measure) ? 1 : 0) - (before.has(measure) ? 1 : 0));
      const cells = this.#changed.get(measure) ?? [];
      cells.push({ unit, month });
      this.#changed.set(measure, cells);
    }
  }

  #store(unit: string, month: Month, row: Row): void {
    const months = this.#rows.get(unit) ?? new Map<Month, Row>();
    this.#rows.set(unit, months);
    if (row.size > 0) months.set(month, row);
    else months.delete(month);
  }

  /** NaN = blank. */
  value(unit: string, month: Month, measure: string): number {
    return this.#rows.get(unit)?.get(month)?.get(measure) ?? NaN;
  }

  /** All months of a unit that have any cell. */
  monthsOf(unit: string): ReadonlyMap<Month, ReadonlyMap<string, number>> | undefined {
    return this.#rows.get(unit);
  }

  has(measure: string): boolean {
    return this.#cells.has(measure);
  }

  /** First and last month with any data. */
  get extent(): MonthSpan | null {
    const months = [...this.#months.keys()].sort();
    const [from, to] = [months[0], months.at(-1)];
    return from === undefined || to === undefined ? null : { from, to };
  }

  /** The changed cells by measure since this was last asked. */
  takeChanges(): Map<string, { unit: string; month: Month }[]> {
    const changes = new Map(this.#changed);
    this.#changed.clear();
    return changes;
  }
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const after = (counts.get(key) ?? 0) + by;
  if (after > 0) counts.set(key, after);
  else counts.delete(key);
}
