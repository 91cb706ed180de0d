import type { Cell, CellType } from '../../sheets/sheet.ts';

/** 15 digits are what a spreadsheet keeps: 0.1 + 0.2 goes out as 0.3. */
const bare = (value: number): string => {
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e-6 && rounded !== 0 ? rounded.toFixed(15).replace(/0+$/, '') : String(rounded);
};

/** For other programs: numbers bare. */
export function plainText(cell: Cell): string {
  if (cell.value === null) return '';
  return typeof cell.value === 'number' ? bare(cell.value) : cell.value;
}

/** For our own editor: as a person would type it here. */
export function draftText(cell: Cell, type: CellType): string {
  if (cell.draft !== undefined) return cell.draft;
  if (typeof cell.value === 'number' && type === 'ratio') return `${bare(cell.value * 100)}%`;
  return plainText(cell);
}
