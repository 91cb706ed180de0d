import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { keysOf, kindOf, recordId } from '../../src/model/ids.ts';
import {
  GAP_PARTS,
  VERDICTS,
  type Planner,
  type ReviewAnswer,
  type ReviewSum,
} from '../../src/model/planning.ts';
import { templateChain, templateMeasures, TEMPLATES, type Template } from '../../src/model/templates.ts';
import { addMonths, type Month } from '../../src/model/time.ts';
import { company, goal, history, onePerson, override, seeded, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const LAST = '2026-10';
const TEAM = { reps: 8, teams: 2, months: 10, last: LAST, goals: 0 } as const;
const QUARTER = ['2026-08', '2026-09', LAST];

/** Goals of the past months: what was won, more or less. */
const withGoals = (records: readonly RecordEntry[], random: () => number): RecordEntry[] => [
  ...records,
  ...records.flatMap(([id, values]) => {
    const [rep = '', month = ''] = keysOf(id);
    if (kindOf(id) !== 'history') return [];
    return [goal(rep, month, Math.round(Number(values['revenue']) * (0.6 + 0.8 * random())))];
  }),
];

function loaded(records: readonly RecordEntry[], create = createPlanner, asOf = '2026-11-20'): Planner {
  const planner = create();
  void planner.load(records, asOf);
  return planner;
}
const review = (planner: Planner, unit: string | null, months: readonly Month[] | null): ReviewAnswer =>
  planner.read({ kind: 'review', unit, months });
const parts = (sum: ReviewSum): number => GAP_PARTS.reduce((total, part) => total + sum[part], 0);
const sizeOf = (sum: ReviewSum): number =>
  GAP_PARTS.reduce((total, part) => total + Math.abs(sum[part]), Math.abs(sum.goal) + 1);

/** What may stand in anybody's way: blanks, zeros, leave, overrides, other revenue, targets that were given out. */
function troubled(seed: number): RecordEntry[] {
  const random = seeded(seed);
  const records = withGoals(company(TEAM, seed), random).map(([id, values]): RecordEntry => {
    if (kindOf(id) !== 'history') return [id, values];
    const kept = Object.entries(values).map(([measure, value]): [string, number | null] => {
      const chance = random();
      return [measure, chance < 0.04 ? null : chance < 0.08 ? 0 : Number(value)];
    });
    return [id, { ...Object.fromEntries(kept), referral: Math.round(random() * 200_000) }];
  });
  const away = { from: '2026-09-07', to: '2026-09-18', part: 1 };
  const onLeave = records.map(([id, values]): RecordEntry =>
    id === recordId.unit('r0001') ? [id, { ...values, leave: [away] }] : [id, values],
  );
  return [
    ...onLeave,
    override('t0', 'connects', '2026-08', { ratio: 0.2 + 0.3 * random(), until: null }),
    override('r0003', 'revenue', '2026-09', { ratio: random() < 0.3 ? 0 : 0.3, until: LAST }),
    [recordId.other('referral'), { name: '转介绍', order: 1 }],
    [recordId.handedOut('r0002', LAST, '2026-10-01'), { dials: 500 + Math.floor(random() * 3000) }],
  ];
}

const someMonths = fc.shuffledSubarray([...QUARTER, '2026-11'], { minLength: 1 });
const someUnit = fc.constantFrom(null, 'all', 't0', 't1', 'r0001', 'r0002', 'r0003');

describe('the parts of a gap', () => {
  it('add up to it for every rep, team and span, whatever is blank, zero, overridden or given out', () => {
    fc.assert(
      fc.property(fc.nat(200), someUnit, someMonths, (seed, unit, months) => {
        const { total, reps } = review(loaded(troubled(seed)), unit, months.sort());
        for (const sum of [...reps, ...(total ? [total] : [])]) {
          expect(Math.abs(parts(sum) - sum.gap)).toBeLessThanOrEqual(1e-9 * sizeOf(sum));
          expect(sum.gap).toBeCloseTo(sum.actual - sum.goal, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of a team and of a quarter are the sums of their rep-months', () => {
    fc.assert(
      fc.property(fc.nat(200), (seed) => {
        const planner = loaded(troubled(seed));
        const whole = review(planner, 'all', QUARTER).total!;
        const months = QUARTER.flatMap((month) => review(planner, 'all', [month]).reps);
        const teams = ['t0', 't1'].map((team) => review(planner, team, QUARTER).total!);
        for (const part of [...GAP_PARTS, 'goal', 'actual'] as const) {
          const near = 1e-9 * sizeOf(whole);
          const sum = (of: readonly ReviewSum[]) => of.reduce((total, each) => total + each[part], 0);
          expect(Math.abs(sum(months) - whole[part])).toBeLessThanOrEqual(near);
          expect(Math.abs(sum(teams) - whole[part])).toBeLessThanOrEqual(near);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('do not depend on the order in which records are read', () => {
    const records = troubled(7);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(review(loaded(shuffled), 'all', QUARTER)).toEqual(review(loaded(records), 'all', QUARTER));
      }),
      { numRuns: 5 },
    );
  });
});

/** Random counts of any chain, more of a later measure than of an earlier one among them. */
function ofTemplate(template: Template, seed: number): RecordEntry[] {
  const random = seeded(seed);
  const chain = templateChain(template);
  const records: RecordEntry[] = [settings({ template, cutoffDay: 25 }), ...templateMeasures(template)];
  for (let rep = 0; rep < 6; rep++) {
    records.push(unit(`r${rep}`, 'rep', null, { order: rep }));
    for (let back = 0; back < 9; back++) {
      let before = 40 + Math.floor(random() * 400);
      const values = chain.map(({ key, unit: kind, assumed }, at): [string, number] => {
        if (at > 0) before = Math.round(before * (assumed ?? 1) * (0.5 + random()));
        return [key, kind === 'money' && random() < 0.05 ? -before : before];
      });
      const month = addMonths(LAST, -back);
      records.push(history(`r${rep}`, month, Object.fromEntries(values)));
      records.push(goal(`r${rep}`, month, Math.floor(random() * 8_000_000)));
    }
  }
  return records;
}

describe.each(TEMPLATES)('the parts of a gap of the chain %s', (template) => {
  it('are numbers that add up to it, and every ratio is judged', () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const { total, reps } = review(loaded(ofTemplate(template, seed)), null, QUARTER);
        expect(reps).toHaveLength(6);
        for (const sum of [...reps, total!])
          expect(Math.abs(parts(sum) - sum.gap)).toBeLessThanOrEqual(1e-9 * sizeOf(sum));
        for (const { steps } of reps) for (const step of steps) expect(VERDICTS).toContain(step.verdict);
      }),
      { numRuns: 15 },
    );
  });
});

describe.each(planners)('a review $name', ({ create }) => {
  const records = withGoals(company(TEAM), seeded(3));

  it('opens on the last month that is over and has goals and results', () => {
    expect(review(loaded(records, create), null, null)).toMatchObject({ months: [LAST], upTo: null });
    const older = records.filter(([id]) => kindOf(id) !== 'goal' || keysOf(id)[1]! < '2026-09');
    expect(review(loaded(older, create), null, null).months).toEqual(['2026-08']);
    expect(review(loaded(onePerson(), create), null, null)).toMatchObject({ months: [], total: null });
  });

  it('puts the largest miss first and says who was left out', () => {
    const some = records
      .filter(([id]) => id !== recordId.goal('r0000', LAST))
      .map(([id, values]): RecordEntry =>
        id === recordId.history('r0001', LAST) ? [id, { ...values, revenue: null }] : [id, values],
      );
    const { reps, withoutGoal, withoutResult } = review(loaded(some, create), null, [LAST]);
    expect(reps.map(({ gap }) => gap)).toEqual(reps.map(({ gap }) => gap).toSorted((a, b) => a - b));
    expect([withoutGoal, withoutResult]).toEqual([['r0000'], ['r0001']]);
  });

  it('knows nothing of the month itself or of later ones when it says what was to be expected', () => {
    const before = review(loaded(records, create), 'r0000', ['2026-08']).reps[0]!;
    const later = records.map(([id, values]): RecordEntry =>
      kindOf(id) === 'history' && keysOf(id)[1]! > '2026-08'
        ? [id, { ...values, connects: 1, conversations: 1, intents: 1 }]
        : [id, values],
    );
    expect(review(loaded(later, create), 'r0000', ['2026-08']).reps[0]).toEqual(before);
  });

  it('of the running month counts the days before today, against the goal’s share of them', () => {
    const running = [...records, goal('r0000', '2026-11', 2_100_000), history('r0000', '2026-11', MONTH)];
    const answer = review(loaded(running, create), 'r0000', ['2026-11']);
    expect(answer).toMatchObject({ upTo: '2026-11-19', workingDays: 14 });
    expect(answer.reps[0]!.goal).toBeCloseTo((2_100_000 * 14) / 21, 6);
  });
});

const MONTH = {
  dials: 1800,
  connects: 540,
  conversations: 130,
  intents: 26,
  pipeline: 13_000_000,
  revenue: 2_600_000,
};
/** A year of the same month, so that the record says exactly what a month brings. */
const steady = (rep: string): RecordEntry[] =>
  Array.from({ length: 12 }, (_, at) => history(rep, addMonths(LAST, -1 - at), MONTH));
const people = ['a', 'b', 'c', 'd'].flatMap((key) => [
  [recordId.unit(key), { name: key, kind: 'rep', parent: null, order: 0 }] as RecordEntry,
  ...steady(key),
]);
const base = [settings(), ...onePerson().filter(([id]) => kindOf(id) === 'measure'), ...people];
const one = (month: RecordEntry[1], ...more: RecordEntry[]) =>
  review(loaded([...base, goal('a', LAST, 2_600_000), history('a', LAST, month), ...more]), 'a', [LAST])
    .reps[0]!;

describe('the main cause', () => {
  it('is execution where a tenth of the work was not done and every ratio held', () => {
    const month = {
      dials: 1620,
      connects: 486,
      conversations: 117,
      intents: 23.4,
      pipeline: 11_700_000,
      revenue: 2_340_000,
    };
    const { gap, execution, standing, cause } = one(month);
    expect(gap).toBe(-260_000);
    expect(execution / gap).toBeGreaterThan(0.9);
    expect([standing, cause?.part, cause?.verdict]).toEqual(['missed', 'execution', 'real']);
  });

  it('is the step whose ratio fell beyond what chance does', () => {
    const month = { ...MONTH, conversations: 65, intents: 13, pipeline: 6_500_000, revenue: 1_300_000 };
    expect(one(month).cause).toMatchObject({ part: 'ability', measure: 'conversations', verdict: 'real' });
  });

  it('is luck where a few deals less are within what chance does', () => {
    const month = { ...MONTH, intents: 24, pipeline: 12_000_000, revenue: 2_400_000 };
    expect(one(month)).toMatchObject({ standing: 'missed', cause: { part: 'luck', verdict: 'luck' } });
  });

  it('is the goal where it was set on a ratio that the record does not bear', () => {
    const { cause, goalSet, gap } = one(
      MONTH,
      goal('a', LAST, 5_200_000),
      override('a', 'connects', LAST, { ratio: 0.6 }),
    );
    expect(gap).toBe(-2_600_000);
    expect(goalSet / gap).toBeCloseTo(1, 2);
    expect(cause?.part).toBe('goalSet');
  });

  it('is the calendar where the days were not there', () => {
    const [id, values] = people[0]!;
    const away: RecordEntry = [id, { ...values, leave: [{ from: '2026-10-08', to: '2026-10-16', part: 1 }] }];
    const part = {
      dials: 1200,
      connects: 360,
      conversations: 87,
      intents: 17,
      pipeline: 8_700_000,
      revenue: 1_740_000,
    };
    expect(one(part, away).cause).toMatchObject({ part: 'calendar', verdict: 'real' });
  });

  it('is not looked for where the goal is met', () => {
    expect(one(MONTH)).toMatchObject({ standing: 'reached', cause: null });
  });

  it('is what was given out and is not of the goal, apart from the execution of it', () => {
    const less = one(MONTH, [recordId.handedOut('a', LAST, '2026-10-01'), { dials: 900 }]);
    expect(less.goalSet / -1_300_000).toBeCloseTo(1, 2);
    expect(less.execution).toBeGreaterThan(1_000_000);
    expect(less.work.perDayPlanned * less.work.daysPlanned).toBeCloseTo(900, 6);
  });
});

describe('two reps beside each other', () => {
  const better = { ...MONTH, conversations: 195, intents: 39, pipeline: 19_500_000, revenue: 3_900_000 };
  const records = [
    ...base.filter(([id]) => !(kindOf(id) === 'history' && keysOf(id)[0] === 'b')),
    ...Array.from({ length: 12 }, (_, at) => history('b', addMonths(LAST, -1 - at), better)),
    history('a', LAST, MONTH),
  ];
  const compare = (other: string | null) =>
    loaded(records).read({ kind: 'compare', unit: 'a', other, months: [LAST] });

  it('differ in one step, and the work of the one would bring so much more with the other’s', () => {
    const { rows } = compare('b');
    expect(rows.map(({ step }) => step?.measure ?? 'work')).toEqual([
      ...['work', 'connects', 'conversations', 'intents', 'pipeline', 'revenue'],
    ]);
    const talk = rows[2]!;
    expect(talk.other!.ratio).toBeGreaterThan(1.3 * talk.own.ratio);
    expect(talk.brings).toBeCloseTo(2_600_000 * (talk.other!.ratio / talk.own.ratio - 1), -5);
    expect(Math.abs(rows[1]!.brings)).toBeLessThan(26_000);
  });

  it('are the best of the team where nobody is named', () => {
    expect(compare(null).rows[2]!.other!.unit).toBe('b');
  });
});

describe('since a talk', () => {
  const note = (measure: string) => ({ unit: 'a', measure, month: '2026-09' });
  const since = (month: RecordEntry[1], measure: string) =>
    loaded([...base, history('a', LAST, month)]).read({
      kind: 'sinceNotes',
      notes: [note(measure)],
      until: LAST,
    }).notes[0];

  it('a ratio is held against what was known up to it', () => {
    const halved = { ...MONTH, conversations: 65 };
    expect(since(halved, 'conversations')).toMatchObject({ x: 65, n: 540, verdict: 'real' });
    expect(since(MONTH, 'conversations')).toMatchObject({ verdict: 'luck' });
    expect(since(halved, 'conversations')!.before).toBeCloseTo(130 / 540, 2);
  });

  it('work is counted by the working day', () => {
    expect(since({ ...MONTH, dials: 900 }, 'dials')).toMatchObject({ step: null, x: 900, n: 18, after: 50 });
  });

  it('nothing is said before another month is known', () => {
    const planner = loaded(base);
    const ask = (until: Month) =>
      planner.read({ kind: 'sinceNotes', notes: [note('conversations')], until }).notes;
    expect(ask('2026-09')).toEqual([null]);
    expect(ask(LAST)).toEqual([null]);
  });
});
