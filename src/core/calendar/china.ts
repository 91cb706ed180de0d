import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { dayNumber } from '../../model/time.ts';
import type { StatutoryCalendar } from './statutory.ts';

type Note = 'holiday' | 'makeUp';

const notes = new Map<number, Note>();
const years = new Set<number>();

for (const day of Object.keys(published.holidays)) {
  notes.set(dayNumber(day), 'holiday');
  years.add(Number(day.slice(0, 4)));
}
for (const day of Object.keys(published.workdays)) notes.set(dayNumber(day), 'makeUp');

/** Mainland China's holidays and make-up working days as the State Council published them, 2004 to 2026. */
export const china: StatutoryCalendar = {
  country: 'CN',
  noteOf: (day) => notes.get(day) ?? null,
  knows: (year) => years.has(year),
};
