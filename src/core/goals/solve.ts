import { holds, move, type Outcome } from './cells.ts';
import type { GoalQuestion, GoalRefusal, GoalSolution } from './cube.ts';
import { irreducible } from './irreducible.ts';
import type { Limit, Limits } from './limits.ts';
import { reachOf, type Reach } from './reach.ts';
import { scopeOf, type Scope } from './scope.ts';
import { tableOf } from './table.ts';

const STEPS = 2000;
type Refused = Exclude<Outcome, { next: Float64Array }>;

function atMost(steps: number): () => boolean {
  let left = steps;
  return () => left-- > 0;
}

/**
 * What the leaves come to when totals are typed while locks hold: exact to the minor unit at every total, nothing
 * negative that was not typed so, and nothing changed where it can't be had. `mayGoOn` is asked at every step; once it
 * says no, the answer is 'tooHard'. Where it is left out some thousand steps are taken, a matter of seconds.
 */
export function solveGoals(question: GoalQuestion, mayGoOn = atMost(STEPS)): GoalSolution {
  const steps = solveGoalsInSteps(question);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!mayGoOn()) return { possible: false, why: 'tooHard' };
  }
}

/**
 * The same in steps of some milliseconds each, for what may take longer: whoever runs it can tell about how far it has
 * come (0 to 1), and leave it at any step.
 */
export function* solveGoalsInSteps(question: GoalQuestion): Generator<number, GoalSolution> {
  const reach = reachOf(question.cube);
  const nobody = editOfNobody(question, reach);
  if (nobody >= 0) return { possible: false, why: 'nobody', edit: nobody };
  const scope = scopeOf(question, reach);
  const narrow = scope.narrow();
  const near = yield* move(question, narrow, tableOf(narrow));
  const found = 'next' in near ? solution(question, near.next, scope.met) : null;
  // What only a wide search could find stays as it was found, though from there a narrow one would do.
  if (found && (found.leaves.length === 0 || !isThere(question, reach))) return found;
  const locks = scope.linked();
  const wide = scope.wide([...question.edits.keys()], locks);
  const far = yield* move(question, wide, tableOf(wide));
  const foundFar = 'next' in far ? solution(question, far.next, locks) : null;
  if (found) return foundFar?.leaves.length === 0 ? foundFar : found;
  return foundFar ?? (yield* refusal(question, scope, wide.list, far as Refused));
}

/** What is typed is what the plan has already. */
const isThere = ({ edits, cube: { present } }: GoalQuestion, reach: Reach): boolean =>
  edits.every(({ box, amount }) => {
    let sum = 0;
    reach.each(box, (leaf) => (sum += present[leaf] || 0));
    return sum === amount;
  });

function editOfNobody({ edits }: GoalQuestion, reach: Reach): number {
  return edits.findIndex(({ box, amount }) => {
    let some = !amount;
    if (!some) reach.each(box, () => (some = true));
    return !some;
  });
}

function solution(
  { cube: { present } }: GoalQuestion,
  next: Float64Array,
  held: readonly number[],
): Extract<GoalSolution, { possible: true }> {
  const leaves = Int32Array.from(present.keys()).filter((leaf) => !Object.is(next[leaf], present[leaf]));
  return { possible: true, leaves, amounts: Float64Array.from(leaves, (leaf) => next[leaf] ?? NaN), held };
}

function* refusal(
  { cube }: GoalQuestion,
  scope: Scope,
  list: readonly Limit[],
  outcome: Refused,
): Generator<number, GoalRefusal> {
  if ('missed' in outcome)
    return Number.isNaN(outcome.missed)
      ? { possible: false, why: 'tooHard' }
      : { possible: false, why: 'fractions', by: outcome.missed };
  const suspects = outcome.suspects.flatMap((limit) => list[limit] ?? []);
  const only = (limits: readonly Limit[]): Limits =>
    scope.wide(indicesOf(limits, 'edit'), indicesOf(limits, 'lock'));
  const test = (limits: readonly Limit[]): Generator<number, Outcome | null> =>
    holds(tableOf(only(limits)), cube.splitUnit);
  const found = outcome.irreducible
    ? { limits: suspects, by: outcome.by }
    : yield* irreducible(suspects, cube.splitUnit, only, test);
  if (!found) return { possible: false, why: 'tooHard' };
  const { limits, by } = found;
  const [locks, edits] = [indicesOf(limits, 'lock'), indicesOf(limits, 'edit')];
  return { possible: false, why: 'locks', locks, edits, by };
}

const indicesOf = (limits: readonly Limit[], side: 'edit' | 'lock'): number[] =>
  limits.flatMap((limit) => (limit[side] >= 0 ? [limit[side]] : [])).sort((a, b) => a - b);
