import type { GoalQuestion } from './cube.ts';
import { AT_MOST, EXACT, fit, IGNORED } from './fit.ts';
import type { Fill, Filled, Wish } from './fill.ts';
import type { Piece } from './pieces.ts';
import type { Table } from './table.ts';
import { typedWeights } from './typed-weights.ts';
import type { Units } from './units.ts';

/** Tries for whole units: near what was fitted, and anywhere. */
const FEW = 60;
const MANY = 3000;

/** How near a fitted sum has to come to its margin, in units. */
const CLOSE = 0.01;

/**
 * The cells of typed totals: as their weights have it wherever the locks let them, else as near as they can be.
 * What the cells of locks alone come to at present has no say in it, so that a second time changes nothing.
 */
export function* nearTyped(
  question: GoalQuestion,
  table: Table,
  pieces: readonly Piece[],
  units: Units,
  fill: Fill,
): Generator<number, Filled> {
  const weights = typedWeights(question, pieces, units.unit);
  const some = weights.map((weight, cell) => (pieces[cell]?.typed && weight === 0 ? 1 : weight));
  const typed = pieces.map((piece) => piece.typed);
  const ask = asks(table, typed);
  const first = yield* fit(table, units.margin, ask, weights, CLOSE);
  if (table.own.length > 2) {
    const alone = yield* typedAlone(question, table, pieces, units, fill, within(units, first, typed), ask);
    if (alone) return alone;
  }
  const filled = yield* fill(units.margin, within(units, first, typed));
  if ('cells' in filled) return filled;
  const any = yield* fill(units.margin, { ...units, near: first.cells, tries: MANY });
  if (!('cells' in any)) return any;
  const second = yield* fill(
    units.margin,
    within(units, yield* fit(table, units.margin, ask, some, CLOSE), typed),
  );
  if ('cells' in second) return second;
  const whole = yield* fit(table, units.margin, ask.map(exactly), canonical(table, units, some), CLOSE);
  const third = yield* fill(units.margin, within(units, whole, typed));
  return 'cells' in third ? third : any;
}

/** Typed cells first, on their own, and the others as they are: few of them have to move. null = not to be had so. */
function* typedAlone(
  { cube }: GoalQuestion,
  { atoms }: Table,
  pieces: readonly Piece[],
  units: Units,
  fill: Fill,
  wish: Wish,
  ask: Uint8Array,
): Generator<number, Filled | null> {
  const none = new Float64Array(atoms.length);
  const only = (bounds: Float64Array): Float64Array =>
    none.map((_, cell) => (pieces[cell]?.typed ? (bounds[cell] ?? 0) : 0));
  const under = ask.map((of) => (of === EXACT ? 0 : 1));
  const typed = yield* fill(units.margin, { ...wish, low: only(wish.low), high: only(wish.high), under });
  if (!('cells' in typed)) return null;
  const or = (given: Float64Array, other: Float64Array): Float64Array =>
    given.map((amount, cell) => (pieces[cell]?.typed ? amount : (other[cell] ?? 0)));
  const filled = yield* fill(units.margin, {
    low: or(typed.cells, units.low),
    high: or(typed.cells, units.high),
    near: or(typed.cells, presentOf(pieces, cube.present, units.unit)),
    tries: FEW,
  });
  return 'cells' in filled ? filled : null;
}

const presentOf = (pieces: readonly Piece[], leaves: Float64Array, unit: number): Float64Array =>
  Float64Array.from(
    pieces,
    (piece) => piece.leaves.reduce((sum, leaf) => sum + Math.max(0, leaves[leaf] || 0), 0) / unit,
  );

const exactly = (ask: number): number => (ask === AT_MOST ? EXACT : ask);

