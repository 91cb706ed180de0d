import type { Verdict } from '../../model/planning.ts';
import type { StepKind } from '../../model/records/measure.ts';
import type { RatioBelief } from '../ratios/types.ts';
import { rateMidP, shareMidP, valueP, yieldP } from './mid-p.ts';

/** One step of a finished month: results `x` out of `n`, and what was believed of the ratio before the month. */
export interface StepMonth {
  readonly kind: StepKind;
  readonly x: number;
  /** Trials of a share or rate, counts of a value step, pipeline money of a yield. */
  readonly n: number;
  /** A yield's money as trials: contracts / (1 + cv²). */
  readonly trials: number;
  readonly belief: Pick<RatioBelief, 'shrunk' | 'A' | 'S' | 'vv' | 's2' | 'a' | 'omega'>;
  /** Month noise ρ of shares and yields. */
  readonly rho: number;
}

export interface Judged {
  /** Share of the difference from the belief that is ability, at least; the rest is luck. 0..1. */
  readonly ability: number;
  /** Two-sided mid-p of the month under the belief; NaN where there is too little to judge. */
  readonly p: number;
  readonly verdict: Verdict;
}

/** Under so many expected events nothing is said. */
const FEWEST_EVENTS = 5;
const SURE = 0.05;
const USUAL = 0.2;

const verdictOf = (p: number): Verdict => (p < SURE ? 'real' : p < USUAL ? 'maybe' : 'luck');

const NOTHING: Judged = { ability: 0, p: NaN, verdict: 'tooLittle' };

/** How a month's ratio is to be read; METHODS section 5. */
export function judge(month: StepMonth): Judged {
  if (!(month.n > 0)) return NOTHING;
  const { ability, p, events } = judges[month.kind](month);
  // Without a belief there is nothing that the month could differ from.
  if (Number.isNaN(ability) || Number.isNaN(p)) return NOTHING;
  if (!(events >= FEWEST_EVENTS)) return { ability, p: NaN, verdict: 'tooLittle' };
  return { ability, p, verdict: verdictOf(p) };
}

type Judgement = Pick<Judged, 'ability' | 'p'> & { readonly events: number };

const judges: Record<StepKind, (month: StepMonth) => Judgement> = {
  share: ({ x, n, belief: { shrunk, A, S }, rho }) => ({
    ability: shareOf(n / (1 + (n - 1) * rho), A),
    p: shareMidP(Math.round(within(x, n)), n, shrunk, S),
    events: n * shrunk,
  }),
  rate: ({ x, n, belief: { shrunk, a, omega } }) => {
    const expected = shrunk * n;
    return {
      ability: shareOf(1 / (1 / expected + omega), a),
      p: rateMidP(Math.max(0, x), expected, expected + expected ** 2 * (omega + 1 / a)),
      events: expected,
    };
  },
  value: ({ x, n, belief: { shrunk, vv, s2 } }) => ({
    ability: shareOf(n, s2 / vv),
    p: valueP(x / n, shrunk, vv + s2 / n),
    events: n,
  }),
  yield: ({ x, n, trials, belief: { shrunk, A, S }, rho }) => {
    const noise = 1 / (S + 1);
    return {
      ability: shareOf(trials / (1 + (trials - 1) * rho), A),
      p: yieldP(x / n, shrunk, shrunk * (1 - shrunk) * (noise + (1 - noise) / trials)),
      events: trials * shrunk,
    };
  },
};

const shareOf = (own: number, prior: number): number => own / (own + prior);

const within = (x: number, n: number): number => Math.min(n, Math.max(0, x));
