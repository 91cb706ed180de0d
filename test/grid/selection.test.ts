import { describe, expect, it } from 'vitest';
import { follow } from '../../src/grid/selection/follow.ts';
import { jump } from '../../src/grid/selection/jump.ts';
import { Range } from '../../src/grid/selection/range.ts';
import { blockOf, cellsOf } from '../../src/grid/selection/ranges.ts';
import { Selection } from '../../src/grid/selection/selection.ts';
import { sheet, table } from './picture.ts';

const bounds = { rows: 4, columns: 5 };

/** `@` the active cell, `#` the rest of the range. */
function draw(selection: Selection | null): string[] {
  if (!selection) return ['outside'];
  return Array.from({ length: bounds.rows }, (_, row) =>
    Array.from({ length: bounds.columns }, (_, column) => {
      if (selection.active.row === row && selection.active.column === column) return '@';
      return selection.contains({ row, column }) ? '#' : '.';
    }).join(''),
  );
}

describe('the selection', () => {
  it('grows from its first corner and shrinks back over it', () => {
    const start = Selection.at(1, 2);
    expect(draw(start.extendTo({ row: 2, column: 3 }, bounds))).toEqual(['.....', '..@#.', '..##.', '.....']);
    expect(
      draw(start.extendTo({ row: 2, column: 3 }, bounds).extendTo({ row: 0, column: 1 }, bounds)),
    ).toEqual(['.##..', '.#@..', '.....', '.....']);
  });

  it('stays inside the sheet', () => {
    expect(draw(Selection.at(0, 0).moveTo({ row: 99, column: -3 }, bounds))).toEqual([
      '.....',
      '.....',
      '.....',
      '@....',
    ]);
  });

  it('takes whole rows and columns', () => {
    expect(draw(Selection.rows(1, 2, bounds))).toEqual(['.....', '@####', '#####', '.....']);
    expect(draw(Selection.columns(3, 4, bounds))).toEqual(['...@#', '...##', '...##', '...##']);
  });

  it('goes to the next row with Tab at the end of one, and leaves after the last cell', () => {
    expect(draw(Selection.at(0, 4).tab(false, bounds))).toEqual(['.....', '@....', '.....', '.....']);
    expect(draw(Selection.at(3, 4).tab(false, bounds))).toEqual(['outside']);
    expect(draw(Selection.at(0, 0).tab(true, bounds))).toEqual(['outside']);
  });

  it('returns with Enter under the cell where Tabs began', () => {
    const tabbed = Selection.at(0, 1).tab(false, bounds)?.tab(false, bounds) ?? null;
    expect(draw(tabbed)).toEqual(['...@.', '.....', '.....', '.....']);
    expect(draw(tabbed?.enter(false, bounds) ?? null)).toEqual(['.....', '.@...', '.....', '.....']);
  });

  it('walks round inside a range: Tab by rows, Enter by columns', () => {
    const range = Selection.at(0, 0).extendTo({ row: 1, column: 1 }, bounds);
    expect(draw(range.tab(false, bounds))).toEqual(['#@...', '##...', '.....', '.....']);
    expect(draw(range.enter(false, bounds))).toEqual(['##...', '@#...', '.....', '.....']);
    expect(draw(range.tab(true, bounds))).toEqual(['##...', '#@...', '.....', '.....']);
  });
});

