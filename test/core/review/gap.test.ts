import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gapParts,
  type GapParts,
  type ReviewedMonth,
  type ReviewedStep,
} from '../../../src/core/review/gap.ts';

const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const counts = fc
  .integer({ min: 0, max: 400 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));
const size = fc.double({ min: 5, max: 500, noNaN: true });
const NONE = { A: NaN, S: NaN, vv: NaN, s2: NaN, a: NaN, omega: NaN };

const share = fc
  .record({
    counts,
    planned: chance,
    shrunk: chance,
    size,
    rho: fc.double({ min: 0, max: 0.2, noNaN: true }),
  })
  .map(({ counts, planned, shrunk, size, rho }): ReviewedStep => ({
    measure: 'connects',
    kind: 'share',
    ...counts,
    trials: NaN,
    planned,
    rho,
    belief: { ...NONE, shrunk, A: size, S: size },
  }));
const value = fc
  .record({ n: fc.integer({ min: 0, max: 40 }), each: size, planned: size, shrunk: size })
  .map(({ n, each, planned, shrunk }): ReviewedStep => ({
    measure: 'revenue',
    kind: 'value',
    n,
    x: n * each,
    trials: NaN,
    planned,
    rho: 0,
    belief: { ...NONE, shrunk, vv: (0.1 * shrunk) ** 2, s2: shrunk ** 2 },
  }));
const factor = fc.record({
  planned: fc.double({ min: 0, max: 100, noNaN: true }),
  actual: fc.double({ min: 0, max: 100, noNaN: true }),
});
const month: fc.Arbitrary<ReviewedMonth> = fc.record({
  days: factor,
  perDay: factor,
  steps: fc
    .tuple(fc.array(share, { minLength: 1, maxLength: 4 }), value)
    .map(([shares, last]) => [...shares, last]),
  revenue: fc.double({ min: -1e4, max: 1e6, noNaN: true }),
});

const total = ({ calendar, execution, steps, unexplained }: GapParts): number =>
  steps.reduce(
    (sum, { goalSet, abilityPart, luckPart }) => sum + goalSet + abilityPart + luckPart,
    calendar + execution + unexplained,
  );

const one = (more: Partial<ReviewedStep>): ReviewedStep => ({
  measure: 'connects',
  kind: 'share',
  x: 60,
  n: 100,
  trials: NaN,
  planned: 0.5,
  rho: 0,
  belief: { ...NONE, shrunk: 0.5, A: 100, S: 100 },
  ...more,
});
const reviewed = (steps: readonly ReviewedStep[], more: Partial<ReviewedMonth> = {}): GapParts =>
  gapParts({
    days: { planned: 20, actual: 20 },
    perDay: { planned: 5, actual: 5 },
    steps,
    revenue: 100 * steps.reduce((product, { x, n }) => product * (x / n), 1),
    ...more,
  });

describe('a missed or passed goal', () => {
  it('comes apart into parts that add up to it, whatever is zero, blank or refunded', () => {
    fc.assert(
      fc.property(month, (given) => {
        const parts = gapParts(given);
        const scale =
          Math.abs(parts.gap) + Math.abs(parts.unexplained) + Math.abs(parts.gap - parts.unexplained);
        const spread = parts.steps.reduce(
          (sum, step) => sum + Math.abs(step.goalSet) + Math.abs(step.abilityPart) + Math.abs(step.luckPart),
          scale + Math.abs(parts.calendar) + Math.abs(parts.execution) + 1,
        );
        expect(Math.abs(total(parts) - parts.gap)).toBeLessThanOrEqual(1e-9 * spread);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the goal’s own where the plan went by another ratio than the record says', () => {
    const parts = reviewed([one({ planned: 0.75, x: 50, belief: { ...NONE, shrunk: 0.5, A: 100, S: 100 } })]);
    expect(parts.gap).toBeCloseTo(-25, 9);
    expect(parts.steps[0]!.goalSet).toBeCloseTo(-25, 9);
    expect(parts.steps[0]!.verdict).toBe('luck');
    expect(parts.steps[0]!.abilityPart).toBeCloseTo(0, 9);
  });

  it('is half ability where the month weighs as much as all that was believed before', () => {
    const [step] = reviewed([one({})]).steps;
    expect(step!.ability).toBeCloseTo(0.5, 9);
    expect(step!.abilityPart).toBeCloseTo(5, 9);
    expect(step!.luckPart).toBeCloseTo(5, 9);
  });

  it('is calendar where days are missing and execution where work is', () => {
    const days = reviewed([one({ x: 50 })], { days: { planned: 20, actual: 16 }, revenue: 40 });
    expect(days.calendar).toBeCloseTo(-10, 9);
    const work = reviewed([one({ x: 50 })], { perDay: { planned: 5, actual: 4 }, revenue: 40 });
    expect(work.execution).toBeCloseTo(-10, 9);
  });

  it('leaves a step out that nothing came to, and says that it is too little', () => {
    const [step] = reviewed([one({ x: 0, n: 0 })], { revenue: 0 }).steps;
    expect(step).toMatchObject({ actual: 0.5, abilityPart: 0, luckPart: 0, verdict: 'tooLittle' });
  });

  it('says what no work accounts for', () => {
    const parts = reviewed([one({ x: 50 })], { perDay: { planned: 5, actual: 0 }, revenue: 30 });
    expect(parts.unexplained).toBe(30);
    expect(parts.execution).toBeCloseTo(-50, 9);
  });
});

describe('a month beside what was believed', () => {
  const verdict = (x: number, n = 100) => reviewed([one({ x, n })]).steps[0]!.verdict;

  it('is within luck near the belief, maybe farther off, and real far out', () => {
    expect(verdict(55)).toBe('luck');
    expect(verdict(60)).toBe('maybe');
    expect(verdict(70)).toBe('real');
  });

  it('is too little under five expected events', () => {
    expect(verdict(8, 9)).toBe('tooLittle');
    expect(verdict(9, 10)).not.toBe('tooLittle');
  });

  it('is judged by its contracts where it is money', () => {
    const belief = { ...NONE, shrunk: 5000, vv: 500 ** 2, s2: 5000 ** 2 };
    const deals = (n: number, each: number) =>
      reviewed([one({ kind: 'value', n, x: n * each, planned: 5000, belief })]).steps[0]!;
    expect(deals(4, 9000).verdict).toBe('tooLittle');
    expect(deals(9, 5500).verdict).toBe('luck');
    expect(deals(400, 7000).verdict).toBe('real');
    expect(deals(100, 7000).ability).toBeCloseTo(0.5, 9);
  });

  it('is judged by its trials where it is an amount conversion', () => {
    const belief = { ...NONE, shrunk: 0.2, A: 60, S: 60 };
    const won = (share: number, trials: number) =>
      reviewed([one({ kind: 'yield', x: share * 1e6, n: 1e6, trials, planned: 0.2, belief })]).steps[0]!;
    expect(won(0.5, 10).verdict).toBe('tooLittle');
    expect(won(0.22, 60).verdict).toBe('luck');
    expect(won(0.5, 60).verdict).toBe('real');
  });

  it('is judged by its expected events where it is a rate', () => {
    const belief = { ...NONE, shrunk: 1.5, a: 40, omega: 0.01 };
    const visits = (x: number) => reviewed([one({ kind: 'rate', x, n: 20, planned: 1.5, belief })]).steps[0]!;
    expect(visits(32).verdict).toBe('luck');
    expect(visits(70).verdict).toBe('real');
    expect(visits(32).ability).toBeCloseTo(1 / (1 / 30 + 0.01) / (1 / (1 / 30 + 0.01) + 40), 9);
  });
});
