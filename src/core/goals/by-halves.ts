import type { Outcome } from './cells.ts';
import type { Limit } from './limits.ts';

/** Whether limits can hold; null = they can. */
export type Test = (limits: readonly Limit[]) => Generator<number, Outcome | null>;

/** Limits that can't hold together; leave any one out and the others can. */
export interface Irreducible {
  readonly limits: readonly Limit[];
  readonly by: number;
}

/**
 * Leaves out of limits that can't hold together whatever is not needed for that, many at once where it can be had
 * (deletion filter, Chinneck & Dravnieks 1991, by halves). null = it could not be told.
 */
export function* byHalves(suspects: readonly Limit[], test: Test): Generator<number, Irreducible | null> {
  const first = yield* test(suspects);
  if (!first || !('suspects' in first)) return null;
  let limits = suspects;
  let by = first.by;
  for (let chunk = Math.ceil(limits.length / 2); chunk >= 1; chunk = chunk > 1 ? Math.ceil(chunk / 2) : 0) {
    for (let at = 0; at < limits.length;) {
      const fewer = limits.toSpliced(at, chunk);
      const still = fewer.length > 0 ? yield* test(fewer) : null;
      yield 0.5 + at / limits.length / 2;
      if (still && 'suspects' in still) {
        limits = fewer;
        by = still.by;
      } else at += chunk;
    }
  }
  return { limits, by };
}
