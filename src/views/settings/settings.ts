import type { Change, RecordEntry } from '../../model/diff.ts';
import { parseNumber } from '../../model/entry/number.ts';
import { keysOf, recordId } from '../../model/ids.ts';
import type { Json, Values } from '../../model/json.ts';
import { defaultSettings, settingsSchema, type Settings } from '../../model/records/settings.ts';
import { addMonths, dayNumber, dayOf, monthNumber, type Day, type Month } from '../../model/time.ts';
import type { MonthSpan } from '../../model/time.ts';
import { textOr } from '../shell/follow.ts';

/** The settings as they hold: what is blank or unknown has its default. */
export function settingsOf(values: Values | undefined): Settings {
  const read = settingsSchema.safeParse(values ?? {});
  return read.success ? read.data : { ...defaultSettings, ...(values as Partial<Settings>) };
}

/** A number within bounds from what was typed; null = not one. */
export function numberWithin(text: string, low: number, high: number): number | null {
  const read = parseNumber(text);
  if (!read.ok || read.value === null) return null;
  return read.value >= low && read.value <= high ? read.value : null;
}

/** The year or quarter that holds a month, counted from the first month of the year (1 to 12). */
export function periodOf(month: Month, firstMonth: number, length: 3 | 12): MonthSpan {
  const into = (((monthNumber(month) - (firstMonth - 1)) % length) + length) % length;
  const from = addMonths(month, -into);
  return { from, to: addMonths(from, length - 1) };
}

const mondayOf = (day: Day): number => dayNumber(day) - ((((dayNumber(day) + 3) % 7) + 7) % 7);

/** The Saturday of the week that holds a day. */
export const saturdayOf = (day: Day): Day => dayOf(mondayOf(day) + 5);

/** Alternating Saturdays are counted from a week in which Saturday is worked. */
export const worksSaturday = (anchorWeek: Day, day: Day): boolean =>
  (mondayOf(day) - mondayOf(anchorWeek)) % 14 === 0;

/** The anchor that makes the Saturday of this week a working or a free one. */
export const anchorFor = (day: Day, works: boolean): Day => dayOf(mondayOf(day) - (works ? 0 : 7));

/** The weight of a month of the year, or null where it is blank. */
export const seasonWeight = (get: (id: string) => Values | undefined, month: number): number | null => {
  const weight = get(recordId.season(month))?.weight;
  return typeof weight === 'number' ? weight : null;
};

/** Sets a cell of a record that may not exist yet. */
export const write = (
  get: (id: string) => Values | undefined,
  id: string,
  values: Record<string, Json>,
): Change[] =>
  get(id) ? Object.entries(values).map(([field, value]) => ({ id, field, value })) : [{ create: id, values }];

export interface CompanyDay {
  readonly day: Day;
  readonly weight: number;
  readonly name: string;
}
export const companyDays = (records: readonly RecordEntry[]): CompanyDay[] =>
  records
    .map(([id, values]) => ({
      day: keysOf(id)[0] ?? '',
      weight: Number(values.weight ?? 0),
      name: textOr(values.name, ''),
    }))
    .sort((a, b) => a.day.localeCompare(b.day));

/** Company days that follow each other with one kind and name: entered at once, shown and removed as one. */
export interface CompanySpan extends CompanyDay {
  readonly until: Day;
}
export function companySpans(days: readonly CompanyDay[]): CompanySpan[] {
  const spans: CompanySpan[] = [];
  for (const each of days) {
    const last = spans.at(-1);
    const goesOn =
      last?.weight === each.weight &&
      last.name === each.name &&
      dayNumber(last.until) + 1 === dayNumber(each.day);
    if (last && goesOn) spans[spans.length - 1] = { ...last, until: each.day };
    else spans.push({ ...each, until: each.day });
  }
  return spans;
}

/** Every day from one to another, both included; none where they are the wrong way round. */
export const daysBetween = (from: Day, until: Day): Day[] =>
  Array.from({ length: Math.max(0, dayNumber(until) - dayNumber(from) + 1) }, (_, i) =>
    dayOf(dayNumber(from) + i),
  );
