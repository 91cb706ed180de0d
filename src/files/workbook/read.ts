import type { CellValue } from 'hucre/xlsx';

/** A sheet of a workbook, its cells as text that reads like a CSV file's. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** As many rows as Excel has at most. */
const MOST_ROWS = 1_048_576;

/** An archive that names its members as an .xlsx file does. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const latin = new TextDecoder('latin1');
  return (latin.decode(bytes.subarray(0, 2000)) + latin.decode(bytes.subarray(-65_536))).includes('xl/');
}

/** Null: it can't be read, as it is damaged or locked. What formulas came to when it was saved stands for them. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly WorkbookSheet[] | null> {
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: MOST_ROWS });
    return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(textOf)) }));
  } catch {
    return null;
  }
}

/** 15 digits are what a spreadsheet keeps: 0.1 + 0.2 comes in as 0.3. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value);
}
