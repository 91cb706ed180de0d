import type { SheetModel } from '../../sheets/sheet.ts';
import type { Position } from '../selection/range.ts';
import { holdsText, isText } from '../sort-filter/filter.ts';

export const PLACES = ['values', 'names', 'notes'] as const;
export type Place = (typeof PLACES)[number];

export interface Wanted {
  readonly text: string;
  readonly place: Place;
  /** The cell holds nothing else. */
  readonly whole: boolean;
}

/** Finds every cell that holds a text, pausing after each row; hits come in reading order. */
export class Search {
  readonly hits: Position[] = [];

  constructor(
    private readonly model: SheetModel,
    private readonly wanted: Wanted,
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
    const inPlace = all.filter(({ frozen }) => this.wanted.place !== 'names' || frozen);
    return inPlace.map(({ index }) => index);
  }

  private matches(row: number, column: number): boolean {
    const { text, place, whole } = this.wanted;
    const cell = this.model.cell(row, column);
    if (place !== 'notes') return whole ? isText(cell, text) : holdsText(cell, text);
    return cell.hint?.toLowerCase().includes(text.toLowerCase()) ?? false;
  }
}

const order = (a: Position, b: Position): number => a.row - b.row || a.column - b.column;

/** How many hits come before a cell; they are in reading order. */
function hitsBefore(hits: readonly Position[], cell: Position): number {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const hit = hits[middle];
    if (hit && order(hit, cell) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the hit that is this cell; -1: none is. */
export function hitAt(hits: readonly Position[], cell: Position): number {
  const index = hitsBefore(hits, cell);
  const hit = hits[index];
  return hit && order(hit, cell) === 0 ? index : -1;
}

/** The index of the next hit after (or before) a cell, going round at the ends; -1 without hits. */
export function nextHit(hits: readonly Position[], from: Position, back: boolean): number {
  if (hits.length === 0) return -1;
  const here = hitsBefore(hits, from);
  if (back) return here === 0 ? hits.length - 1 : here - 1;
  const next = hitAt(hits, from) < 0 ? here : here + 1;
  return next === hits.length ? 0 : next;
}
