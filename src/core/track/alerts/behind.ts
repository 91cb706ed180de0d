import { attain } from '../../odds/attain.ts';
import { outcomeOf, type ChainOdds, type Outcome } from '../../odds/chain-odds.ts';
import { quantileOf } from '../../odds/quantile-of.ts';

/**
 * What a month brings that is planned right: the mean is its goal, the spread is that of the chain. `besides`: mean and
 * variance of what comes in beside the chain, which the goal holds. null = nothing is left for the chain to win.
 */
export function outcomeOfGoal(
  odds: ChainOdds,
  goal: number,
  besides: { readonly mean: number; readonly variance: number } | null,
): Outcome | null {
  const toWin = goal - (besides?.mean ?? 0);
  const alone: ChainOdds = {
    linear: { ...odds.linear, inHand: 0 },
    pairs: { ...odds.pairs, inHand: 0 },
    worth: odds.worth,
    ...(besides && { other: besides }),
  };
  const work = toWin / (odds.worth.mean * odds.linear.perWork);
  return work > 0 && Number.isFinite(work) ? outcomeOf(alone, work) : null;
}

/** How often so little, or less, comes of it. */
export const chanceOfLess = (outcome: Outcome, amount: number): number => 1 - attain(outcome, amount);

/** Nine in ten such months come to more than this. */
export const lowOf = (outcome: Outcome): number => quantileOf(outcome, 0.1);
