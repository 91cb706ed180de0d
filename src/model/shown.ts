/*
 * Derived numbers are carried unrounded and rounded once, where they are shown and handed out. What stands above
 * several of them adds up what is shown, so that a total is the sum that the eye makes.
 */

const MINOR = 100;
const halfUp = (value: number): number => Math.floor(value + 0.5);

/** From here on a count is shown whole. Half a contract a month is not none, and ten such are five. */
const WHOLE_COUNT_FROM = 0.995;

/** A requirement as it is shown: whole counts, two decimals under one; money (minor units) in whole major ones. */
export function shownAmount(value: number, as: 'count' | 'money'): number {
  if (as === 'money') return halfUp(value / MINOR) * MINOR;
  return value < WHOLE_COUNT_FROM ? halfUp(value * 100) / 100 : halfUp(value);
}

/** From here on an average a day is shown whole: 0.4 a day is not 0. */
const WHOLE_FROM = 9.95;

/** The same of a working day, an average: below ten it keeps one decimal. */
export const shownPerDay = (value: number, as: 'count' | 'money'): number =>
  as === 'money' || value >= WHOLE_FROM ? shownAmount(value, as) : halfUp(value * 10) / 10;
