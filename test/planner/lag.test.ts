import { describe, expect, it } from 'vitest';
import { landedAfter, stepCurve } from '../../src/core/lag/lag-curve.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { Planner } from '../../src/model/planning.ts';
import { addMonths, type Month } from '../../src/model/time.ts';
import { company, goal, history, onePerson, override, settings } from './plan.ts';
import { planners } from './planners.ts';

const GOAL = 3_000_000;
const FIRST = '2026-11';
const MONTHS = Array.from({ length: 10 }, (_, at) => addMonths(FIRST, at));
const PAST = Array.from({ length: 6 }, (_, at) => addMonths(FIRST, at - 6));
/** 20 % of 500,000 each: 30 intents are a goal. */
const RATIOS = { revenue: 0.2, pipeline: 500_000, intents: 0.2, conversations: 0.25, connects: 0.3 };
const steady = (month: Month, intents: number): RecordEntry =>
  history('me', month, {
    ...{ dials: intents / 0.015, connects: intents / 0.05, conversations: intents / 0.2, intents },
    ...{ pipeline: intents * 500_000, revenue: intents * 100_000 },
  });

interface Lag {
  readonly median: number;
  readonly ninety: number;
}

/** One rep whose ratios are known, with a lag on one step. */
function plan(
  step: 'revenue' | 'intents',
  lag: { median: number; ninety: number },
  intents: number,
): RecordEntry[] {
  const records = onePerson(
    ...PAST.map((month) => steady(month, intents)),
    ...MONTHS.map((month) => goal('me', month, GOAL)),
    ...Object.entries(RATIOS).map(([measure, ratio]) => override('me', measure, PAST[0]!, { ratio })),
  );
  return records.map(([id, values]) =>
    id === recordId.measure(step)
      ? [id, { ...values, lagMedian: lag.median, lag90: lag.ninety }]
      : [id, values],
  );
}

/** Day by day: what each day's intents, as planned or as done, land in each month. */
function landedByMonth(planner: Planner, lag: Lag, intentsOf: (month: Month) => number): Map<Month, number> {
  const curve = stepCurve(lag);
  const days: { month: Month; count: number }[] = [];
  for (const month of [...PAST, ...MONTHS]) {
    const { workingDays } = planner.read({ kind: 'team', span: { from: month, to: month } });
    const worked = workingDays[0]![0]!;
    for (let day = 0; day < worked; day++) days.push({ month, count: intentsOf(month) / worked });
  }
  const landed = new Map<Month, number>();
  days.forEach(({ count }, begun) => {
    for (let day = begun; day < days.length; day++) {
      const share = landedAfter(curve, day - begun) - landedAfter(curve, day - begun - 1);
      landed.set(days[day]!.month, (landed.get(days[day]!.month) ?? 0) + count * share * 100_000);
    }
  });
  return landed;
}

