import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { createPlanner } from '../../src/core/planner.ts';

const AS_OF = '2026-11-20';

const team: RecordEntry[] = [
  [SETTINGS_ID, { name: 'Days' }],
  ...templateMeasures('telesales'),
  [recordId.unit('a'), { name: 'A', kind: 'rep' }],
  [recordId.history('a', '2026-10'), { dials: 2000, connects: 600, intents: 30 }],
];

function monthOf(records: readonly RecordEntry[], month = '2026-11'): { [measure: string]: number } {
  const planner = createPlanner();
  void planner.load([...team, ...records], AS_OF);
  const { measures, values } = planner.read({ kind: 'history', span: { from: month, to: month } });
  return Object.fromEntries(measures.map((measure, at) => [measure, values[at]?.[0]?.[0] ?? NaN]));
}

describe('a month with days', () => {
  it('is the sum of its days, measure by measure, and else its own row', () => {
    const days: RecordEntry[] = [
      [recordId.history('a', '2026-11'), { dials: 999, intents: 7 }],
      [recordId.actual('a', '2026-11-02'), { dials: 90 }],
      [recordId.actual('a', '2026-11-03'), { dials: 0 }],
      [recordId.actual('a', '2026-11-04'), { connects: 30 }],
    ];
    expect(monthOf(days)).toMatchObject({ dials: 90, connects: 30, intents: 7 });
  });

  it("takes a system's number for calls and a person's for intents, and the other where there is one only", () => {
    const days: RecordEntry[] = [
      [recordId.actual('a', '2026-11-02'), { dials: 90, intents: 3 }],
      [recordId.systemActual('a', '2026-11-02'), { dials: 88, intents: 2, connects: 25 }],
      [recordId.actual('a', '2026-11-03'), { dials: 70 }],
    ];
    expect(monthOf(days)).toMatchObject({ dials: 158, intents: 3, connects: 25 });
  });

  it('follows the plan in whose number counts', () => {
    const days: RecordEntry[] = [
      [recordId.measure('dials'), { order: 10, unit: 'count', source: 'person' }],
      [recordId.actual('a', '2026-11-02'), { dials: 90 }],
      [recordId.systemActual('a', '2026-11-02'), { dials: 88 }],
    ];
    expect(monthOf(days)['dials']).toBe(90);
  });

  it('has its own row back when its days are gone', () => {
    const planner = createPlanner();
    const id = recordId.actual('a', '2026-10-12');
    void planner.load([...team, [id, { dials: 90 }]], AS_OF);
    const dials = () =>
      planner.read({ kind: 'history', span: { from: '2026-10', to: '2026-10' } }).values[0]?.[0]?.[0];
    expect(dials()).toBe(90);
    void planner.apply([{ id: recordId.history('a', '2026-10'), values: { dials: 2100 } }]);
    expect(dials()).toBe(90);
    void planner.apply([{ id, values: null }]);
    expect(dials()).toBe(2100);
  });

  describe('that was entered as a whole before its days were begun', () => {
    const row: RecordEntry = [recordId.history('a', '2026-11'), { dials: 1100, connects: 300 }];
    const until: RecordEntry = [recordId.monthToDate('a', '2026-11'), { until: '2026-11-20' }];
    const today: RecordEntry = [recordId.actual('a', AS_OF), { dials: 12 }];

    it('holds what was done before, and the days count from then on', () => {
      expect(monthOf([row, until, today])).toMatchObject({ dials: 1112, connects: 300 });
      expect(monthOf([row, today])['dials']).toBe(12);
    });

    it('takes in days before that only where they are more than the row', () => {
      const earlier = (dials: number): RecordEntry => [recordId.systemActual('a', '2026-11-19'), { dials }];
      expect(monthOf([row, until, today, earlier(90)])['dials']).toBe(1112);
      expect(monthOf([row, until, today, earlier(1300)])['dials']).toBe(1312);
    });

    it('follows an edit of the row, and of the day up to which it holds', () => {
      const planner = createPlanner();
      void planner.load([...team, row, until, today], AS_OF);
      const dials = () =>
        planner.read({ kind: 'history', span: { from: '2026-11', to: '2026-11' } }).values[0]?.[0]?.[0];
      void planner.apply([{ id: recordId.history('a', '2026-11'), values: { dials: 1200 } }]);
      expect(dials()).toBe(1212);
      void planner.apply([{ id: recordId.monthToDate('a', '2026-11'), values: { until: '2026-11-21' } }]);
      expect(dials()).toBe(1200);
      void planner.apply([{ id: recordId.monthToDate('a', '2026-11'), values: null }]);
      expect(dials()).toBe(12);
    });

    it("leaves this morning's quota as it was", () => {
      const quota = (records: readonly RecordEntry[]): number => {
        const planner = createPlanner();
        const goal: RecordEntry = [recordId.goal('a', '2026-11'), { amount: 3_000_000 }];
        void planner.load([...team, row, goal, ...records], AS_OF);
        const answer = planner.read({ kind: 'pace', month: '2026-11' });
        return answer.quota[answer.measures.indexOf('dials')]?.[0] ?? NaN;
      };
      expect(quota([until, today])).toBe(quota([]));
    });
  });

  it('begins after the cut-off day', () => {
    const days: RecordEntry[] = [
      [SETTINGS_ID, { name: 'Days', cutoffDay: 25 }],
      [recordId.actual('a', '2026-11-25'), { dials: 90 }],
      [recordId.actual('a', '2026-11-26'), { dials: 60 }],
    ];
    expect(monthOf(days)['dials']).toBe(90);
    expect(monthOf(days, '2026-12')['dials']).toBe(60);
  });

  it('leaves a pipeline in hand to its own row, which no sum of days is', () => {
    const days: RecordEntry[] = [
      [SETTINGS_ID, { name: 'Days', pipelineKind: 'stock' }],
      [recordId.history('a', '2026-11'), { pipeline: 9_000_000 }],
      [recordId.actual('a', '2026-11-02'), { pipeline: 500_000 }],
    ];
    expect(monthOf(days)['pipeline']).toBe(9_000_000);
  });

  it('does not let the day under way move the ratios', () => {
    const used = (records: readonly RecordEntry[]): number => {
      const planner = createPlanner();
      void planner.load([...team, ...records], AS_OF);
      const { steps } = planner.read({ kind: 'ratios', month: '2026-11' });
      return steps.find(({ measure }) => measure === 'connects')?.used[0] ?? NaN;
    };
    const before: RecordEntry[] = [[recordId.actual('a', '2026-11-19'), { dials: 400, connects: 300 }]];
    const today: RecordEntry = [recordId.actual('a', '2026-11-20'), { dials: 400, connects: 4 }];
    expect(used([...before, today])).toBe(used(before));
    expect(used(before)).not.toBe(used([]));
  });
});
