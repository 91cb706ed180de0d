import type { RecordChange } from './diff.ts';
import type { Json, Values } from './json.ts';
import { isMonth, type Month } from './time.ts';

/** Rep-months as they are now, in columns: they cross to a worker in a tenth of the time that objects take. */
export interface RepMonthColumns {
  readonly units: readonly string[];
  readonly months: readonly Month[];
  /** Per row an index into `units`, and one into `months`. */
  readonly unit: Int32Array<ArrayBuffer>;
  readonly month: Int32Array<ArrayBuffer>;
  readonly measures: readonly string[];
  /** One column per measure; NaN = blank. A row of blanks is a rep-month that is gone. */
  readonly values: readonly Float64Array<ArrayBuffer>[];
}

export interface PackedChanges {
  readonly columns: RepMonthColumns;
  /** What does not fit into columns. */
  readonly others: readonly RecordChange[];
}

const PREFIX = 'history/';

const isNumber = (value: Json): boolean => value === null || Number.isFinite(value);

const isPlain = (values: Values | null): boolean => {
  for (const measure in values) if (!isNumber(values[measure]!)) return false;
  return true;
};

class Numbered {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();
  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.list.length);
    return this.list.push(text) - 1;
  }
}

class Packing {
  readonly units = new Numbered();
  readonly months = new Numbered();
  readonly measures = new Numbered();
  readonly values: Float64Array<ArrayBuffer>[] = [];
  readonly unit: Int32Array<ArrayBuffer>;
  readonly month: Int32Array<ArrayBuffer>;
  rows = 0;

  constructor(capacity: number) {
    this.unit = new Int32Array(capacity);
    this.month = new Int32Array(capacity);
  }

  /** False = this change does not fit. */
  put({ id, values }: RecordChange): boolean {
    const slash = id.indexOf('/', PREFIX.length);
    const month = id.slice(slash + 1);
    if (!id.startsWith(PREFIX) || slash < 0 || !isMonth(month) || !isPlain(values)) return false;
    this.unit[this.rows] = this.units.of(id.slice(PREFIX.length, slash));
    this.month[this.rows] = this.months.of(month);
    for (const measure in values) this.#column(measure)[this.rows] = (values[measure] ?? NaN) as number;
    this.rows++;
    return true;
  }

  #column(measure: string): Float64Array {
    const at = this.measures.of(measure);
    return (this.values[at] ??= new Float64Array(this.unit.length).fill(NaN));
  }

  get columns(): RepMonthColumns {
    return {
      units: this.units.list,
      months: this.months.list,
      unit: this.unit.slice(0, this.rows),
      month: this.month.slice(0, this.rows),
      measures: this.measures.list,
      values: this.values.map((column) => column.slice(0, this.rows)),
    };
  }
}

/** Changes of rep-months as columns, each named once; all others as they are. */
export function packChanges(changes: readonly RecordChange[]): PackedChanges {
  const packing = new Packing(changes.length);
  const others = changes.filter((change) => !packing.put(change));
  return { columns: packing.columns, others };
}
