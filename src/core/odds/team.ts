import { attain } from './attain.ts';
import { increasingRoot } from './confident.ts';
import { outcomeOf, type ChainOdds, type Outcome } from './chain-odds.ts';
import { probit } from '../stats/probit.ts';

/** One rep's part of a team's goal: what the work brings, and the work of the expected quota. */
export interface RepWork {
  readonly odds: ChainOdds;
  readonly work: number;
}

/**
 * What a team brings together: means add up, and variances too, but reps share one market, whose relative variance
 * ψ (`shared`) acts on the whole sum (METHODS 2); what comes in beside the chain is no part of that market's ratios.
 */
export function teamOutcome(parts: readonly Outcome[], shared: number): Outcome {
  let [EN, VN, ER, VR] = [0, 0, 0, 0];
  let [hasOther, mean, variance] = [false, 0, 0];
  for (const part of parts) {
    EN += part.EN;
    VN += part.VN;
    ER += part.ER;
    VR += part.VR;
    if (!part.other) continue;
    hasOther = true;
    mean += part.other.mean;
    variance += part.other.variance;
  }
  const other = hasOther ? { mean, variance } : undefined;
  return { EN, VN: VN + shared * EN ** 2, ER, VR: VR + shared * ER ** 2, other };
}

const outcomeAt = (reps: readonly RepWork[], multiplier: number, shared: number): Outcome =>
  teamOutcome(
    reps.map(({ odds, work }) => outcomeOf(odds, work * multiplier)),
    shared,
  );

/**
 * The one multiplier on the reps' work with P(R ≥ goal) ≥ confidence: 0 where nothing is left to reach or what is in
 * hand is enough, NaN where no amount of work is.
 */
export function teamMultiplier(
  reps: readonly RepWork[],
  goal: number,
  confidence: number,
  shared: number,
): number {
  if (goal <= 0) return 0;
  if (attain(outcomeAt(reps, 0, shared), goal) >= confidence) return 0;
  if (!(outcomeAt(reps, 1, shared).ER > 0)) return NaN;
  const wanted = probit(confidence);
  const short = (ln: number): number => probit(attain(outcomeAt(reps, Math.exp(ln), shared), goal)) - wanted;
  return Math.exp(increasingRoot(short, 0));
}
