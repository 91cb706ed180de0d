import type { OtherOdds } from './other-odds.ts';

/** What is known of one step, for the spread of what the work brings. */
export type StepSpread =
  /** Shares and yields: next month's ratio is Beta(mean·size, (1 − mean)·size). */
  | { readonly kind: 'share'; readonly mean: number; readonly size: number }
  /** Rates: relative variance of next month's rate, ω + 1/a*. */
  | { readonly kind: 'rate'; readonly mean: number; readonly spread: number }
  /** Counts that are in hand already join the new ones here. */
  | { readonly kind: 'inHand'; readonly count: number };

/** The money behind one final count: its mean, the variance of the mean, and the variance of one count's money. */
export interface Worth {
  readonly mean: number;
  readonly vv: number;
  readonly s2: number;
}

/** Where the result is a count, one is worth itself. */
export const COUNTED: Worth = { mean: 1, vv: 0, s2: 0 };

/**
 * How many final counts N come of D of the work, as factorial moments: E[N] = linear.perWork·D + linear.inHand and
 * E[N(N−1)] = pairs.perPair·D(D−1) + pairs.perWork·D + pairs.inHand; and what one final count is worth.
 */
export interface ChainOdds {
  readonly linear: { readonly perWork: number; readonly inHand: number };
  readonly pairs: { readonly perPair: number; readonly perWork: number; readonly inHand: number };
  readonly worth: Worth;
  /** What comes in beside the chain; absent = nothing. */
  readonly other?: OtherOdds | undefined;
}

/**
 * Walks a chain from the work to the result by factorial moments (METHODS 2): a share takes F1 to F1·m and F2 to
 * F2·m(mS + 1)/(S + 1), a rate takes F2 to (F2 + F1)·λ²(1 + ω + 1/a*) and F1 to F1·λ. F1 is linear in D and F2
 * quadratic at each step, so five numbers tell the moments for any D.
 */
export function chainOdds(steps: readonly StepSpread[], worth: Worth, other?: OtherOdds): ChainOdds {
  // Numbers of their own instead of objects: a thousand reps walk here for every month.
  let [perWork, inHand] = [1, 0];
  let [ofPairs, ofWork, ofInHand] = [1, 0, 0];
  for (const step of steps) {
    if (step.kind === 'inHand') {
      const { count } = step;
      ofWork += 2 * count * perWork;
      ofInHand = ofInHand + 2 * count * inHand + count * Math.max(0, count - 1);
      inHand += count;
      continue;
    }
    if (step.kind === 'rate') {
      // One count may bring several: each makes a pair with itself.
      ofWork += perWork;
      ofInHand += inHand;
    }
    const by = twice(step);
    ofPairs *= by;
    ofWork *= by;
    ofInHand *= by;
    perWork *= step.mean;
    inHand *= step.mean;
  }
  return {
    linear: { perWork, inHand },
    pairs: { perPair: ofPairs, perWork: ofWork, inHand: ofInHand },
    worth,
    other,
  };
}

/** The chance, or expected number, of two of two. */
function twice(step: Exclude<StepSpread, { kind: 'inHand' }>): number {
  const { mean } = step;
  if (step.kind === 'rate') return mean ** 2 * (1 + step.spread);
  return step.size === Infinity ? mean ** 2 : (mean * (mean * step.size + 1)) / (step.size + 1);
}

/** Mean and variance of the final counts N and of what they are worth, R. */
export interface Outcome {
  readonly EN: number;
  readonly VN: number;
  readonly ER: number;
  readonly VR: number;
  /** What comes in beside that; absent = nothing. */
  readonly other?: OtherOdds | undefined;
}

/** What `work` (the first measure of the chain, D ≥ 0) brings. */
export function outcomeOf({ linear, pairs, worth, other }: ChainOdds, work: number): Outcome {
  const { mean: v, vv, s2 } = worth;
  const EN = linear.perWork * work + linear.inHand;
  const EN2 = pairs.perPair * work * Math.max(0, work - 1) + pairs.perWork * work + pairs.inHand + EN;
  const ER = EN * v;
  return { EN, VN: EN2 - EN ** 2, ER, VR: EN * s2 + EN2 * (v ** 2 + vv) - ER ** 2, other };
}
