import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { keysOf, kindOf, recordId } from '../../src/model/ids.ts';
import type { Planner } from '../../src/model/planning.ts';
import { otherValues } from '../../src/model/records/other.ts';
import { addMonths, type Month } from '../../src/model/time.ts';
import { company, goal } from './plan.ts';
import { planners } from './planners.ts';

const LAST = '2026-10';
const TEAM = { reps: 12, teams: 3, months: 18, last: LAST, goals: 1 } as const;
const MONTHS = Array.from({ length: 18 }, (_, at) => addMonths(LAST, at - 17));
/** Goals of every past month: each as a share of what was won then. */
const withGoals = (records: RecordEntry[], share: (month: Month, at: number) => number): RecordEntry[] => [
  ...records,
  ...records.flatMap(([id, values], at) => {
    const [rep = '', month = ''] = keysOf(id);
    if (kindOf(id) !== 'history') return [];
    return [goal(rep, month, Math.round(Number(values['revenue']) * share(month, at)))];
  }),
];

describe.each(planners)('looking back at past chances $name', ({ create }) => {
  function loaded(records: RecordEntry[]): Planner {
    const planner = create();
    void planner.load(records, '2026-11-20');
    return planner;
  }
  const look = (planner: Planner, month: Month | null, unit = 'all') => {
    for (let part = 0; ; part++) {
      const answer = planner.read({ kind: 'trackRecord', unit, month, part });
      if (!answer.pending) return answer;
      expect(answer).toMatchObject({ said: 0, came: 0 });
    }
  };

  it('goes back month by month, at most a year, and not before three months are known', () => {
    const planner = loaded(withGoals(company(TEAM), () => 0.05));
    const seen: (Month | null)[] = [];
    for (let month: Month | null = null; ;) {
      const answer: ReturnType<typeof look> = look(planner, month);
      seen.push(answer.month);
      expect(answer).toMatchObject({ promised: 0.8, said: 12, came: 12 });
      if ((month = answer.earlier) === null) break;
    }
    expect(seen).toEqual(MONTHS.slice(6).toReversed());
    const short = loaded(withGoals(company({ ...TEAM, months: 3 }), () => 0.05));
    expect(look(short, null)).toMatchObject({ month: null, said: 0, earlier: null });
  });

  it('counts goals that were likely at the work done, whether they came true or not', () => {
    // Every second goal lies above what was won: likely by the record, and missed.
    const records = company(TEAM).map(([id, values]): RecordEntry =>
      kindOf(id) === 'history' && keysOf(id)[1] === LAST && keysOf(id)[0]! < 'r0004'
        ? [id, { ...values, revenue: 0 }]
        : [id, values],
    );
    const planner = loaded([
      ...records.filter(([id]) => kindOf(id) !== 'goal'),
      ...Array.from({ length: 12 }, (_, at) => goal(`r${String(at).padStart(4, '0')}`, LAST, 100_000)),
    ]);
    expect(look(planner, null)).toMatchObject({ month: LAST, said: 12, came: 8 });
    expect(look(planner, null, 'r0001')).toMatchObject({ said: 1, came: 0 });
    expect(look(planner, null, 't1')).toMatchObject({ said: 4, came: 3 });
  });

  it('does not count goals that were unlikely, or of whom nothing was won or done on record', () => {
    expect(look(loaded(withGoals(company(TEAM), () => 5)), null)).toMatchObject({ month: LAST, said: 0 });
    const blank = company(TEAM).map(([id, { revenue, ...values }]): RecordEntry =>
      kindOf(id) === 'history' && keysOf(id)[1] !== LAST
        ? [id, { ...values, revenue: revenue! }]
        : [id, values],
    );
    const goals = ['r0000', 'r0001'].map((rep) => goal(rep, LAST, 1000));
    expect(look(loaded([...blank, ...goals]), null)).toMatchObject({ said: 0 });
  });

  it('knows nothing of the month itself or of later ones', () => {
    const records = withGoals(company(TEAM), () => 0.6);
    const month = addMonths(LAST, -4);
    const before = look(loaded(records), month);
    expect(before.said).toBeGreaterThan(0);
    const later = records.map(([id, values]): RecordEntry =>
      kindOf(id) === 'history' && keysOf(id)[1]! > month
        ? [id, { ...values, revenue: 1, connects: 1, dials: 1 }]
        : [id, values],
    );
    expect(look(loaded(later), month)).toEqual(before);
    const won = records.map(([id, values]): RecordEntry =>
      kindOf(id) === 'history' && keysOf(id)[1] === month ? [id, { ...values, revenue: 0 }] : [id, values],
    );
    expect(look(loaded(won), month)).toEqual({ ...before, came: 0 });
  });

  it('follows an edit of the history and of a goal', () => {
    const records = withGoals(company(TEAM), () => 0.05);
    const planner = loaded(records);
    expect(look(planner, null).said).toBe(12);
    const [id, values] = goal('r0000', LAST, 10 ** 12);
    void planner.apply([{ id, values }]);
    expect(look(planner, null)).toMatchObject({ said: 11, came: 11 });
    const earlier = records.flatMap(([of, was]) =>
      kindOf(of) === 'history' && keysOf(of)[0] === 'r0001' && keysOf(of)[1] !== LAST
        ? [{ id: of, values: { ...was, revenue: 0, intents: 0, pipeline: 0 } }]
        : [],
    );
    void planner.apply(earlier);
    expect(look(planner, null).said).toBeLessThan(12);
    expect(look(planner, null)).toEqual(
      look(
        loaded(
          records.map(([of, was]): RecordEntry => {
            const edited = [{ id, values }, ...earlier].find((change) => change.id === of);
            return [of, edited?.values ?? was];
          }),
        ),
        null,
      ),
    );
  });

  const lagging = (records: RecordEntry[], lagMedian: number, lag90: number): RecordEntry[] =>
    records.map(([id, values]) =>
      id === 'measure/revenue' ? [id, { ...values, lagMedian, lag90 }] : [id, values],
    );

  it('counts what was under way when the month began, where work takes longer than its day', () => {
    const records = withGoals(company(TEAM), () => 0.05);
    expect(look(loaded(lagging(records, 10, 20)), null)).toMatchObject({ month: LAST, said: 12, came: 12 });
    // Who began in this very month has nothing under way, and of the own work next to nothing lands in it.
    const late = records.filter(([id]) => !(id.startsWith('history/r0000/') && keysOf(id)[1] !== LAST));
    expect(look(loaded(late), null, 'r0000')).toMatchObject({ said: 1 });
    expect(look(loaded(lagging(late, 60, 70)), null, 'r0000')).toMatchObject({ said: 0 });
    expect(look(loaded(lagging(records, 60, 70)), null, 'r0000')).toMatchObject({ said: 1 });
  });

  const REPEAT = 'repeatRevenue';
  const withRepeat = (
    records: RecordEntry[],
    amount: (rep: string, month: Month) => number,
  ): RecordEntry[] => [
    [recordId.other(REPEAT), otherValues(REPEAT)],
    ...records.map(([id, values]): RecordEntry => {
      const [rep = '', month = ''] = keysOf(id);
      return kindOf(id) === 'history' ? [id, { ...values, [REPEAT]: amount(rep, month) }] : [id, values];
    }),
  ];

  it('counts what comes in beside the chain, foretold by the months before and held against what came', () => {
    const steady = 50_000_000;
    const reps = Array.from({ length: 12 }, (_, at) => `r${String(at).padStart(4, '0')}`);
    const records = [
      ...company(TEAM).filter(([id]) => kindOf(id) !== 'goal'),
      ...reps.map((rep) => goal(rep, LAST, steady)),
    ];
    expect(look(loaded(records), null)).toMatchObject({ month: LAST, said: 0 });
    expect(look(loaded(withRepeat(records, () => steady)), null)).toMatchObject({ said: 12, came: 12 });
    const stopped = withRepeat(records, (rep, month) => (month === LAST && rep < 'r0004' ? 0 : steady));
    expect(look(loaded(stopped), null)).toMatchObject({ said: 12, came: 8 });
    const sudden = withRepeat(records, (_, month) => (month === LAST ? steady : 0));
    expect(look(loaded(sudden), null)).toMatchObject({ said: 0 });
  });

  it('follows an edit of what comes in beside the chain', () => {
    const records = withRepeat(
      withGoals(company(TEAM), () => 0.05),
      () => 1000,
    );
    const planner = loaded(records);
    look(planner, null);
    const [id] = goal('r0000', LAST, 0);
    const edits = [
      { id, values: { amount: 60_000_000 } },
      ...records.flatMap(([of, was]) =>
        of.startsWith('history/r0000/') ? [{ id: of, values: { ...was, [REPEAT]: 60_000_000 } }] : [],
      ),
    ];
    void planner.apply(edits);
    expect(look(planner, null, 'r0000')).toMatchObject({ said: 1, came: 1 });
    void planner.apply([{ id: recordId.other(REPEAT), values: null }]);
    expect(look(planner, null, 'r0000')).toMatchObject({ said: 0, came: 0 });
  });
});
