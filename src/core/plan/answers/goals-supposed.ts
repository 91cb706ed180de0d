import type { GoalsSupposedAnswer, GoalsSupposedQuery } from '../../../model/planning.ts';
import { supposingGoals } from '../goals/supposing.ts';
import type { PlanState } from '../plan-state.ts';
import { goalsAnswer } from './goals.ts';

/** The goals as some changes would leave them. */
export const goalsSupposedAnswer = (
  state: PlanState,
  { span, changes }: GoalsSupposedQuery,
): GoalsSupposedAnswer => ({
  kind: 'goalsSupposed',
  goals: goalsAnswer(supposingGoals(state, changes), { kind: 'goals', span }),
});
