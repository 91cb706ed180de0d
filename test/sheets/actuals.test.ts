import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import type { SheetContext } from '../../src/sheets/definition.ts';
import { actuals } from '../../src/sheets/definitions/actuals.ts';
import { after, cellAt, columnOf, contextOf, rowOf, tree, unit, write } from './support.ts';

const measures = templateMeasures('telesales');
const ASOF = '2026-11-20';
const goals = ['a1', 'a2', 'a3', 'b1'].map((rep): RecordEntry => [
  recordId.goal(rep, '2026-11'),
  { amount: 3_000_000 },
]);
const months = ['2026-08', '2026-09', '2026-10'].flatMap((month) =>
  ['a1', 'a2', 'a3', 'b1'].map((rep): RecordEntry => [
    recordId.history(rep, month),
    { dials: 2000, connects: 580, conversations: 140, intents: 28, pipeline: 14_000_000, revenue: 2_900_000 },
  ]),
);
const person = (rep: string, day: string, values: Record<string, number>): RecordEntry => [
  recordId.actual(rep, day),
  values,
];
const system = (rep: string, day: string, values: Record<string, number>): RecordEntry => [
  recordId.systemActual(rep, day),
  values,
];

function sheetOf(records: readonly RecordEntry[], desk: Partial<SheetContext> = {}) {
  const all = [...measures, ...tree, ...goals, ...months, ...records];
  const context = contextOf(all, { asOf: ASOF, ...desk });
  const planner = createPlanner();
  void planner.load(all, ASOF);
  return actuals.build(
    context,
    actuals.queries(context).map((query) => planner.read(query)),
  );
}
/** Every working day from the 16th to the 19th of three reps. */
const week = ['a1', 'a2', 'a3'].flatMap((rep) =>
  ['16', '17', '18', '19'].map((day) => person(rep, `2026-11-${day}`, { dials: 90 + Number(day) })),
);

describe('the days of a month', () => {
  it('have a column each where anybody works, and stand in weeks', () => {
    const { columns } = sheetOf([]).model;
    const days = columns.filter(({ key }) => key.startsWith('2026-11'));
    expect(days).toHaveLength(21);
    expect(days[0]).toMatchObject({ key: '2026-11-02', title: '2', group: 'Week 45', rule: true });
    expect(columnOf(sheetOf([]), '2026-11-07')).toBe(-1);
    expect(columnOf(sheetOf([person('a1', '2026-11-07', { dials: 9 })]), '2026-11-07')).toBeGreaterThan(0);
    expect(days.find(({ key }) => key === ASOF)?.now).toBe(true);
  });

  it('show what counts, a sum for teams, and quotas in grey for days to come', () => {
    const sheet = sheetOf(week);
    expect(cellAt(sheet, 'a1', '2026-11-18')).toMatchObject({ value: 108, input: true });
    expect(cellAt(sheet, 'A', '2026-11-18')).toMatchObject({ value: 324, input: false });
    const later = cellAt(sheet, 'a1', '2026-11-24');
    expect(later.marks).toContain('muted');
    expect(later.input).toBe(false);
    expect(Number(later.value)).toBeGreaterThan(0);
  });

  it('ask for what is missing only where the measure is kept by the day, and call leave by its name', () => {
    const open = week.filter(([id]) => id !== recordId.actual('a2', '2026-11-18'));
    expect(cellAt(sheetOf(open), 'a2', '2026-11-18')).toMatchObject({ text: 'gap', marks: ['decide'] });
    expect(cellAt(sheetOf(open), 'a2', '2026-11-12').text).toBe('');
    expect(cellAt(sheetOf(open, { measure: 'intents' }), 'a2', '2026-11-18').text).toBe('');
    const away = unit('a2', 'A', 1, { leave: [{ from: '2026-11-18', to: '2026-11-18', part: 1 }] });
    expect(cellAt(sheetOf([...open, away]), 'a2', '2026-11-18')).toMatchObject({
      text: 'leave',
      input: true,
    });
  });

  it('are marked where the last act pasted them, in the measure that it put', () => {
    const pasted = recordId.actual('a1', '2026-11-18');
    const desk = { justPasted: (id: string, field: string) => id === pasted && field === 'dials' };
    expect(cellAt(sheetOf(week, desk), 'a1', '2026-11-18').marks).toEqual(['pasted']);
    expect(cellAt(sheetOf(week, desk), 'a1', '2026-11-17').marks).toEqual([]);
  });

  it('say where a number is from, and both where they differ', () => {
    const sheet = sheetOf([...week, system('a1', '2026-11-18', { dials: 100 })]);
    const [row, column] = [rowOf(sheet, 'a1'), columnOf(sheet, '2026-11-18')];
    expect(cellAt(sheet, 'a1', '2026-11-18')).toMatchObject({ value: 100, marks: ['note'] });
    expect(sheet.reason(row, column).note).toContain('system 100, rep 108');
    expect(sheet.reason(row, columnOf(sheet, '2026-11-17')).note).toBe('entered by hand');
    expect(sheet.reason(row, column).name).toContain('Nov 18');
  });

  it('name what a day contradicts, on both of its measures', () => {
    const records = [...week, person('a1', '2026-11-19', { dials: 27, connects: 98 })];
    const dials = cellAt(sheetOf(records), 'a1', '2026-11-19');
    expect(dials.marks).toContain('decide');
    expect(dials.hint).toContain('98');
    const connects = cellAt(sheetOf(records, { measure: 'connects' }), 'a1', '2026-11-19');
    expect(connects.hint).toContain('27');
  });

  it('stand beside the pace: done, due, the gap and what is left', () => {
    const days = ['16', '17', '18', '19'].map((day) =>
      person('a1', `2026-11-${day}`, { dials: Number(day) }),
    );
    const sheet = sheetOf(days);
    const [done, due, gap] = ['done', 'due', 'gap'].map((key) => Number(cellAt(sheet, 'a1', key).value));
    expect(done).toBe(16 + 17 + 18 + 19);
    expect(gap).toBe(Math.round(done! - due!));
    expect(cellAt(sheet, 'a1', 'gap').marks).toContain('low');
  });
});

