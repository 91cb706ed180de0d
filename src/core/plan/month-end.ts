import { outcomeOf, type Outcome } from '../odds/chain-odds.ts';
import { quantileOf } from '../odds/quantile-of.ts';
import { teamOutcome } from '../odds/team.ts';
import { paceWork, type MonthOdds } from './odds-of-month.ts';
import { repsUnder } from './org.ts';

/** Money of a unit at the end of a period, minor units: won by now, and what the days left bring. */
export interface End {
  readonly won: number;
  readonly outcome: Outcome;
}

/** What a band leaves out on each side. */
const TAIL = 0.1;

/** A unit's end when its reps do `workOf(rep)` in the days left; null where no rep's work is known. */
export function endOf(
  { org, chain, odds, shared }: MonthOdds,
  unit: number,
  workOf: (rep: number) => number,
): End | null {
  let won = 0;
  const parts: Outcome[] = [];
  let known = false;
  for (const rep of repsUnder(org, unit)) {
    const own = odds[rep];
    const work = chain.daysLeft[rep] ? workOf(rep) : 0;
    won += chain.won[rep] ?? 0;
    if (chain.other) won += chain.other.come[rep] ?? 0;
    if (own && work >= 0) parts.push(outcomeOf(own, work));
    known ||= (own !== undefined && own !== null && work >= 0) || won > 0;
  }
  if (!known) return null;
  const outcome = parts.length === 1 ? parts[0]! : teamOutcome(parts, shared);
  return { won, outcome };
}

/** At the usual pace. */
export const endAtPace = (given: MonthOdds, unit: number): End | null =>
  endOf(given, unit, paceWork(given, unit));

export const expectedOf = ({ won, outcome }: End): number => won + outcome.ER + (outcome.other?.mean ?? 0);
export const lowOf = ({ won, outcome }: End): number => won + quantileOf(outcome, TAIL);
export const highOf = ({ won, outcome }: End): number => won + quantileOf(outcome, 1 - TAIL);
