import type { Interval } from '../stats/interval.ts';
import { toSignificant } from '../stats/significant.ts';
import type { RatioBelief } from './types.ts';

/** Under so many expected events a record says too little to be read by itself. */
const FEWEST_EVENTS = 5;

/** The totals that a belief tells: results and base, all months used, the running one too, unweighted. */
export interface Told {
  readonly x: number;
  readonly n: number;
}

/** What a rep without evidence is labelled is the prior's matter; else the expected events in the record decide. */
export function basisOf(told: Told, expectedEvents: number, without: 'assumed' | 'tooLittle') {
  if (told.n === 0) return without;
  return expectedEvents >= FEWEST_EVENTS ? 'own' : 'tooLittle';
}

type Moments = Pick<RatioBelief, 'shrunk' | 'ownShare' | 'basis'> &
  Partial<Pick<RatioBelief, 'A' | 'S' | 'vv' | 's2' | 'a' | 'omega'>>;

/**
 * Completes a belief: raw and used ratio, NaN for what its kind has not. The interval is worked out when first asked
 * for: a plan reads few of the thousands of them.
 */
export function belief(told: Told, moments: Moments, interval: () => Interval): RatioBelief {
  let known: Interval | null = null;
  const ends = (): Interval => (known ??= interval());
  return {
    ...{ A: NaN, S: NaN, vv: NaN, s2: NaN, a: NaN, omega: NaN },
    ...moments,
    ...{ x: told.x, n: told.n, raw: told.n > 0 ? told.x / told.n : NaN },
    used: toSignificant(moments.shrunk),
    get low() {
      return ends().low;
    },
    get high() {
      return ends().high;
    },
  };
}
