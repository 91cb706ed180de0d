import type { Change } from '../../../model/diff.ts';
import { keysOf, kindOf } from '../../../model/ids.ts';
import { numberOf } from '../../../model/read-record.ts';
import { NOT_SPLIT, type GoalTable } from '../goal-table.ts';
import type { PlanState } from '../plan-state.ts';
import { eachFound, type Found } from './edit-changes.ts';
import type { PlanCube } from './goal-cube.ts';

/** The plan as typed goals would leave it, with how they were shared out. */
export function supposingFound(
  state: PlanState,
  made: PlanCube,
  found: Found,
  spreads: readonly Change[],
): PlanState {
  const supposed = state.supposing(spreads);
  const { goals } = supposed.plan;
  eachFound(state, made, found, ({ rep, month, slot, amount, isKnown }) => {
    if (isKnown || amount !== null) goals.put(rep, month, slot, amount);
  });
  return supposed;
}

/** The plan as changes of its goals would leave it; only the months that they touch are copied. */
export function supposingGoals(state: PlanState, changes: readonly Change[]): PlanState {
  if (changes.length === 0) return state;
  const supposed = state.supposing(changes.filter((change) => kindOf(idOf(change)) !== 'goal'));
  for (const change of changes) putGoal(supposed.plan.goals, change);
  return supposed;
}

const idOf = (change: Change): string =>
  'create' in change ? change.create : 'remove' in change ? change.remove : change.id;

/** There may be tens of thousands of them: a goal has one field, and nothing else hangs on it here. */
function putGoal(goals: GoalTable, change: Change): void {
  const id = idOf(change);
  if (kindOf(id) !== 'goal') return;
  const [rep = '', month = '', segment = NOT_SPLIT] = keysOf(id);
  if ('remove' in change) goals.put(rep, month, segment, undefined);
  else goals.put(rep, month, segment, numberOf('create' in change ? change.values['amount'] : change.value));
}
