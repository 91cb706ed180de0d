import fc from 'fast-check';
import type {
  CubeEdit,
  GoalBox,
  GoalCube,
  GoalLock,
  GoalQuestion,
  GoalSolution,
} from '../../../src/core/goals/cube.ts';
import { reachOf } from '../../../src/core/goals/reach.ts';

/** A company of teams of reps: unit 0 is the top, then each team followed by its reps. */
export function cubeOf(
  teams: readonly number[],
  months: number,
  parentOfSegment: readonly number[],
  amount: (rep: number, month: number, slot: number) => number,
  splitUnit = 1,
): GoalCube {
  const parents = [-1];
  const unitOfRep: number[] = [];
  for (const size of teams) {
    const team = parents.push(0) - 1;
    for (let rep = 0; rep < size; rep++) unitOfRep.push(parents.push(team) - 1);
  }
  const slots = parentOfSegment.length + 1;
  const count = unitOfRep.length * months * slots;
  return {
    months,
    parentOfUnit: Int32Array.from(parents.flatMap((parent) => Array<number>(months).fill(parent))),
    unitOfRep: Int32Array.from(unitOfRep),
    parentOfSegment: Int32Array.from(parentOfSegment),
    present: Float64Array.from({ length: count }, (_, leaf) =>
      amount(Math.floor(leaf / slots / months), Math.floor(leaf / slots) % months, leaf % slots),
    ),
    open: new Uint8Array(count).fill(1),
    splitUnit,
  };
}

export const box = (unit: number, from: number, to = from, segment = -1): GoalBox => ({
  unit,
  from,
  to,
  segment,
});

export const edit = (where: GoalBox, amount: number | null, how: Partial<CubeEdit> = {}): CubeEdit => ({
  ...{ box: where, amount, weigh: null, otherwise: null },
  ...how,
});

export const sumOf = (cube: GoalCube, where: GoalBox, leaves = cube.present): number => {
  let sum = 0;
  reachOf(cube).each(where, (leaf) => (sum += leaves[leaf] || 0));
  return sum;
};

/** The lock of a total at what it is. */
export const lock = (cube: GoalCube, where: GoalBox): GoalLock => ({
  box: where,
  amount: sumOf(cube, where),
});

/** What the leaves are once a question is answered. */
export function leavesAfter(cube: GoalCube, solved: GoalSolution): Float64Array {
  const leaves = cube.present.slice();
  if (solved.possible) solved.leaves.forEach((leaf, at) => (leaves[leaf] = solved.amounts[at] ?? NaN));
  return leaves;
}

export interface Shape {
  readonly teams: readonly number[];
  readonly months: number;
  readonly segments: readonly number[];
  /** The most that a leaf has. */
  readonly most: number;
}

/** Cubes of a shape with locked totals and typed ones anywhere in them. */
export function questions(
  { teams, months, segments, most }: Shape,
  locks: number,
  boxes = boxesIn({ teams, months, segments, most }),
): fc.Arbitrary<GoalQuestion> {
  const reps = teams.reduce((sum, size) => sum + size, 0);
  const count = reps * months * (segments.length + 1);
  const leaf = fc.oneof({ weight: 5, arbitrary: fc.nat(most) }, { weight: 1, arbitrary: fc.constant(NaN) });
  const how = fc.constantFrom(
    null,
    (at: number) => at % 3,
    () => 1,
  );
  return fc
    .record({
      present: fc.array(leaf, { minLength: count, maxLength: count }),
      open: fc.array(fc.constantFrom(1, 1, 1, 0), { minLength: count, maxLength: count }),
      locks: fc.array(boxes, { maxLength: locks }),
      edits: fc.array(fc.tuple(boxes, fc.nat(most * 4), how), { minLength: 1, maxLength: 3 }),
    })
    .map(({ present, open, locks: locked, edits }) => {
      const cube = { ...cubeOf(teams, months, segments, () => 0), present: Float64Array.from(present) };
      const opened = { ...cube, open: Uint8Array.from(open) };
      return {
        cube: opened,
        locks: locked.map((where) => lock(opened, where)),
        edits: edits.map(([where, amount, weigh]) => edit(where, amount, { weigh })),
      };
    });
}

export function boxesIn({ teams, months, segments }: Shape): fc.Arbitrary<GoalBox> {
  const units = 1 + teams.length + teams.reduce((sum, size) => sum + size, 0);
  return fc
    .tuple(
      fc.nat(units - 1),
      fc.nat(months - 1),
      fc.nat(months - 1),
      fc.integer({ min: -1, max: segments.length - 1 }),
    )
    .map(([unit, a, b, segment]) => box(unit, Math.min(a, b), Math.max(a, b), segment));
}
