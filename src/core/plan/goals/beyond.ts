import type { GoalPlace } from '../../../model/ids.ts';
import { stretchOf } from '../answers/stretch.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { eachFound, type Found } from './edit-changes.ts';
import type { PlanCube } from './goal-cube.ts';

/** Reps of a unit whose goal of a span would be beyond anything in the record. */
export function repsBeyond(
  state: PlanState,
  made: PlanCube,
  { unit, span }: Pick<GoalPlace, 'unit' | 'span'>,
  found: Found,
): number {
  const supposed = state.supposing([]);
  const { goals } = supposed.plan;
  eachFound(state, made, found, ({ rep, month, slot, amount }) => goals.put(rep, month, slot, amount));
  const { word } = stretchOf(state, supposed, span);
  const { org } = state;
  return repsUnder(org, org.index.get(unit) ?? -1).filter((rep) => word[org.reps[rep] ?? -1] === 'beyond')
    .length;
}
