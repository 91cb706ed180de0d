import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { Figure, Planner } from '../../src/model/planning.ts';
import { otherValues } from '../../src/model/records/other.ts';
import { templateMeasures, type Template } from '../../src/model/templates.ts';
import { history, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const MONTH = '2026-11';
const keeps = (...keys: string[]): RecordEntry[] =>
  keys.map((key) => [recordId.other(key), otherValues(key)]);
const team = (template: Template, ...more: RecordEntry[]): RecordEntry[] => [
  ...[settings(), ...templateMeasures(template), unit('all', 'company', null)],
  ...['a', 'b', 'c'].map((key, order) => unit(key, 'rep', 'all', { order })),
  ...more,
];

describe.each(planners)('figures beside goal and pace $name', ({ create }) => {
  const figures = (records: readonly RecordEntry[], of: string | null = null): readonly Figure[] => {
    const planner: Planner = create();
    void planner.load(records, '2026-11-20');
    return planner.read({ kind: 'figures', month: MONTH, unit: of }).figures;
  };
  const told = (all: readonly Figure[]) =>
    all.map(({ name, measure, amount, of, value }) => ({ name, measure, amount, of, value }));

  it('are none where nothing of them is kept', () => {
    expect(figures(team('telesales', history('a', MONTH, { dials: 10, revenue: 5_000 })))).toEqual([]);
  });

  it('count the deals of the chain as new customers, and what a deal brings', () => {
    const all = figures(
      team(
        'visits',
        history('a', MONTH, { wins: 4, revenue: 100_000 }),
        history('b', MONTH, { wins: 0, revenue: 0 }),
        history('c', MONTH, { revenue: 70_000 }),
      ),
    );
    expect(told(all)).toEqual([
      { name: 'newCustomers', measure: 'wins', amount: 4, of: NaN, value: 4 },
      { name: 'ticket', measure: 'wins', amount: 100_000, of: 4, value: 25_000 },
    ]);
    // Who has no deals entered has no ticket: 70,000 belongs to none.
    expect(all[1]?.reps.map((own) => [own.unit, own.value])).toEqual([
      ['a', 25_000],
      ['b', NaN],
    ]);
  });

  it('count customers and deals apart where both are entered', () => {
    const all = figures(
      team(
        'telesales',
        ...keeps('wins', 'newCustomers'),
        history('a', MONTH, { revenue: 90_000, wins: 3, newCustomers: 2 }),
      ),
    );
    expect(told(all).map(({ name, value }) => [name, value])).toEqual([
      ['newCustomers', 2],
      ['wins', 3],
      ['ticket', 30_000],
    ]);
  });

  it('are shares of all revenue, of those who have both', () => {
    const all = figures(
      team(
        'telesales',
        ...keeps('repeatRevenue', 'margin'),
        history('a', MONTH, { revenue: 60_000, repeatRevenue: 20_000, margin: 24_000 }),
        history('b', MONTH, { revenue: 120_000, repeatRevenue: null }),
      ),
    );
    expect(told(all)).toEqual([
      { name: 'share', measure: 'repeatRevenue', amount: 20_000, of: 80_000, value: 0.25 },
      { name: 'margin', measure: 'margin', amount: 24_000, of: 80_000, value: 0.3 },
    ]);
  });

  it('are of one unit, and of days where a month has some', () => {
    const records = team(
      'telesales',
      ...keeps('margin'),
      [recordId.systemActual('a', '2026-11-03'), { revenue: 10_000, margin: 3_000 }],
      [recordId.systemActual('a', '2026-11-04'), { revenue: 10_000, margin: 1_000 }],
      history('b', MONTH, { revenue: 50_000, margin: 50_000 }),
    );
    expect(told(figures(records, 'a'))).toEqual([
      { name: 'margin', measure: 'margin', amount: 4_000, of: 20_000, value: 0.2 },
    ]);
  });

  it('are no revenue: goal, quotas and what is expected stay as they are', () => {
    const plain = team(
      'telesales',
      history('a', '2026-10', { dials: 1_000, revenue: 90_000 }),
      history('a', MONTH, { dials: 500, revenue: 40_000 }),
      [recordId.goal('a', MONTH), { amount: 100_000 }],
    );
    const kept = [
      ...plain.filter(([id]) => !id.startsWith('history/')),
      ...keeps('margin', 'newCustomers', 'wins'),
      history('a', '2026-10', { dials: 1_000, revenue: 90_000, margin: 30_000, wins: 3, newCustomers: 3 }),
      history('a', MONTH, { dials: 500, revenue: 40_000, margin: 10_000, wins: 1, newCustomers: 1 }),
    ];
    const board = (records: readonly RecordEntry[]) => {
      const planner = create();
      void planner.load(records, '2026-11-20');
      return planner.read({ kind: 'board', month: MONTH, unit: null });
    };
    expect(board(kept)).toEqual(board(plain));
  });
});