/** The other cells, in proportion to what they are, the typed ones given. */
export function* nearPresent(
  question: GoalQuestion,
  table: Table,
  pieces: readonly Piece[],
  units: Units,
  given: Float64Array,
  next: Float64Array,
  fill: Fill,
): Generator<number, Filled> {
  const fixed = pieces.map(({ typed }) => typed);
  const low = units.low.map((least, cell) => (fixed[cell] ? (given[cell] ?? 0) : least));
  const high = units.high.map((most, cell) => (fixed[cell] ? (given[cell] ?? 0) : most));
  const margin = rest(table, units.margin, given, fixed);
  const weights = otherWeights(question, pieces, next, units.unit);
  const ask = new Uint8Array(margin.length).fill(EXACT);
  for (const start of [weights, weights.map((weight, cell) => (fixed[cell] ? 0 : weight || 1))]) {
    const fitted = yield* fit(table, margin, ask, start, CLOSE);
    const bounds = within(
      units,
      fitted,
      fixed.map((is) => !is),
    );
    const filled = yield* fill(units.margin, {
      tries: FEW,
      near: fitted.cells.map((amount, cell) => (fixed[cell] ? (given[cell] ?? 0) : amount)),
      low: bounds.low.map((least, cell) => (fixed[cell] ? (given[cell] ?? 0) : least)),
      high: bounds.high.map((most, cell) => (fixed[cell] ? (given[cell] ?? 0) : most)),
    });
    if ('cells' in filled) return filled;
  }
  return yield* fill(units.margin, { low, high, near: given, tries: MANY });
}

/** Typed totals that go by what is there are among them: where nothing is, by what they then go by. */
function otherWeights(
  question: GoalQuestion,
  pieces: readonly Piece[],
  next: Float64Array,
  unit: number,
): Float64Array {
  const isProportional = ({ typed, edit }: Piece): boolean => !typed && edit !== null;
  const proportional = typedWeights(
    question,
    pieces.map((piece) => ({ ...piece, typed: isProportional(piece) })),
    unit,
  );
  return presentOf(pieces, next, unit).map((weight, cell) => {
    const piece = pieces[cell];
    if (!piece || piece.typed) return 0;
    return isProportional(piece) ? (proportional[cell] ?? 0) : weight;
  });
}

/** Whole units on either side of what was fitted, and as far as it is off. */
function within(
  { low, high }: Units,
  { cells, off }: { cells: Float64Array; off: number },
  which: boolean[],
): Wish {
  const about = off > CLOSE ? off : 0;
  return {
    near: cells,
    tries: FEW,
    low: low.map((least, cell) =>
      which[cell] ? Math.max(least, Math.floor((cells[cell] ?? 0) - about + 1e-6)) : least,
    ),
    high: high.map((most, cell) =>
      which[cell] ? Math.min(most, Math.ceil((cells[cell] ?? 0) + about - 1e-6)) : most,
    ),
  };
}

/** A margin of typed cells alone has to be met by them; others can take up the rest. */
function asks({ own, margin }: Table, typed: readonly boolean[]): Uint8Array {
  const ask = new Uint8Array(margin.length).fill(IGNORED);
  for (const family of own)
    family.forEach((limit, cell) => {
      if (limit >= 0 && typed[cell] && ask[limit] === IGNORED) ask[limit] = EXACT;
    });
  for (const family of own)
    family.forEach((limit, cell) => {
      if (limit >= 0 && !typed[cell]) ask[limit] = AT_MOST;
    });
  return ask;
}

/** Every other cell with the same part in the margin that leaves it least. */
function canonical({ own, margin }: Table, units: Units, typed: Float64Array): Float64Array {
  const count = new Float64Array(margin.length);
  for (const family of own)
    for (const limit of family) if (limit >= 0) count[limit] = (count[limit] ?? 0) + 1;
  return typed.map((weight, cell) =>
    weight > 0
      ? weight
      : own.reduce((least, family) => {
          const limit = family[cell] ?? -1;
          return limit < 0 ? least : Math.min(least, (units.margin[limit] ?? 0) / (count[limit] ?? 1));
        }, Infinity),
  );
}

function rest(
  { own }: Table,
  margin: Float64Array,
  given: Float64Array,
  fixed: readonly boolean[],
): Float64Array {
  const left = margin.slice();
  for (const family of own)
    family.forEach((limit, cell) => {
      if (limit >= 0 && fixed[cell]) left[limit] = (left[limit] ?? 0) - (given[cell] ?? 0);
    });
  return left;
}
