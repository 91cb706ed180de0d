import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GoalBox, GoalLock, GoalQuestion, GoalSolution } from '../../../src/core/goals/cube.ts';
import { reachOf } from '../../../src/core/goals/reach.ts';
import { solveGoals } from '../../../src/core/goals/solve.ts';
import { box, cubeOf, edit, leavesAfter, lock, questions, sumOf, type Shape } from './cubes.ts';
import { canHold } from './oracle.ts';

const FLAT: Shape = { teams: [2, 1], months: 3, segments: [], most: 3 };
const SPLIT: Shape = { teams: [2], months: 2, segments: [-1, 0], most: 2 };
const CUBE: Shape = { teams: [2, 1], months: 2, segments: [-1], most: 2 };
const runs = { numRuns: 400 };

/** Totals of whole rows of months, or of whole columns of reps: two ways across that nest in themselves. */
const rowsAndColumns = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((unit) => box(unit, 0, 2)),
  fc.integer({ min: 0, max: 2 }).map((month) => box(0, month)),
  fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 0, max: 2 }))
    .map(([unit, month]) => box(unit, month)),
);

/** Units, below them a rep's months, below those segments and their parts: each in the one before. */
const nested = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((unit) => box(unit, 0, 1)),
  fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.nat(1), fc.integer({ min: -1, max: 1 }))
    .map(([unit, month, segment]) => box(unit, month, month, segment)),
);

/** Some of the typed totals and of the locks alone. */
const only = (
  { cube, edits, locks }: GoalQuestion,
  whichEdits: readonly number[],
  whichLocks: readonly number[],
): GoalQuestion => ({
  cube,
  edits: whichEdits.flatMap((at) => edits[at] ?? []),
  locks: whichLocks.flatMap((at) => locks[at] ?? []),
});

/** What is named by a refusal, with each of it left out in turn. */
function withoutEach(
  question: GoalQuestion,
  { edits, locks }: { readonly edits: readonly number[]; readonly locks: readonly number[] },
): GoalQuestion[] {
  const but = (all: readonly number[], out: number) => all.filter((at) => at !== out);
  return [
    ...edits.map((out) => only(question, but(edits, out), locks)),
    ...locks.map((out) => only(question, edits, but(locks, out))),
  ];
}

/** Sums that cross in three dimensions may be had in parts of a unit only: that is another refusal, with its own name. */
const canHoldInParts = (question: GoalQuestion): boolean =>
  canHold(question) || isInParts(solveGoals(question));
const isInParts = (solved: GoalSolution): boolean => !solved.possible && solved.why === 'fractions';

function check(question: GoalQuestion): void {
  const { cube, edits, locks } = question;
  const solved = solveGoals(question);
  const after = leavesAfter(cube, solved);
  if (solved.possible) {
    for (const { box: where, amount } of edits) expect(sumOf(cube, where, after)).toBe(amount);
    for (const { box: where, amount } of locks) expect(sumOf(cube, where, after)).toBe(amount);
    expect(after.filter((amount) => amount < 0 || (amount || 0) % 1 !== 0)).toHaveLength(0);
    const closed = cube.present.some((amount, leaf) => cube.open[leaf] === 0 && amount > 0);
    if (closed) return;
    const again = { ...cube, present: after };
    expect(solveGoals({ ...question, cube: again })).toMatchObject({
      possible: true,
      leaves: new Int32Array(0),
    });
    return;
  }
  expect(canHold(question)).toBe(false);
  if (solved.why === 'fractions') return;
  if (solved.why === 'locks') {
    expect(solved.by).toBeGreaterThan(0);
    expect(canHold(question, solved.edits, solved.locks)).toBe(false);
    for (const fewer of withoutEach(question, solved)) expect(canHoldInParts(fewer)).toBe(true);
  } else expect(solved.why).toBe('nobody');
}

