import type { Change } from '../../../model/diff.ts';
import { SETTINGS_ID } from '../../../model/ids.ts';
import type { PlanState } from '../plan-state.ts';
import { strainOf, type LoadOf } from './load-result.ts';

/** What may be promised instead, from the surest down; null = the expected requirement. */
const LOWER = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, null];

/** A lower confidence for the whole plan. */
export interface LowerConfidence {
  readonly chance: number | null;
  readonly changes: readonly Change[];
}

/** The highest confidence at which nobody is over the limit, else the lowest there is. null: it is that already. */
export function lowerConfidence(state: PlanState, of: LoadOf): LowerConfidence | null {
  const { confidence } = state.plan.settings;
  if (confidence === null) return null;
  const below = LOWER.filter((chance) => chance === null || chance < confidence);
  const changesTo = (value: number | null): Change[] => [{ id: SETTINGS_ID, field: 'confidence', value }];
  let [first, last] = [0, below.length - 1];
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    const { over } = strainOf(state.supposing(changesTo(below[middle]!)), of);
    if (over === 0) last = middle;
    else first = middle + 1;
  }
  return { chance: below[first]!, changes: changesTo(below[first]!) };
}
