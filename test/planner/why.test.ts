import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/model/formula.ts';
import type { BackcastAnswer, WhyAnswer } from '../../src/model/planning.ts';
import { recordId } from '../../src/model/ids.ts';
import { company, onePerson, override, settings } from './plan.ts';
import { planners } from './planners.ts';

const MONTH = '2026-11';
const records = [
  ...company({ reps: 12, teams: 3, months: 8, last: '2026-10', goals: 2 }),
  settings({ pipelineKind: 'stock' }),
  override('r0003', 'intents', '2026-09', { ratio: 0.3, reason: 'training', setOn: '2026-09-02' }),
  [recordId.inHand('r0004', MONTH), { amount: 1_000_000 }] as const,
];

describe.each(planners)('why this number $name', ({ create }) => {
  const planner = create();
  void planner.load(records, '2026-11-20');
  const why = (unit: string, mode: 'goal' | 'toGo' = 'goal'): WhyAnswer =>
    planner.read({ kind: 'why', unit, month: MONTH, mode });

  it.each(['goal', 'toGo'] as const)(
    'says formulas that come to exactly the shown numbers, in mode %s',
    (mode) => {
      const shown: BackcastAnswer = planner.read({ kind: 'backcast', month: MONTH, mode });
      for (const [at, unit] of shown.units.entries()) {
        const said = why(unit, mode);
        expect(said.links.map(({ measure }) => measure)).toEqual(shown.measures);
        said.links.forEach(({ value, formula }, link) => {
          expect(value).toBe(shown.requirement[link]?.[at]);
          expect(evaluate(formula)).toBe(value);
        });
        expect(evaluate(said.goal.formula)).toBe(shown.goal[at]);
        expect(evaluate(said.toGo.formula)).toBe(shown.toGo[at]);
        expect(said.toGo.value).toBe(shown.toGo[at]);
        expect(said.perDay?.value).toBe(shown.perDay.at(-1)?.[at]);
        expect(said.perDay && evaluate(said.perDay.formula)).toBe(said.perDay?.value);
      }
    },
  );

  it('shows own counts, window, weights and the team value behind a ratio', () => {
    const connects = why('r0001').links.at(-1)?.ratio;
    expect(connects).toMatchObject({ measure: 'connects', from: 'dials', step: 'share', basis: 'own' });
    expect(connects?.window).toEqual({ from: '2026-03', to: '2026-10' });
    expect(connects?.months).toHaveLength(8);
    expect(connects?.months.at(-1)?.weight).toBe(1);
    expect(connects?.months.at(-4)?.weight).toBeCloseTo(0.5, 12);
    const dials = connects?.months.reduce((sum, { n }) => sum + n, 0);
    expect(connects?.n).toBe(dials);
    expect(connects?.raw).toBeCloseTo((connects?.x ?? NaN) / (connects?.n ?? NaN), 12);
    expect(connects?.low).toBeLessThan(connects?.used ?? NaN);
    expect(connects?.high).toBeGreaterThan(connects?.used ?? NaN);
    expect(connects?.team).toBeCloseTo(0.3, 1);
  });

  it('keeps the record beside an override', () => {
    const intents = why('r0003').links.find(({ ratio }) => ratio.measure === 'intents')?.ratio;
    expect(intents).toMatchObject({
      basis: 'override',
      used: 0.3,
      override: { ratio: 0.3, from: '2026-09', until: null, reason: 'training', setOn: '2026-09-02' },
    });
    expect(intents?.shrunk).toBeLessThan(0.3);
  });

  it('says a team number as the sum of its reps', () => {
    const team = why('t0');
    expect(team.goal.formula).toMatchObject({ op: 'children', count: 4, as: 'money' });
    expect(team.links[0]?.ratio.months).toHaveLength(8);
  });

  it('tells what an override would do, beside now and beside the record alone', () => {
    const ask = (ratio: number) =>
      planner.read({ kind: 'overrideEffect', unit: 'r0003', month: MONTH, measure: 'intents', ratio });
    const same = ask(0.3);
    expect(same.perDayThen).toBe(same.perDayNow);
    expect(same.perDayByRecord).toBeGreaterThan(same.perDayNow);
    expect(ask(0.15).perDayThen).toBeCloseTo(same.perDayNow * 2, 9);
  });

  it('says formulas that come to the shown numbers at a confidence too, from the money that is aimed at', () => {
    const sure = create();
    void sure.load([...records, settings({ pipelineKind: 'stock', confidence: 0.8 })], '2026-11-20');
    const shown = sure.read({ kind: 'backcast', month: MONTH, mode: 'toGo' });
    for (const unit of ['r0003', 'r0004', 't1']) {
      const said = sure.read({ kind: 'why', unit, month: MONTH, mode: 'toGo' });
      expect(said.aim).toBeGreaterThan(said.toGo.value);
      said.links.forEach(({ value, formula }, link) => {
        expect(evaluate(formula)).toBe(value);
        expect(value).toBe(shown.requirement[link]?.[shown.units.indexOf(unit)]);
      });
    }
    expect(why('r0003').aim).toBeNull();
  });

  it('marks the template ratios as assumed where there is no history', () => {
    const empty = create();
    void empty.load(onePerson(), '2026-11-20');
    const said = empty.read({ kind: 'why', unit: 'me', month: MONTH, mode: 'goal' });
    expect(said.links.map(({ ratio }) => ratio.basis)).toEqual(Array(5).fill('assumed'));
    expect(said.links[0]?.ratio).toMatchObject({ used: 0.2, window: null, months: [] });
  });

  it('answers about a unit that is gone with an empty chain', () => {
    expect(why('nobody').goal.value).toBeNaN();
  });
});
