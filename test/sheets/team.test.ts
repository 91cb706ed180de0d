import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import type { TeamAnswer } from '../../src/model/planning.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import type { SheetContext } from '../../src/sheets/definition.ts';
import { team } from '../../src/sheets/definitions/team.ts';
import { after, cellAt, columnOf, contextOf, outline, rowOf, tree, unit, write } from './support.ts';

function answerFor(context: SheetContext): TeamAnswer {
  const units = context.units.map(({ key }) => key);
  return {
    kind: 'team',
    units,
    months: ['2026-11', '2026-12'],
    workingDays: [new Float64Array(units.length).fill(21), new Float64Array(units.length).fill(NaN)],
    heads: new Float64Array(units.length).fill(1),
    calendar: { country: 'CN', provisional: false },
  };
}
function sheetOf(records: readonly RecordEntry[] = tree, desk: Partial<SheetContext> = {}) {
  const context = contextOf(records, desk);
  return team.build(context, [answerFor(context)]);
}
const withChain: RecordEntry[] = [...tree, ...templateMeasures('telesales')];
const adder = (sheet: ReturnType<typeof sheetOf>) => rowOf(sheet, 'adder');

describe('what a team shows', () => {
  it('shows the pattern that is inherited, muted, and leaves the cell blank for an edit', () => {
    const records = tree.map(([id, values]): RecordEntry =>
      id === 'unit/A' ? [id, { ...values, pattern: 'six' }] : [id, values],
    );
    const cell = cellAt(sheetOf(records), 'a1', 'pattern');
    expect(cell).toMatchObject({ text: 'Six days', value: null, draft: '', marks: ['muted'] });
    expect(cell.hint).toContain('A');
    expect(cellAt(sheetOf(records), 'b1', 'pattern').text).toBe('Five days');
  });
  it('shows the minutes of a day that are inherited, and those of its own as an input', () => {
    const records = after(tree, [
      { id: 'unit/A', field: 'workMinutes', value: 300 },
      { id: 'unit/a2', field: 'adminMinutes', value: 45 },
    ]);
    const cell = cellAt(sheetOf(records), 'a1', 'workMinutes');
    expect(cell).toMatchObject({ text: '300', value: null, draft: '', marks: ['muted'] });
    expect(cell.hint).toBe('300, from A');
    expect(cellAt(sheetOf(records), 'b1', 'workMinutes').text).toBe('420');
    expect(cellAt(sheetOf(records), 'a2', 'adminMinutes')).toMatchObject({ value: 45, draft: '45' });
  });
  it('shows what one of each measure takes, inherited as computed and an own one as an input', () => {
    const records = after(withChain, [
      { id: 'unit/A', field: 'minutes:dials', value: 2.5 },
      { id: 'unit/a2', field: 'minutes:connects', value: 1.25 },
    ]);
    const sheet = sheetOf(records);
    const dials = cellAt(sheet, 'a1', 'minutes:dials');
    expect(dials).toMatchObject({ text: '2.5', value: null, draft: '', input: true, marks: ['muted'] });
    expect(dials.hint).toBe('2.5, from A');
    expect(cellAt(sheet, 'b1', 'minutes:dials')).toMatchObject({
      text: '1',
      hint: '1, from the plan’s settings',
    });
    const own = cellAt(sheet, 'a2', 'minutes:connects');
    expect(own).toMatchObject({ text: '1.25', value: 1.25, draft: '1.25', input: true });
    expect(own.marks ?? []).toEqual([]);
  });
  it('asks for the minutes of what is counted only, in the order of the chain, after the working time', () => {
    const keys = sheetOf(withChain).model.columns.map(({ key }) => key);
    const counted = ['dials', 'connects', 'conversations', 'intents'].map((key) => `minutes:${key}`);
    expect(keys.slice(keys.indexOf('adminMinutes') + 1, keys.indexOf('days 2026-11'))).toEqual(counted);
  });
  it('shows working days as computed, and a dash where nobody works', () => {
    const sheet = sheetOf();
    expect(cellAt(sheet, 'a1', 'days 2026-11')).toMatchObject({ text: '21', value: 21, input: false });
    expect(cellAt(sheet, 'a1', 'days 2026-12')).toMatchObject({ text: '—', value: null });
  });
  it('greys who has left', () => {
    const records = after(tree, [{ id: 'unit/a1', field: 'end', value: '2026-10-31' }]);
    expect(cellAt(sheetOf(records), 'a1', 'name').marks).toContain('muted');
    expect(cellAt(sheetOf(records), 'a2', 'name').marks ?? []).not.toContain('muted');
  });
});

