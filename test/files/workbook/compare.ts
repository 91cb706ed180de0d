import { readXlsx, type CellValue } from 'hucre/xlsx';

export interface Difference {
  readonly at: string;
  readonly written: CellValue;
  readonly calculated: CellValue;
}

const NEAR = 1e-9;

function same(written: CellValue, calculated: CellValue): boolean {
  if (typeof written === 'number' && typeof calculated === 'number')
    return Math.abs(written - calculated) <= NEAR * Math.max(1, Math.abs(written));
  const text = (value: CellValue): string =>
    value instanceof Date ? value.toISOString() : String(value ?? '');
  return text(written) === text(calculated);
}

/** Cell by cell: what a workbook said against what another program calculated. Fails nothing by itself. */
export async function differences(
  written: Uint8Array,
  calculated: Uint8Array,
): Promise<{ readonly cells: number; readonly differing: readonly Difference[] }> {
  const [said, found] = await Promise.all([readXlsx(written), readXlsx(calculated)]);
  const differing: Difference[] = [];
  let cells = 0;
  said.sheets.forEach((sheet, number) =>
    sheet.rows.forEach((row, line) =>
      row.forEach((value, column) => {
        cells++;
        const calculatedValue = found.sheets[number]?.rows[line]?.[column] ?? null;
        if (!same(value, calculatedValue))
          differing.push({
            at: `${sheet.name} ${line + 1}:${column + 1}`,
            written: value,
            calculated: calculatedValue,
          });
      }),
    ),
  );
  return { cells, differing };
}
