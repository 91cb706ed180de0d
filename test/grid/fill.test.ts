import { describe, expect, it } from 'vitest';
import { planFill, planFillKey } from '../../src/grid/fill/fill.ts';
import { fillDownTo, fillTarget } from '../../src/grid/fill/target.ts';
import { continued } from '../../src/grid/fill/series.ts';
import { Range } from '../../src/grid/selection/range.ts';
import { after, sheet, table } from './picture.ts';

describe('a series', () => {
  const run = (source: string[], count = 3) => {
    const next = continued(source);
    return next && Array.from({ length: count }, (_, i) => next(source.length + i));
  };
  it('goes on with numbers by their step, one number by 1', () => {
    expect(run(['5'])).toEqual(['6', '7', '8']);
    expect(run(['10', '8'])).toEqual(['6', '4', '2']);
    expect(run(['0.1', '0.2'])).toEqual(['0.3', '0.4', '0.5']);
    expect(run(['10%', '15%'], 2)).toEqual(['20%', '25%']);
  });
  it('goes on with days by days, with equal days of the month by months', () => {
    expect(run(['2026-02-27'])).toEqual(['2026-02-28', '2026-03-01', '2026-03-02']);
    expect(run(['2026-01-31', '2026-03-31'], 2)).toEqual(['2026-05-31', '2026-07-31']);
    expect(run(['2026-11'], 2)).toEqual(['2026-12', '2027-01']);
    expect(continued(['2025-12-31', '2026-01-31'])?.(2)).toBe('2026-02-28');
  });
  it('counts the number in words, and keeps its leading zeros', () => {
    expect(run(['客户1', '客户2'])).toEqual(['客户3', '客户4', '客户5']);
    expect(run(['Team 9'], 2)).toEqual(['Team 10', 'Team 11']);
    expect(run(['2组'], 1)).toEqual(['3组']);
    expect(run(['A07'], 1)).toEqual(['A08']);
    expect(run(['A1', 'B2'])).toBeNull();
    expect(run(['11-26 下午'])).toBeNull();
  });
  it('goes backward above its first cell', () => {
    expect(continued(['5', '7'])?.(-1)).toBe('3');
  });
  it('is none of words or of a mix', () => {
    expect(run(['林晓'])).toBeNull();
    expect(run(['1', ''])).toBeNull();
  });
});

describe('a fill', () => {
  const model = sheet(`
    name|a|b|c
    x   |1|3|.
    y   |2|=|.
    z   |.|.|.
    w   |.|.|.`);
  it('covers rows or columns, whichever is pulled further', () => {
    const source = new Range(0, 1, 1, 1);
    expect(fillTarget(source, { row: 3, column: 2 })).toEqual(new Range(0, 1, 3, 1));
    expect(fillTarget(source, { row: 1, column: 3 })).toEqual(new Range(0, 1, 1, 3));
  });
  it('repeats the source downward', () => {
    const plan = planFill(model, new Range(0, 1, 1, 1), new Range(0, 1, 3, 1), 'copy');
    expect(after(model, plan.edits)).toEqual(
      table(`
        x|1|3|.
        y|2|.|.
        z|1|.|.
        w|2|.|.`),
    );
  });
  it('goes on with a series of numbers, and repeats it with Ctrl', () => {
    const plan = planFill(model, new Range(0, 1, 1, 1), new Range(0, 1, 3, 1), 'auto');
    expect(after(model, plan.edits).map((row) => row[1])).toEqual(['1', '2', '3', '4']);
    const turned = planFill(model, new Range(0, 1, 1, 1), new Range(0, 1, 3, 1), 'turned');
    expect(after(model, turned.edits).map((row) => row[1])).toEqual(['1', '2', '1', '2']);
  });
  it('repeats a number that stands alone, and counts on from it with Ctrl', () => {
    const lone = (mode: 'auto' | 'turned') =>
      after(model, planFill(model, new Range(1, 1, 1, 1), new Range(1, 1, 3, 1), mode).edits);
    expect(lone('auto').map((row) => row[1])).toEqual(['1', '2', '2', '2']);
    expect(lone('turned').map((row) => row[1])).toEqual(['1', '2', '3', '4']);
  });
  it('by double click goes down as far as the column beside it is filled', () => {
    const filled = (row: number, column: number) => model.cell(row, column).value !== null;
    const to = (range: Range) => fillDownTo(filled, range, { rows: 4, columns: 4 });
    expect(to(new Range(0, 1, 0, 1))).toEqual(new Range(0, 1, 3, 1));
    expect(to(new Range(0, 2, 0, 2))).toEqual(new Range(0, 2, 1, 2));
    expect(to(new Range(2, 2, 2, 2))).toBeNull();
  });
  it('leaves computed cells and counts them', () => {
    const plan = planFill(model, new Range(0, 2, 0, 2), new Range(0, 2, 3, 2), 'copy');
    expect(after(model, plan.edits).map((row) => row[2])).toEqual(['3', '.', '3', '3']);
    expect(plan.left).toBe(1);
  });
  it('with Ctrl D takes the first row of the range, or the row above a single one', () => {
    expect(planFillKey(model, new Range(0, 1, 2, 1), true)?.edits).toEqual([
      { row: 1, column: 1, text: '1' },
      { row: 2, column: 1, text: '1' },
    ]);
    expect(planFillKey(model, new Range(2, 1, 2, 1), true)?.edits).toEqual([
      { row: 2, column: 1, text: '2' },
    ]);
    expect(planFillKey(model, new Range(0, 1, 0, 1), true)).toBeNull();
  });
});
