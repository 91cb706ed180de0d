import { describe, expect, it } from 'vitest';
import { kindOf, recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import { createInlinePlanner } from '../../src/planner/inline.ts';
import { ask } from '../../src/views/quickstart/answer.ts';
import { monthsAround, monthsBefore } from '../../src/views/quickstart/periods.ts';
import { goalRecords, planRecords } from '../../src/views/quickstart/plan-records.ts';
import { weekday } from '../../src/model/time.ts';
import { sampleMonths, sampleRecords } from '../../src/views/quickstart/sample.ts';

const today = '2026-11-20';
const names = { me: { key: 'me', name: 'Me' }, team: { key: 'all', name: 'Team' } };
const plan = (records: Parameters<typeof planRecords>[0]['records'] = []) =>
  planRecords({ name: 'P', sample: false, template: 'telesales', records, ...names });

describe('periods', () => {
  it('a quarter is counted from the first month of the year', () => {
    expect(monthsAround('2026-11', 'quarter')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsAround('2026-11', 'quarter', 2)).toEqual(['2026-11', '2026-12', '2027-01']);
  });

  it('a year that begins in April holds the January after it', () => {
    const year = monthsAround('2027-01', 'year', 4);
    expect([year[0], year.at(-1), year.length]).toEqual(['2026-04', '2027-03', 12]);
  });

  it('history is the complete months before this one', () => {
    expect(monthsBefore('2026-02', 3)).toEqual(['2025-11', '2025-12', '2026-01']);
  });
});

describe('the plan behind the first run', () => {
  it('without history there is one person on the template’s chain', () => {
    const { records, root, reps } = plan();
    expect(root).toBe('me');
    expect(reps.map((rep) => rep.name)).toEqual(['Me']);
    expect(records.filter(([id]) => kindOf(id) === 'measure')).toHaveLength(6);
  });

  it('several people without a team are gathered under one, so that the goal has one owner', () => {
    const rep = (name: string, order: number) => ({ name, kind: 'rep', parent: null, order });
    const parts = plan([
      [recordId.unit('a'), rep('A', 0)],
      [recordId.unit('b'), rep('B', 1)],
    ]);
    expect(parts.root).toBe('all');
    expect(new Map(parts.records).get('unit/b')?.parent).toBe('all');
  });

  it('spread goals become records', () => {
    const spread = goalRecords([
      { create: 'goal/a/2026-11', values: { amount: 5 } },
      { id: 'goal/b/2026-11', field: 'amount', value: 7 },
    ]);
    expect(new Map(spread)).toEqual(
      new Map([
        ['goal/a/2026-11', { amount: 5 }],
        ['goal/b/2026-11', { amount: 7 }],
      ]),
    );
  });
});

describe('the sample team', () => {
  it('is the same on every device', () => {
    expect(sampleRecords(today, 'zh')).toEqual(sampleRecords(today, 'zh'));
  });

  it('has 12 reps in 3 teams, and no month counts more of a step than of the one before', () => {
    const records = sampleRecords(today, 'en');
    const units = records.filter(([id]) => kindOf(id) === 'unit').map(([, values]) => values.kind);
    expect(units.filter((kind) => kind === 'rep')).toHaveLength(12);
    expect(units.filter((kind) => kind === 'team')).toHaveLength(3);
    for (const [id, values] of records.filter(([id]) => kindOf(id) === 'history')) {
      const chain = [values.dials, values.connects, values.conversations, values.intents].map(Number);
      expect(chain, id).toEqual(chain.toSorted((a, b) => b - a));
      expect(Number(values.revenue), id).toBeLessThan(Number(values.pipeline));
    }
  });
});

describe('the days of the sample', () => {
  const records = sampleRecords(today, 'en');
  const daily = records.filter(([id]) => /^(systemActual|actual)\//.test(id));

  it('add up to what the running month came to, and take the place of its row', () => {
    expect(records.filter(([id]) => /^history\/.*\/2026-11$/.test(id))).toEqual([]);
    for (const [id, month] of sampleMonths(today, 'en').filter(([key]) =>
      /^history\/.*\/2026-11$/.test(key),
    )) {
      const own = daily.filter(([key]) => key.split('/')[1] === id.split('/')[1]);
      for (const [measure, total] of Object.entries(month)) {
        const sum = own.reduce((all, [, values]) => all + Number(values[measure] ?? 0), 0);
        expect([id, measure, sum]).toEqual([id, measure, total]);
      }
    }
  });

  it('lie before today, on working days, and no measure is more than the one it comes from', () => {
    const days = new Map<string, Record<string, number>>();
    for (const [id, values] of daily) {
      const key = id.slice(id.indexOf('/') + 1);
      days.set(key, { ...days.get(key), ...(values as Record<string, number>) });
    }
    for (const [key, { dials = NaN, connects = NaN, conversations = NaN, intents = NaN }] of days) {
      const day = key.split('/')[1]!;
      expect([key, day < today, weekday(day) < 6]).toEqual([key, true, true]);
      expect([key, dials >= connects, connects >= conversations, conversations >= intents]).toEqual([
        ...[key, true, true, true],
      ]);
    }
    expect(days.size).toBe(12 * 14 - 2);
  });

  it('are none on the first of a month', () => {
    expect(sampleRecords('2026-11-01', 'en')).toEqual(sampleMonths('2026-11-01', 'en'));
  });
});

describe('the answer of the first run', () => {
  const question = {
    asOf: today,
    month: '2026-11',
    months: monthsAround('2026-11', 'quarter'),
    amount: 9_000_000,
    typed: new Map(),
    split: 'even' as const,
    shown: { from: '2026-05', to: '2026-10' },
  };

  it('90,000 a quarter at the assumed ratios is 2,000 dials this month, 95 a working day', async () => {
    const answer = await ask(createInlinePlanner(), { ...question, plan: plan() });
    expect(answer?.goal).toBe(3_000_000);
    expect(answer?.steps.map((step) => [step.measure, Math.round(step.required)])).toEqual([
      ['pipeline', 15_000_000],
      ['intents', 30],
      ['conversations', 150],
      ['connects', 600],
      ['dials', 2000],
    ]);
    expect(answer?.steps.every((step) => step.basis === 'assumed')).toBe(true);
    expect(answer?.days).toBe(21);
    expect(answer?.perDay?.value).toBeCloseTo(2000 / 21, 6);
  });

  it('split by working days the months still add up to the goal', async () => {
    const answer = await ask(createInlinePlanner(), { ...question, plan: plan(), split: 'workingDays' });
    const amounts = answer?.months.map((month) => month.amount) ?? [];
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(9_000_000);
    expect(new Set(amounts).size).toBe(3);
  });

  it('typed months hold their amounts', async () => {
    const typed = new Map([
      ['2026-10', 1_000_000],
      ['2026-11', 5_000_000],
      ['2026-12', 3_000_000],
    ]);
    const answer = await ask(createInlinePlanner(), { ...question, plan: plan(), typed });
    expect(answer?.months.map((month) => month.amount)).toEqual([1_000_000, 5_000_000, 3_000_000]);
    expect(answer?.goal).toBe(5_000_000);
  });

  it('a team’s reps need together what the team needs', async () => {
    const team = plan(sampleRecords(today, 'zh'));
    const answer = await ask(createInlinePlanner(), { ...question, plan: team, amount: 108_000_000 });
    const reps = answer?.reps ?? [];
    expect(reps).toHaveLength(12);
    // Each is shown whole, and the team's number is the sum that the eye makes.
    const perDay = reps.reduce((sum, rep) => sum + Math.round(rep.perDay), 0);
    expect(perDay).toBe(answer?.perDay?.value);
  });

  it('a question that was overtaken has no answer', async () => {
    const planner = createInlinePlanner();
    const first = ask(planner, { ...question, plan: plan() });
    const second = ask(planner, { ...question, plan: plan(), amount: 18_000_000 });
    expect(await first).toBeNull();
    expect((await second)?.goal).toBe(6_000_000);
  });

  it('the settings of the new plan carry its name and whether it is a sample', () => {
    const parts = planRecords({
      name: 'Sample team',
      sample: true,
      template: 'telesales',
      records: [],
      ...names,
    });
    expect(new Map(parts.records).get(SETTINGS_ID)).toMatchObject({ name: 'Sample team', sample: true });
  });
});