describe('typed and pasted days', () => {
  it('become what a person says; money of the measure is stored in minor units', () => {
    const sheet = sheetOf([]);
    const { changes, summary } = write(sheet, rowOf(sheet, 'a1'), columnOf(sheet, '2026-11-18'), [
      ['96', '98'],
      ['105', ''],
    ]);
    expect(changes).toEqual([
      { create: recordId.actual('a1', '2026-11-18'), values: { dials: 96 } },
      { create: recordId.actual('a1', '2026-11-19'), values: { dials: 98 } },
      { create: recordId.actual('a2', '2026-11-18'), values: { dials: 105 } },
    ]);
    expect(summary).toContain('3 numbers');
    const money = sheetOf([], { measure: 'revenue' });
    expect(
      write(money, rowOf(money, 'a1'), columnOf(money, '2026-11-18'), [['1200']], 'type').changes,
    ).toEqual([{ create: recordId.actual('a1', '2026-11-18'), values: { revenue: 120_000 } }]);
  });

  it('may be of what is kept beside the chain, which asks for nothing', () => {
    const margin: RecordEntry = [recordId.other('margin'), { order: 0 }];
    const told = ['a1', 'a2', 'a3'].flatMap((rep) =>
      ['17', '18'].map((day) => person(rep, `2026-11-${day}`, { dials: 90, margin: 120_000 })),
    );
    const all = [margin, ...told, person('a1', '2026-11-19', { dials: 80 })];
    const sheet = sheetOf(all, { measure: 'margin' });
    expect(cellAt(sheet, 'a1', '2026-11-18')).toMatchObject({ text: '1,200', input: true });
    expect(cellAt(sheet, 'A', '2026-11-18').value).toBe(3600);
    expect(cellAt(sheet, 'a1', '2026-11-19').text).toBe('');
    const outcome = write(sheet, rowOf(sheet, 'a1'), columnOf(sheet, '2026-11-19'), [['12.50']], 'type');
    const id = recordId.actual('a1', '2026-11-19');
    expect(outcome.changes).toContainEqual({ id, field: 'margin', value: 1250 });
  });

  it('are those of the work where something is looked at that the plan does not keep', () => {
    expect(
      actuals.queries(contextOf([...measures, ...tree], { asOf: ASOF, measure: 'margin' })),
    ).toContainEqual({
      ...{ kind: 'actuals', month: '2026-11', measure: 'dials' },
    });
  });

  it('can be built in a plan that has nobody and measures nothing', () => {
    const planner = createPlanner();
    void planner.load([], ASOF);
    const context = contextOf([], { asOf: ASOF });
    const built = actuals.build(
      context,
      actuals.queries(context).map((query) => planner.read(query)),
    );
    expect(built.unitAt(0)).toBe(null);
  });

  it('are refused in words for days to come and for sums', () => {
    const sheet = sheetOf([]);
    const refused = (row: string, day: string) =>
      write(sheet, rowOf(sheet, row), columnOf(sheet, day), [['9']], 'type').rejected[0]?.message ?? '';
    expect(refused('a1', '2026-11-24')).toContain('11-24 is still to come');
    expect(refused('A', '2026-11-18')).not.toBe('');
  });

  it('take a day off where leave is typed, one day after another', () => {
    const sheet = sheetOf([]);
    const { changes } = write(sheet, rowOf(sheet, 'a1'), columnOf(sheet, '2026-11-18'), [['调休', 'leave']]);
    expect(changes).toEqual([
      {
        id: recordId.unit('a1'),
        field: 'leave',
        value: [
          { from: '2026-11-18', to: '2026-11-18', part: 1 },
          { from: '2026-11-19', to: '2026-11-19', part: 1 },
        ],
      },
    ]);
  });

  it('leave nothing behind where they are emptied, and say when the system counts', () => {
    const records = [system('a1', '2026-11-18', { dials: 100 }), person('a1', '2026-11-18', { dials: 90 })];
    const sheet = sheetOf(records);
    const at = [rowOf(sheet, 'a1'), columnOf(sheet, '2026-11-18')] as const;
    const emptied = after(records, write(sheet, ...at, [['']], 'clear').changes);
    expect(emptied).toEqual([
      [recordId.systemActual('a1', '2026-11-18'), { dials: null }],
      [recordId.actual('a1', '2026-11-18'), { dials: null }],
    ]);
    expect(write(sheet, ...at, [['95']], 'type').summary).toContain('system');
  });

  it('have a menu: leave, and really nothing', () => {
    const sheet = sheetOf(week);
    const acts = sheet.acts?.(rowOf(sheet, 'a1'), columnOf(sheet, '2026-11-12')) ?? [];
    expect(acts.map(({ label }) => label)).toEqual(['Mark as leave', 'It is really 0']);
    expect(acts[1]?.changes).toEqual([{ create: recordId.actual('a1', '2026-11-12'), values: { dials: 0 } }]);
    expect(sheet.acts?.(rowOf(sheet, 'A'), columnOf(sheet, '2026-11-12'))).toEqual([]);
  });
});
