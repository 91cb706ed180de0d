/** An ISO calendar day, `YYYY-MM-DD`, without time zone: a day is a day. */
export type Day = string;

/** A planning month, `YYYY-MM`: the calendar month, or with a cut-off day D the D+1st of the month before to the Dth. */
export type Month = string;

/** A span of planning months, both ends included. */
export interface MonthSpan {
  readonly from: Month;
  readonly to: Month;
}

const DAY_MS = 86_400_000;

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(dayNumber(text)) === text;

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** 0000-01-01 and 9999-12-31. */
const [FIRST_DAY, LAST_DAY] = [-719_528, 2_932_896];
/** Days of 400 years, of one year counted from March on, and of five months from March on. */
const [ERA, YEAR, FIVE_MONTHS] = [146_097, 365, 153];
/** From 0000-03-01, where the leap day is a year's last, to 1970-01-01. */
const SINCE_MARCH = 719_468;

const digits = (number: number, count: number): string => String(number).padStart(count, '0');

/** By arithmetic: thousands of days are named for one screen, and a Date each is slow. */
export const dayOf = (number: number): Day => {
  if (!(number >= FIRST_DAY && number <= LAST_DAY)) return '';
  const since = Math.floor(number) + SINCE_MARCH;
  const era = Math.floor(since / ERA);
  const inEra = since - era * ERA;
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const yearOfEra = Math.floor((inEra - leaps) / YEAR);
  const inYear = inEra - (YEAR * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const sinceMarch = Math.floor((5 * inYear + 2) / FIVE_MONTHS);
  const day = inYear - Math.floor((FIVE_MONTHS * sinceMarch + 2) / 5) + 1;
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
};

/** Monday = 1 … Sunday = 7. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** Months since year 0: for differences and steps. */
export const monthNumber = (month: Month): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

export const monthOf = (number: number): Month =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

export const addMonths = (month: Month, count: number): Month => monthOf(monthNumber(month) + count);

/** The planning month that holds a day: with a cut-off day D (1 to 28) it ends on its Dth; 0 = the calendar month. */
export const monthOfDay = (day: Day, cutoffDay: number): Month =>
  addMonths(day.slice(0, 7), cutoffDay > 0 && Number(day.slice(8)) > cutoffDay ? 1 : 0);

export function monthsOf(span: MonthSpan): Month[] {
  const months: Month[] = [];
  for (let n = monthNumber(span.from); n <= monthNumber(span.to); n++) months.push(monthOf(n));
  return months;
}

/** The quarter that holds a month, counted from the first month of the year (1 to 12). */
export const quarterOf = (month: Month, firstMonth: number): MonthSpan => periodOf(month, firstMonth, 3);

/** The planning year that holds a month. */
export const yearOf = (month: Month, firstMonth: number): MonthSpan => periodOf(month, firstMonth, 12);

function periodOf(month: Month, firstMonth: number, months: number): MonthSpan {
  const number = monthNumber(month);
  const from = number - ((number - (firstMonth - 1) + 12) % months);
  return { from: monthOf(from), to: monthOf(from + months - 1) };
}
