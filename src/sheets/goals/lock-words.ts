import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay, formatMoney, formatMonth } from '../../i18n/numbers.ts';
import type { GoalPlace } from '../../model/ids.ts';
import type { Lock } from '../../model/records/goals.ts';
import type { MonthSpan } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';

type Words = Pick<SheetContext, 'language' | 'settings'>;

/** 11-10; in a sentence. */
const shortDay = (day: string, { language }: Words): string =>
  formatDay(day, language, { month: 'numeric', day: 'numeric' });

/** Who locked it, and when. */
export const lockedBy = ({ owner, setOn }: Lock, words: Words): string =>
  [owner, setOn === null ? '' : shortDay(setOn, words)].filter(Boolean).join(t().sheets.goals.comma);

/** Locked, by whom, when and why: one sentence for the screen reader. */
export function lockSentence(lock: Lock, words: Words): string {
  const more = [lockedBy(lock, words), lock.reason].filter(Boolean).join(t().sheets.goals.comma);
  return more ? `${t().goals.locked}${t().goals.colon}${more}` : t().goals.locked;
}

/** Why it can't be typed over, and the way out. */
export const lockRefusal = (lock: Lock, words: Words): string =>
  `${lockSentence(lock, words)}${t().goals.stop}${t().goals.unlockFirst}`;

/** November 2026; the fourth quarter; from one month to another. */
export function spanName({ from, to }: MonthSpan, { language, settings }: Words): string {
  if (from === to) return formatMonth(from, language);
  const start = (Number(from.slice(5)) - settings.firstMonth + 12) % 12;
  const length =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5)) -
    Number(from.slice(5)) +
    1;
  const year = from.slice(0, 4);
  if (length === 3 && start % 3 === 0) return t().goals.quarterOf(year, start / 3 + 1);
  if (length === 12 && start === 0) return t().goals.yearOf(year, to.slice(0, 4));
  return t().goals.span(from, to);
}

type Names = Words & Pick<SheetContext, 'get'>;

/** Where a goal stands, in words: team, segment, period. */
export function placeName({ unit, span, segment }: GoalPlace, names: Names): string {
  const called = (id: string): string => {
    const name = names.get(id)?.['name'];
    return typeof name === 'string' ? name : '';
  };
  const parts = [called(`unit/${unit}`), segment === null ? '' : called(`segment/${segment}`)];
  return [...parts, spanName(span, names)].filter(Boolean).join(' · ');
}

export const goalMoney = (minor: number, { language, settings }: Words): string =>
  formatMoney(minor, language, settings.currency);