describe('typing into a team', () => {
  it('adds one member for each pasted name, under the last team, in order', () => {
    const sheet = sheetOf();
    const { changes, rejected, summary } = write(sheet, adder(sheet), 0, [['x'], ['y'], [' '], ['z']]);
    expect(rejected).toEqual([]);
    expect(outline(after(tree, changes)).slice(-5)).toEqual([' B', '  b1', '  x', '  y', '  z']);
    expect(summary).toBe('Pasted 4 × 1 cells: 3 added');
  });
  it('adds members to the scope on the desk', () => {
    const sheet = sheetOf(tree, { scope: 'A' });
    const { changes } = write(sheet, adder(sheet), 0, [['x']], 'type');
    expect(changes).toMatchObject([{ values: { name: 'x', kind: 'rep', parent: 'A', order: 3 } }]);
  });
  it('takes further columns beside the names, and members under the team above them', () => {
    const sheet = sheetOf();
    const { changes } = write(sheet, adder(sheet), 0, [
      ['C', 'team'],
      ['x', '', '2026-11-02'],
    ]);
    expect(outline(after(tree, changes)).slice(-2)).toEqual([' C', '  x']);
    expect(changes.at(-1)).toMatchObject({ values: { start: '2026-11-02' } });
  });
  it('adds nobody without a name', () => {
    const sheet = sheetOf();
    const outcome = write(sheet, adder(sheet), 2, [['2026-11-02']], 'type');
    expect(outcome.changes).toEqual([]);
    expect(outcome.rejected).toHaveLength(1);
  });
  it('refuses an end before the start, and takes both when they are pasted together', () => {
    const records = after(tree, [{ id: 'unit/a1', field: 'start', value: '2026-03-01' }]);
    const sheet = sheetOf(records);
    const [row, start, end] = [rowOf(sheet, 'a1'), columnOf(sheet, 'start'), columnOf(sheet, 'end')];
    expect(write(sheet, row, end, [['2026-02-01']], 'type').rejected).toHaveLength(1);
    expect(write(sheet, row, start, [['2026-01-01', '2026-02-01']]).changes).toHaveLength(2);
    expect(write(sheet, row, start, [['', '2026-02-01']]).rejected).toEqual([]);
  });
  it('takes the potential of a territory, of a rep or a team, in whatever measure it is', () => {
    const sheet = sheetOf();
    const [row, column] = [rowOf(sheet, 'a1'), columnOf(sheet, 'potential')];
    expect(write(sheet, row, column, [['12,500.5']], 'type').changes).toEqual([
      { id: 'unit/a1', field: 'potential', value: 12_500.5 },
    ]);
    expect(write(sheet, row, column, [['-1']], 'type').rejected).toHaveLength(1);
    const typed = sheetOf(after(tree, [{ id: 'unit/a1', field: 'potential', value: 12_500.5 }]));
    expect(cellAt(typed, 'a1', 'potential')).toMatchObject({ text: '12,500.5', value: 12_500.5 });
  });
  it('takes the minutes of a day, blank for as above, and no more than a day has', () => {
    const sheet = sheetOf(after(tree, [{ id: 'unit/a2', field: 'workMinutes', value: 300 }]));
    const { changes, rejected } = write(sheet, rowOf(sheet, 'a1'), columnOf(sheet, 'workMinutes'), [
      ['360', '0'],
      ['', '1441'],
    ]);
    expect(changes).toEqual([
      { id: 'unit/a1', field: 'workMinutes', value: 360 },
      { id: 'unit/a1', field: 'adminMinutes', value: 0 },
      { id: 'unit/a2', field: 'workMinutes', value: null },
    ]);
    expect(rejected).toMatchObject([{ text: '1441', message: 'A day has at most 1440 minutes' }]);
  });
  it('takes the minutes of a measure with decimals, blank for as above, and no more than a day has', () => {
    const records = after(withChain, [{ id: 'unit/a2', field: 'minutes:dials', value: 3 }]);
    const sheet = sheetOf(records);
    const { changes, rejected } = write(sheet, rowOf(sheet, 'a1'), columnOf(sheet, 'minutes:dials'), [
      ['1.5', '1441'],
      ['', '-1'],
    ]);
    expect(changes).toEqual([
      { id: 'unit/a1', field: 'minutes:dials', value: 1.5 },
      { id: 'unit/a2', field: 'minutes:dials', value: null },
    ]);
    expect(rejected).toHaveLength(2);
    expect(cellAt(sheetOf(after(records, changes)), 'a2', 'minutes:dials').text).toBe('1');
  });
  it('gives a pasted newcomer the minutes beside the name', () => {
    const sheet = sheetOf(withChain);
    const cells = sheet.model.columns.map(({ key }) =>
      key === 'name' ? 'x' : key === 'minutes:intents' ? '20' : '',
    );
    const { changes } = write(sheet, adder(sheet), 0, [cells]);
    expect(changes).toMatchObject([{ values: { name: 'x', 'minutes:intents': 20 } }]);
  });
  it('keeps the good cells of a paste and what was typed into the bad ones', () => {
    const sheet = sheetOf();
    const { changes, rejected } = write(sheet, rowOf(sheet, 'a1'), columnOf(sheet, 'start'), [
      ['2026-01-05'],
      ['soon'],
    ]);
    expect(changes).toEqual([{ id: 'unit/a1', field: 'start', value: '2026-01-05' }]);
    expect(rejected).toMatchObject([{ row: rowOf(sheet, 'a2'), text: 'soon' }]);
  });
  it('does not empty a name, nor make a member of a team with people', () => {
    const sheet = sheetOf();
    expect(write(sheet, rowOf(sheet, 'a1'), 0, [['']], 'clear').rejected).toHaveLength(1);
    expect(write(sheet, rowOf(sheet, 'A'), 1, [['Rep']], 'type').changes).toEqual([]);
  });
  it('changes nothing where the same is typed again', () => {
    const sheet = sheetOf();
    expect(write(sheet, rowOf(sheet, 'a1'), 0, [['a1']], 'type').changes).toEqual([]);
  });
});

