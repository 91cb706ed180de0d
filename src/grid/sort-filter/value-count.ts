import type { Cell, SheetModel } from '../../sheets/sheet.ts';
import { rowTest, type Filters } from './arrange.ts';
import { valueKey } from './filter.ts';

/** One of the values of a column, as shown; '' stands for blank. */
export interface ValueEntry {
  readonly key: string;
  readonly count: number;
}

interface Counted {
  readonly value: Cell['value'];
  count: number;
}

/** Counts the values of a column in the rows that the other filters leave, pausing after each row. */
export class ValueCount {
  private readonly found = new Map<string, Counted>();

  constructor(
    private readonly model: SheetModel,
    private readonly column: number,
    private readonly others: Filters,
  ) {}

  *run(): Generator<void, void> {
    const test = rowTest(this.model, this.others);
    for (let row = 0; row < this.model.rowCount; row++) {
      const { adder, total } = this.model.row(row);
      if (!adder && !total && test(row)) this.add(this.model.cell(row, this.column));
      yield;
    }
  }

  /** Numbers by size, then words, blank last. */
  read(language: string): ValueEntry[] {
    const { compare } = new Intl.Collator(language, { numeric: true });
    const entries = [...this.found].map(([key, { value, count }]) => ({ key, value, count }));
    entries.sort((a, b) => {
      const [x, y] = [a.value, b.value];
      if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
      if (typeof x === 'number' && typeof y === 'number') return x - y;
      if (typeof x === 'number' || typeof y === 'number') return typeof x === 'number' ? -1 : 1;
      return compare(a.key, b.key);
    });
    return entries.map(({ key, count }) => ({ key, count }));
  }

  private add(cell: Cell): void {
    const key = valueKey(cell);
    const known = this.found.get(key);
    if (known) known.count++;
    else this.found.set(key, { value: cell.value, count: 1 });
  }
}
