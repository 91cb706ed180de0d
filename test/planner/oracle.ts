import type { RecordEntry } from '../../src/model/diff.ts';
import type { RatiosAnswer } from '../../src/model/planning.ts';
import { dayNumber, dayOf, type Month } from '../../src/model/time.ts';

/*
 * The chain once more, slow and obvious: it reads the records one by one, shares no code with the planner, and takes
 * only the fitted ratios from it (they have their own oracle).
 */

export interface OracleRow {
  readonly goal: number;
  readonly requirement: readonly number[];
  readonly perDay: number;
  readonly dials: number;
}

/** Five-day weeks without holidays: give it months that have none. */
export function oracle(
  records: readonly RecordEntry[],
  ratios: RatiosAnswer,
  month: Month,
  rep: string,
): OracleRow {
  const goal = Number(records.findLast(([id]) => id === `goal/${rep}/${month}`)?.[1]['amount'] ?? NaN);
  const requirement: number[] = [];
  let needed = goal;
  for (const step of ratios.steps) {
    needed = needed / (step.used[ratios.units.indexOf(rep)] ?? NaN);
    requirement.push(needed);
  }
  return { goal, requirement, perDay: needed / weekdays(month).length, dials: Math.round(needed) };
}

export function weekdays(month: Month): string[] {
  const days: string[] = [];
  for (let number = dayNumber(`${month}-01`); dayOf(number).startsWith(month); number++) {
    const weekday = new Date(`${dayOf(number)}T12:00:00Z`).getUTCDay();
    if (weekday >= 1 && weekday <= 5) days.push(dayOf(number));
  }
  return days;
}
