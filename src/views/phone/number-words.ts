import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatDay } from '../../i18n/numbers.ts';
import { dayNumber, weekday, type Day } from '../../model/time.ts';
import { amountText } from '../shell/figures.ts';
import type { UnitNumbers } from './numbers.svelte.ts';

export { dailyText } from '../shell/figures.ts';

export const shortDay = (day: Day): string =>
  formatDay(day, currentLanguage(), { month: 'numeric', day: 'numeric', weekday: 'short' });

export const mondayOf = (day: Day): number => dayNumber(day) - weekday(day) + 1;

/** A number and what it is a number of: 88 today, 3 by the week. */
export interface Said {
  readonly value: string;
  readonly label: string;
}

/** The quota of today or of the next working day; by the week where there is none a day. */
export function quotaWords({ day, quota, weekLeft }: UnitNumbers, today: Day): Said {
  const words = t().phone;
  if (day === null) return { value: amountText(NaN), label: '' };
  if (Number.isNaN(quota) && Number.isFinite(weekLeft))
    return { value: amountText(weekLeft), label: words.weekly };
  return { value: amountText(quota), label: day === today ? words.today : shortDay(day) };
}

/** Is the day that is spoken of in the week that holds today? */
export const inThisWeek = (day: Day | null, today: Day): boolean =>
  day === null || mondayOf(day) === mondayOf(today);

export function weekLeftText({ day, quota, weekLeft }: UnitNumbers, today: Day): string {
  const words = t().phone;
  if (!Number.isFinite(weekLeft) || Number.isNaN(quota)) return '';
  return (inThisWeek(day, today) ? words.weekLeftOf : words.thatWeekOf)(amountText(weekLeft));
}
