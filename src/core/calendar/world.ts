import Holidays from 'date-holidays';
import { dayNumber } from '../../model/time.ts';
import { weekendsOnly, type StatutoryCalendar } from './statutory.ts';

const DAY_MS = 86_400_000;

function publicDays(table: Holidays, year: number): Set<number> {
  const days = new Set<number>();
  // New Year's Day may be kept on the last day of the year before.
  for (const holiday of [...table.getHolidays(year), ...table.getHolidays(year + 1)]) {
    if (holiday.type !== 'public') continue;
    const first = dayNumber(holiday.date.slice(0, 10));
    const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS));
    for (let day = first; day < first + length; day++) days.add(day);
  }
  return days;
}

/** Public holidays of a country other than mainland China; its rules reach every year. */
export function worldCalendar(country: string): StatutoryCalendar {
  const [land = '', ...regions] = country.split('-');
  const table = new Holidays();
  table.init(land, ...regions);
  if (table.getRules().length === 0) return weekendsOnly(country);
  const years = new Map<number, Set<number>>();
  const daysOf = (year: number): Set<number> => {
    const known = years.get(year) ?? publicDays(table, year);
    years.set(year, known);
    return known;
  };
  return {
    country,
    noteOf: (day) => (daysOf(new Date(day * DAY_MS).getUTCFullYear()).has(day) ? 'holiday' : null),
    knows: () => true,
  };
}