describe.each(planners)('a lag $name', ({ create }) => {
  function loaded(records: RecordEntry[], asOf = '2026-11-01'): Planner {
    const planner = create();
    void planner.load(records, asOf);
    return planner;
  }

  const intentsPlanned =
    (planner: Planner) =>
    (month: Month): number => {
      const { measures, requirement } = planner.read({ kind: 'backcast', month, mode: 'goal' });
      return requirement[measures.indexOf('intents')]![0]!;
    };

  it.each([
    { median: 4, ninety: 12 },
    { median: 10, ninety: 25 },
    { median: 30, ninety: 70 },
    { median: 50, ninety: 90 },
  ])('of %o in a steady state plans exactly the goal, whatever lands late', (lag) => {
    const planned = intentsPlanned(loaded(plan('revenue', lag, 30)));
    for (const month of MONTHS) expect(planned(month)).toBeCloseTo(30, 6);
  });

  it.each([0.2, 0.4, 0.6])(
    'with a share of %d that lands late loses and doubles nothing over a long horizon',
    (late) => {
      // The lag of exactly so many of 21 days.
      const days = Math.round(late * 21);
      const planner = loaded(plan('revenue', { median: days, ninety: days }, 30));
      const planned = intentsPlanned(planner);
      const landed = landedByMonth(planner, { median: days, ninety: days }, (month) =>
        PAST.includes(month) ? 30 : planned(month),
      );
      const total = MONTHS.reduce((sum, month) => sum + (landed.get(month) ?? 0), 0);
      expect(total / (GOAL * MONTHS.length)).toBeCloseTo(1, 1);
      expect(Math.abs(total / (GOAL * MONTHS.length) - 1)).toBeLessThan(0.02);
    },
  );

  it('of half a quarter moves the goals to the months in which their work must start', () => {
    const lag = { median: 42, ninety: 42 };
    const records = plan('revenue', lag, 30).filter(([id]) => !id.startsWith('goal/'));
    const rising = MONTHS.map((month, at) => goal('me', month, GOAL * (1 + at)));
    const planned = intentsPlanned(loaded([...records, ...rising]));
    // Two months of working days later it is for the goal after next, give or take the length of the months.
    expect(planned(MONTHS[0]!) / 30).toBeGreaterThan(2.7);
    expect(planned(MONTHS[0]!) / 30).toBeLessThan(3.3);
  });

  it('none changes nothing', () => {
    const without = loaded(plan('revenue', { median: 0, ninety: 0 }, 30));
    const answer = without.read({ kind: 'backcast', month: '2026-12', mode: 'goal' });
    expect(answer.requirement.map((column) => column[0])).toEqual([15_000_000, 30, 150, 600, 2000]);
  });

  it.each([
    ['revenue', { median: 4, ninety: 12 }],
    ['revenue', { median: 10, ninety: 25 }],
    ['intents', { median: 6, ninety: 15 }],
  ] as const)(
    'on %s of %o: what is under way, and the rest as planned, land exactly the goal',
    (step, lag) => {
      const today = '2026-11-12';
      const records = [...plan(step, lag, 24), steady(FIRST, 9)];
      const planner = loaded(records, today);
      const { requirement, measures, won, daysLeft } = planner.read({
        kind: 'backcast',
        month: FIRST,
        mode: 'toGo',
      });
      const base = step === 'revenue' ? 'intents' : 'conversations';
      const perIntent = step === 'revenue' ? 1 : 0.2;
      const rest = requirement[measures.indexOf(base)]![0]!;
      const curve = stepCurve(lag);
      const days = (month: Month): number =>
        planner.read({ kind: 'team', span: { from: month, to: month } }).workingDays[0]![0]!;
      const left = daysLeft[0]!;
      const done = days(FIRST) - left;
      // Every working day back to the first, and on to the end of the month, as [days before today, count].
      const begun: [number, number][] = [];
      const spread = (count: number, worked: number, before: number): void => {
        for (let day = 0; day < worked; day++) begun.push([before + worked - day, count / worked]);
      };
      let before = 0;
      spread(9 / perIntent, done, before);
      before += done;
      for (const month of [...PAST].reverse()) {
        spread(24 / perIntent, days(month), before);
        before += days(month);
      }
      let money = won[0]!;
      for (const [ago, count] of begun)
        money +=
          count * perIntent * 100_000 * (landedAfter(curve, ago + left - 1) - landedAfter(curve, ago - 1));
      for (let day = 0; day < left; day++)
        money += (rest / left) * perIntent * 100_000 * landedAfter(curve, left - 1 - day);
      expect(money / GOAL).toBeCloseTo(1, 6);
    },
  );

  it('says what is under way, what is too late, and by when each measure has to begin', () => {
    const lag = { median: 5, ninety: 5 };
    const records = [...plan('revenue', lag, 30), steady(FIRST, 15)];
    const said = loaded(records, '2026-11-16').read({
      kind: 'why',
      unit: 'me',
      month: FIRST,
      mode: 'toGo',
    }).lag!;
    // 21 working days: 10 are over, 11 are left, and what begins on the last 5 lands in December.
    expect(said.missing * (6 / 11)).toBeCloseTo(said.feasible!, 3);
    // Of the 15 intents on 10 days those of the last 5 are under way; October's have landed.
    expect(said.underWay).toBeCloseTo(7.5 * 100_000, 3);
    expect(said.latest.at(-1)).toEqual({ measure: 'dials', day: '2026-11-23' });
    expect(said.latest.every(({ day }) => day === '2026-11-23')).toBe(true);
    // 22 days before today the holidays of October: its last 5 working days' intents come in.
    const october = said.spillIn / (30 * 100_000);
    expect(october).toBeGreaterThan(0.2);
    expect(october).toBeLessThan(0.35);
  });

  it('spills the same money out of a steady month as into the next', () => {
    const planner = loaded(plan('revenue', { median: 6, ninety: 14 }, 30), '2026-11-01');
    const note = (month: Month) => planner.read({ kind: 'why', unit: 'me', month, mode: 'goal' }).lag!;
    expect(note('2026-11').spillOut / GOAL).toBeGreaterThan(0.2);
    expect(Math.abs(note('2026-11').spillIn / note('2026-11').spillOut - 1)).toBeLessThan(0.25);
    expect(
      planner.read({ kind: 'why', unit: 'me', month: '2026-11', mode: 'goal' }).lag!.underWay,
    ).toBeNull();
  });

  it('has nothing to say where nothing takes longer than its day', () => {
    const planner = loaded(plan('revenue', { median: 0, ninety: 0 }, 30));
    expect(planner.read({ kind: 'why', unit: 'me', month: FIRST, mode: 'toGo' }).lag).toBeNull();
  });

  it('longer than what is left of the month says that it is too late', () => {
    const records = plan('revenue', { median: 60, ninety: 60 }, 0);
    const answer = loaded(records, '2026-11-20').read({ kind: 'backcast', month: '2026-11', mode: 'toGo' });
    expect(answer.problems['me']).toEqual({ reason: 'tooLate' });
    expect(answer.requirement.at(-1)![0]).toBeNaN();
  });

  it('and a pipeline in hand do not count the same work twice', () => {
    const records = plan('revenue', { median: 10, ninety: 25 }, 30).map(([id, values]): RecordEntry =>
      id === 'settings/plan' ? settings({ pipelineKind: 'stock' }) : [id, values],
    );
    const inHand: RecordEntry = [recordId.inHand('me', '2026-12'), { amount: 15_000_000 }];
    const need = (of: RecordEntry[]): number =>
      loaded(of).read({ kind: 'backcast', month: '2026-12', mode: 'goal' }).requirement[0]![0]!;
    expect(need(records)).toBe(15_000_000);
    expect(need([...records, inHand])).toBe(0);
  });

  it('with a confidence still hands out quotas of that chance', () => {
    const records = plan('revenue', { median: 10, ninety: 25 }, 30).map(([id, values]): RecordEntry =>
      id === 'settings/plan' ? settings({ confidence: 0.8 }) : [id, values],
    );
    const planner = loaded(records, '2026-11-05');
    expect(planner.read({ kind: 'odds', month: '2026-11' }).atQuota[0]).toBeCloseTo(0.8, 3);
  });

  describe('in a team in which one is away', () => {
    const away = (from: string, to: string, lagMedian: number, more = {}): RecordEntry[] =>
      company({ reps: 4, teams: 1, months: 12, last: '2026-10', goals: 4 }).map(
        ([id, values]): RecordEntry => {
          if (id === recordId.measure('revenue')) return [id, { ...values, lagMedian, lag90: 2 * lagMedian }];
          if (id === recordId.unit('r0001')) return [id, { ...values, leave: [{ from, to, part: 1 }] }];
          return id === 'settings/plan' ? settings(more) : [id, values];
        },
      );
    const leaving = (more = {}) => loaded(away('2026-11-12', '2026-11-30', 5, more), '2026-11-12');

    it('for the rest of the month gives the others the quotas that a confidence together takes', () => {
      const planner = leaving({ confidence: 0.8, confidenceOf: 'company' });
      const { problems } = planner.read({ kind: 'backcast', month: FIRST, mode: 'toGo' });
      expect(problems).toEqual({ r0001: { reason: 'noDaysLeft' } });
      expect(planner.read({ kind: 'odds', month: FIRST }).atQuota[0]).toBeCloseTo(0.8, 3);
    });

    it('knows the chance of the team’s quotas, in which the one who is away does nothing more', () => {
      const { atQuota, units } = leaving().read({ kind: 'odds', month: FIRST });
      expect(atQuota[units.indexOf('t0')]).toBeGreaterThan(0);
      expect(atQuota[units.indexOf('t0')]).toBeLessThan(0.5);
    });

    it.each([{}, { confidence: 0.8 }])('for a whole month says why there is no number, with %o', (more) => {
      const planner = loaded(away('2026-12-01', '2026-12-31', 40, more));
      const { problems } = planner.read({ kind: 'backcast', month: '2026-12', mode: 'goal' });
      expect(problems).toEqual({ r0001: { reason: 'noWorkingDays' } });
    });
  });
});
