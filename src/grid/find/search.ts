import type { SheetModel } from '../../sheets/sheet.ts';
import type { Position } from '../selection/range.ts';
import { holdsText } from '../sort-filter/filter.ts';

export const PLACES = ['values', 'names', 'notes'] as const;
export type Place = (typeof PLACES)[number];

/** Finds every cell that holds a text, pausing after each row; hits come in reading order. */
export class Search {
  readonly hits: Position[] = [];

  constructor(
    private readonly model: SheetModel,
    private readonly text: string,
    private readonly place: Place,
  ) {}

  *run(): Generator<void, void> {
    const columns = this.columns();
    for (let row = 0; row < this.model.rowCount; row++) {
      for (const column of columns) if (this.matches(row, column)) this.hits.push({ row, column });
      yield;
    }
  }

  private columns(): number[] {
    const all = this.model.columns.map((column, index) => ({ frozen: column.frozen === true, index }));
    const inPlace = all.filter(({ frozen }) => this.place !== 'names' || frozen);
    return inPlace.map(({ index }) => index);
  }

  private matches(row: number, column: number): boolean {
    const cell = this.model.cell(row, column);
    if (this.place !== 'notes') return holdsText(cell, this.text);
    return cell.hint?.toLowerCase().includes(this.text.toLowerCase()) ?? false;
  }
}

/** The index of the next hit after (or before) a cell, going round at the ends; -1 without hits. */
export function nextHit(hits: readonly Position[], from: Position, back: boolean): number {
  if (hits.length === 0) return -1;
  const order = (p: Position) => p.row - from.row || p.column - from.column;
  if (!back) {
    const next = hits.findIndex((hit) => order(hit) > 0);
    return next < 0 ? 0 : next;
  }
  const before = hits.findLastIndex((hit) => order(hit) < 0);
  return before < 0 ? hits.length - 1 : before;
}
