import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookSheets } from '../../../src/files/workbook/book.ts';
import type { BookCell, BookSheet } from '../../../src/files/workbook/types.ts';
import { writeBook } from '../../../src/files/workbook/write.ts';
import { setLanguage, t } from '../../../src/i18n/i18n.svelte.ts';
import { company, goal, override, settings, unit } from '../../planner/plan.ts';
import { bookFrom, withMeasures } from './books.ts';

const team = [
  ...company({ reps: 6, teams: 2, months: 8, last: '2026-10', goals: 2 }),
  settings({ pipelineKind: 'stock' }),
  unit('r0000', 'rep', 't0', { name: '=2+3' }),
  unit('r0002', 'rep', 't0', { name: '+86 138', order: 2 }),
  override('r0002', 'intents', '2026-09', { ratio: 0.3, reason: 'training', setOn: '2026-09-02' }),
  goal('r0004', '2026-11', 3_000_050),
];
const HEADER = 3;

/** Of a sheet by the titles of its columns; rows by name. */
function reader(sheet: BookSheet | undefined) {
  const titles = sheet?.rows.at(HEADER)?.map((cell) => cell?.value) ?? [];
  const row = (name: string) => sheet?.rows.find((cells) => cells[0]?.value === name);
  return {
    titles,
    cell: (name: string, title: string): BookCell | null | undefined => row(name)?.at(titles.indexOf(title)),
  };
}

