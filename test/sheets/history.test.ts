import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { HistoryAnswer } from '../../src/model/planning.ts';
import { otherValues } from '../../src/model/records/other.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { addMonths, monthsOf } from '../../src/model/time.ts';
import type { SheetContext } from '../../src/sheets/definition.ts';
import { history } from '../../src/sheets/definitions/history.ts';
import { after, cellAt, columnOf, contextOf, rowOf, tree, unit, write } from './support.ts';

const measures = templateMeasures('telesales');
const keys = measures.map(([id]) => id.slice('measure/'.length));
const counts = (rep: string, month: string, values: Record<string, number | null>): RecordEntry => [
  `history/${rep}/${month}`,
  values,
];

/** What the planner would answer; sums are 7 everywhere. */
function answerFor(context: SheetContext, from: string | null): HistoryAnswer {
  const [query] = history.queries(context);
  if (query?.kind !== 'history') throw new Error('the sheet asks for a history');
  const units = context.units.map(({ key }) => key);
  const months = monthsOf(query.span);
  const extent = from === null ? null : { from, to: query.span.to };
  const values = keys.map(() => months.map(() => new Float64Array(units.length).fill(extent ? 7 : NaN)));
  const workingDays = months.map(() => 21);
  const ofDays = keys.map(() => months.map(() => null));
  return { kind: 'history', units, months, measures: keys, values, ofDays, extent, workingDays };
}
function sheetOf(
  records: readonly RecordEntry[],
  from: string | null = '2026-01',
  desk: Partial<SheetContext> = {},
) {
  const context = contextOf([...measures, ...tree, ...records], desk);
  return history.build(context, [answerFor(context, from)]);
}
const monthsShown = (sheet: ReturnType<typeof sheetOf>) =>
  sheet.model.columns.filter(({ key }) => key.startsWith('dials')).map(({ key }) => key.slice(6));

describe('the months of a history', () => {
  it('run from the first with data to the running one', () => {
    const shown = monthsShown(sheetOf([], '2026-01'));
    expect([shown[0], shown.at(-1), shown.length]).toEqual(['2026-01', '2026-11', 11]);
  });
  it('are half a year at least and two years at most', () => {
    expect(monthsShown(sheetOf([], null))).toEqual(monthsOf({ from: '2026-06', to: '2026-11' }));
    expect(monthsShown(sheetOf([], '2020-01'))).toHaveLength(24);
  });
  it('end with the planning month that today lies in', () => {
    const context = contextOf([...measures, ...tree]);
    const settings = { ...context.settings, cutoffDay: 15 };
    expect(monthsShown(sheetOf([], null, { settings })).at(-1)).toBe('2026-12');
  });
  it('reach an older month that lies on the desk', () => {
    expect(monthsShown(sheetOf([], '2020-01', { month: '2022-05' })).at(-1)).toBe('2022-05');
  });
  it('say the working days under each month, and the year with the first month and with January', () => {
    const columns = sheetOf([], '2025-11').model.columns.filter(({ key }) => key.startsWith('dials'));
    expect(columns.slice(0, 3).map(({ title }) => title)).toEqual(['Nov 25', 'Dec', 'Jan 26']);
    expect(columns[0]?.subtitle).toBe('21 days');
  });
  it('stand in a group for each measure, from the work to the result', () => {
    const { columns } = sheetOf([]).model;
    const groups = [...new Set(columns.slice(1).map(({ group }) => group))];
    expect(groups).toHaveLength(6);
    expect(columns.filter(({ rule }) => rule)).toHaveLength(6);
  });
});

describe('blanks and zeros', () => {
  const records = [
    counts('a1', '2026-07', { dials: 100, connects: 30 }),
    counts('a1', '2026-08', { dials: 90, connects: null }),
    counts('a1', '2026-10', { dials: 0, connects: 20 }),
  ];
  const sheet = sheetOf(records);

  it('shows a blank after the first month as a gap, also where the whole month is missing', () => {
    for (const column of ['connects 2026-08', 'dials 2026-09'])
      expect(cellAt(sheet, 'a1', column)).toMatchObject({
        text: 'gap',
        value: null,
        draft: '',
        marks: ['gap'],
      });
  });
  it('keeps a typed zero', () => {
    expect(cellAt(sheet, 'a1', 'dials 2026-10')).toMatchObject({ text: '0', value: 0, input: true });
  });
  it('shows no gap before the first month, in the running one, or of somebody without any data', () => {
    for (const [rep, column] of [
      ['a1', 'dials 2026-06'],
      ['a1', 'dials 2026-11'],
      ['a2', 'dials 2026-08'],
    ] as const)
      expect(cellAt(sheet, rep, column)).toMatchObject({ text: '', value: null, input: true });
  });
  it('shows no gaps of a measure that nobody keeps', () => {
    const context = contextOf([...measures, ...tree, ...records]);
    const answer = answerFor(context, '2026-07');
    const unkept = {
      ...answer,
      values: answer.values.map((v, at) => (at === 4 ? v.map(() => new Float64Array(7).fill(NaN)) : v)),
    };
    const cell = cellAt(history.build(context, [unkept]), 'a1', 'pipeline 2026-08');
    expect(cell.text).toBe('');
  });
  it('greys months outside of employment but takes a number there', () => {
    const late = [unit('a1', 'A', 0, { start: '2026-10-12' })];
    const before = cellAt(sheetOf([...late, ...records]), 'a1', 'dials 2026-09');
    expect(before).toMatchObject({ text: '—', value: null, input: true, marks: ['muted'] });
    expect(before.hint).toContain('2026-10-12');
    expect(cellAt(sheetOf([...late, ...records]), 'a1', 'dials 2026-07')).toMatchObject({ text: '100' });
  });
});

