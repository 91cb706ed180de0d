import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bench, describe } from 'vitest';
import type { CubeEdit, GoalLock, GoalQuestion } from '../../src/core/goals/cube.ts';
import { solveGoals, solveGoalsInSteps } from '../../src/core/goals/solve.ts';
import { box, cubeOf, edit, lock, sumOf } from '../core/goals/cubes.ts';
import { naiveNeeded, naiveNested } from './goals-naive.ts';

/** 20 teams of 10 reps, 24 months, 11 segments and what is in none: 57,600 leaves. */
const MONTHS = 24;
const cube = cubeOf(
  Array<number>(20).fill(10),
  MONTHS,
  Array<number>(11).fill(-1),
  (rep, month, slot) => ((rep * 7 + month * 13 + slot * 5) % 9) * 100_000,
  10_000,
);
const reps = [...cube.unitOfRep];
const teams = Array.from({ length: 20 }, (_, team) => 1 + team * 11);
const everything = box(0, 0, MONTHS - 1);

/** Two months of a rep, ten times over: 2,000 totals below the teams. */
const nested = reps.flatMap((rep) =>
  Array.from({ length: 10 }, (_, at) => lock(cube, box(rep, at * 2, at * 2 + 1))),
);
/** Each segment of each rep over all months; and every month but the last four. */
const rows = reps.flatMap((rep) =>
  Array.from({ length: 10 }, (_, segment) => lock(cube, box(rep, 0, MONTHS - 1, segment))),
);
const columns = Array.from({ length: 20 }, (_, month) => lock(cube, box(0, month)));
/** Years of reps, months of teams, quarters of segments: three ways across. */
const third: GoalLock[] = [
  ...reps.flatMap((rep) => [lock(cube, box(rep, 0, 11)), lock(cube, box(rep, 12, 23))]),
  ...teams.flatMap((team) => Array.from({ length: 12 }, (_, at) => lock(cube, box(team, at * 2)))),
  ...Array.from({ length: 11 }, (_, segment) => lock(cube, box(0, 0, 5, segment))),
];

/** For what takes seconds. */
const seldom = { iterations: 2, time: 0, warmupIterations: 0, warmupTime: 0 };

let turn = 0;
const more = (where: CubeEdit['box']): CubeEdit =>
  edit(where, sumOf(cube, where) + 10_000 * (1 + (turn++ % 50)));
const ask = (where: CubeEdit['box'], locks: readonly GoalLock[]): GoalQuestion => ({
  cube,
  edits: [more(where)],
  locks,
});
function solved(question: GoalQuestion): void {
  const solution = solveGoals(question);
  if (!solution.possible) throw new Error(solution.why);
}

describe('a change at the top of 57,600 leaves, 2,000 nested locks', () => {
  bench('solved and rounded (at most 100 ms with showing it)', () => {
    solved(ask(everything, nested));
  });
  bench(
    'the obvious way: each lock against each leaf',
    () => {
      naiveNested(ask(everything, nested));
    },
    seldom,
  );
});

describe('locks that cross in 57,600 leaves', () => {
  bench('two dimensions, 2,020 locks, a month of a team (at most 500 ms)', () => {
    solved(ask(box(1, 23), [...rows, ...columns]));
  });
  bench('two dimensions, a month of a rep', () => {
    solved(ask(box(reps[0] ?? 0, 0), [...rows, ...columns]));
  });
  bench(
    'three dimensions, 651 locks, in steps that can be left',
    () => {
      solved(ask(box(reps[0] ?? 0, 0, 0, 0), third));
    },
    seldom,
  );
});

/** Years of all reps and of all months but one: 211 locks, none of which can be left out. */
const margins = [
  ...reps.map((rep) => lock(cube, box(rep, 0, 11))),
  ...Array.from({ length: 11 }, (_, month) => lock(cube, box(0, month))),
];
const halves = Array.from({ length: 11 }, (_, segment) => lock(cube, box(0, 0, 5, segment)));
function refused(locks: readonly GoalLock[]): void {
  const solution = solveGoals(ask(box(0, 11), locks), () => true);
  if (solution.possible || solution.why !== 'locks' || solution.locks.length !== margins.length)
    throw new Error('other locks were named');
}

describe('211 locks that can’t hold with what is typed, all of them needed for that', () => {
  bench('two dimensions: named', () => refused(margins), seldom);
  bench('three dimensions: named', () => refused([...margins, ...halves]), seldom);
  bench(
    'the obvious way: each left out in turn, and all worked out anew',
    () => {
      naiveNeeded(ask(box(0, 11), margins));
    },
    seldom,
  );
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** What solving takes on top of the cube, as seen between its steps and at its end. */
function memoryOf(question: GoalQuestion): string {
  const inUse = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  collect();
  const before = inUse();
  let most = 0;
  for (const steps = solveGoalsInSteps(question); !steps.next().done;)
    most = Math.max(most, inUse() - before);
  return `${(Math.max(most, inUse() - before) / 2 ** 20).toFixed(1)} MB`;
}
console.log('memory, nested:', memoryOf(ask(everything, nested)));
console.log('memory, two dimensions:', memoryOf(ask(box(1, 23), [...rows, ...columns])));
