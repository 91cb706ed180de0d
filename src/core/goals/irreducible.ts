import { byHalves, type Irreducible, type Test } from './by-halves.ts';
import type { Limit, Limits } from './limits.ts';
import type { Program } from './program.ts';
import { MOST_LIMITS, Simplex } from './simplex.ts';

/** A limit that weighs less in a proof is rounding noise. */
const NOISE = 1e-7;

/**
 * Limits that can't hold together, without any that is not needed for that; null = it could not be told. One linear
 * program is taken up again for each of them; what that comes to is checked by itself. `only`: limits and their leaves.
 */
export function* irreducible(
  suspects: readonly Limit[],
  splitUnit: number,
  only: (limits: readonly Limit[]) => Limits,
  test: Test,
): Generator<number, Irreducible | null> {
  // Cells of what was typed below zero are bound otherwise.
  if (suspects.length <= MOST_LIMITS && !suspects.some(({ negative }) => negative)) {
    const limits = yield* needed(only(suspects), splitUnit);
    const told = yield* test(limits);
    if (told && 'suspects' in told) return { limits, by: told.by };
  }
  return yield* byHalves(suspects, test);
}

/**
 * Sets each limit aside in turn: where the others can hold it is needed, else it stays aside (deletion filter, Chinneck &
 * Dravnieks 1991), and so do all that have no part in the proof that the others can't (Farkas 1902: what a proof does not
 * weigh can go without it). Each search begins where the one before it ended, mostly some moves away.
 */
function* needed(limits: Limits, splitUnit: number): Generator<number, Limit[]> {
  const { list } = limits;
  yield 0.5;
  const simplex = new Simplex(programOf(limits, splitUnit));
  if (yield* simplex.search()) return [...list];
  let left = new Set(list.keys());
  const keepProven = (): void => {
    const proven = new Set([...left].filter((limit) => Math.abs(simplex.proof[limit] ?? 0) > NOISE));
    for (const limit of left) if (!proven.has(limit)) simplex.setAside(limit);
    left = proven;
  };
  keepProven();
  for (const limit of list.keys()) {
    if (!left.has(limit)) continue;
    simplex.setAside(limit);
    if (yield* simplex.search()) simplex.hold(limit);
    else {
      left.delete(limit);
      keepProven();
    }
    yield 0.5 + limit / list.length / 2;
  }
  return list.filter((_, limit) => left.has(limit));
}

/** Each limit with all cells in it, so that one can be set aside without the others. */
function programOf({ list, atoms }: Limits, splitUnit: number): Program {
  const around = atoms.alive().map((atom) => atoms.limitsOf(atom));
  const deepest = around.reduce((most, { length }) => Math.max(most, length), 0);
  const unit = list.every(({ amount }) => amount % splitUnit === 0) ? splitUnit : 1;
  return {
    own: Array.from({ length: deepest }, (_, depth) =>
      Int32Array.from(around, (limitsOfCell) => limitsOfCell[depth] ?? -1),
    ),
    margin: Float64Array.from(list, ({ amount }) => amount / unit),
    up: new Float64Array(around.length).fill(Infinity),
    down: new Float64Array(around.length),
    slack: new Float64Array(list.length),
  };
}
