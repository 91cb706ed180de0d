import { fail, ok, type Result } from '../failure.ts';
import { addMonths, type Day, type Month } from '../time.ts';
import { FIRST_YEAR, LAST_YEAR, fullYear, monthOfWord, parseDay, type DayHints } from './day.ts';
import { meansBlank, plainText } from './text.ts';

export interface MonthHints extends DayHints {
  /** The year of `11月` and `Nov`, from a title or a column of years; else the latest such month up to today. */
  readonly year?: number;
}

function monthOfParts(year: number, month: number, text: string): Result<Month> {
  if (year < FIRST_YEAR || year > LAST_YEAR) return fail('yearOutOfRange', { text, year });
  if (month < 1 || month > 12) return fail('noSuchMonth', { text, month });
  return ok(`${String(year)}-${String(month).padStart(2, '0')}`);
}

function withoutYear(month: number, text: string, hints: MonthHints): Result<Month> {
  if (hints.year !== undefined) return monthOfParts(hints.year, month, text);
  if (hints.today === undefined) return fail('monthWithoutYear', { text });
  const year = Number(hints.today.slice(0, 4));
  return monthOfParts(month <= Number(hints.today.slice(5, 7)) ? year : year - 1, month, text);
}

type Form = readonly [RegExp, (parts: string[], text: string, hints: MonthHints) => Result<Month>];
const yearFirst: Form[1] = ([y = '', m], text) => monthOfParts(fullYear(y), Number(m), text);
const wordFirst: Form[1] = ([m = '', y = ''], text) => monthOfParts(fullYear(y), monthOfWord(m), text);

const FORMS: readonly Form[] = [
  [/^(\d{4})[-/.](\d{1,2})月?$/, yearFirst],
  [/^(\d{4}|\d{2})年 ?(\d{1,2})月?份?$/, yearFirst],
  [/^(\d{4})(\d{2})$/, yearFirst],
  [/^(\d{4}) ?m(\d{1,2})$/i, yearFirst],
  [/^(\d{1,2})[-/.](\d{4})$/, ([m, y], text) => monthOfParts(Number(y), Number(m), text)],
  [/^([a-z]{3,9})\.?[- ,/']*(\d{4}|\d{2})$/i, wordFirst],
  [/^(\d{4})[- ]?([a-z]{3,9})\.?$/i, ([y, m = ''], text) => monthOfParts(Number(y), monthOfWord(m), text)],
  [/^(\d{1,2})月份?$/, ([m], text, hints) => withoutYear(Number(m), text, hints)],
  [/^([a-z]{3,9})\.?$/i, ([m = ''], text, hints) => withoutYear(monthOfWord(m), text, hints)],
];

const isMonthWord = (text: string): boolean =>
  (text.match(/[a-z]{2,}/gi) ?? []).every((word) => monthOfWord(word) > 0);

/**
 * A planning month as people write it: `2026-11`, `2026/11`, `2026年11月`, `Nov 2026`, `11/2026`, `202611`, any day of
 * the calendar month (see `parseDay`), an Excel serial; with a year or `today` in the hints also `11月`. Blank is null.
 * Fails with `notAMonth`, `noSuchMonth`, `yearOutOfRange`, `monthWithoutYear` or a code of `parseDay`, with `text`.
 */
export function parseMonth(text: string, hints: MonthHints = {}): Result<Month | null> {
  const plain = plainText(text);
  if (meansBlank(plain)) return ok(null);
  for (const [form, read] of FORMS) {
    const match = form.exec(plain);
    if (match && isMonthWord(plain)) return read(match.slice(1), plain, hints);
  }
  // Without today: 明天 and +7 name no month of a history.
  const { order, serialBase } = hints;
  const day = parseDay(plain, { ...(order && { order }), ...(serialBase && { serialBase }) });
  if (day.ok) return ok(day.value && day.value.slice(0, 7));
  return day.failure.code === 'notADay' ? fail('notAMonth', { text: plain.slice(0, 80) }) : day;
}

/** The planning month of a day: with a cut-off day D, a month runs from D+1 of the month before to D; 0 = calendar. */
export const planningMonth = (day: Day, cutoffDay: number): Month =>
  cutoffDay > 0 && Number(day.slice(8)) > cutoffDay ? addMonths(day.slice(0, 7), 1) : day.slice(0, 7);
