import type { Change, RecordEntry } from '../../model/diff.ts';
import { parseNumber } from '../../model/entry/number.ts';
import { keysOf, recordId, SETTINGS_ID } from '../../model/ids.ts';
import type { Json, Values } from '../../model/json.ts';
import { defaultSettings, settingsSchema, type Settings } from '../../model/records/settings.ts';
import type { Day } from '../../model/time.ts';
import { textOr } from '../shell/follow.ts';

/** The settings as they hold: what is blank or unknown has its default. */
export function settingsOf(values: Values | undefined): Settings {
  const read = settingsSchema.safeParse(values ?? {});
  return read.success ? read.data : { ...defaultSettings, ...(values as Partial<Settings>) };
}

export const edit = (field: keyof Settings, value: Json): Change => ({ id: SETTINGS_ID, field, value });

/** A number within bounds from what was typed; null = not one. */
export function numberWithin(text: string, low: number, high: number): number | null {
  const read = parseNumber(text);
  if (!read.ok || read.value === null) return null;
  return read.value >= low && read.value <= high ? read.value : null;
}

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

/** Bytes in words: 18.4 MB. */
export function bytesText(bytes: number, language: string): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = new Intl.NumberFormat(language, { maximumFractionDigits: power > 0 ? 1 : 0 });
  return `${value.format(bytes / 1000 ** power)} ${units[power]}`;
}
