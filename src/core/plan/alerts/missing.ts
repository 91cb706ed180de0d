import type { MissingAlert } from '../../../model/planning.ts';
import { dayNumber, dayOf } from '../../../model/time.ts';
import { MissingDays } from '../missing-days.ts';
import type { PlanState } from '../plan-state.ts';

/** How far back blanks are still worth filling in. */
const DAYS_BACK = 14;

/** The missing days of each rep in the last two weeks. */
export function missing(state: PlanState): MissingAlert[] {
  const today = dayNumber(state.asOf);
  const found = new MissingDays(state, today - DAYS_BACK, today);
  return state.org.repKeys.flatMap((unit, rep) => {
    const days = found.of(rep).map(dayOf);
    if (days.length === 0) return [];
    const signature = `missing.${unit}.${days.at(-1) ?? ''}`;
    return [{ rule: 'missing', severity: 'hint', signature, unit, days }];
  });
}
