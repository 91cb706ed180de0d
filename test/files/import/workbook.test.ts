import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { createTableReader } from '../../../src/files/import/reader.ts';
import { factsFor, written } from './tables.ts';

const HISTORY = [
  ['姓名', '月份', '外呼', '成交金额'],
  ['林晓', new Date('2026-09-01T00:00:00Z'), 1200, 12_345.67],
  ['林晓', new Date('2026-10-01T00:00:00Z'), 1300, null],
];
const workbook = async (sheets: Parameters<typeof writeXlsx>[0]['sheets']): Promise<Blob> =>
  new Blob([(await writeXlsx({ sheets })) as Uint8Array<ArrayBuffer>]);

describe('an Excel workbook', () => {
  it('is read as its table: numbers, days and blanks as they are', async () => {
    const reader = createTableReader();
    const opened = await reader.open(await workbook([{ name: '业绩', rows: HISTORY }]), {});
    expect(opened).toMatchObject({
      ok: true,
      value: { encoding: null, delimiter: null, sheets: ['业绩'], rows: 3 },
    });
    const draft = reader.draft({ facts: factsFor() });
    expect(draft.problems).toEqual([]);
    expect(written(draft)).toEqual([
      ...['林晓 2026-09 dials 1200', '林晓 2026-09 revenue 12345.67'],
      ...['林晓 2026-10 dials 1300', '林晓 2026-10 revenue blank'],
    ]);
  });

  it('is read from its first sheet with a table, or from the one that is chosen', async () => {
    const reader = createTableReader();
    const sheets = [
      { name: '说明', rows: [['由系统导出']] },
      { name: '业绩', rows: HISTORY },
      { name: '去年', rows: HISTORY.slice(0, 2) },
    ];
    const opened = await reader.open(await workbook(sheets), {});
    expect(opened).toMatchObject({ value: { sheet: 1, rows: 3 } });
    expect(reader.reopen({ sheet: 2 })).toMatchObject({ value: { sheet: 2, rows: 2 } });
  });
});