describe('sums of teams', () => {
  it('come from the answer, take no input and say why', () => {
    const sheet = sheetOf([]);
    expect(cellAt(sheet, 'A', 'dials 2026-10')).toMatchObject({ value: 7, input: false });
    expect(sheet.refuse(rowOf(sheet, 'A'), 1)).toMatchObject({ kind: 'sentence' });
    const reason = sheet.reason(rowOf(sheet, 'A'), columnOf(sheet, 'dials 2026-10'));
    expect(reason.formula).toMatchObject({ op: 'children', count: 3, value: 7 });
  });
  it('are the values that sums, sorting and jumps ask for without their words', () => {
    const { model } = sheetOf([counts('a1', '2026-09', { [keys[0] ?? '']: 5 })]);
    for (let row = 0; row < model.rowCount; row++)
      model.columns.forEach((_, column) => {
        expect(model.value?.(row, column)).toEqual(model.cell(row, column).value);
      });
  });
  it('are blank for a unit that the answer does not know yet', () => {
    const context = contextOf([...measures, ...tree, unit('C', 'R', 2, { kind: 'team' })]);
    const old = answerFor(contextOf([...measures, ...tree]), '2026-01');
    expect(cellAt(history.build(context, [old]), 'C', 'dials 2026-10').value).toBeNull();
  });
});

describe('typing into a history', () => {
  it('makes a record of the month, and shows it before the planner has answered', () => {
    const sheet = sheetOf([]);
    const at = columnOf(sheet, 'revenue 2026-10');
    const { changes } = write(sheet, rowOf(sheet, 'a1'), at, [['3万']], 'type');
    expect(changes).toEqual([{ create: 'history/a1/2026-10', values: { revenue: 3_000_000 } }]);
    expect(cellAt(sheetOf(after([], changes)), 'a1', 'revenue 2026-10').text).toBe('30,000');
  });
  it('puts all measures of a month into one record', () => {
    const sheet = sheetOf([]);
    const row = rowOf(sheet, 'a1');
    const edits = ['dials 2026-10', 'connects 2026-10'].map((key) => ({
      row,
      column: columnOf(sheet, key),
      text: '5',
    }));
    expect(sheet.edit(edits, 'paste', () => Promise.resolve(null))).toMatchObject({
      changes: [{ create: 'history/a1/2026-10', values: { dials: 5, connects: 5 } }],
    });
  });
  it('clears to a blank, and makes nothing of a blank where nothing was', () => {
    const sheet = sheetOf([counts('a1', '2026-10', { dials: 5 })]);
    const at = columnOf(sheet, 'dials 2026-10');
    expect(write(sheet, rowOf(sheet, 'a1'), at, [['']], 'clear').changes).toEqual([
      { id: 'history/a1/2026-10', field: 'dials', value: null },
    ]);
    expect(write(sheet, rowOf(sheet, 'a2'), at, [['']], 'clear').changes).toEqual([]);
  });
  it('refuses negative counts in words and takes a refund', () => {
    const sheet = sheetOf([]);
    const row = rowOf(sheet, 'a1');
    const refused = write(sheet, row, columnOf(sheet, 'dials 2026-10'), [['-5']], 'type');
    expect(refused.changes).toEqual([]);
    expect(refused.rejected[0]?.message).toMatch(/negative/);
    const refund = write(sheet, row, columnOf(sheet, 'revenue 2026-10'), [['-5']], 'type');
    expect(refund.changes).toHaveLength(1);
  });
  it('says what a paste came to', () => {
    const sheet = sheetOf([]);
    const block = [
      ['1', '2', '3'],
      ['4', '', '6'],
      ['7', '8', 'x'],
    ];
    const { summary, rejected } = write(sheet, rowOf(sheet, 'a1'), columnOf(sheet, 'dials 2026-08'), block);
    expect(summary).toBe('Pasted 3 × 3 cells: 7 numbers, 1 blank kept as a gap, 1 not taken');
    expect(rejected).toHaveLength(1);
  });
  it('adds members with their numbers in the row that adds', () => {
    const sheet = sheetOf([]);
    const { changes } = write(sheet, rowOf(sheet, 'adder'), 0, [
      ['x', '1', '2'],
      ['y', '3', ''],
    ]);
    const people = changes.filter((change) => 'create' in change && change.create.startsWith('unit/'));
    expect(people).toMatchObject([{ values: { name: 'x', parent: 'B' } }, { values: { name: 'y' } }]);
    expect(changes).toHaveLength(2 + 3);
  });
  it('keeps a number that has nobody', () => {
    const sheet = sheetOf([]);
    const { changes, rejected } = write(sheet, rowOf(sheet, 'adder'), 1, [['5']], 'type');
    expect(changes).toEqual([]);
    expect(rejected).toMatchObject([{ text: '5' }]);
  });
});

