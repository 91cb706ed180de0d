import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchWord, type StretchFacts } from '../../src/core/goals/stretch-word.ts';
import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { Planner, StretchAnswer } from '../../src/model/planning.ts';
import type { Month, MonthSpan } from '../../src/model/time.ts';
import { company, goal, history, onePerson, override, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const NOV = '2026-11';
const DEC = '2026-12';
const TODAY = '2026-11-20';
const TEAM = { reps: 12, teams: 3, months: 14, last: '2026-10', goals: 2 } as const;
const december: MonthSpan = { from: DEC, to: DEC };
const rest: MonthSpan = { from: NOV, to: DEC };
const quarter: MonthSpan = { from: '2026-10', to: DEC };

const at = (answer: StretchAnswer, key: string): number => answer.units.indexOf(key);
const goalOf = (rep: string, month: Month, value: number): Change => ({
  id: recordId.goal(rep, month),
  field: 'amount',
  value,
});

describe.each(planners)('the stretch check $name', ({ create }) => {
  function loaded(records: RecordEntry[], asOf = TODAY): Planner {
    const planner = create();
    void planner.load(records, asOf);
    return planner;
  }
  const stretch = (planner: Planner, span: MonthSpan, changes: Change[] = []): StretchAnswer =>
    planner.read({ kind: 'stretch', span, changes });

  it.each([NOV, DEC])('the chance of the goals of one month (%s) is that at the usual pace', (month) => {
    const planner = loaded(company(TEAM));
    const { atPace } = planner.read({ kind: 'odds', month });
    const { chance } = stretch(planner, { from: month, to: month });
    atPace.forEach((expected, unit) => expect(chance[unit]).toBeCloseTo(expected, 12));
  });

  it('leaves who has no goal out of a team’s, as its chance does', () => {
    const planner = loaded(company(TEAM).filter(([id]) => !/^goal\/r000[0-4]\//.test(id)));
    const { atPace, units } = planner.read({ kind: 'odds', month: DEC });
    const { chance, median } = stretch(planner, december);
    atPace.forEach((expected, unit) => {
      if (Number.isNaN(expected)) expect(chance[unit]).toBeNaN();
      else expect(chance[unit]).toBeCloseTo(expected, 12);
    });
    expect(median[units.indexOf('r0000')]).toBeGreaterThan(0);
  });

  it.each([december, rest, quarter])(
    'half of the time the median is won, and four times in five the lower one',
    (span) => {
      const planner = loaded([...company(TEAM), goal('r0003', '2026-10', 1_000_000)]);
      const { units, median, eighty } = stretch(planner, span);
      const rep = units.indexOf('r0003');
      const others = span.from === DEC ? [] : [NOV, '2026-10'].filter((month) => month >= span.from);
      const wanting = (amount: number): Change[] => [
        goalOf('r0003', DEC, amount),
        ...others.map((month) => goalOf('r0003', month, 0)),
      ];
      expect(stretch(planner, span, wanting(median[rep]!)).chance[rep]).toBeCloseTo(0.5, 3);
      expect(stretch(planner, span, wanting(eighty[rep]!)).chance[rep]).toBeCloseTo(0.8, 3);
      expect(eighty[rep]).toBeLessThan(median[rep]!);
    },
  );

  it('is less likely the higher the goal, and what is supported does not move with it', () => {
    const planner = loaded(company(TEAM));
    const of = (amount: number) => stretch(planner, rest, [goalOf('r0001', DEC, amount)]);
    const seen = [0, 1e6, 2e6, 3e6, 5e6, 9e6].map(of);
    const rep = at(seen[0]!, 'r0001');
    for (let next = 1; next < seen.length; next++)
      expect(seen[next]!.chance[rep]).toBeLessThan(seen[next - 1]!.chance[rep]!);
    for (const { median, eighty, best } of seen) {
      expect(median[rep]).toBe(seen[0]!.median[rep]);
      expect(eighty[rep]).toBe(seen[0]!.eighty[rep]);
      expect(best[rep]).toBe(seen[0]!.best[rep]);
    }
  });

  it('a team wins about what its reps do, and strays less from it', () => {
    const answer = stretch(loaded(company(TEAM)), december);
    const reps = answer.units.flatMap((key, unit) => (key.startsWith('r') ? [unit] : []));
    const sum = (column: Float64Array) => reps.reduce((total, rep) => total + column[rep]!, 0);
    const whole = at(answer, 'all');
    // Money is skewed: half of the time a sum is above the sum of what its parts are above half of the time.
    expect(answer.median[whole]! / sum(answer.median)).toBeGreaterThan(1);
    expect(answer.median[whole]! / sum(answer.median)).toBeLessThan(1.35);
    const spread = (unit: number) => answer.eighty[unit]! / answer.median[unit]!;
    for (const rep of reps) expect(spread(whole)).toBeGreaterThan(spread(rep));
  });

  it('a quarter strays less from its median than a month, but as much as the ratios are in doubt', () => {
    const planner = loaded(company(TEAM), '2026-10-31');
    const spread = (answer: StretchAnswer) =>
      answer.eighty[at(answer, 'r0002')]! / answer.median[at(answer, 'r0002')]!;
    const month = spread(stretch(planner, { from: NOV, to: NOV }));
    const months = spread(stretch(planner, { from: NOV, to: '2027-10' }));
    expect(months).toBeGreaterThan(month);
    expect(months).toBeLessThan(0.99);
  });

  it('what is won by now counts, and a month that is over is what it was', () => {
    const records = onePerson(
      ...['2026-07', '2026-08', '2026-09'].map((month) =>
        history('me', month, { dials: 1800, revenue: 400_000 }),
      ),
      history('me', '2026-10', { dials: 1800, revenue: 700_000 }),
      history('me', NOV, { revenue: 250_000 }),
    );
    const planner = loaded(records);
    const [nov, both] = [
      stretch(planner, { from: NOV, to: NOV }),
      stretch(planner, { from: '2026-10', to: NOV }),
    ];
    expect(nov.median[0]).toBeGreaterThan(250_000);
    expect(both.median[0]! - nov.median[0]!).toBeCloseTo(700_000, 3);
    expect(both.eighty[0]! - nov.eighty[0]!).toBeCloseTo(700_000, 3);
  });

  it('says nothing of a period that is over but the best one and the growth', () => {
    const answer = stretch(loaded([...company(TEAM), goal('r0000', '2026-10', 1_000_000)]), {
      from: '2026-10',
      to: '2026-10',
    });
    const rep = at(answer, 'r0000');
    expect(answer.word[rep]).toBe('over');
    expect([answer.median[rep], answer.eighty[rep], answer.chance[rep]]).toEqual([NaN, NaN, NaN]);
    expect(answer.best[rep]).toBeGreaterThan(0);
    expect(answer.growth[rep]).not.toBeNaN();
  });

  it('finds the best period of the same length and its last month; a gap belongs to none', () => {
    const won = {
      '2026-02': 900,
      '2026-04': 300,
      '2026-05': 400,
      '2026-06': 200,
      '2026-07': 100,
      '2026-09': 500,
    };
    const planner = loaded(
      onePerson(
        ...Object.entries(won).map(([month, revenue]) => history('me', month, { dials: 1000, revenue })),
      ),
    );
    const best = (span: MonthSpan): [number, string | undefined] => {
      const answer = stretch(planner, span);
      return [answer.best[0]!, answer.months[answer.bestMonth[0]!]];
    };
    expect(best(december)).toEqual([900, '2026-02']);
    expect(best(rest)).toEqual([700, '2026-05']);
    expect(best(quarter)).toEqual([900, '2026-06']);
    expect(best({ from: '2026-11', to: '2027-03' })).toEqual([NaN, undefined]);
  });

  it('grows over the same months of the year before', () => {
    const records = onePerson(
      ...['2025-11', '2025-12'].map((month, later) =>
        history('me', month, { dials: 900, revenue: 1_000_000 * (later + 1) }),
      ),
      goal('me', NOV, 1_500_000),
      goal('me', DEC, 3_000_000),
      goal('me', '2027-01', 3_000_000),
    );
    const planner = loaded(records);
    expect(stretch(planner, december).growth[0]).toBeCloseTo(0.5, 12);
    expect(stretch(planner, rest).growth[0]).toBeCloseTo(0.5, 12);
    expect(stretch(planner, { from: DEC, to: '2027-01' }).growth[0]).toBeNaN();
  });

  it('other revenue counts, as it does for goals', () => {
    const kinds: RecordEntry[] = [[recordId.other('renewal'), { name: 'Renewal', order: 0 }]];
    const months = ['2026-07', '2026-08', '2026-09', '2026-10'];
    const plain = onePerson(
      ...months.map((month) => history('me', month, { dials: 1800, revenue: 400_000 })),
    );
    const beside = onePerson(
      ...kinds,
      ...months.map((month) => history('me', month, { dials: 1800, revenue: 400_000, renewal: 200_000 })),
    );
    const [without, withIt] = [stretch(loaded(plain), december), stretch(loaded(beside), december)];
    expect(withIt.median[0]! - without.median[0]!).toBeCloseTo(200_000, -3);
    expect(withIt.best[0]).toBe(600_000);
  });

  it('supposes other changes than goals too', () => {
    const planner = loaded(company(TEAM));
    const before = stretch(planner, december);
    const [id, values] = override('r0001', 'connects', DEC, { ratio: 0.6, until: DEC });
    const after = stretch(planner, december, [{ create: id, values }]);
    const rep = at(before, 'r0001');
    expect(after.median[rep]).toBeGreaterThan(before.median[rep]! * 1.3);
    expect(stretch(planner, december)).toEqual(before);
  });

  it('answers for typed goals and for edits of the record, however it was asked before', () => {
    const records = company(TEAM);
    const planner = loaded(records);
    stretch(planner, rest);
    const edits: RecordEntry[] = [
      goal('r0004', DEC, 7_700_000),
      history('r0004', '2026-10', {
        dials: 3000,
        connects: 900,
        conversations: 300,
        intents: 60,
        pipeline: 2.4e7,
        revenue: 6e6,
      }),
      history('r0004', NOV, { revenue: 500_000 }),
      unit('r0005', 'rep', 't0', { order: 5 }),
      settings({ cutoffDay: 25 }),
    ];
    const known = new Map(records);
    for (const [id, values] of edits) {
      void planner.apply([{ id, values }]);
      known.set(id, values);
      expect(stretch(planner, rest)).toEqual(stretch(loaded([...known]), rest));
    }
  });

  it('a newcomer goes at the team’s pace, and it is too little to call the goal anything', () => {
    const records = [...company(TEAM), unit('new', 'rep', 't0', { order: 99 }), goal('new', DEC, 1_000_000)];
    const answer = stretch(loaded(records), december);
    const rep = at(answer, 'new');
    expect(answer.median[rep]).toBeGreaterThan(0);
    expect(answer.chance[rep]).toBeGreaterThan(0);
    expect(answer.word[rep]).toBe('tooLittle');
    expect(answer.best[rep]).toBeNaN();
    expect(answer.word[at(answer, 't0')]).not.toBe('tooLittle');
  });
});

describe('the word for a goal', () => {
  const facts = (more: Partial<StretchFacts>): StretchFacts => ({
    ...{ goal: 100, median: 100, chance: 0.5, best: 130, evidence: 12, over: false },
    ...more,
  });

  it.each([
    [facts({}), 'withinReach'],
    [facts({ goal: 101, chance: 0.49 }), 'stretch'],
    [facts({ goal: 120, chance: 0.2 }), 'stretch'],
    [facts({ goal: 131, chance: 0.3 }), 'stretch'],
    [facts({ goal: 131, chance: 0.29 }), 'beyond'],
    [facts({ goal: 131, chance: 0.55 }), 'withinReach'],
    [facts({ goal: 900, chance: 0, evidence: 2 }), 'tooLittle'],
    [facts({ median: NaN, chance: NaN }), 'tooLittle'],
    [facts({ goal: NaN, chance: NaN }), 'noGoal'],
    [facts({ over: true }), 'over'],
  ] as const)('%o is %s', (given, word) => expect(stretchWord(given)).toBe(word));

  it('never gets milder as the goal rises and its chance falls', () => {
    const order = ['withinReach', 'stretch', 'beyond'];
    const amount = fc.double({ min: 0, max: 300, noNaN: true });
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(amount, amount, chance, chance, amount, amount, (a, b, p, q, median, best) => {
        const low = stretchWord(facts({ goal: Math.min(a, b), chance: Math.max(p, q), median, best }));
        const high = stretchWord(facts({ goal: Math.max(a, b), chance: Math.min(p, q), median, best }));
        expect(order.indexOf(high)).toBeGreaterThanOrEqual(order.indexOf(low));
      }),
    );
  });
});
