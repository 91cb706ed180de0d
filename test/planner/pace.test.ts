import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { ActualsAnswer, PaceAnswer, Planner } from '../../src/model/planning.ts';
import type { CatchUpSpan } from '../../src/model/records/actual.ts';
import type { Day } from '../../src/model/time.ts';
import { AS_OF, done, MONTH, REP, worked } from './followed.ts';
import { company } from './plan.ts';
import { planners } from './planners.ts';

const size = { reps: 4, teams: 2, months: 6, last: '2026-10', goals: 2 };

describe.each(planners)('pace $name', ({ create }) => {
  const opened = (...more: RecordEntry[]): Planner => {
    const planner = create();
    void planner.load([...company(size), ...more], AS_OF);
    return planner;
  };
  const pace = (planner: Planner, month = MONTH): PaceAnswer => planner.read({ kind: 'pace', month });
  const of = (
    answer: PaceAnswer,
    column: 'target' | 'done' | 'today' | 'due' | 'quota' | 'perDay' | 'weekQuota' | 'weekDone' | 'needed',
    measure = 'dials',
    unit = REP,
  ): number => answer[column][answer.measures.indexOf(measure)]![answer.units.indexOf(unit)]!;
  const actuals = (planner: Planner): ActualsAnswer =>
    planner.read({ kind: 'actuals', month: MONTH, measure: 'dials' });
  const quotaOn = (answer: ActualsAnswer, day: Day): number =>
    answer.quota[answer.days.findIndex((each) => each.day === day)]![answer.units.indexOf(REP)]!;

  it('without a handing out, the target is what the month needs', () => {
    const planner = opened(...done(80));
    const backcast = planner.read({ kind: 'backcast', month: MONTH, mode: 'goal' });
    const at = backcast.units.indexOf(REP);
    expect(of(pace(planner), 'target')).toBeCloseTo(backcast.requirement.at(-1)![at]!, 8);
    expect(pace(planner).handedOn[at]).toBeNull();
  });

  it('due and done are of the days before today', () => {
    const answer = pace(opened(...done(80), [recordId.actual(REP, AS_OF), { dials: 30 }]));
    const days = worked(AS_OF).length;
    expect(of(answer, 'done')).toBe(80 * days);
    expect(of(answer, 'today')).toBe(30);
    expect(of(answer, 'due')).toBeCloseTo((of(answer, 'target') * days) / 21, 8);
    expect(answer.daysOver[answer.units.indexOf(REP)]).toBe(days);
    expect(answer.daysLeft[answer.units.indexOf(REP)]).toBe(21 - days);
  });

  it("today's quota is fixed in the morning: nothing that is done today moves it", () => {
    const before = pace(opened(...done(80)));
    const after = pace(
      opened(...done(80), [recordId.actual(REP, AS_OF), { dials: 95, connects: 1, revenue: 100 }]),
    );
    for (const measure of before.measures)
      expect([measure, of(after, 'quota', measure)]).toEqual([measure, of(before, 'quota', measure)]);
  });

  it("the grid's quota of today is the counter's, and those of the days left add up to what is left", () => {
    const planner = opened(...done(80));
    const answer = actuals(planner);
    const left = answer.days.filter(({ day }) => day >= AS_OF).map(({ day }) => quotaOn(answer, day));
    const now = pace(planner);
    expect(left[0]).toBe(of(now, 'quota'));
    expect(left.reduce((sum, quota) => sum + (quota || 0), 0)).toBe(
      Math.round(of(now, 'target') - of(now, 'done')),
    );
  });

  it('what was handed out holds from its day on, and the quotas of the days before it stay', () => {
    const handed: RecordEntry = [recordId.handedOut(REP, MONTH, '2026-11-16'), { dials: 2500 }];
    const [plain, given] = [actuals(opened(...done(80))), actuals(opened(...done(80), handed))];
    expect(quotaOn(given, '2026-11-13')).toBe(quotaOn(plain, '2026-11-13'));
    const base = 80 * worked('2026-11-16').length;
    expect(quotaOn(given, '2026-11-16')).toBe(Math.round((2500 - base) / 11));
    const answer = pace(opened(...done(80), handed));
    expect(of(answer, 'target')).toBe(2500);
    expect(of(answer, 'due')).toBeCloseTo(base + ((2500 - base) * 4) / 11, 8);
    expect(answer.handedOn[answer.units.indexOf(REP)]).toBe('2026-11-16');
  });

  it('of two handings out the later rules', () => {
    const answer = pace(
      opened(
        [recordId.handedOut(REP, MONTH, '2026-11-02'), { dials: 2000 }],
        [recordId.handedOut(REP, MONTH, '2026-11-16'), { dials: 2600 }],
      ),
    );
    expect(of(answer, 'target')).toBe(2600);
  });

  describe('a gap', () => {
    const handed: RecordEntry = [recordId.handedOut(REP, MONTH, '2026-11-02'), { dials: 2100 }];
    const chosen = (over: CatchUpSpan): Planner =>
      opened(handed, ...done(80), [recordId.catchUp(REP, AS_OF), { over }]);
    const days = worked(AS_OF).length;
    const gap = 20 * days;

    it('is made up over the rest of the month unless something else is chosen', () => {
      expect(of(pace(opened(handed, ...done(80))), 'perDay')).toBeCloseTo(100 + gap / 7, 8);
      expect(of(pace(chosen('month')), 'perDay')).toBeCloseTo(100 + gap / 7, 8);
    });

    it('left as it is, every day asks what was handed out for it', () => {
      expect(of(pace(chosen('none')), 'perDay')).toBeCloseTo(100, 8);
      expect(of(pace(chosen('none')), 'quota')).toBe(100);
    });

    it('made up this week, all of it is due by Sunday, and the days after it ask no more than before', () => {
      const answer = pace(chosen('week'));
      expect(of(answer, 'quota')).toBe(100 + gap);
      expect(of(answer, 'weekQuota')).toBe(100 + gap);
      const grid = actuals(chosen('week'));
      expect(quotaOn(grid, '2026-11-23')).toBe(100);
    });

    it('made up over the quarter, this month and the next one share it by their working days', () => {
      const [november, december] = [pace(chosen('quarter')), pace(chosen('quarter'), '2026-12')];
      const plain = pace(opened(handed, ...done(80)), '2026-12');
      const left = 7 + 23;
      expect(of(november, 'perDay')).toBeCloseTo(100 + gap / left, 8);
      expect(of(december, 'target') - of(plain, 'target')).toBeCloseTo((gap * 23) / left, 8);
    });

    it('is the same in the chooser, which says what each way asks', () => {
      const planner = opened(handed, ...done(80));
      const { choices, gap: told } = planner.read({ kind: 'catchUp', month: MONTH, unit: REP });
      expect(told).toBeCloseTo(gap, 8);
      for (const { over, perDay } of choices)
        expect([over, perDay]).toEqual([over, of(pace(chosen(over)), 'perDay')]);
      const odds = choices.map(({ over, month }) => [over, month]);
      const chance = Object.fromEntries(odds) as Record<CatchUpSpan, number>;
      expect(chance.month).toBeGreaterThanOrEqual(chance.quarter);
      expect(chance.quarter).toBeGreaterThanOrEqual(chance.none);
    });
  });

  describe('days as they are followed', () => {
    const planner = opened(...done(80));
    const followed = planner.read({ kind: 'days', unit: REP, month: MONTH, mode: 'followed' });
    const dials = followed.measures.find(({ measure }) => measure === 'dials')!;
    const grid = actuals(planner);

    it("are those of the grid: past ones of their own mornings, and this morning's", () => {
      const days = followed.days.flatMap(({ day, weight }, at) => (weight > 0 ? [{ day, at }] : []));
      for (const { day, at } of days) expect([day, dials.perDay?.[at]]).toEqual([day, quotaOn(grid, day)]);
    });

    it('are what today asks, of the rep and of the team', () => {
      const today = planner.read({ kind: 'today', mode: 'followed' });
      const now = pace(planner);
      for (const key of [REP, 't1', 'all']) {
        const column = today.quota[today.measures.indexOf('dials')]!;
        expect(column[today.units.indexOf(key)]).toBe(of(now, 'quota', 'dials', key));
      }
      const left = today.weekLeft[today.measures.indexOf('dials')]!;
      expect(left[today.units.indexOf(REP)]).toBe(of(now, 'weekQuota'));
    });

    it('have in this week what is left of a measure that comes by the week', () => {
      const pipeline = followed.measures.find(({ measure }) => measure === 'pipeline')!;
      const week = followed.weeks.findIndex(({ from, to }) => from <= AS_OF && AS_OF <= to);
      expect(pipeline.perDay).toBeNull();
      expect(pipeline.perWeek[week]).toBe(of(pace(planner), 'weekQuota', 'pipeline'));
    });
  });

  it('money and less than one a day are asked by the week', () => {
    const answer = pace(opened());
    expect(of(answer, 'quota', 'revenue')).toBe(Infinity);
    expect(of(answer, 'weekQuota', 'revenue') % 100).toBe(0);
  });

  it('teams are the sums of their reps', () => {
    const answer = pace(opened(...done(80)));
    const sum = ['r0000', 'r0001', 'r0002', 'r0003'].reduce(
      (total, rep) => total + of(answer, 'target', 'connects', rep),
      0,
    );
    expect(of(answer, 'target', 'connects', 'all')).toBeCloseTo(sum, 6);
  });

  it('a measure without quotas asks for nothing, and its actuals are still seen', () => {
    const off: RecordEntry = [
      recordId.measure('connects'),
      { order: 20, unit: 'count', step: 'share', assumed: 0.3, quota: false },
    ];
    const answer = pace(opened(off, [recordId.actual(REP, '2026-11-19'), { connects: 20 }]));
    expect(of(answer, 'quota', 'connects')).toBeNaN();
    expect(of(answer, 'done', 'connects')).toBe(20);
  });
});
