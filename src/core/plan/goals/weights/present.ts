import { seasonally } from './by-head.ts';
import { isSome, keyOf, repMonths, type RepMonths, type SpreadOver } from './spread-over.ts';

/** What the leaves of the total come to at present; NaN = blank. */
export const presentOf = (over: SpreadOver): RepMonths =>
  repMonths(over, (rep, month) => {
    const key = keyOf(over, rep);
    const { goals } = over.state.plan;
    let sum = NaN;
    for (const segment of over.leaves) {
      const amount = goals.leaf(key, month, segment);
      if (amount !== undefined) sum = (Number.isNaN(sum) ? 0 : sum) + amount;
    }
    return sum;
  });

/** What the reps' months come to, whatever they are split into. */
const wholesOf = (over: SpreadOver): RepMonths =>
  repMonths(over, (rep, month) => over.state.plan.goals.get(month)?.get(keyOf(over, rep)) ?? NaN);

/**
 * As the goals are now. A segment that is blank in all of them is shared out like the whole of its reps' months, and what
 * is blank altogether by season, equally between heads.
 */
export function asNow(over: SpreadOver): RepMonths {
  const present = presentOf(over);
  if (isSome(present)) return present;
  const whole = wholesOf(over);
  return isSome(whole) ? whole : seasonally(over);
}

/** There is a goal to go by. */
export const hasGoals = (over: SpreadOver): boolean => isSome(presentOf(over)) || isSome(wholesOf(over));