describe('a workbook of the Backcast', () => {
  beforeAll(() => setLanguage('en'));

  it('has inputs as values, derived cells as formulas of the same row, totals as sums of the rows below', async () => {
    const [backcast] = bookSheets(await bookFrom(team));
    const { cell, titles } = reader(backcast);
    expect(titles.slice(0, 7)).toEqual([
      ...['Member', 'Kind', 'Goal (¥)', 'Won (¥)', 'To go (¥)', 'Pipeline in hand (¥)', 'Pipeline (¥)'],
    ]);
    expect(cell('=2+3', 'Goal (¥)')).toMatchObject({ style: { input: true } });
    expect(cell('=2+3', 'Goal (¥)')?.formula).toBeUndefined();
    expect(cell('=2+3', 'To go (¥)')?.formula).toBe('IFERROR(MAX(0,C7-D7),"—")');
    expect(cell('=2+3', 'Pipeline (¥)')?.formula).toBe(`IFERROR(MAX(0,IF(C7<0,0,C7)/'Ratios'!B7-F7),"—")`);
    expect(cell('=2+3', 'Dials a day')?.formula).toBe('IFERROR(K7/L7,"—")');
    expect(cell('t0', 'Goal (¥)')?.formula).toBe('IF(COUNT(C7:C9)=0,"—",SUM(C7:C9))');
    expect(cell('t0', 'Dials')).toMatchObject({
      ...{
        formula: 'IF(COUNT(K7:K9)=0,"—",SUM(IFERROR(ROUND(K7:K9,IF(K7:K9<0.995,2,0)),0)))',
        isArray: true,
      },
    });
    expect(cell('all', 'Dials')?.formula).toBe('IF(COUNT(K6,K10)=0,"—",SUM(K6,K10))');
    expect(cell('all', 'Working days')?.formula).toBe('IFERROR(AVERAGEIF(B6:B13,"Rep",L6:L13),"—")');
  });

  it('starts from what is to go, over the days left, where that is what the desk shows', async () => {
    const [backcast] = bookSheets(await bookFrom(team, { mode: 'toGo' }));
    const { cell } = reader(backcast);
    expect(cell('=2+3', 'Pipeline (¥)')?.formula).toBe(`IFERROR(MAX(0,E7/'Ratios'!B7-F7),"—")`);
    expect(cell('=2+3', 'Working days left')?.value).toBe(7);
  });

  it('begins with the aim where a lag or a confidence asks for other money than the goal', async () => {
    const lags = withMeasures(team, { revenue: { lagMedian: 6, lag90: 15 } });
    const [lagging, , lagNotes] = bookSheets(await bookFrom(lags, { mode: 'toGo' }));
    expect(reader(lagging).cell('=2+3', 'Aim on average (¥)')?.formula).toBe(
      'IFERROR(IF(MAX(0,E7-F7)<=0,0,MAX(0,E7-F7)/G7),"—")',
    );
    expect(JSON.stringify(lagNotes)).toContain(t().workbook.notes.aimLag);
    const sure = [...team, settings({ confidence: 0.8 })];
    const [confident, , notes] = bookSheets(await bookFrom(sure));
    const aim = reader(confident).cell('=2+3', 'Aim on average (¥)');
    expect(aim).toMatchObject({ style: { input: true } });
    expect(aim?.formula).toBeUndefined();
    expect(reader(confident).cell('=2+3', 'Pipeline (¥)')?.formula).toContain('F7/');
    expect(JSON.stringify(notes)).toContain('80%, each rep alone');
  });

  it('says on a sheet of its own what each ratio rests on', async () => {
    const [, ratios] = bookSheets(await bookFrom(team));
    const row = ratios?.rows.find((cells) => cells[0]?.value === '+86 138');
    const hand = row?.find((cell) => typeof cell?.value === 'string' && cell.value.includes('training'));
    expect(hand?.value).toContain('30.0%');
    expect(row?.some((cell) => cell?.value === 'Own record')).toBe(true);
    expect(row?.filter((cell) => cell?.style.input)).toHaveLength(5);
    expect(
      ratios?.rows
        .at(HEADER)
        ?.slice(1, 8)
        .map((cell) => cell?.value),
    ).toEqual([...['Used', 'Raw', 'Own', 'Team', '80% from', '80% to', 'Basis']]);
  });

  it('keeps names that look like formulas as text, and cents only where an amount has some', async () => {
    const book = await bookFrom(team);
    const [backcast] = bookSheets(book);
    const names = backcast?.rows.flatMap((cells) => (cells[0]?.value === '=2+3' ? [cells[0]] : []));
    expect(names).toMatchObject([{ value: '=2+3', style: { format: '@' } }]);
    expect(reader(backcast).cell('=2+3', 'Goal (¥)')?.style.format).toBe('#,##0.00');
    expect(reader(backcast).cell('=2+3', 'Won (¥)')?.style.format).toBe('#,##0');
    const read = await readXlsx(await writeBook(book));
    expect(read.sheets[0]?.rows.some((row) => row[0] === '=2+3')).toBe(true);
  });

  it('has the open what-if on a sheet of its own, with the plan and a difference that is calculated', async () => {
    expect(bookSheets(await bookFrom(team)).map(({ name }) => name)).toEqual(['Backcast', 'Ratios', 'Notes']);
    const supposed = [
      ...team.filter(([id]) => id !== 'unit/r0005'),
      goal('r0004', '2026-11', 4_000_050),
      unit('new', 'rep', 't1', { name: 'Newcomer', order: 9 }),
      goal('new', '2026-11', 1_000_000),
    ];
    const sheets = bookSheets(await bookFrom(team, { supposed }));
    expect(sheets.at(-1)?.name).toBe('What-if');
    const { rows } = sheets.at(-1)!;
    expect(rows[0]?.[0]?.value).toMatch(/^What-if: More · /);
    const groups = rows[2]!.map((cell) => cell?.value);
    const of = (name: string, group: string, at: 0 | 1 | 2): BookCell | null | undefined =>
      rows.find((cells) => cells[0]?.value === name)?.at(groups.indexOf(group) + at);
    expect(rows[3]!.slice(0, 5).map((cell) => cell?.value)).toEqual([
      ...['Member', 'Kind', 'Plan', 'What-if', 'Difference'],
    ]);
    const goals = ([0, 1, 2] as const).map((at) => of('r0004', 'Goal (¥)', at));
    expect(goals.map((cell) => cell?.value)).toEqual([30000.5, 40000.5, 10000]);
    expect(goals[2]?.formula).toMatch(/^IFERROR\(D\d+-C\d+,"—"\)$/);
    const perDay = ([0, 1, 2] as const).map((at) => Number(of('r0004', 'Dials a day', at)?.value));
    expect(perDay[1]).toBeGreaterThan(perDay[0]! * 1.2);
    expect(perDay[2]).toBeCloseTo(perDay[1]! - perDay[0]!, 9);
    expect(of('Newcomer', 'Goal (¥)', 0)?.value).toBe('—');
    expect(of('Newcomer', 'Goal (¥)', 1)?.value).toBe(10_000);
    expect(of('r0005', 'Goal (¥)', 1)?.value).toBe('—');
    const chance = Number(of('r0004', 'Chance if the quota is done', 1)?.value);
    expect(chance).toBeGreaterThan(0.2);
    expect(Math.round(chance * 100)).toBeCloseTo(chance * 100, 9);
  });

  it('says in the notes how often the plan’s own expected quotas are enough', async () => {
    const { notes } = await bookFrom(team);
    expect(notes.find(({ term }) => term === t().workbook.notes.confidence)?.is).toMatch(
      /^Expected: goal ÷ ratios, in this plan enough in about [345] of 10 cases$/,
    );
  });

  it('limits itself to the scope of the desk', async () => {
    const { rows, columns } = await bookFrom(team, { scope: 't1' });
    expect(rows.map(({ name, level, into }) => [name, level, into])).toEqual([
      ...[['t1', 0, -1], ...['r0001', 'r0003', 'r0005'].map((name) => [name, 1, 0])],
    ]);
    expect(columns[0]?.values).toHaveLength(4);
  });

  it.each(['zh-CN', 'en'] as const)(
    'leaves no cell of a unit without a word or a number (%s)',
    async (language) => {
      await setLanguage(language);
      const sheets = bookSheets(await bookFrom(team));
      expect(sheets.map(({ name }) => name)).toEqual(Object.values(t().workbook.sheets));
      for (const { rows } of sheets.slice(0, 2))
        for (const row of rows.slice(HEADER))
          for (const cell of row.slice(0, -1)) expect(cell?.value === null || cell?.value === '').toBe(false);
      await setLanguage('en');
    },
  );
});
