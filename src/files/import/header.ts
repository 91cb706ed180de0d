import { parseMonth } from '../../model/entry/month.ts';
import { readNumber } from '../../model/entry/number.ts';
import { plainText } from '../../model/entry/text.ts';
import type { Month } from '../../model/time.ts';
import { splitUnit } from './scale.ts';
import { headerWord, isInbound, isRatioWord, matchWord } from './words.ts';

const SEARCHED = 20;

/** The month of a wide table's header cell, or null. Bare numbers are no months: an Excel serial is data there. */
export function headerMonth(header: string, year?: number, today?: string): Month | null {
  if (!/[年月\-/.a-z]|^20\d{4}$/i.test(plainText(header))) return null;
  const month = parseMonth(header, { ...(year && { year }), ...(today && { today }) });
  return month.ok ? month.value : null;
}

const isKnown = (cell: string): boolean => {
  const word = headerWord(splitUnit(cell).name);
  return word !== '' && (matchWord(word) !== null || isInbound(word) || isRatioWord(word));
};

const isNumber = (cell: string): boolean => {
  const read = readNumber(cell);
  return read.ok && read.value !== null;
};

const filled = (row: readonly string[]): string[] => row.filter((cell) => cell.trim() !== '');

/** Known words of a header row; months count from two on: one is what a row of data has. */
function knownCells(row: readonly string[]): number {
  const cells = filled(row);
  if (cells.length < 2 && row.length > 1) return 0;
  const known = cells.filter(isKnown).length;
  const months = cells.filter((cell) => headerMonth(cell, 2000) !== null).length;
  const numbers = cells.filter((cell) => isNumber(cell) && headerMonth(cell) === null).length;
  return numbers > cells.length / 2 ? 0 : known + (months >= 2 ? months : 0);
}

/** Where no word is known: a row of words only, above a row with numbers. */
function looksLikeHeader(rows: readonly string[][], at: number): boolean {
  const cells = filled(rows[at] ?? []);
  const below = filled(rows[at + 1] ?? []);
  const words = cells.every((cell) => !isNumber(cell) && headerMonth(cell, 2000) === null);
  return cells.length > 1 && words && below.length > 1 && below.some(isNumber);
}

/** The header row's number, or −1 where the table starts with data. Title lines may stand above it. */
export function findHeader(rows: readonly string[][]): number {
  const head = rows.slice(0, SEARCHED);
  const scores = head.map(knownCells);
  const best = Math.max(0, ...scores);
  if (best > 0) return scores.indexOf(best);
  return head.findIndex((_, at) => looksLikeHeader(rows, at));
}

/** The one year that the title lines speak of. */
export function titleYear(titles: readonly string[][]): number | undefined {
  const years = new Set(
    titles.flat().flatMap((cell) => plainText(cell).match(/(?<!\d)20\d{2}(?!\d)/g) ?? []),
  );
  return years.size === 1 ? Number([...years][0]) : undefined;
}
