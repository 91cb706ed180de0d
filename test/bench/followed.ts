import type { RecordChange, RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { Query } from '../../src/model/planning.ts';
import { addMonths, dayNumber, dayOf, weekday, type Day } from '../../src/model/time.ts';
import { company, goal, seeded } from '../planner/plan.ts';

export const AS_OF = '2026-11-20';
const MONTH = '2026-11';
const key = (rep: number): string => `r${String(rep).padStart(4, '0')}`;

function workingDays(count: number): Day[] {
  const days: Day[] = [];
  for (let at = dayNumber(AS_OF) - 1; days.length < count; at--)
    if (weekday(dayOf(at)) < 6) days.push(dayOf(at));
  return days;
}

/** A plan that is followed by the day: so many reps, each with six measures on so many days, and goals of a year. */
export function followed(reps: number, days: number): RecordEntry[] {
  const random = seeded(7);
  const some = (n: number, p: number): number => {
    let count = 0;
    for (let i = 0; i < n; i++) if (random() < p) count++;
    return count;
  };
  const records = company({ reps, teams: 10, months: 0, last: '2026-10', goals: 1 });
  for (let rep = 0; rep < reps; rep++) {
    for (let back = 1; back <= 12; back++)
      records.push(goal(key(rep), addMonths(MONTH, -back), 2_000_000 + Math.floor(random() * 40) * 100_000));
    for (const day of workingDays(days)) {
      const dials = 70 + Math.floor(random() * 60);
      const connects = some(dials, 0.3);
      const conversations = some(connects, 0.3);
      const intents = some(conversations, 0.25);
      const pipeline = intents * (300_000 + Math.floor(random() * 400_000));
      const revenue = random() < 0.35 ? Math.round(pipeline * 0.5 * random()) : 0;
      const values = { dials, connects, conversations, intents, pipeline, revenue };
      records.push([recordId.systemActual(key(rep), day), values]);
    }
  }
  return records;
}

/** Everybody's last day, pasted; each `turn` with other numbers. */
export const pastedDay = (reps: number, turn: number): RecordChange[] =>
  Array.from({ length: reps }, (_, rep) => ({
    id: recordId.systemActual(key(rep), workingDays(1)[0]!),
    values: {
      dials: 90 + ((rep + turn) % 9),
      connects: 28,
      conversations: 8,
      intents: 2,
      pipeline: 800_000,
      revenue: 0,
    },
  }));

/** In the order in which the dashboard asks: what is seen first comes first. */
export const dashboard: Query[] = [
  { kind: 'board', month: MONTH, unit: null },
  { kind: 'burnUp', month: MONTH, unit: null },
  { kind: 'forecast', month: MONTH },
  { kind: 'standing', month: MONTH },
  { kind: 'figures', month: MONTH, unit: null },
  { kind: 'alerts' },
  { kind: 'chanceBefore', month: MONTH, unit: null },
];
export const review: Query[] = [{ kind: 'review', unit: null, months: null }];
/** Where a day shows besides: the sheet of days, and today. */
export const days: Query[] = [
  { kind: 'actuals', month: MONTH, measure: 'dials' },
  { kind: 'today', mode: 'followed' },
];
