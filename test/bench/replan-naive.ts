import type { RecordEntry } from '../../src/model/diff.ts';
import { dayOf, dayNumber, type Month } from '../../src/model/time.ts';

const RATIOS = [0.203, 510_000, 0.198, 0.252, 0.291];

/** The same work as one would first write it: an object per day, sums folded anew for every quota. */
export function naiveYear(plan: readonly RecordEntry[], months: readonly Month[]): number {
  let quotas = 0;
  for (const month of months) {
    for (const [id, values] of plan) {
      if (!id.startsWith('goal/') || !id.endsWith(month)) continue;
      const days = workingDays(month);
      let needed = values['amount'] as number;
      for (const ratio of RATIOS) {
        needed /= ratio;
        quotas += spread(needed, days).length;
      }
    }
  }
  return quotas;
}

function workingDays(month: Month): string[] {
  return Array.from({ length: 31 }, (_, at) => dayOf(dayNumber(`${month}-01`) + at)).filter(
    (day) => day.startsWith(month) && ![0, 6].includes(new Date(day).getUTCDay()),
  );
}

const spread = (total: number, days: readonly string[]): { day: string; quota: number }[] =>
  days.map((day, at) => {
    const upTo = (count: number): number =>
      Math.round(days.slice(0, count).reduce((sum) => sum + total / days.length, 0));
    return { day, quota: upTo(at + 1) - upTo(at) };
  });
