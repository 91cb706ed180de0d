import type { Table } from './table.ts';
import { transport } from './transport.ts';

/** Bounds of each cell, what it is wished to be near, and what a filling may begin with: whole units. */
export interface Wish {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly near: Float64Array;
  /** How often to try for whole units where linear programming leaves fractions; 0 = fractions will do. */
  readonly tries: number;
  /** 1 = the limit may come to less than its margin; where left out none may. Tables of two families know no such. */
  readonly under?: Uint8Array;
}

/** A table of whole units; or how much each limit weighs in a proof that there is none. */
export type Filled =
  | { readonly cells: Float64Array }
  | { readonly proof: Float64Array; readonly short: number }
  /** Fractions would do, whole units miss by this much; NaN = it was too hard to tell. */
  | { readonly missed: number };

/** How the cells of a table are filled between bounds. */
export type Fill = (margin: Float64Array, wish: Wish) => Generator<number, Filled>;

/** Fills a table of two families with whole units between bounds. Where fractions would do, whole units always do. */
export function fillTwo({ own, familyOf }: Table, margin: Float64Array, wish: Wish): Filled {
  const [row = new Int32Array(0), column = new Int32Array(0)] = own;
  const grid = {
    ...{ row, column },
    rowSum: margin.map((sum, limit) => (familyOf[limit] === 0 ? sum : 0)),
    columnSum: margin.map((sum, limit) => (familyOf[limit] === 1 ? sum : 0)),
  };
  const start = startOf(own, margin, wish);
  if (start === null) return { proof: new Float64Array(margin.length), short: NaN };
  const filled = transport(grid, wish.low, wish.high, start, byFraction(wish.near, start));
  if (filled instanceof Float64Array) return { cells: filled };
  const { rows, columns, short } = filled;
  return { proof: margin.map((_, limit) => (rows[limit] ?? 0) - (columns[limit] ?? 0)), short };
}

/** As near to the wish from below as no sum is passed; null where the lower bounds alone pass one. */
function startOf(own: Table['own'], margin: Float64Array, { low, near }: Wish): Float64Array | null {
  const rest = own.map((family) => {
    const left = margin.slice();
    low.forEach((least, cell) => {
      const limit = family[cell] ?? -1;
      if (limit >= 0) left[limit] = (left[limit] ?? 0) - least;
    });
    return left;
  });
  if (rest.some((left) => left.some((room) => room < 0))) return null;
  const share = own.map((family, at) => {
    const wanted = new Float64Array(margin.length);
    near.forEach((amount, cell) => {
      const limit = family[cell] ?? -1;
      if (limit >= 0) wanted[limit] = (wanted[limit] ?? 0) + Math.max(0, amount - (low[cell] ?? 0));
    });
    return wanted.map((more, limit) => Math.min(1, (rest[at]?.[limit] ?? 0) / Math.max(more, 1e-300)));
  });
  return low.map((least, cell) => {
    const part = own.reduce((most, family, at) => {
      const limit = family[cell] ?? -1;
      return limit < 0 ? most : Math.min(most, share[at]?.[limit] ?? 1);
    }, 1);
    return least + Math.floor(Math.max(0, (near[cell] ?? 0) - least) * part + 1e-7);
  });
}

/** Cells in the order of what they still miss, the most first; noise does not break ties. */
function byFraction(near: Float64Array, start: Float64Array): Uint32Array {
  const count = near.length;
  const keys = near.map((amount, cell) => {
    const missing = Math.min(Math.max(amount - (start[cell] ?? 0), 0), 1);
    return Math.round((1 - missing) * 1e6) * count + cell;
  });
  return Uint32Array.from(keys.sort(), (key) => key % count);
}
