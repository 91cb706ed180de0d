import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { bookSheets } from './book.ts';
import { columnName } from './cells.ts';
import { tableSheet, type SheetTable } from './sheet-table.ts';
import type { Book, BookCell, BookSheet, CellLook } from './types.ts';

/** In points. */
const LINE = 15;
const FONT = { name: 'Calibri', size: 11 };
const BLUE = { rgb: '1D4ED8' };
const GREY = { rgb: '6B6B66' };
const HEADER = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EFEFEC' } } as const;
const TOTAL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F7F7F5' } } as const;
const LOCKED = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4E4E0' } } as const;
const RULE = { bottom: { style: 'thin', color: { rgb: 'B9B9B3' } } } as const;

/** An .xlsx file: no macros, no links to anywhere. */
export const writeBook = (book: Book): Promise<Uint8Array> => xlsxOf(bookSheets(book));

/** A sheet as it stands, values without formulas. */
export const writeTable = (table: SheetTable): Promise<Uint8Array> => xlsxOf([tableSheet(table)]);

const xlsxOf = async (sheets: readonly BookSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(written), defaultFont: FONT });

function written({ name, rows, widths, lines, frozen }: BookSheet): WriteSheet {
  const styles = new Map<string, CellStyle>();
  const styleOf = (look: CellLook): CellStyle => {
    const key = JSON.stringify(look);
    const style = styles.get(key) ?? styleFor(look);
    styles.set(key, style);
    return style;
  };
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, at) =>
    row.forEach((cell, column) => {
      const about = cell && {
        ...content(cell, `${columnName(column)}${at + 1}`),
        style: styleOf(cell.style),
      };
      if (about) cells.set(`${at},${column}`, about);
    }),
  );
  return {
    name,
    cells,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map([...lines].map(([row, count]) => [row, { height: count * LINE }])),
    ...(frozen.rows > 0 && { freezePane: frozen }),
  };
}

/** `place`: the one cell that an array formula fills. */
function content({ value, formula, isArray }: BookCell, place: string): Partial<Cell> {
  if (formula === undefined) return { value };
  const array = isArray && ({ formulaType: 'array', formulaRef: place } as const);
  return { type: 'formula', formula, formulaResult: value, ...array };
}

function styleFor({ kind, input, total, locked, muted, format, indent, wrap }: CellLook): CellStyle {
  const isHeader = kind === 'header' || kind === 'numberHeader';
  const bold = isHeader || kind === 'title' || kind === 'group' || total === true;
  const color = input ? BLUE : muted || kind === 'legend' ? GREY : undefined;
  return {
    font: { ...FONT, ...(bold && { bold }), ...(kind === 'title' && { size: 14 }), ...(color && { color }) },
    ...(isHeader ? { fill: HEADER, border: RULE } : (locked || total) && { fill: locked ? LOCKED : TOTAL }),
    alignment: {
      horizontal: kind === 'number' || kind === 'numberHeader' ? 'right' : 'left',
      ...(isHeader && { wrapText: true, vertical: 'bottom' }),
      ...(wrap && { wrapText: true, vertical: 'top' }),
      ...(indent && { indent }),
    },
    ...(format !== undefined && { numFmt: format }),
  };
}
