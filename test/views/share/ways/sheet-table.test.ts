import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readTable, writeRows } from '../../../../src/files/import/table.ts';
import { csvRows, tableSheet } from '../../../../src/files/workbook/sheet-table.ts';
import { writeTable } from '../../../../src/files/workbook/write.ts';
import { setLanguage } from '../../../../src/i18n/i18n.svelte.ts';
import { backcast } from '../../../../src/sheets/definitions/backcast.ts';
import { history } from '../../../../src/sheets/definitions/history.ts';
import { team } from '../../../../src/sheets/definitions/team.ts';
import { sheetTable } from '../../../../src/views/share/ways/sheet-table.ts';
import { hasLibreOffice, recalculated } from '../../../tools/libreoffice.ts';
import { goal, onePerson, unit } from '../../../planner/plan.ts';
import { TestDesk } from '../../../sheets/desk.ts';

const ABOUT = { note: 'Plan · November 2026' };
const records = onePerson(
  goal('me', '2026-11', 3_000_000),
  unit('me', 'rep', null, { name: '=cmd|calc', start: '2025-03-01', note: 'two\nlines, "quoted"' }),
);

await setLanguage('en');

describe('a sheet for other programs', () => {
  const table = sheetTable(new TestDesk(records).build(backcast).model, ABOUT);

  test('numbers go out bare, under one line of titles', () => {
    const [titles, first] = csvRows(table);
    expect(titles?.slice(0, 3)).toEqual(['Member', 'Data', 'Goal']);
    expect(first?.slice(2, 10)).toEqual(['30000', '0', '30000', '150000', '30', '150', '600', '2000']);
  });

  test('a name that looks like a formula is text, and comes back unchanged', () => {
    const csv = writeRows(csvRows(table));
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain("'=cmd|calc");
    expect(readTable(csv).rows[1]?.[0]).toBe('=cmd|calc');
  });

  test('text with line ends, commas and quotes comes back unchanged', () => {
    const sheet = sheetTable(new TestDesk(records).build(team).model, ABOUT);
    const column = sheet.columns.findIndex(({ title }) => title === 'Note');
    expect(readTable(writeRows(csvRows(sheet))).rows[1]?.[column]).toBe('two\nlines, "quoted"');
  });

  test('the row for adding somebody stays at home', () => {
    const { model } = new TestDesk(records).build(team);
    expect(model.row(model.rowCount - 1).adder).toBe(true);
    expect(sheetTable(model, ABOUT).rows).toHaveLength(model.rowCount - 1);
  });

  test('in a workbook numbers are numbers, days are days and text is text', async () => {
    const sheet = sheetTable(new TestDesk(records).build(team).model, ABOUT);
    const read = await readXlsx(await writeTable(sheet));
    const rows = read.sheets[0]?.rows ?? [];
    const [titles = [], first = []] = [rows[3], rows[4]];
    expect(first[0]).toBe('=cmd|calc');
    expect(first.some((value) => value instanceof Date)).toBe(true);
    expect(titles).toContain('Note one sentence');
    const counts = await readXlsx(await writeTable(table));
    expect(counts.sheets[0]?.rows[4]?.slice(2, 4)).toEqual([30000, 0]);
  });

  test('equal titles are told apart by what stands over them', () => {
    const { model } = new TestDesk(records).build(history);
    const [titles = []] = csvRows(sheetTable(model, ABOUT));
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.includes('Dials')).length).toBeGreaterThan(1);
  });

  test('groups stand once over their columns, and titles stay in sight', () => {
    const sheet = tableSheet(table);
    const groups = sheet.rows[2]?.map((cell) => cell?.value ?? '') ?? [];
    expect(groups.filter(Boolean)).toEqual(
      [...new Set(table.columns.map(({ group }) => group))].filter(Boolean),
    );
    expect(sheet.frozen).toEqual({ rows: 4, columns: 1 });
  });
});

describe.skipIf(!hasLibreOffice())('a sheet as CSV in LibreOffice', () => {
  test('has its names as they are and runs nothing that looks like a formula', async () => {
    const table = sheetTable(new TestDesk(records).build(backcast).model, ABOUT);
    const csv = new TextEncoder().encode(writeRows(csvRows(table)));
    const [opened] = recalculated([csv], 'csv');
    const [sheet] = (await readXlsx(opened!)).sheets;
    const [titles, first] = sheet!.rows;
    expect(titles?.slice(0, 3)).toEqual(['Member', 'Data', 'Goal']);
    expect(first?.[0]).toMatch(/^'?=cmd\|calc$/);
    expect(first?.slice(2, 6)).toEqual([30_000, 0, 30_000, 150_000]);
  }, 120_000);
});
