import type { Filled, Wish } from './fill.ts';
import type { Program } from './program.ts';
import { MOST_LIMITS, Simplex } from './simplex.ts';
import type { Table } from './table.ts';

const NOISE = 1e-5;

/**
 * Fills a table of three families or more with whole units between bounds, moving as few cells as it can off what they
 * are wished to be: linear programming, and where it comes out at fractions branch and bound. A whole table need not
 * exist where a fractional one does.
 */
export function* fillMany(table: Table, margin: Float64Array, wish: Wish): Generator<number, Filled> {
  if (margin.length > MOST_LIMITS) return { missed: NaN };
  yield 0;
  const { low, high, under } = wish;
  const start = wish.near.map((amount, cell) =>
    Math.min(Math.max(Math.round(amount), low[cell] ?? 0), high[cell] ?? 0),
  );
  const program = {
    own: table.own,
    margin: lessCells(table, margin, start),
    up: high.map((most, cell) => most - (start[cell] ?? 0)),
    down: start.map((amount, cell) => amount - (low[cell] ?? 0)),
    slack: margin.map((_, limit) => (under?.[limit] === 1 ? Infinity : 0)),
  };
  const simplex = new Simplex(program);
  if (!(yield* simplex.search())) return { proof: simplex.proof, short: simplex.short };
  const from = (moved: Float64Array): Float64Array => moved.map((by, cell) => by + (start[cell] ?? 0));
  if (wish.tries === 0) return { cells: from(simplex.moved()) };
  const search = { ...{ program, simplex }, left: wish.tries, missed: Infinity };
  const whole = yield* wholeIn(search);
  if (whole) return { cells: from(whole) };
  return { missed: search.left > 0 ? search.missed : NaN };
}

interface Search {
  readonly program: Program;
  readonly simplex: Simplex;
  left: number;
  /** How near any whole table came. */
  missed: number;
}

/** Depth first, the nearer side first. */
function* wholeIn(search: Search): Generator<number, Float64Array | null> {
  const { low, high, amounts } = search.simplex;
  const near = nearestWhole(search);
  const at = near ? -1 : mostFractional(amounts, search.program.up.length * 2);
  if (at < 0) return near;
  const [least, most, amount] = [low[at] ?? 0, high[at] ?? 0, amounts[at] ?? 0];
  const down = Math.floor(amount);
  for (const below of amount - down < 0.5 ? [true, false] : [false, true]) {
    if (--search.left < 0) return null;
    low[at] = below ? least : down + 1;
    high[at] = below ? down : most;
    const fits = yield* search.simplex.search();
    const whole = fits ? yield* wholeIn(search) : nearestWhole(search);
    if (whole) return whole;
  }
  low[at] = least;
  high[at] = most;
  return null;
}

function mostFractional(amounts: Float64Array, moves: number): number {
  let most = NOISE;
  let at = -1;
  for (let move = 0; move < moves; move++) {
    const amount = amounts[move] ?? 0;
    const off = Math.abs(amount - Math.round(amount));
    if (off > most) [most, at] = [off, move];
  }
  return at;
}

/** The moves rounded, then changed by single units as long as the sums come nearer; null where they do not get there. */
function nearestWhole(search: Search): Float64Array | null {
  const { program, simplex } = search;
  const moved = simplex.moved().map(Math.round);
  const rest = lessCells(program, program.margin, moved);
  const missing = (left: number, limit: number): number =>
    left > 0 ? Math.max(0, left - (program.slack[limit] ?? 0)) : -left;
  const missedBy = (): number => rest.reduce((sum, left, limit) => sum + missing(left, limit), 0);
  let missed = missedBy();
  for (let before = Infinity; missed > 0 && missed < before; missed = missedBy()) {
    before = missed;
    for (let cell = 0; cell < moved.length; cell++) {
      const by = wantedBy(program, rest, cell);
      const next = (moved[cell] ?? 0) + by;
      if (by === 0 || next > (program.up[cell] ?? 0) || -next > (program.down[cell] ?? 0)) continue;
      moved[cell] = next;
      for (const family of program.own) {
        const limit = family[cell] ?? -1;
        if (limit >= 0) rest[limit] = (rest[limit] ?? 0) - by;
      }
    }
  }
  search.missed = Math.min(search.missed, missed);
  return missed === 0 && isWithin(moved, program) ? moved : null;
}

const isWithin = (moved: Float64Array, { up, down }: Program): boolean =>
  moved.every((by, cell) => by <= (up[cell] ?? 0) && -by <= (down[cell] ?? 0));

/** 1 or -1 where one unit more or less brings more of a cell's sums nearer than farther, else 0. */
function wantedBy({ own, slack }: Program, rest: Float64Array, cell: number): number {
  let [up, down] = [0, 0];
  for (const family of own) {
    const limit = family[cell] ?? -1;
    if (limit < 0) continue;
    const left = rest[limit] ?? 0;
    up += left > 0 ? (slack[limit] === 0 ? 1 : 0) : -1;
    down += left < 0 ? 1 : slack[limit] === 0 ? -1 : 0;
  }
  return up > 0 ? 1 : down > 0 ? -1 : 0;
}

function lessCells({ own }: Pick<Table, 'own'>, margin: Float64Array, cells: Float64Array): Float64Array {
  const rest = margin.slice();
  for (const family of own)
    family.forEach((limit, cell) => {
      if (limit >= 0) rest[limit] = (rest[limit] ?? 0) - (cells[cell] ?? 0);
    });
  return rest;
}
