import { describe, expect, it } from 'vitest';
import { leafAt, type CubeEdit } from '../../../src/core/goals/cube.ts';
import { solveGoals } from '../../../src/core/goals/solve.ts';
import { box, cubeOf, edit, leavesAfter, lock } from './cubes.ts';

/** Two teams of two reps, two months, two segments; 100 unsplit in each rep's month. */
const cube = cubeOf([2, 2], 2, [-1, -1], (_rep, _month, slot) => (slot === 0 ? 100 : 0));

describe('a typed total', () => {
  it('is shared out around what is locked', () => {
    const solved = solveGoals({ cube, edits: [edit(box(0, 0, 1), 1600)], locks: [lock(cube, box(1, 0, 1))] });
    expect(solved).toEqual({
      possible: true,
      leaves: Int32Array.of(12, 15, 18, 21),
      amounts: Float64Array.of(300, 300, 300, 300),
      held: [0],
    });
  });

  it('makes the others give way where the total above is locked', () => {
    const solved = solveGoals({ cube, edits: [edit(box(2, 0), 150)], locks: [lock(cube, box(1, 0, 1))] });
    expect(solved).toMatchObject({
      leaves: Int32Array.of(0, 3, 6, 9),
      amounts: Float64Array.of(150, 84, 83, 83),
    });
  });

  it('names the locks that leave it no room, and changes nothing', () => {
    const locks = [lock(cube, box(1, 0, 1)), lock(cube, box(4, 0)), lock(cube, box(3, 1))];
    const solved = solveGoals({ cube, edits: [edit(box(2, 0, 1), 350)], locks });
    expect(solved).toEqual({ possible: false, why: 'locks', locks: [0, 2], edits: [0], by: 50 });
  });

  it('is taken from what is not yet split where it is a segment', () => {
    const solved = solveGoals({
      cube,
      edits: [edit(box(2, 0, 0, 0), 70)],
      locks: [lock(cube, box(1, 0, 1))],
    });
    expect(solved).toMatchObject({ leaves: Int32Array.of(0, 1), amounts: Float64Array.of(30, 70) });
  });

  it('empties all that is not held when it is blanked, and so a second time', () => {
    const locks = [lock(cube, box(2, 0, 1))];
    const solved = solveGoals({ cube, edits: [edit(box(1, 0, 1), null)], locks });
    expect(solved).toMatchObject({ leaves: Int32Array.of(6, 7, 8, 9, 10, 11), held: [0] });
    const blank = { ...cube, present: leavesAfter(cube, solved) };
    expect(blank.present.slice(6, 12)).toEqual(new Float64Array(6).fill(NaN));
    expect(solveGoals({ cube: blank, edits: [edit(box(1, 0, 1), null)], locks })).toMatchObject({
      leaves: new Int32Array(0),
    });
  });

  it('stays as only a wide search could share it out, when it is typed again', () => {
    const goals = [0, NaN, 0, 0, 1, 2, NaN, 0, 0, 0, 0, 1];
    const first = cubeOf([2, 1], 2, [-1], (rep, month, slot) => goals[(rep * 2 + month) * 2 + slot]!);
    const locks = [
      { box: box(0, 1), amount: 1 },
      { box: box(0, 0, 1, 0), amount: 3 },
      { box: box(3, 0, 1), amount: 3 },
    ];
    const edits = [edit(box(3, 0), 2, { weigh: (leaf) => leaf % 3 })];
    const solved = solveGoals({ cube: first, edits, locks });
    expect(solved.possible).toBe(true);
    const again = { ...first, present: leavesAfter(first, solved) };
    expect(solveGoals({ cube: again, edits, locks })).toMatchObject({ leaves: new Int32Array(0) });
  });

  it('has nowhere to go where nobody is below it', () => {
    const closed = { ...cube, open: cube.open.map(() => 0), present: cube.present.map(() => NaN) };
    expect(solveGoals({ cube: closed, edits: [edit(box(2, 0), 5)], locks: [] })).toEqual({
      ...{ possible: false, why: 'nobody', edit: 0 },
    });
  });

  it('may be negative where it was typed so, and nothing else is', () => {
    const solved = solveGoals({ cube, edits: [edit(box(2, 0), -50)], locks: [lock(cube, box(1, 0, 1))] });
    expect(solved).toMatchObject({
      leaves: Int32Array.of(0, 3, 6, 9),
      amounts: Float64Array.of(-50, 150, 150, 150),
    });
  });
});

describe('three totals that share three cells between them', () => {
  /** Only these are open: the first rep's first month in one segment, its second in the other, the second rep's second. */
  const open = [leafAt(cube, 0, 0, 1), leafAt(cube, 0, 1, 2), leafAt(cube, 1, 1, 1)];
  const three = {
    ...{ ...cube, present: cube.present.map(() => NaN) },
    open: Uint8Array.from(cube.open, (_, leaf) => (open.includes(leaf) ? 1 : 0)),
  };
  const typed = (amount: number): CubeEdit[] => [
    edit(box(2, 0, 1), amount),
    edit(box(0, 1), amount),
    edit(box(0, 0, 1, 0), amount),
  ];

  it('say by how much whole amounts miss where halves would do', () => {
    expect(solveGoals({ cube: three, edits: typed(101), locks: [] })).toEqual({
      ...{ possible: false, why: 'fractions' },
      by: 1,
    });
  });

  it('go below the split unit rather than fail', () => {
    const solved = solveGoals({ cube: { ...three, splitUnit: 100 }, edits: typed(100), locks: [] });
    expect(solved).toMatchObject({ leaves: Int32Array.from(open), amounts: Float64Array.of(50, 50, 50) });
  });

  it('are given up when there is no time left', () => {
    expect(solveGoals({ cube: three, edits: typed(101), locks: [] }, () => false)).toEqual({
      ...{ possible: false, why: 'tooHard' },
    });
  });
});
