import { ROW_HEIGHT } from './layout.ts';

/** Rows kept ready above and below the view. */
const SPARE = 4;

/**
 * Which row each pooled element shows. A slot shows the one row of the window with row mod size = slot, so that
 * scrolling by one row rewrites one element and moves none.
 */
export class RowPool {
  readonly size: number;
  readonly first: number;

  constructor(rowCount: number, scrolled: number, viewHeight: number) {
    this.size = Math.min(rowCount, Math.ceil(Math.max(0, viewHeight) / ROW_HEIGHT) + 1 + 2 * SPARE);
    const wanted = Math.floor(scrolled / ROW_HEIGHT) - SPARE;
    this.first = Math.max(0, Math.min(wanted, rowCount - this.size));
  }

  rowOf(slot: number): number {
    const offset = this.first % this.size;
    return this.first + ((slot - offset + this.size) % this.size);
  }
}