describe('the formula bar', () => {
  it('names the person, the measure and the month, and says that a zero counts', () => {
    const sheet = sheetOf([counts('a1', '2026-08', { connects: 0 })]);
    const reason = sheet.reason(rowOf(sheet, 'a1'), columnOf(sheet, 'connects 2026-08'));
    expect(reason).toMatchObject({ name: 'a1 · Connects · Aug 2026', input: '0', formula: null });
    expect(reason.note).toMatch(/0 counts/);
  });
});

describe('a large history', () => {
  it('is built without looking at any cell', () => {
    const reps = Array.from({ length: 1000 }, (_, at) => unit(`r${at}`, null, at));
    const context = contextOf([...measures, ...reps]);
    const looked: string[] = [];
    const watched = { ...context, get: (id: string) => (looked.push(id), context.get(id)) };
    const answer = answerFor(context, addMonths('2026-11', -30));
    const sheet = history.build(watched, [answer]);
    expect(sheet.model.columns).toHaveLength(1 + 6 * 24);
    expect(looked).toEqual([]);
  });
});

describe('other revenue', () => {
  const keeps: RecordEntry = [recordId.other('repeatRevenue'), otherValues('repeatRevenue')];
  const records = [
    ...[...measures, ...tree, keeps],
    counts('a1', '2026-07', { dials: 100, repeatRevenue: 500_000 }),
    counts('a1', '2026-08', { dials: 100 }),
    counts('a2', '2026-07', { dials: 100 }),
    counts('a2', '2026-08', { dials: 100 }),
  ];
  const context = contextOf(records);
  const planner = createPlanner();
  void planner.load(records, context.asOf);
  const sheet = history.build(
    context,
    history.queries(context).map((query) => planner.read(query)),
  );

  it('stands behind the chain, in money, summed up over the team', () => {
    const { columns } = sheet.model;
    expect(columns.at(-1)).toMatchObject({ group: 'Repeat revenue', type: 'money' });
    expect(cellAt(sheet, 'a1', 'repeatRevenue 2026-07')).toMatchObject({ text: '5,000', input: true });
    expect(cellAt(sheet, 'A', 'repeatRevenue 2026-07').text).toBe('5,000');
  });
  it('has gaps only where the same person has entries', () => {
    expect(cellAt(sheet, 'a1', 'repeatRevenue 2026-08').marks).toEqual(['gap']);
    expect(cellAt(sheet, 'a2', 'repeatRevenue 2026-08').marks).toBeUndefined();
  });
});

describe('a month that has days', () => {
  const records = [
    ...[...measures, ...tree],
    counts('a1', '2026-10', { dials: 900, connects: 250 }),
    [recordId.systemActual('a1', '2026-10-12'), { dials: 95 }] as RecordEntry,
    [recordId.actual('a1', '2026-10-13'), { dials: 80 }] as RecordEntry,
  ];
  const context = contextOf(records);
  const planner = createPlanner();
  void planner.load(records, context.asOf);
  const sheet = history.build(
    context,
    history.queries(context).map((query) => planner.read(query)),
  );
  const at = columnOf(sheet, 'dials 2026-10');

  it('shows their sum, and names the month’s own row, which does not count', () => {
    const cell = cellAt(sheet, 'a1', 'dials 2026-10');
    expect(cell).toMatchObject({ text: '175', value: 175, input: false });
    expect(cell.hint).toContain('900');
    expect(sheet.model.value?.(rowOf(sheet, 'a1'), at)).toBe(175);
    expect(cellAt(sheet, 'A', 'dials 2026-10').text).toBe('175');
  });
  it('takes no number for the month, and says where the days are', () => {
    const outcome = write(sheet, rowOf(sheet, 'a1'), at, [['1000']]);
    expect(outcome.changes).toEqual([]);
    expect(outcome.rejected[0]?.message).toContain('Actuals');
    expect(sheet.refuse(rowOf(sheet, 'a1'), at)).toMatchObject({ text: outcome.rejected[0]?.message });
  });
  it('names its own row as a part of it where the days were begun within the month', () => {
    const begun: RecordEntry = [recordId.monthToDate('a1', '2026-10'), { until: '2026-10-12' }];
    const later = createPlanner();
    void later.load([...records, begun], context.asOf);
    const both = history.build(
      context,
      history.queries(context).map((query) => later.read(query)),
    );
    const cell = cellAt(both, 'a1', 'dials 2026-10');
    expect(cell).toMatchObject({ text: '1,075', input: false });
    expect(cell.hint).toBe('The 900 entered for the month, and the days that came after');
  });
  it('leaves other measures of the month as they were typed', () => {
    expect(cellAt(sheet, 'a1', 'connects 2026-10')).toMatchObject({ text: '250', input: true });
  });
});
