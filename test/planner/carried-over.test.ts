import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import { GAP_PARTS, type ReviewAnswer, type ReviewSum } from '../../src/model/planning.ts';
import { addMonths, type Month } from '../../src/model/time.ts';
import { company, goal, history, onePerson } from './plan.ts';

const LAST = '2026-10';
const slow = (records: readonly RecordEntry[], lagMedian: number): RecordEntry[] =>
  records.map(([id, values]) =>
    id === recordId.measure('revenue') ? [id, { ...values, lagMedian, lag90: 2 * lagMedian }] : [id, values],
  );
const review = (records: readonly RecordEntry[], months: readonly Month[] = [LAST]): ReviewAnswer => {
  const planner = createPlanner();
  void planner.load(records, '2026-11-20');
  return planner.read({ kind: 'review', unit: null, months });
};
const parts = (sum: ReviewSum): number => GAP_PARTS.reduce((total, part) => total + sum[part], 0);

/** Ten even months, but for how much was done in the last two: times so much of all counts. */
const even = (before: number, last: number): RecordEntry[] => {
  const month = (back: number, times: number): RecordEntry =>
    history('me', addMonths(LAST, -back), {
      ...{ dials: 2000 * times, connects: 600 * times, conversations: 150 * times, intents: 30 * times },
      ...{ pipeline: 15_000_000 * times, revenue: 3_000_000 * (back === 0 ? (before + last) / 2 : times) },
    });
  return onePerson(
    ...Array.from({ length: 8 }, (_, at) => month(at + 2, 1)),
    ...[month(1, before), month(0, last), goal('me', LAST, 3_000_000)],
  );
};
const total = (records: readonly RecordEntry[]): ReviewSum => review(records).total!;

describe('what a lag carries over', () => {
  it('is a part by itself, and all of them still add up to the gap', () => {
    const company8 = company({ reps: 8, teams: 2, months: 10, last: LAST, goals: 0 });
    const goals = Array.from({ length: 8 }, (_, rep) =>
      [LAST, '2026-09'].map((month) => goal(`r000${String(rep)}`, month, 2_500_000)),
    ).flat();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (days) => {
        const { total: sum, reps } = review(slow([...company8, ...goals], days), ['2026-09', LAST]);
        for (const own of [sum!, ...reps])
          expect(Math.abs(parts(own) - own.gap)).toBeLessThanOrEqual(1e-9 * (own.goal + own.actual));
        expect(sum!.carried).not.toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  it('is nothing without a lag, and next to nothing where every month is as the one before', () => {
    expect(total(even(1, 1)).carried).toBe(0);
    const steady = total(slow(even(1, 1), 8));
    // October is short of working days: so much more of September comes in.
    expect(Math.abs(steady.carried)).toBeLessThan(0.1 * steady.actual);
  });

  it('falls when the month before did little, and the ratio of the step is not blamed for it', () => {
    const late = slow(even(0.4, 1), 8);
    const [with_, without] = [total(late), total(even(0.4, 1))];
    expect(with_.carried).toBeLessThan(-0.1 * with_.goal);
    const win = (sum: ReviewSum): number => {
      const step = sum.steps.find(({ measure }) => measure === 'revenue')!;
      return Math.abs(step.ability + step.luck);
    };
    expect(win(with_)).toBeLessThan(0.5 * win(without));
  });

  it('rises when the month itself did little: what came was begun earlier', () => {
    const idle = total(slow(even(1, 0.4), 8));
    expect(idle.carried).toBeGreaterThan(0.1 * idle.goal);
    expect(idle.execution).toBeLessThan(0);
  });

  it('is not told of a month that is not over, nor where the pipeline is what is in hand', () => {
    const running = slow(
      [
        ...even(1, 1),
        history('me', '2026-11', { dials: 900, revenue: 900_000 }),
        goal('me', '2026-11', 3_000_000),
      ],
      8,
    );
    expect(review(running, ['2026-11']).total?.carried).toBe(0);
    const stock = slow(even(0.4, 1), 8).map(([id, values]): RecordEntry =>
      id === 'settings/plan' ? [id, { ...values, pipelineKind: 'stock' }] : [id, values],
    );
    expect(review(stock)).toMatchObject({ stock: true, total: { carried: 0 } });
  });
});
