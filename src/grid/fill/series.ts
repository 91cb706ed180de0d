const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;
const NUMBER = /^[-−]?\d+(\.\d+)?$/;
const PERCENT = /^[-−]?\d+(\.\d+)?%$/;
/** Words around one number: 客户1, Team 9, 2组. */
const NUMBERED = /^(\D*)(\d{1,9})(\D*)$/;

type Continue = (index: number) => string;

/** How a run of cells goes on: `continued(['1','3'])(2)` is '5'. Null: it is no series and can only be repeated. */
export function continued(source: readonly string[]): Continue | null {
  const every = (pattern: RegExp) => source.length > 0 && source.every((text) => pattern.test(text));
  if (every(NUMBER)) return numbers(source.map(toNumber), '');
  if (every(PERCENT)) return numbers(source.map(toNumber), '%');
  if (every(DAY)) return days(source);
  if (every(MONTH)) return months(source, '');
  return every(NUMBERED) ? numbered(source) : null;
}

/** What a pulled handle goes on with unasked: all but a number that stands alone, which is repeated (as in Excel). */
export const goesOn = (source: readonly string[]): boolean =>
  source.length > 1 || !source.every((text) => NUMBER.test(text) || PERCENT.test(text));

/** Null: the words differ. */
function numbered(source: readonly string[]): Continue | null {
  const parts = source.map((text) => NUMBERED.exec(text) ?? []);
  const [, before = '', digits = '', behind = ''] = parts[0] ?? [];
  if (!parts.every((part) => part[1] === before && part[3] === behind)) return null;
  const number = numbers(
    parts.map((part) => Number(part[2])),
    '',
  );
  const width = digits.startsWith('0') ? digits.length : 1;
  return (index) => `${before}${String(Math.abs(Number(number(index)))).padStart(width, '0')}${behind}`;
}

const toNumber = (text: string) => Number(text.replace('−', '-').replace('%', ''));
const decimals = (value: number) => (String(value).split('.')[1] ?? '').length;

/** One number goes on by 1, several by their mean step. */
function numbers(values: readonly number[], unit: string): Continue {
  const first = values[0] ?? 0;
  const step = values.length > 1 ? ((values.at(-1) ?? 0) - first) / (values.length - 1) : 1;
  const digits = Math.min(10, Math.max(...values.map(decimals), decimals(Number(step.toPrecision(12)))));
  return (index) => `${Number((first + step * index).toFixed(digits))}${unit}`;
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthText = (index: number) =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

/** Days with one day of the month in common go on by months, others by days. */
function days(source: readonly string[]): Continue {
  const sameDay = source.length > 1 && source.every((day) => day.slice(8) === source[0]?.slice(8));
  if (sameDay) return months(source, source[0]?.slice(7) ?? '');
  const first = dayNumber(source[0] ?? '');
  const step = source.length > 1 ? (dayNumber(source.at(-1) ?? '') - first) / (source.length - 1) : 1;
  return (index) => new Date((first + Math.round(step * index)) * 86_400_000).toISOString().slice(0, 10);
}

function months(source: readonly string[], day: string): Continue {
  const first = monthNumber(source[0] ?? '');
  const step = source.length > 1 ? (monthNumber(source.at(-1) ?? '') - first) / (source.length - 1) : 1;
  return (index) => validDay(monthText(first + Math.round(step * index)), day);
}

/** 31 January goes on to 28 February. */
function validDay(month: string, day: string): string {
  if (day === '') return month;
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return `${month}-${String(Math.min(last, Number(day.slice(1)))).padStart(2, '0')}`;
}
