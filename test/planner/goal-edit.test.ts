import { describe, expect, it } from 'vitest';
import type { Change, RecordChange, RecordEntry } from '../../src/model/diff.ts';
import { recordId, type GoalPlace } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import type { GoalEdit, GoalEditAnswer, Planner, Spread } from '../../src/model/planning.ts';
import { company, goal, history, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const AS_OF = '2026-11-20';
const JAN = '2027-01';
const FEB = '2027-02';
const MAR = '2027-03';
const QUARTER = { from: JAN, to: MAR };

const segment = (key: string, parent: string | null, order = 0): RecordEntry => [
  recordId.segment(key),
  { name: key, parent, order },
];
const lock = (place: GoalPlace, amount: number): RecordEntry => [recordId.lock(place), { amount }];
const leaf = (rep: string, month: string, key: string, amount: number): RecordEntry => [
  recordId.goal(rep, month, key),
  { amount },
];
const spread = (method: Spread['method'], more: Partial<Spread> = {}): Spread => ({
  ...{ method, like: null, growth: null, mix: [] },
  ...more,
});

/** Splits in whole minor units, so that the numbers can be done by hand. */
const team: RecordEntry[] = [
  settings({ splitUnit: 1 }),
  unit('all', 'company', null),
  unit('n', 'team', 'all', { order: 1 }),
  unit('s', 'team', 'all', { order: 2 }),
  unit('a', 'rep', 'n', { order: 1 }),
  unit('b', 'rep', 'n', { order: 2 }),
  unit('c', 'rep', 's', { order: 1 }),
];

type Possible = Extract<GoalEditAnswer, { possible: true }>;
const idOf = (change: Change): string =>
  'create' in change ? change.create : 'remove' in change ? change.remove : change.id;

describe.each(planners)('a typed goal $name', ({ create }) => {
  const load = (...more: RecordEntry[]): Planner => {
    const planner = create();
    void planner.load([...team, ...more], AS_OF);
    return planner;
  };
  const type = (
    planner: Planner,
    ...edits: (Partial<GoalEdit> & { amount: number | null })[]
  ): GoalEditAnswer =>
    planner.read({
      kind: 'goalEdit',
      edits: edits.map((edit) => ({ unit: 'all', span: QUARTER, segment: null, spread: null, ...edit })),
    });
  /** The goals that an edit comes to, by what the ids hold behind `goal/`. */
  const goalsAfter = (answer: GoalEditAnswer): Record<string, number | null> => {
    expect(answer.possible).toBe(true);
    const { changes } = answer as Possible;
    return Object.fromEntries(
      changes
        .filter((change) => idOf(change).startsWith('goal/'))
        .map((change) => [
          idOf(change).slice(5),
          ('create' in change ? change.values['amount'] : 'value' in change ? change.value : null) as number,
        ]),
    );
  };
  const month = { from: JAN, to: JAN };

  it('is shared out in proportion to the present goals', () => {
    const planner = load(goal('a', JAN, 100), goal('b', JAN, 300));
    expect(goalsAfter(type(planner, { span: month, amount: 800 }))).toEqual({
      'a/2027-01': 200,
      'b/2027-01': 600,
    });
  });

  it('edits a goal that is there, blank or not, and makes one that is not', () => {
    const planner = load(goal('a', JAN, 100), [recordId.goal('b', JAN), { amount: null }]);
    const answer = type(planner, { span: month, unit: 'n', amount: 100, spread: spread('equal') });
    expect((answer as Possible).changes.slice(0, 2)).toEqual([
      { id: 'goal/a/2027-01', field: 'amount', value: 50 },
      { id: 'goal/b/2027-01', field: 'amount', value: 50 },
    ]);
    const fresh = type(load(), { span: month, unit: 's', amount: 7 });
    expect((fresh as Possible).changes[0]).toEqual({ create: 'goal/c/2027-01', values: { amount: 7 } });
  });

  it('made blank makes everything below blank', () => {
    const planner = load(goal('a', JAN, 100), goal('c', FEB, 5));
    expect(goalsAfter(type(planner, { amount: null }))).toEqual({ 'a/2027-01': null, 'c/2027-02': null });
  });

  it('goes by season and equally between heads where nothing is there to go by', () => {
    const planner = load([recordId.season(1), { weight: 2 }], [recordId.season(2), { weight: 3 }]);
    const answer = type(planner, { unit: 'n', amount: 600 });
    expect(goalsAfter(answer)).toEqual({
      'a/2027-01': 100,
      'b/2027-01': 100,
      'a/2027-02': 150,
      'b/2027-02': 150,
      'a/2027-03': 50,
      'b/2027-03': 50,
    });
    expect((answer as Possible).changes.at(-1)).toEqual({
      create: `spreadBy/n/${JAN}/${MAR}/all`,
      values: { method: 'season', setOn: AS_OF },
    });
  });

  it('leaves a locked cell and a locked total as they are', () => {
    const planner = load(
      goal('a', JAN, 100),
      goal('b', JAN, 100),
      goal('c', JAN, 100),
      lock({ unit: 'n', span: month, segment: null }, 200),
    );
    const answer = type(planner, { span: month, amount: 900 });
    expect(goalsAfter(answer)).toEqual({ 'c/2027-01': 700 });
    expect((answer as Possible).held).toEqual([{ unit: 'n', span: month, segment: null, amount: 200 }]);
    expect((answer as Possible).cells).toBe(1);
  });

  it('makes the others under a locked total give way, in months that were not typed as well', () => {
    const planner = load(
      goal('a', JAN, 100),
      goal('a', FEB, 100),
      goal('a', MAR, 300),
      lock({ unit: 'a', span: QUARTER, segment: null }, 500),
    );
    expect(goalsAfter(type(planner, { unit: 'a', span: month, amount: 140 }))).toEqual({
      'a/2027-01': 140,
      'a/2027-02': 90,
      'a/2027-03': 270,
    });
  });

  it('that a lock does not allow changes nothing and names the lock and by how much', () => {
    const planner = load(
      goal('c', JAN, 100),
      goal('a', JAN, 50),
      lock({ unit: 's', span: month, segment: null }, 100),
      lock({ unit: 'a', span: month, segment: null }, 50),
    );
    expect(type(planner, { unit: 'c', span: month, amount: 130 })).toEqual({
      kind: 'goalEdit',
      possible: false,
      why: 'locks',
      locks: [{ unit: 's', span: month, segment: null, amount: 100 }],
      edits: [0],
      by: 30,
    });
  });

  it('has nowhere to go where nobody is', () => {
    const planner = load(unit('x', 'team', 'all'));
    const nobody = { kind: 'goalEdit', possible: false, why: 'nobody' };
    expect(type(planner, { unit: 'x', amount: 5 })).toEqual({ ...nobody, edit: 0 });
    expect(type(planner, { amount: 5 }, { unit: 'gone', amount: 5 })).toEqual({ ...nobody, edit: 1 });
  });

  it('holds together with the others that are typed at once', () => {
    const planner = load(goal('a', JAN, 100), goal('b', JAN, 100), goal('c', JAN, 100));
    const answer = type(planner, { span: month, amount: 600 }, { unit: 'a', span: month, amount: 50 });
    expect(goalsAfter(answer)).toEqual({ 'a/2027-01': 50, 'b/2027-01': 275, 'c/2027-01': 275 });
  });

  it('of a leaf is kept without saying how it was shared out', () => {
    const answer = type(load(), { unit: 'a', span: month, amount: 5 }) as Possible;
    expect(answer.changes).toEqual([{ create: 'goal/a/2027-01', values: { amount: 5 } }]);
  });

  it('keeps how it was shared out, and edits what was kept', () => {
    const planner = load(goal('a', JAN, 100), [
      recordId.spreadBy({ unit: 'all', span: month, segment: null }),
      { method: 'equal', setOn: '2026-11-01' },
    ]);
    const id = `spreadBy/all/${JAN}/${JAN}/all`;
    expect((type(planner, { span: month, amount: 50 }) as Possible).changes.slice(1)).toEqual([
      { id, field: 'method', value: 'proportional' },
      { id, field: 'setOn', value: AS_OF },
    ]);
    expect((type(planner, { span: month, amount: null }) as Possible).changes.slice(1)).toEqual([
      { remove: id },
    ]);
  });

  describe('over segments', () => {
    const two = [segment('new', null, 1), segment('old', null, 2), segment('big', 'new', 1)];

    it('takes what a segment needs from what is not split, and only beyond that lets totals grow', () => {
      const planner = load(...two, goal('a', JAN, 100));
      const inNew = { unit: 'a', span: month, segment: 'old' };
      expect(goalsAfter(type(planner, { ...inNew, amount: 60 }))).toEqual({
        'a/2027-01': 40,
        'a/2027-01/old': 60,
      });
      const grown = goalsAfter(type(planner, { ...inNew, amount: 130 }));
      expect(grown['a/2027-01/old']).toBe(130);
      expect(grown['a/2027-01'] ?? 0).toBe(0);
    });

    it('keeps the mix of segments of each rep and month when a total is shared out by another method', () => {
      const planner = load(...two, leaf('a', JAN, 'new', 30), leaf('a', JAN, 'old', 10), goal('b', JAN, 9));
      expect(
        goalsAfter(type(planner, { unit: 'n', span: month, amount: 80, spread: spread('equal') })),
      ).toEqual({
        'b/2027-01': 40,
      });
    });

    it('counts a segment’s parts to it', () => {
      const planner = load(...two, leaf('a', JAN, 'new', 10), leaf('a', JAN, 'big', 30));
      expect(goalsAfter(type(planner, { unit: 'a', span: month, segment: 'new', amount: 80 }))).toEqual({
        'a/2027-01/new': 20,
        'a/2027-01/big': 60,
      });
    });

    it('loses nothing of a segment that is gone', () => {
      const planner = load(leaf('a', JAN, 'gone', 30), goal('a', JAN, 10));
      expect(goalsAfter(type(planner, { unit: 'a', span: month, amount: 80 }))).toEqual({
        'a/2027-01/gone': 60,
        'a/2027-01': 20,
      });
    });
  });

  describe('by a chosen method', () => {
    const shares = (planner: Planner, method: Spread, amount: number | null, more: Partial<GoalEdit> = {}) =>
      goalsAfter(type(planner, { amount, spread: method, ...more }));

    it('by working days follows everybody’s own', () => {
      const planner = load(unit('a', 'rep', 'n', { start: '2027-02-01' }));
      const after = shares(planner, spread('workingDays'), 1000, { unit: 'n', span: month });
      expect(after).toEqual({ 'b/2027-01': 1000 });
    });

    const lastYear = [
      history('a', '2026-01', { revenue: 100 }),
      history('b', '2026-01', { revenue: 200 }),
      history('a', '2026-02', { revenue: 300 }),
    ];

    it('by last year with growth comes to what was won then, grown, for each; who has no record keeps the goal', () => {
      const planner = load(...lastYear, goal('c', JAN, 70));
      const answer = type(planner, {
        span: month,
        amount: null,
        spread: spread('lastYear', { growth: 0.1 }),
      });
      expect(goalsAfter(answer)).toEqual({ 'a/2027-01': 110, 'b/2027-01': 220 });
      expect((answer as Possible).changes.at(-1)).toEqual({
        create: `spreadBy/all/${JAN}/${JAN}/all`,
        values: { method: 'lastYear', growth: 0.1, setOn: AS_OF },
      });
    });

    it('by last year shares out a typed total; who has no record counts as the mean of those who have', () => {
      expect(shares(load(...lastYear), spread('lastYear'), 900, { span: month })).toEqual({
        'a/2027-01': 200,
        'b/2027-01': 400,
        'c/2027-01': 300,
      });
    });

    it('by history takes the mean of the same months of all years, and of the last ones where there is none', () => {
      const planner = load(
        history('a', '2025-01', { revenue: 300 }),
        history('a', '2026-01', { revenue: 100 }),
        history('b', '2026-10', { revenue: 100 }),
      );
      expect(shares(planner, spread('history'), 300, { unit: 'n', span: month })).toEqual({
        'a/2027-01': 200,
        'b/2027-01': 100,
      });
    });

    it('by potential goes down the tree, a team’s shared by its reps’', () => {
      const planner = load(
        unit('n', 'team', 'all', { order: 1, potential: 30 }),
        unit('s', 'team', 'all', { order: 2, potential: 10 }),
        unit('a', 'rep', 'n', { order: 1, potential: 2 }),
        unit('b', 'rep', 'n', { order: 2, potential: 1 }),
      );
      expect(shares(planner, spread('potential'), 400, { span: month })).toEqual({
        'a/2027-01': 200,
        'b/2027-01': 100,
        'c/2027-01': 100,
      });
    });

    it('by level tasks gives each rep the task of the level, a quarter’s split by season', () => {
      const planner = load(
        settings({ splitUnit: 1, tierPeriod: 'quarter', firstMonth: 1 }),
        unit('a', 'rep', 'n', { order: 1, level: 'p5' }),
        ['tier/retain', { order: 1 }],
        ['tier/core', { order: 2 }],
        ['tierLine/retain/all/2026-01', { amount: 300 }],
        ['tierLine/core/all/2026-01', { amount: 600 }],
        ['tierLine/core/p5/2026-01', { amount: 900 }],
        [recordId.season(1), { weight: 2 }],
      );
      expect(shares(planner, spread('levelTask', { growth: 0 }), null, { unit: 'n' })).toEqual({
        'a/2027-01': 450,
        'a/2027-02': 225,
        'a/2027-03': 225,
        'b/2027-01': 300,
        'b/2027-02': 150,
        'b/2027-03': 150,
      });
    });

    it('like another row follows its months and its segments', () => {
      const planner = load(
        segment('new', null),
        leaf('c', JAN, 'new', 10),
        goal('c', JAN, 20),
        goal('c', FEB, 70),
      );
      expect(shares(planner, spread('likeRow', { like: 'c' }), 1000, { unit: 'a' })).toEqual({
        'a/2027-01/new': 100,
        'a/2027-01': 200,
        'a/2027-02': 700,
      });
    });

    it('by capacity asks the same of everybody’s day, whatever their ratios and hours are', () => {
      const plan = company({ reps: 4, teams: 2, months: 9, last: '2026-10', goals: 0 });
      const planner = create();
      void planner.load([...plan, unit('r0001', 'rep', 't1', { workMinutes: 200 })], AS_OF);
      const answer = type(planner, {
        span: month,
        amount: 40_000_000,
        spread: spread('capacity'),
      }) as Possible;
      expect(answer.cells).toBe(4);
      void planner.apply(
        answer.changes.flatMap((change) =>
          'create' in change ? [{ id: change.create, values: change.values }] : [],
        ),
      );
      const load = planner.read({ kind: 'load', month: JAN, mode: 'goal' });
      const strains = load.units.flatMap((key, at) =>
        key.startsWith('r') ? [Math.max(load.share[at]!, load.ofBest[at]! || 0)] : [],
      );
      expect(strains).toHaveLength(4);
      expect(Math.max(...strains) - Math.min(...strains)).toBeLessThan(0.01);
    });

    it('by several methods at once weighs them by their shares', () => {
      const planner = load(...lastYear);
      const mix = [
        { method: 'lastYear', share: 3 },
        { method: 'equal', share: 1 },
      ] as const;
      expect(
        shares(planner, spread('lastYear', { mix: [...mix] }), 2400, { unit: 'n', span: month }),
      ).toEqual({
        'a/2027-01': 900,
        'b/2027-01': 1500,
      });
    });
  });

  describe('its choices', () => {
    const choices = (planner: Planner, edit: Partial<GoalEdit> = {}) =>
      new Map(
        planner
          .read({
            kind: 'spreadChoices',
            edit: { unit: 'n', span: month, segment: null, amount: 1000, spread: null, ...edit },
          })
          .choices.map((choice) => [choice.spread.method, choice]),
      );

    it('say what each method has nothing to go by for', () => {
      const known = choices(load());
      expect(Object.fromEntries([...known].map(([method, { missing }]) => [method, missing]))).toEqual({
        proportional: null,
        equal: null,
        lastYear: 'noHistory',
        history: 'noHistory',
        capacity: 'noCapacity',
        potential: 'noPotential',
        season: 'noSeason',
        workingDays: null,
        levelTask: 'noLevelTask',
      });
      expect(
        choices(load(goal('c', JAN, 5)), { spread: spread('likeRow', { like: 'c' }) }).get('likeRow'),
      ).toEqual({
        spread: spread('likeRow', { like: 'c' }),
        beyond: 0,
        cells: 2,
        missing: null,
      });
    });

    it('count the goals that change', () => {
      const known = choices(load(goal('a', JAN, 250), goal('b', JAN, 750)));
      expect(known.get('proportional')!.cells).toBe(0);
      expect(known.get('equal')!.cells).toBe(2);
    });
  });

  it('is the same after edits as in a plan loaded anew', () => {
    const planner = load(segment('new', null), goal('a', JAN, 100));
    const changes: RecordChange[] = [
      { id: recordId.goal('a', JAN), values: { amount: null } },
      { id: recordId.goal('b', JAN, 'new'), values: { amount: 40 } },
      { id: recordId.lock({ unit: 'b', span: month, segment: 'new' }), values: { amount: 40 } },
      { id: recordId.segment('new'), values: { name: 'New', parent: null } },
    ];
    void planner.apply(changes);
    const fresh = load(...changes.map(({ id, values }): RecordEntry => [id, values as Values]));
    const edit = { unit: 'n', amount: 500 };
    expect(type(planner, edit)).toEqual(type(fresh, edit));
  });
});
