import { probit } from '../stats/probit.ts';
import { attain } from './attain.ts';
import type { Outcome } from './chain-odds.ts';
import { increasingRoot } from './confident.ts';

/** Less money than this share of the mean is none. */
const NONE = 1e-4;

/** The amount that an outcome stays below with this chance (0..1); 0 where it is likelier still that nothing comes. */
export function quantileOf(outcome: Outcome, chance: number): number {
  const mean = outcome.ER + (outcome.other?.mean ?? 0);
  if (!(mean > 0)) return 0;
  if (attain(outcome, mean * NONE) <= 1 - chance) return 0;
  const wanted = probit(1 - chance);
  const root = increasingRoot((ln) => wanted - probit(attain(outcome, Math.exp(ln))), Math.log(mean));
  return Number.isNaN(root) ? NaN : Math.exp(root);
}