describe('several ranges', () => {
  const two = Selection.at(0, 0)
    .extendTo({ row: 1, column: 0 }, bounds)
    .with(Selection.at(3, 3).extendTo({ row: 3, column: 4 }, bounds));

  it('stand beside each other, the last with the active cell', () => {
    expect(draw(two)).toEqual(['#....', '#....', '.....', '...@#']);
    expect(two.single).toBe(false);
    expect(cellsOf(two.ranges)).toBe(4);
  });

  it('keep the others while the last one grows, and are given up by a move', () => {
    expect(draw(two.extendTo({ row: 2, column: 4 }, bounds))).toEqual(['#....', '#....', '...##', '...@#']);
    expect(draw(two.moveTo({ row: 2, column: 2 }, bounds))).toEqual(['.....', '.....', '..@..', '.....']);
  });

  it('are walked through one after the other and round', () => {
    const steps = [two];
    for (let step = 0; step < 4; step++) steps.push(steps.at(-1)?.tab(false, bounds) ?? two);
    expect(steps.map(({ active }) => [active.row, active.column])).toEqual([
      [3, 3],
      [3, 4],
      [0, 0],
      [1, 0],
      [3, 3],
    ]);
    expect(two.tab(true, bounds)?.active).toEqual({ row: 1, column: 0 });
  });

  it('lose what is pressed a second time, but never the last cell', () => {
    const block = Selection.at(0, 0).extendTo({ row: 2, column: 2 }, bounds);
    expect(draw(block.with(Selection.at(1, 1)).takenBack())).toEqual(['###..', '#.#..', '@##..', '.....']);
    expect(draw(Selection.at(1, 1).with(Selection.at(1, 1)).takenBack())).toEqual([
      '.....',
      '.@...',
      '.....',
      '.....',
    ]);
  });

  it('are cut off where the sheet ends', () => {
    expect(two.clampedTo({ rows: 1, columns: 5 }).ranges).toEqual([
      new Range(0, 0, 0, 0),
      new Range(0, 3, 0, 4),
    ]);
  });

  it('make a block where they share their rows or their columns', () => {
    const columns = [new Range(0, 3, 1, 3), new Range(0, 0, 1, 1)];
    expect(blockOf(columns)).toEqual({ rows: [0, 1], columns: [0, 1, 3] });
    expect(blockOf([...columns, new Range(1, 0, 1, 0)])).toEqual({ rows: [0, 1], columns: [0, 1, 3] });
    expect(blockOf([new Range(0, 0, 0, 0), new Range(1, 1, 1, 1)])).toBeNull();
  });
});

describe('Ctrl with an arrow', () => {
  const cells = table(`
    1|1|.|.|1
    .|1|.|.|.
    .|.|.|.|.
    .|1|.|.|1`);
  const filled = (row: number, column: number) => cells[row]?.[column] === '1';
  it('goes to the end of a block, then to the next block, then to the edge', () => {
    expect(jump(filled, { row: 0, column: 0 }, 'right', bounds)).toEqual({ row: 0, column: 1 });
    expect(jump(filled, { row: 0, column: 1 }, 'right', bounds)).toEqual({ row: 0, column: 4 });
    expect(jump(filled, { row: 0, column: 1 }, 'down', bounds)).toEqual({ row: 1, column: 1 });
    expect(jump(filled, { row: 1, column: 1 }, 'down', bounds)).toEqual({ row: 3, column: 1 });
    expect(jump(filled, { row: 0, column: 2 }, 'down', bounds)).toEqual({ row: 3, column: 2 });
    expect(jump(filled, { row: 0, column: 0 }, 'up', bounds)).toEqual({ row: 0, column: 0 });
  });
});

describe('a new model', () => {
  const before = sheet(`
    name|n
    a|1
    b|2
    c|3
    +|.`);
  it('keeps the selection on its row when rows above are folded, deleted or moved', () => {
    const now = sheet(`
      name|n
      b|2
      c|3
      +|.`);
    expect(follow(Selection.at(2, 1), before, now).active).toEqual({ row: 1, column: 1 });
  });
  it('keeps the place of a row that is gone', () => {
    const now = sheet(`
      name|n
      a|1
      c|3
      +|.`);
    expect(follow(Selection.at(1, 1), before, now).active).toEqual({ row: 1, column: 1 });
  });
  it('is on the parent when its row was folded away', () => {
    const open = sheet(`
      name|n
      east|.
      >a  |1
      >b  |2
      west|.`);
    const shut = {
      ...open,
      rowCount: 2,
      row: (i: number) => ({ ...open.row(i * 3), expanded: i === 0 ? false : null }),
    };
    expect(follow(Selection.at(2, 1), open, shut).active).toEqual({ row: 0, column: 1 });
  });
  it('stays on the row that was just typed into the adder row', () => {
    const now = sheet(`
      name|n
      a|1
      b|2
      c|3
      d|4
      +|.`);
    expect(follow(Selection.at(3, 1), before, now).active).toEqual({ row: 3, column: 1 });
  });
});