describe('typed totals among locks', () => {
  it('come out exact, or name the fewest that can’t hold, where all nest in one another', () => {
    fc.assert(fc.property(questions(SPLIT, 6, nested), check), runs);
  });

  it('come out exact, name the fewest that can’t hold, or say that fractions only would, where all cross', () => {
    fc.assert(fc.property(questions(CUBE, 7), check), runs);
  });

  it('come out exact, or name the fewest that can’t hold, where rows and columns are locked', () => {
    fc.assert(fc.property(questions(FLAT, 6, rowsAndColumns), check), runs);
  });

  it('name the fewest that can’t hold among many that cross: leave any out and the others can', () => {
    const shape: Shape = { teams: [3, 3], months: 4, segments: [-1, -1], most: 40 };
    const margins = [
      ...[2, 3, 4, 6, 7, 8].map((rep) => box(rep, 0, 3)),
      ...[0, 1, 2, 3].map((month) => box(0, month)),
      ...[0, 1].flatMap((half) => [0, 1].map((part) => box(0, half * 2, half * 2 + 1, part))),
    ];
    const most = fc.subarray(margins, { minLength: margins.length - 2 });
    let refused = 0;
    fc.assert(
      fc.property(
        questions(shape, 0, fc.constantFrom(...margins)),
        most,
        ({ cube, edits: typed }, locked) => {
          // A total that is locked and typed would be the whole of it.
          const isTyped = (where: GoalBox): boolean => typed.some(({ box: other }) => other === where);
          const question = {
            ...{ cube, edits: typed },
            locks: locked.filter((where) => !isTyped(where)).map((where) => lock(cube, where)),
          };
          const solved = solveGoals(question);
          if (solved.possible || solved.why !== 'locks') return;
          if (solved.locks.length > 4) refused++;
          const { locks, edits, by } = solved;
          expect(solveGoals(only(question, edits, locks))).toMatchObject({
            possible: false,
            why: 'locks',
            by,
          });
          for (const fewer of withoutEach(question, solved))
            expect(solveGoals(fewer)).not.toMatchObject({ why: 'locks' });
        },
      ),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(10);
  });

  it('leave alone what no typed total and no lock that one cuts has in it', () => {
    fc.assert(
      fc.property(questions(SPLIT, 6, nested), (question) => {
        const { cube, edits, locks } = question;
        const solved = solveGoals(question);
        if (!solved.possible) return;
        const mayMove = new Set<number>();
        const slots = cube.parentOfSegment.length + 1;
        const reach = reachOf(cube);
        const leavesOf = (of: GoalBox): number[] => {
          const leaves: number[] = [];
          reach.each(of, (leaf) => leaves.push(leaf));
          return leaves;
        };
        for (const { box: typed } of edits)
          for (const leaf of leavesOf(typed)) {
            const month = leaf - (leaf % slots);
            const unsplit =
              typed.segment < 0 ? [] : [month, month + 1 + (cube.parentOfSegment[typed.segment] ?? -1)];
            for (const moved of [leaf, ...unsplit]) mayMove.add(moved);
          }
        for (const { box: locked } of locks) {
          const leaves = leavesOf(locked);
          if (leaves.some((leaf) => mayMove.has(leaf))) for (const leaf of leaves) mayMove.add(leaf);
        }
        expect([...solved.leaves].filter((leaf) => !mayMove.has(leaf))).toEqual([]);
      }),
      runs,
    );
  });

  it('do not depend on the order of siblings but for the last unit', () => {
    const amounts = fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(amounts, fc.nat(100_000), fc.constantFrom(1, 100), (present, total, unit) => {
        const shares = (order: readonly number[]): number[] => {
          const cube = cubeOf([4], 1, [], (rep) => present[order[rep] ?? 0] ?? 0, unit);
          const after = leavesAfter(cube, solveGoals({ cube, edits: [edit(box(0, 0), total)], locks: [] }));
          return present.map((_, rep) => after[order.indexOf(rep)] ?? NaN);
        };
        const turned = shares([2, 0, 3, 1]);
        shares([0, 1, 2, 3]).forEach((share, rep) => {
          expect(Math.abs(share - (turned[rep] ?? NaN))).toBeLessThan(2 * unit);
        });
      }),
    );
  });

  it('hold one after another, whatever is locked in between', () => {
    const acts = fc.array(fc.tuple(rowsAndColumns, fc.nat(12), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(questions(FLAT, 0, rowsAndColumns), acts, ({ cube: first }, list) => {
        let cube = first;
        const locks: GoalLock[] = [];
        for (const [where, amount, isLock] of list) {
          if (isLock) locks.push(lock(cube, where));
          else {
            const solved = solveGoals({ cube, edits: [edit(where, amount)], locks });
            const present = leavesAfter(cube, solved);
            if (solved.possible) expect(sumOf(cube, where, present)).toBe(amount);
            else expect(present).toEqual(cube.present);
            cube = { ...cube, present };
          }
          for (const { box: locked, amount: held } of locks) expect(sumOf(cube, locked)).toBe(held);
        }
      }),
      runs,
    );
  });
});
