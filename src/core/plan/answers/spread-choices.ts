import type {
  GoalEdit,
  Spread,
  SpreadChoice,
  SpreadChoicesAnswer,
  SpreadChoicesQuery,
} from '../../../model/planning.ts';
import { SPREAD_METHODS } from '../../../model/records/goals.ts';
import { solveGoals } from '../../goals/solve.ts';
import { askedEdit } from '../goals/asked-edit.ts';
import { repsBeyond } from '../goals/beyond.ts';
import { editCube, type EditCube } from '../goals/edit-cube.ts';
import type { PlanState } from '../plan-state.ts';

/**
 * What each way of sharing an edit out would come to; like another row only where one is chosen, a mix first where one
 * is. A way that has nothing to go by says so: shared out by it, the total would go by season and equally between heads.
 */
export function spreadChoicesAnswer(state: PlanState, { edit }: SpreadChoicesQuery): SpreadChoicesAnswer {
  const made = editCube(state, [edit]);
  return {
    kind: 'spreadChoices',
    choices: waysOf(edit).map((spread) => choice(state, made, { ...edit, spread })),
  };
}

function waysOf({ spread }: GoalEdit): Spread[] {
  const { like = null, growth = null, mix = [] } = spread ?? {};
  const single = SPREAD_METHODS.filter((method) => method !== 'likeRow' || like !== null).map(
    (method): Spread => ({ method, like: method === 'likeRow' ? like : null, growth, mix: [] }),
  );
  return spread && mix.length > 0 ? [spread, ...single] : single;
}

function choice(state: PlanState, made: EditCube, edit: GoalEdit): SpreadChoice {
  const spread = edit.spread!;
  const asked = askedEdit(state, made, edit, [edit]);
  const none = { spread, beyond: 0, cells: 0 };
  if (asked === null) return { ...none, missing: 'locks' };
  const { boxes: locks, cube } = made;
  const found = solveGoals({ cube, edits: [asked.edit], locks });
  if (!found.possible) return { ...none, missing: asked.missing ?? 'locks' };
  const beyond = repsBeyond(state, made, edit, found);
  return { spread, beyond, cells: found.leaves.length, missing: asked.missing };
}
