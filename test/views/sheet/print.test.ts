import { describe, expect, it } from 'vitest';
import type { Cell, Column, SheetModel } from '../../../src/sheets/sheet.ts';
import { printBlocks, printGroups, printRows } from '../../../src/views/sheet/print/print-rows.ts';

const column = (key: string, group?: string): Column => ({
  ...{ key, type: 'text', title: key, width: 80 },
  ...(group !== undefined && { group }),
});
const model: SheetModel = {
  ...{ id: 's', label: 'S', rowCount: 3, columns: [column('name'), column('own', 'R'), column('goal', 'R')] },
  row: (index) => ({
    key: String(index),
    level: index,
    expanded: null,
    total: index === 0,
    adder: index === 2,
  }),
  cell: (row, at): Cell =>
    at === 1 && row === 1
      ? { text: '', value: 0.694, input: false, share: 0.694 }
      : { text: `${String(row)}.${String(at)}`, value: null, input: false },
};

describe('the sheet on paper', () => {
  it('has every row but the one for adding', () => {
    expect(printRows(model).map(({ key, level, total }) => [key, level, total])).toEqual([
      ['0', 0, true],
      ['1', 1, false],
    ]);
  });

  it('writes the drawing of evidence as a share', () => {
    expect(printRows(model)[1]?.cells).toEqual(['1.0', '69%', '1.2']);
  });

  it('goes on in a further table where it is too wide, without tearing a group that fits', () => {
    const columns = ['name', 'a1', 'a2', 'b1', 'b2', 'b3', 'c1'].map((key) => column(key, key[0]));
    expect(printBlocks(columns, 4)).toEqual([
      [0, 1, 2],
      [0, 3, 4, 5, 6],
    ]);
    expect(printBlocks(columns, 2)).toEqual([
      [0, 1, 2],
      [0, 3, 4],
      [0, 5, 6],
    ]);
    expect(printBlocks(columns, 10)).toEqual([[0, 1, 2, 3, 4, 5, 6]]);
  });

  it('joins neighbours of a group, and has no row of groups where there are none', () => {
    expect(printGroups(model.columns)).toEqual([
      { title: '', span: 1 },
      { title: 'R', span: 2 },
    ]);
    expect(printGroups([column('name')])).toEqual([]);
  });
});
