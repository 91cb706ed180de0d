import { valueAt, type SheetModel } from '../../sheets/sheet.ts';
import type { Range } from '../selection/range.ts';
import { disjoint } from '../selection/ranges.ts';

/** What the status bar says of a selection. `sum` and `average` are of the numbers; null without any. */
export interface Stats {
  readonly cells: number;
  /** Cells that are not blank. */
  readonly count: number;
  readonly numbers: number;
  readonly sum: number | null;
  readonly average: number | null;
  /** The unit of all the numbers, or null where it is mixed. */
  readonly type: SheetModel['columns'][number]['type'] | null;
}

export const CHUNK = 512;

/** Counts some ranges, no cell twice, pausing after every 512; `read` gives what is counted so far. */
export class RangeCount {
  private count = 0;
  private numbers = 0;
  private sum = 0;
  private readonly ranges: readonly Range[];
  private readonly types = new Set<NonNullable<Stats['type']>>();

  constructor(
    private readonly model: SheetModel,
    ranges: readonly Range[],
  ) {
    this.ranges = disjoint(ranges);
  }

  *run(): Generator<void, void> {
    let seen = 0;
    for (const range of this.ranges)
      for (const { row, column } of range.positions()) {
        this.add(row, column);
        if (++seen % CHUNK === 0) yield;
      }
  }

  read(): Stats {
    const { count, numbers, sum } = this;
    const [type = null, ...more] = this.types;
    return {
      cells: this.ranges.reduce((sum, { cells }) => sum + cells, 0),
      count,
      numbers,
      sum: numbers > 0 ? sum : null,
      average: numbers > 0 ? sum / numbers : null,
      type: more.length === 0 ? type : null,
    };
  }

  private add(row: number, column: number): void {
    const value = valueAt(this.model, row, column);
    if (value === null || value === '') return;
    this.count++;
    if (typeof value !== 'number') return;
    this.numbers++;
    this.sum += value;
    const type = this.model.columns[column]?.type;
    if (type) this.types.add(type);
  }
}
