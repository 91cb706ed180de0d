import type {
  GoalEdit,
  Spread,
  SpreadChoice,
  SpreadChoicesAnswer,
  SpreadChoicesQuery,
} from '../../../model/planning.ts';
import { SPREAD_METHODS } from '../../../model/records/goals.ts';
import { solveGoalsInSteps } from '../../goals/solve.ts';
import { atMost, atOneGo, type InSteps } from '../../in-steps.ts';
import { askedEdit, type AskedEdit } from '../goals/asked-edit.ts';
import { repsBeyond } from '../goals/beyond.ts';
import { editCube, type EditCube } from '../goals/edit-cube.ts';
import type { PlanState } from '../plan-state.ts';
import { recordInSteps } from '../support/goals-support.ts';

/** Steps for one way where locks cross: beyond that it counts as one that the locks don't allow. */
const STEPS = 2000;

/**
 * What each way of sharing an edit out would come to; like another row only where one is chosen, a mix first where one
 * is. A way that has nothing to go by says so: shared out by it, the total would go by season and equally between heads.
 * In steps, as many goals take seconds.
 */
export function* spreadChoicesInSteps(
  state: PlanState,
  { edit }: SpreadChoicesQuery,
): InSteps<SpreadChoicesAnswer> {
  const made = editCube(state, [edit]);
  const ways = waysOf(edit);
  const choices: SpreadChoice[] = [];
  let withoutAny: Outcome | null = null;
  yield* recordInSteps(state, edit.span);
  for (const spread of ways) {
    const own = { ...edit, spread };
    const asked = yield* askedEdit(state, made, own, [own]);
    yield choices.length / ways.length;
    // All that have nothing to go by share it out in the same way.
    const known: Outcome | null = asked?.missing ? withoutAny : null;
    const outcome: Outcome = known ?? (yield* outcomeOf(state, made, edit, asked));
    if (asked?.missing) withoutAny = outcome;
    choices.push({ spread, ...outcome, missing: asked?.missing ?? outcome.missing });
  }
  return { kind: 'spreadChoices', choices };
}

/** The same at one go. */
export const spreadChoicesAnswer = (state: PlanState, query: SpreadChoicesQuery): SpreadChoicesAnswer =>
  atOneGo(spreadChoicesInSteps(state, query));

function waysOf({ spread }: GoalEdit): Spread[] {
  const { like = null, growth = null, mix = [] } = spread ?? {};
  const single = SPREAD_METHODS.filter((method) => method !== 'likeRow' || like !== null).map(
    (method): Spread => ({ method, like: method === 'likeRow' ? like : null, growth, mix: [] }),
  );
  return spread && mix.length > 0 ? [spread, ...single] : single;
}

type Outcome = Omit<SpreadChoice, 'spread'>;
const NOT_TO_BE_HAD: Outcome = { beyond: 0, cells: 0, missing: 'locks' };

function* outcomeOf(
  state: PlanState,
  made: EditCube,
  edit: GoalEdit,
  asked: AskedEdit | null,
): InSteps<Outcome> {
  if (asked === null) return NOT_TO_BE_HAD;
  const { boxes: locks, cube } = made;
  const found = yield* atMost(solveGoalsInSteps({ cube, edits: [asked.edit], locks }), STEPS);
  if (!found?.possible) return NOT_TO_BE_HAD;
  yield 0;
  return { beyond: repsBeyond(state, made, edit, found), cells: found.leaves.length, missing: null };
}
