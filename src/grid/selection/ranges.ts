import { Range, type Position } from './range.ts';

/** What is left of a range without another: at most four ranges, above, left, right and below of it. */
export function without(range: Range, hole: Range): Range[] {
  const { top, left, bottom, right } = range;
  if (!range.meets(hole)) return [range];
  const upper = Math.max(top, hole.top);
  const lower = Math.min(bottom, hole.bottom);
  const parts = [
    new Range(top, left, upper - 1, right),
    new Range(upper, left, lower, hole.left - 1),
    new Range(upper, hole.right + 1, lower, right),
    new Range(lower + 1, left, bottom, right),
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

/** The same cells, none of them twice. */
export function disjoint(ranges: readonly Range[]): Range[] {
  const parts: Range[] = [];
  for (const range of ranges) {
    let rest = [range];
    for (const taken of parts.slice()) rest = rest.flatMap((part) => without(part, taken));
    parts.push(...rest);
  }
  return parts;
}

export const cellsOf = (ranges: readonly Range[]): number =>
  disjoint(ranges).reduce((sum, { cells }) => sum + cells, 0);

/** Every cell of some ranges, none twice. */
export function* positionsOf(ranges: readonly Range[]): Generator<Position> {
  for (const range of disjoint(ranges)) yield* range.positions();
}

/** The rows of some ranges, each once, downward. */
export function rowsOf(ranges: readonly Range[]): number[] {
  const [only, second] = ranges;
  if (only && !second) return only.rowNumbers();
  const rows = new Set<number>();
  for (const range of ranges) for (const row of range.rowNumbers()) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

export function columnsOf(ranges: readonly Range[]): number[] {
  const columns = new Set<number>();
  for (const { left, right } of ranges)
    for (let column = left; column <= right; column++) columns.add(column);
  return [...columns].sort((a, b) => a - b);
}

export interface Block {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** What some ranges make when they are pushed together; null: no block without gaps. */
export function blockOf(ranges: readonly Range[]): Block | null {
  const rows = rowsOf(ranges);
  const columns = columnsOf(ranges);
  return rows.length * columns.length === cellsOf(ranges) ? { rows, columns } : null;
}
