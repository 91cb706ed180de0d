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
export const belief = (told: Told, moments: Moments, interval: () => Interval): RatioBelief =>
  new Belief(told, moments, interval);

class Belief implements RatioBelief {
  readonly raw: number;
  readonly shrunk: number;
  readonly used: number;
  readonly ownShare: number;
  readonly x: number;
  readonly n: number;
  readonly A: number;
  readonly S: number;
  readonly vv: number;
  readonly s2: number;
  readonly a: number;
  readonly omega: number;
  readonly basis: RatioBelief['basis'];
  readonly #interval: () => Interval;
  #known: Interval | null = null;

  constructor(told: Told, moments: Moments, interval: () => Interval) {
    this.raw = told.n > 0 ? told.x / told.n : NaN;
    this.shrunk = moments.shrunk;
    this.used = toSignificant(moments.shrunk);
    this.ownShare = moments.ownShare;
    this.x = told.x;
    this.n = told.n;
    this.A = moments.A ?? NaN;
    this.S = moments.S ?? NaN;
    this.vv = moments.vv ?? NaN;
    this.s2 = moments.s2 ?? NaN;
    this.a = moments.a ?? NaN;
    this.omega = moments.omega ?? NaN;
    this.basis = moments.basis;
    this.#interval = interval;
  }

  get low(): number {
    return (this.#known ??= this.#interval()).low;
  }

  get high(): number {
    return (this.#known ??= this.#interval()).high;
  }
}
