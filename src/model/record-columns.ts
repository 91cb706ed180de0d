import type { RecordChange } from './diff.ts';
import type { Json, Values } from './json.ts';
import { isDay, isMonth, type Month } from './time.ts';

export const COLUMN_KINDS = ['history', 'systemActual', 'actual'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Rep-months or rep-days as they are now, in columns: they cross to a worker in a tenth of the time that objects take. */
export interface RecordColumns {
  readonly kind: ColumnKind;
  readonly units: readonly string[];
  /** Months of a history, else days. */
  readonly periods: readonly Month[];
  /** Per row an index into `units`, and one into `periods`. */
  readonly unit: Int32Array<ArrayBuffer>;
  readonly period: Int32Array<ArrayBuffer>;
  readonly measures: readonly string[];
  /** One column per measure; NaN = blank. A row of blanks is a record that is gone. */
  readonly values: readonly Float64Array<ArrayBuffer>[];
}

export interface PackedChanges {
  readonly columns: readonly RecordColumns[];
  /** What does not fit into columns. */
  readonly others: readonly RecordChange[];
}

const isNumber = (value: Json): boolean => value === null || Number.isFinite(value);

const isPlain = (values: Values | null): boolean => {
  for (const measure in values) if (!isNumber(values[measure]!)) return false;
  return true;
};

class Numbered {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();
  has(text: string): boolean {
    return this.#numbers.has(text);
  }
  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.list.length);
    return this.list.push(text) - 1;
  }
}

class Packing {
  readonly units = new Numbered();
  readonly periods = new Numbered();
  readonly measures = new Numbered();
  readonly values: Float64Array<ArrayBuffer>[] = [];
  readonly unit: Int32Array<ArrayBuffer>;
  readonly period: Int32Array<ArrayBuffer>;
  readonly #prefix: string;
  readonly #isPeriod: (text: string) => boolean;
  rows = 0;

  constructor(
    readonly kind: ColumnKind,
    capacity: number,
  ) {
    this.#prefix = `${kind}/`;
    this.#isPeriod = kind === 'history' ? isMonth : isDay;
    this.unit = new Int32Array(capacity);
    this.period = new Int32Array(capacity);
  }

  /** False = this change does not fit. */
  put({ id, values }: RecordChange): boolean {
    const prefix = this.#prefix;
    if (!id.startsWith(prefix)) return false;
    const slash = id.indexOf('/', prefix.length);
    const period = id.slice(slash + 1);
    if (slash < 0 || !(this.periods.has(period) || this.#isPeriod(period)) || !isPlain(values)) return false;
    this.unit[this.rows] = this.units.of(id.slice(prefix.length, slash));
    this.period[this.rows] = this.periods.of(period);
    for (const measure in values) this.#column(measure)[this.rows] = (values[measure] ?? NaN) as number;
    this.rows++;
    return true;
  }

  #column(measure: string): Float64Array {
    const at = this.measures.of(measure);
    return (this.values[at] ??= new Float64Array(this.unit.length).fill(NaN));
  }

  get columns(): RecordColumns {
    return {
      kind: this.kind,
      units: this.units.list,
      periods: this.periods.list,
      unit: this.unit.slice(0, this.rows),
      period: this.period.slice(0, this.rows),
      measures: this.measures.list,
      values: this.values.map((column) => column.slice(0, this.rows)),
    };
  }
}

/** Changes of rep-months and rep-days as columns, each named once; all others as they are. */
export function packChanges(changes: readonly RecordChange[]): PackedChanges {
  const columns: RecordColumns[] = [];
  let others = changes;
  for (const kind of COLUMN_KINDS) {
    if (!others.some(({ id }) => id.startsWith(`${kind}/`))) continue;
    const packing = new Packing(kind, others.length);
    others = others.filter((change) => !packing.put(change));
    if (packing.rows > 0) columns.push(packing.columns);
  }
  return { columns, others };
}
