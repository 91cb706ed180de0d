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

/** A header that is a month itself, of whatever year. */
export const isMonthHeader = (header: string): boolean => headerMonth(header, 2000) !== null;

export const isKnown = (cell: string): boolean => {
  const word = headerWord(splitUnit(cell).name);
  return word !== '' && (matchWord(word) !== null || isInbound(word) || isRatioWord(word));
};

export const isNumber = (cell: string): boolean => {
  const read = readNumber(cell);
  return read.ok && read.value !== null;
};

const filled = (row: readonly string[]): string[] => row.filter((cell) => cell.trim() !== '');

/** Known words of a header row; months count from two on: one is what a row of data has. */
function knownCells(row: readonly string[]): number {
  const cells = filled(row);
  if (cells.length < 2 && row.length > 1) return 0;
  const known = cells.filter(isKnown).length;
  const months = cells.filter((cell) => isMonthHeader(cell)).length;
  const numbers = cells.filter((cell) => isNumber(cell) && headerMonth(cell) === null).length;
  return numbers > cells.length / 2 ? 0 : known + (months >= 2 ? months : 0);
}

/** Where no word is known: a row of words only, above a row with numbers. */
function looksLikeHeader(rows: readonly string[][], at: number): boolean {
  const cells = filled(rows[at] ?? []);
  const below = filled(rows[at + 1] ?? []);
  const words = cells.every((cell) => !isNumber(cell) && !isMonthHeader(cell));
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

const TITLE_MONTH =
  /(?<!\d)(20\d{2})\s*[年/.-]\s*(1[0-2]|0?[1-9])(?:月|(?![\d/.\-年月]))(?!\s*\d{1,2}\s*日)/g;

/** The one month that the title lines speak of, with its words; days (of an export) and spans say nothing. */
export function titleMonth(titles: readonly string[][]): { text: string; month: Month } | null {
  const found = titles.flat().flatMap((cell) => [...plainText(cell).matchAll(TITLE_MONTH)]);
  const months = new Map(
    found.map(([text, year = '', month = '']) => [`${year}-${month.padStart(2, '0')}`, text]),
  );
  const [only] = months.size === 1 ? months : [];
  return only ? { month: only[0], text: only[1] } : null;
}
