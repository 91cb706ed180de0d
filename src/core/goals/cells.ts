import type { GoalQuestion } from './cube.ts';
import { fillMany } from './fill-many.ts';
import { fillTwo, type Fill, type Filled } from './fill.ts';
import type { Limits } from './limits.ts';
import { nearPresent, nearTyped } from './near.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { settle } from './settle.ts';
import { clashOfNested, type Clash, type Table } from './table.ts';
import { unitsOf } from './units.ts';

/** What the leaves come to; limits of which some can't hold; or by how much whole units miss (NaN = too hard to tell). */
export type Outcome = { readonly next: Float64Array } | Clash | { readonly missed: number };

/** Moves the leaves of a question to where all of its limits hold. */
export function* move(question: GoalQuestion, limits: Limits, table: Table): Generator<number, Outcome> {
  const clash = clashOfNested(table);
  if (clash) return clash;
  const pieces = piecesOf(question, limits, table);
  const next = question.cube.present.slice();
  if (staysAsItIs(question, table, pieces)) return { next };
  if (table.own.length > 1) return yield* moveCrossing(question, table, byWeightsFirst(pieces), next);
  const sums = Float64Array.from(pieces, (_, cell) => table.margin[table.own[0]?.[cell] ?? -1] ?? 0);
  for (const typed of [true, false]) settle(question.cube, pieces, sums, next, typed);
  return { next };
}

/** Whether the limits can hold at all. */
export function* holds(table: Table, splitUnit: number): Generator<number, Outcome | null> {
  const clash = clashOfNested(table);
  if (clash) return clash;
  if (table.own.length < 2) return null;
  const units = unitsOf(table, splitUnit);
  const filled = yield* fillOf(table)(units.margin, { ...units, near: units.low, tries: 0 });
  return 'cells' in filled ? null : failure(table, filled, units.unit);
}

function* moveCrossing(
  question: GoalQuestion,
  table: Table,
  pieces: readonly Piece[],
  next: Float64Array,
  splitUnit = question.cube.splitUnit,
): Generator<number, Outcome> {
  const { cube } = question;
  const units = unitsOf(table, splitUnit);
  const fill = fillOf(table);
  const typed = yield* nearTyped(question, table, pieces, units, fill);
  if ('missed' in typed && units.unit > 1) return yield* moveCrossing(question, table, pieces, next, 1);
  if (!('cells' in typed)) return failure(table, typed, units.unit);
  settle(cube, pieces, inMinor(typed.cells, units.unit), next, true);
  const sums = presentSums(pieces, next);
  if (!meets(table, sums)) {
    const others = yield* nearPresent(question, table, pieces, units, typed.cells, next, fill);
    if (!('cells' in others)) return failure(table, others, units.unit);
    sums.set(inMinor(others.cells, units.unit));
  }
  settle(cube, pieces, sums, next, false);
  return { next };
}

/**
 * Where some totals go by weights and others by what is there, those by weights come first and the others take up the rest,
 * as the cells of locks do: what is there after a first time would pull otherwise at a second.
 */
function byWeightsFirst(pieces: readonly Piece[]): readonly Piece[] {
  const goesByWeights = ({ edit }: Piece): boolean =>
    edit !== null && (edit.weigh !== null || edit.amount === null);
  const typed = pieces.filter((piece) => piece.typed);
  if (!typed.some(({ edit }) => (edit?.weigh ?? null) !== null)) return pieces;
  return pieces.map((piece) => ({ ...piece, typed: piece.typed && goesByWeights(piece) }));
}

const inMinor = (cells: Float64Array, unit: number): Float64Array =>
  cells.map((cell) => Math.round(cell * unit));

/** Proportional edits of what is there already move nothing. */
const staysAsItIs = ({ cube, edits }: GoalQuestion, table: Table, pieces: readonly Piece[]): boolean =>
  edits.every(({ weigh, amount }) => weigh === null && amount !== null && amount !== 0) &&
  meets(table, presentSums(pieces, cube.present));

const presentSums = (pieces: readonly Piece[], leaves: Float64Array): Float64Array =>
  Float64Array.from(pieces, (piece) => piece.leaves.reduce((sum, leaf) => sum + (leaves[leaf] || 0), 0));

function meets({ own, margin }: Table, sums: Float64Array): boolean {
  const left = margin.slice();
  for (const family of own)
    family.forEach((limit, cell) => {
      if (limit >= 0) left[limit] = (left[limit] ?? 0) - (sums[cell] ?? 0);
    });
  return left.every((rest) => rest === 0);
}

const fillOf = (table: Table): Fill =>
  function* (margin, wish) {
    return table.own.length === 2 ? fillTwo(table, margin, wish) : yield* fillMany(table, margin, wish);
  };

/** A limit is needed for the proof where it weighs something else than the one around it. */
function failure({ outer }: Table, filled: Exclude<Filled, { cells: Float64Array }>, unit: number): Outcome {
  if ('missed' in filled) return { missed: filled.missed * unit };
  const { proof, short } = filled;
  const suspects = [...proof.keys()].filter((limit) => {
    const around = outer[limit] ?? -1;
    return Math.abs((proof[limit] ?? 0) - (around < 0 ? 0 : (proof[around] ?? 0))) > 1e-7;
  });
  return { suspects, by: short * unit, irreducible: false };
}
