import { attain } from '../../odds/attain.ts';
import { outcomeOf, type ChainOdds, type Outcome } from '../../odds/chain-odds.ts';

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

const HALVINGS = 40;

/** Nine in ten such months come to more than this. */
export function lowOf(outcome: Outcome, mean: number): number {
  let [low, high] = [0, mean];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (attain(outcome, middle) > 0.9) low = middle;
    else high = middle;
  }
  return low;
}
