import type { MissingDaysAnswer, MissingDaysQuery } from '../../../model/planning.ts';
import { MissingDays } from '../missing-days.ts';
import type { PlanState } from '../plan-state.ts';

/** How many days there are to fill in. */
export function missingDaysAnswer(state: PlanState, { month }: MissingDaysQuery): MissingDaysAnswer {
  const { first } = state.days(month);
  const found = new MissingDays(state, first, first + state.elapsed(month));
  const days = state.org.repKeys.reduce((sum, _, rep) => sum + found.of(rep).length, 0);
  return { kind: 'missingDays', month, days };
}