describe('deleting from a team', () => {
  it('takes along everything below, and all that is kept of it', () => {
    const records: RecordEntry[] = [
      ...tree,
      ['history/a1/2026-10', { dials: 3 }],
      ['goal/a2/2026-11', { amount: 1 }],
      ['inHand/a2/2026-11', { amount: 1 }],
      ['override/A/connects/2026-11', { ratio: 0.2 }],
      ['alias/anna', { unit: 'a1' }],
      ['history/b1/2026-10', { dials: 3 }],
      ['alias/bea', { unit: 'b1' }],
    ];
    const sheet = sheetOf(records);
    const left = after(records, sheet.remove?.([rowOf(sheet, 'A')]) ?? []);
    expect(left.map(([id]) => id)).toEqual([
      'unit/R',
      'unit/B',
      'unit/b1',
      'history/b1/2026-10',
      'alias/bea',
    ]);
  });
  it('can not delete the row that adds', () => {
    const sheet = sheetOf();
    expect(sheet.remove?.([adder(sheet)])).toBeNull();
  });
});

describe('moving in the tree', () => {
  const moved = (keys: readonly string[], direction: 'up' | 'down' | 'in' | 'out', records = tree) => {
    const sheet = sheetOf(records);
    return after(
      records,
      sheet.move?.(
        keys.map((key) => rowOf(sheet, key)),
        direction,
      ) ?? [],
    );
  };
  const placed = (keys: readonly string[], onto: string, where: 'before' | 'into' | 'after') => {
    const sheet = sheetOf();
    const rows = keys.map((key) => rowOf(sheet, key));
    const place = sheet.placeFor?.(rows, { row: rowOf(sheet, onto), where }) ?? null;
    return after(tree, (place && sheet.place?.(rows, place)) ?? []);
  };
  const teamA = (records: readonly RecordEntry[]) => outline(records).slice(2, 5).join('');

  it('swaps with the neighbour and numbers the siblings anew', () => {
    expect(teamA(moved(['a1'], 'down'))).toBe('  a2  a1  a3');
    expect(teamA(moved(['a3'], 'up'))).toBe('  a1  a3  a2');
  });
  it('moves several as one block, which stops at the end', () => {
    expect(teamA(moved(['a1', 'a2'], 'down'))).toBe('  a3  a1  a2');
    expect(teamA(moved(['a2', 'a3'], 'down'))).toBe('  a1  a2  a3');
    expect(teamA(moved(['a2', 'a3'], 'up'))).toBe('  a2  a3  a1');
  });
  it('takes a member out behind its team, and into the team above it', () => {
    const out = moved(['a3'], 'out');
    expect(outline(out)).toEqual(['R', ' A', '  a1', '  a2', ' a3', ' B', '  b1']);
    expect(outline(moved(['a3'], 'in', out))).toEqual(outline(tree));
  });
  it('never puts anybody under a member', () => {
    expect(moved(['a2'], 'in')).toEqual(tree);
  });
  it('puts dragged units together under a team, before and after others', () => {
    expect(outline(placed(['a1', 'a3'], 'b1', 'before'))).toEqual([
      'R',
      ' A',
      '  a2',
      ' B',
      '  a1',
      '  a3',
      '  b1',
    ]);
    expect(outline(placed(['a2'], 'B', 'into'))).toEqual(['R', ' A', '  a1', '  a3', ' B', '  b1', '  a2']);
    expect(outline(placed(['a1'], 'a3', 'after'))).toEqual(['R', ' A', '  a2', '  a3', '  a1', ' B', '  b1']);
    expect(outline(placed(['B', 'b1'], 'A', 'before'))).toEqual([
      'R',
      ' B',
      '  b1',
      ' A',
      '  a1',
      '  a2',
      '  a3',
    ]);
  });
  it('puts a team that is dropped on a member beside the member’s team, and nothing under itself or a member', () => {
    expect(outline(placed(['B'], 'a2', 'before'))).toEqual(['R', ' B', '  b1', ' A', '  a1', '  a2', '  a3']);
    const sheet = sheetOf();
    const allowed = (key: string, onto: string, where: 'before' | 'into' | 'after') =>
      sheet.placeFor?.([rowOf(sheet, key)], { row: rowOf(sheet, onto), where });
    expect(allowed('a1', 'a2', 'into')).toBeNull();
    expect(allowed('A', 'a2', 'after')).toBeNull();
    expect(allowed('R', 'A', 'into')).toBeNull();
    expect(sheet.placeFor?.([rowOf(sheet, 'a1')], { row: adder(sheet), where: 'before' })).toBeNull();
  });
  it('moves a team with everybody in it', () => {
    expect(outline(moved(['B', 'b1'], 'up'))).toEqual(['R', ' B', '  b1', ' A', '  a1', '  a2', '  a3']);
  });
  it('changes only what is different afterwards', () => {
    const sheet = sheetOf();
    expect(sheet.move?.([rowOf(sheet, 'a3')], 'up')).toHaveLength(2);
    expect(sheet.move?.([rowOf(sheet, 'a1')], 'up')).toEqual([]);
  });
  it('settles siblings that share one number', () => {
    const same = [unit('x', null, 0), unit('y', null, 0), unit('z', null, 0)];
    expect(outline(moved(['z'], 'up', same))).toEqual(['x', 'z', 'y']);
  });
});
