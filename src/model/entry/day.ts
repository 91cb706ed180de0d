import { fail, ok, type Result } from '../failure.ts';
import { dayNumber, dayOf, isDay, type Day } from '../time.ts';
import { meansBlank, plainText } from './text.ts';

/** Of `11/3/2026`: month first or day first. */
export type DayOrder = 'mdy' | 'dmy';

export interface DayHints {
  /** Settles `11/3/2026`; without it such a day is refused as ambiguous. */
  readonly order?: DayOrder;
  /** Today: needed for `12-1`, 明天, `+7`. */
  readonly today?: Day;
  /** Excel's day 1: 1900 (Windows, the default) or 1904 (old Mac files). */
  readonly serialBase?: 1900 | 1904;
}

export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2100;

/** Excel's serial of 1970-01-01; day 60 of 1900 never existed, which only matters before March 1900. */
const SERIAL_1970 = { 1900: 25_569, 1904: 24_107 } as const;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH_WORD = String.raw`([a-z]{3,9})\.?`;

/** 1 to 12 for the English name of a month or its abbreviation; 0 for any other word. */
export const monthOfWord = (word: string): number =>
  word.length < 3
    ? 0
    : MONTHS.findIndex((name) => name.startsWith(word.toLowerCase().replace(/^sept$/, 'sep'))) + 1;

const WORDS = new Map(
  Object.entries({
    今天: 0,
    今日: 0,
    today: 0,
    明天: 1,
    明日: 1,
    tomorrow: 1,
    后天: 2,
    昨天: -1,
    昨日: -1,
    yesterday: -1,
    前天: -2,
  }),
);

const two = (part: number) => String(part).padStart(2, '0');

/** A day of its parts, if there is such a day. */
export function dayOfParts(year: number, month: number, day: number, text: string): Result<Day> {
  if (year < FIRST_YEAR || year > LAST_YEAR) return fail('yearOutOfRange', { text, year });
  if (month < 1 || month > 12) return fail('noSuchMonth', { text, month });
  const iso = `${String(year)}-${two(month)}-${two(day)}`;
  return isDay(iso) ? ok(iso) : fail('noSuchDay', { text });
}

export const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** The day of an Excel serial (its fraction is the time of day), or null outside the years of plans. */
export function dayOfSerial(serial: number, base: 1900 | 1904 = 1900): Day | null {
  const day = dayOf(Math.floor(serial) - SERIAL_1970[base]);
  const year = Number(day.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? day : null;
}

const dropTime = (text: string): string =>
  text.replace(/[T ]+\d{1,2}:\d{2}.*$/i, '').replace(/\s*\(?(?:周|星期)[一二三四五六日天]\)?$/, '');

type Form = readonly [RegExp, (parts: string[], text: string, hints: DayHints) => Result<Day>];

function slashed([a = '', b = '', y = '']: string[], text: string, hints: DayHints): Result<Day> {
  const [first, second] = [Number(a), Number(b)];
  const order = first > 12 ? 'dmy' : second > 12 ? 'mdy' : hints.order;
  if (order === undefined && first !== second) return fail('ambiguousDay', { text });
  return order === 'dmy'
    ? dayOfParts(fullYear(y), second, first, text)
    : dayOfParts(fullYear(y), first, second, text);
}

/** `12-1` is the one nearest to today. */
function withoutYear([m = '', d = '']: string[], text: string, { today }: DayHints): Result<Day> {
  if (today === undefined) return fail('notADay', { text });
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].map((y) => dayOfParts(y, Number(m), Number(d), text));
  const distance = (day: Result<Day>) =>
    day.ok ? Math.abs(dayNumber(day.value) - dayNumber(today)) : Infinity;
  return days.reduce((best, day) => (distance(day) < distance(best) ? day : best));
}

const FORMS: readonly Form[] = [
  [
    /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?$/,
    ([y, m, d], text) => dayOfParts(Number(y), Number(m), Number(d), text),
  ],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d], text) => dayOfParts(Number(y), Number(m), Number(d), text)],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/, slashed],
  [
    new RegExp(`^(\\d{1,2})[- ]?${MONTH_WORD}[- ,]*(\\d{4}|\\d{2})$`, 'i'),
    ([d, m = '', y = ''], text) => dayOfParts(fullYear(y), monthOfWord(m), Number(d), text),
  ],
  [
    new RegExp(`^${MONTH_WORD} *(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})$`, 'i'),
    ([m = '', d, y], text) => dayOfParts(Number(y), monthOfWord(m), Number(d), text),
  ],
  [/^(\d{1,2})(?:[-/]|月)(\d{1,2})日?$/, withoutYear],
];

function relative(text: string, today: Day | undefined): Day | null {
  if (today === undefined) return null;
  const offset = WORDS.get(text.toLowerCase()) ?? (/^[+-]\d{1,4}$/.test(text) ? Number(text) : undefined);
  return offset === undefined ? null : dayOf(dayNumber(today) + offset);
}

/**
 * A day as people write it: `2026-11-03`, `2026/11/3`, `20261103`, `2026年11月3日`, `11/3/2026`, `3 Nov 2026`, an Excel
 * serial, and with `today` also `12-1`, 明天, `+7`. A time behind the day is left off. Blank is null.
 * Fails with `notADay`, `noSuchDay`, `noSuchMonth`, `yearOutOfRange` or `ambiguousDay`, each with `text`.
 */
export function parseDay(text: string, hints: DayHints = {}): Result<Day | null> {
  const plain = plainText(text);
  if (meansBlank(plain)) return ok(null);
  const word = relative(plain, hints.today);
  if (word !== null) return ok(word);
  const short = dropTime(plain);
  for (const [form, read] of FORMS) {
    const match = form.exec(short);
    if (match) return read(match.slice(1), short, hints);
  }
  const serial = /^\d{5}(\.\d+)?$/.test(short) ? dayOfSerial(Number(short), hints.serialBase) : null;
  return serial === null ? fail('notADay', { text: plain.slice(0, 80) }) : ok(serial);
}

/** The order that a column of days gives away; `certain` is false where every day could be read both ways. */
export function guessDayOrder(texts: Iterable<string>): { order: DayOrder; certain: boolean } {
  for (const text of texts) {
    const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})\b/.exec(plainText(text));
    if (match && Number(match[1]) > 12) return { order: 'dmy', certain: true };
    if (match && Number(match[2]) > 12) return { order: 'mdy', certain: true };
  }
  return { order: 'mdy', certain: false };
}
