import { china } from './china.ts';

/** The statutory days of a country. Days are numbers since 1970-01-01. */
export interface StatutoryCalendar {
  readonly country: string;
  /** holiday: off, also on a weekend; makeUp: a weekend day that is worked instead (调休); null: an ordinary day. */
  noteOf(day: number): 'holiday' | 'makeUp' | null;
  /** Are the days of this year published? If not, only weekends are known and the plan says "provisional". */
  knows(year: number): boolean;
}

/** Weekends only: a country whose days are not known, or not loaded yet. */
export const weekendsOnly = (country: string): StatutoryCalendar => ({
  country,
  noteOf: () => null,
  knows: () => false,
});

/**
 * The calendar of an ISO country code, optionally with a region (`DE-BY`). Mainland China answers at once; all others
 * load their table on demand, and a table that cannot be loaded (offline) leaves weekends only, marked provisional.
 */
export function statutoryCalendar(country: string): StatutoryCalendar | Promise<StatutoryCalendar> {
  if (country === 'CN') return china;
  return import('./world.ts').then(
    (world) => world.worldCalendar(country),
    () => weekendsOnly(country),
  );
}
