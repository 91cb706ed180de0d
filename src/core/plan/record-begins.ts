import type { MonthPace } from './month-pace.ts';

/**
 * The offset of the day that a rep's record begins on, where that is within a month, today where there is none yet. Of the
 * days before it nothing is known, and a blank is no gap: a plan that begins on the 20th has not missed three weeks. 0 =
 * the whole month counts.
 */
export function recordBegins(pace: MonthPace, rep: number): number {
  const { state, targets, first, today, length, month } = pace;
  const done = targets.measures.map((_, measure) => pace.done(measure, rep));
  const day = state.plan.days.firstDay(targets.measures, state.org.repKeys[rep] ?? '');
  if (day === null) return month === state.running && done.every((each) => each === null) ? today : 0;
  const offset = Math.min(day - first, today);
  if (offset <= 0 || offset >= length) return 0;
  // The month's own row may hold what was done before its days were begun.
  return done.some((each) => (each?.[offset] ?? 0) > 0) ? 0 : offset;
}
