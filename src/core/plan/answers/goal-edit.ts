import type { GoalEdit, GoalEditAnswer, GoalEditQuery, HeldLock } from '../../../model/planning.ts';
import type { GoalSolution } from '../../goals/cube.ts';
import { solveGoalsInSteps } from '../../goals/solve.ts';
import { askedEdit, type AskedEdit } from '../goals/asked-edit.ts';
import { leafChanges, spreadChanges } from '../goals/edit-changes.ts';
import { editCube, type EditCube } from '../goals/edit-cube.ts';
import { supposingFound } from '../goals/supposing.ts';
import type { PlanState } from '../plan-state.ts';
import { goalsAnswer } from './goals.ts';

/**
 * What typed goals come to. Edits of one question hold together; locks that have a month in common with them, or with
 * one that has, take part. In steps, as locks that cross can take seconds: each tells about how far it has come (0 to
 * 1). The plan may change between them; the answer is of the plan as it was when it was asked.
 */
export function* goalEditInSteps(
  plan: PlanState,
  { edits, first = [], suppose }: GoalEditQuery,
): Generator<number, GoalEditAnswer> {
  const state = first.length > 0 ? plan.supposing(first) : plan;
  const made = editCube(state, edits);
  const asked: (AskedEdit | null)[] = [];
  for (const edit of edits) asked.push(yield* askedEdit(state, made, edit, edits));
  const missing = asked.indexOf(null);
  if (missing >= 0) return { kind: 'goalEdit', possible: false, why: 'nobody', edit: missing };
  return yield* solved(state, made, edits, asked as AskedEdit[], suppose);
}

function* solved(
  state: PlanState,
  made: EditCube,
  edits: readonly GoalEdit[],
  asked: readonly AskedEdit[],
  suppose: GoalEditQuery['suppose'],
): Generator<number, GoalEditAnswer> {
  const { cube, boxes: locks } = made;
  const solution = yield* solveGoalsInSteps({ cube, edits: asked.map(({ edit }) => edit), locks });
  if (!solution.possible) return { kind: 'goalEdit', ...refused(made, solution) };
  const leaves = leafChanges(state, made, solution);
  const spreads = edits.flatMap((edit, at) => {
    const { method, edit: of } = asked[at]!;
    return spreadChanges(state, edit, method, of.amount === null);
  });
  return {
    kind: 'goalEdit',
    possible: true,
    changes: [...leaves, ...spreads],
    cells: leaves.length,
    supposed:
      suppose && leaves.length > suppose.above
        ? goalsAnswer(supposingFound(state, made, solution, spreads), { kind: 'goals', span: suppose.span })
        : null,
    held: solution.held.map((lock) => heldLock(made, lock)),
  };
}

function refused(made: EditCube, refusal: Extract<GoalSolution, { possible: false }>) {
  if (refusal.why !== 'locks') return refusal;
  return { ...refusal, locks: refusal.locks.map((lock) => heldLock(made, lock)) };
}

const heldLock = ({ locks, boxes }: EditCube, at: number): HeldLock => ({
  ...locks[at]!.place,
  amount: boxes[at]?.amount ?? 0,
});

/** As many steps as are taken where nobody can say when it is enough: a matter of seconds. */
const STEPS = 2000;

/** The same at one go. */
export function goalEditAnswer(state: PlanState, query: GoalEditQuery): GoalEditAnswer {
  const steps = goalEditInSteps(state, query);
  for (let taken = 0; taken < STEPS; taken++) {
    const step = steps.next();
    if (step.done) return step.value;
  }
  return { kind: 'goalEdit', possible: false, why: 'tooHard' };
}
