import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attain } from '../../../src/core/odds/attain.ts';
import { chainOdds, COUNTED, outcomeOf, type StepSpread } from '../../../src/core/odds/chain-odds.ts';
import { increasingRoot, workFor } from '../../../src/core/odds/confident.ts';
import { teamMultiplier, teamOutcome } from '../../../src/core/odds/team.ts';
import { probit } from '../../../src/core/stats/probit.ts';
import { distribution, momentsOf } from './oracle.ts';

const share = fc.record({
  kind: fc.constant('share' as const),
  mean: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  size: fc.double({ min: 5, max: 500, noNaN: true }),
});
const rate = fc.record({
  kind: fc.constant('rate' as const),
  mean: fc.double({ min: 0.2, max: 2, noNaN: true }),
  spread: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
});
const steps = fc.array(fc.oneof({ weight: 4, arbitrary: share }, rate), { minLength: 1, maxLength: 5 });
const worth = fc
  .record({
    mean: fc.double({ min: 1, max: 1e6, noNaN: true }),
    sure: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
    spread: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
  })
  .map(({ mean, sure, spread }) => ({ mean, vv: (sure * mean) ** 2, s2: (spread * mean) ** 2 }));
const odds = fc.tuple(steps, worth).map(([chain, value]) => chainOdds(chain, value));
const work = fc.integer({ min: 1, max: 5000 });
const wins = fc.double({ min: 0.1, max: 50, noNaN: true });

describe('what the work brings', () => {
  it.each<[string, StepSpread[]]>([
    ['one share', [{ kind: 'share', mean: 0.3, size: 12 }]],
    [
      'two shares',
      [
        { kind: 'share', mean: 0.4, size: 9 },
        { kind: 'share', mean: 0.25, size: 20 },
      ],
    ],
    [
      'a rate above 1 and a share',
      [
        { kind: 'rate', mean: 1.6, spread: 0.1 },
        { kind: 'share', mean: 0.3, size: 15 },
      ],
    ],
    [
      'counts in hand before the last share',
      [
        { kind: 'share', mean: 0.4, size: 9 },
        { kind: 'inHand', count: 7 },
        { kind: 'share', mean: 0.3, size: 15 },
      ],
    ],
  ])('has the mean and variance of the whole distribution: %s', (_, chain) => {
    const exact = momentsOf(distribution(chain, 25, 220));
    const { EN, VN } = outcomeOf(chainOdds(chain, COUNTED), 25);
    expect(EN).toBeCloseTo(exact.EN, 6);
    expect(VN).toBeCloseTo(exact.VN, 5);
  });

  it('is worth the calculator’s chain on average', () => {
    fc.assert(
      fc.property(steps, worth, work, (chain, value, dials) => {
        const calculator = chain.reduce((count, { mean }) => count * mean, dials) * value.mean;
        expect(outcomeOf(chainOdds(chain, value), dials).ER / calculator).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('the chance to reach a goal', () => {
  it('lies between 0 and 1 and falls with the goal', () => {
    fc.assert(
      fc.property(odds, work, wins, (chain, dials, count) => {
        const outcome = outcomeOf(chain, dials);
        const [easy, hard] = [1, 1.3].map((by) => attain(outcome, by * count * chain.worth.mean)) as [
          number,
          number,
        ];
        expect(easy).toBeLessThanOrEqual(1);
        expect(hard).toBeGreaterThanOrEqual(0);
        expect(hard).toBeLessThanOrEqual(easy + 1e-12);
      }),
    );
  });

  it('does not change when all money is counted in another unit', () => {
    fc.assert(
      fc.property(steps, worth, work, wins, (chain, value, dials, count) => {
        const other = { mean: value.mean * 100, vv: value.vv * 1e4, s2: value.s2 * 1e4 };
        const here = attain(outcomeOf(chainOdds(chain, value), dials), count * value.mean);
        const there = attain(outcomeOf(chainOdds(chain, other), dials), count * other.mean);
        expect(there).toBeCloseTo(here, 9);
      }),
    );
  });

  it('is certain where nothing is left and nil where nothing is done', () => {
    const chain = chainOdds([{ kind: 'share', mean: 0.2, size: 30 }], COUNTED);
    expect(attain(outcomeOf(chain, 10), 0)).toBe(1);
    expect(attain(outcomeOf(chain, 10), -5)).toBe(1);
    expect(attain(outcomeOf(chain, 0), 1)).toBe(0);
  });
});

describe('a quota of a given confidence', () => {
  it('has that chance, as far as it is known, and more confidence never needs less work', () => {
    fc.assert(
      fc.property(odds, wins, (chain, count) => {
        const goal = count * chain.worth.mean;
        const quotas = [0.3, 0.5, 0.8].map((confidence) => workFor(chain, goal, confidence));
        quotas.forEach((quota, at) => {
          if (Number.isNaN(quota) || quota < 1) return;
          expect(attain(outcomeOf(chain, quota), goal)).toBeCloseTo([0.3, 0.5, 0.8][at]!, 3);
        });
        const known = quotas.filter((quota) => !Number.isNaN(quota));
        expect(known).toEqual([...known].sort((a, b) => a - b));
      }),
    );
  });

  it('is found in at most eight evaluations, at the dial’s chances and under advanced', () => {
    const usual = fc.tuple(fc.array(share, { minLength: 3, maxLength: 5 }), worth);
    fc.assert(
      fc.property(usual, wins, fc.constantFrom(0.5, 0.8, 0.9), ([chain, value], count, confidence) => {
        const known = chainOdds(chain, value);
        const goal = count * value.mean;
        let evaluations = 0;
        const short = (lnWork: number): number => {
          evaluations++;
          return probit(attain(outcomeOf(known, Math.exp(lnWork)), goal)) - probit(confidence);
        };
        const root = increasingRoot(short, Math.log(goal / (known.linear.perWork * value.mean)));
        if (!Number.isNaN(root)) expect(evaluations).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('never needs less work for more goal, where an amount is known', () => {
    fc.assert(
      fc.property(odds, wins, (chain, count) => {
        const [less, more] = [1, 1.2].map((by) => workFor(chain, by * count * chain.worth.mean, 0.8)) as [
          number,
          number,
        ];
        if (Number.isNaN(less + more) || less < 1) return;
        expect(more).toBeGreaterThanOrEqual(less * (1 - 1e-6));
      }),
    );
  });

  it('is nothing where the goal is won, and unknown where no work is enough', () => {
    const chain = chainOdds([{ kind: 'share', mean: 0.2, size: 30 }], COUNTED);
    expect(workFor(chain, 0, 0.8)).toBe(0);
    expect(workFor(chainOdds([{ kind: 'share', mean: 0, size: 30 }], COUNTED), 5, 0.8)).toBeNaN();
    expect(workFor(chainOdds([{ kind: 'rate', mean: 0.1, spread: 40 }], COUNTED), 5, 0.95)).toBeNaN();
  });
});

describe('a team', () => {
  it('of one rep without a shared market is that rep', () => {
    fc.assert(
      fc.property(odds, wins, (chain, count) => {
        const goal = count * chain.worth.mean;
        const alone = workFor(chain, goal, 0.8);
        const expected = goal / (chain.linear.perWork * chain.worth.mean);
        const together = teamMultiplier([{ odds: chain, work: expected }], goal, 0.8, 0) * expected;
        if (Number.isNaN(alone) || alone < 1) return;
        expect(together / alone).toBeCloseTo(1, 3);
      }),
    );
  });

  it('does not depend on the order of its reps', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(odds, work), { minLength: 2, maxLength: 6 }), (reps) => {
        const parts = reps.map(([chain, dials]) => outcomeOf(chain, dials));
        const goal = teamOutcome(parts, 0.02).ER;
        const there = attain(teamOutcome(parts, 0.02), goal);
        expect(attain(teamOutcome([...parts].reverse(), 0.02), goal)).toBeCloseTo(there, 9);
      }),
    );
  });

  it('needs no work where what is in hand is enough', () => {
    const odds = chainOdds(
      [
        { kind: 'inHand', count: 40 },
        { kind: 'share', mean: 0.5, size: 60 },
      ],
      COUNTED,
    );
    expect(teamMultiplier([{ odds, work: 10 }], 4, 0.8, 0.01)).toBe(0);
    expect(teamMultiplier([{ odds, work: 10 }], 30, 0.8, 0.01)).toBeGreaterThan(0);
  });

  it('is less sure of its mean when its reps share one market', () => {
    const chain = chainOdds([{ kind: 'share', mean: 0.1, size: 200 }], { mean: 8000, vv: 4e4, s2: 6e7 });
    const parts = Array.from({ length: 20 }, () => outcomeOf(chain, 300));
    const goal = 0.8 * teamOutcome(parts, 0).ER;
    expect(attain(teamOutcome(parts, 0.05), goal)).toBeLessThan(attain(teamOutcome(parts, 0), goal) - 0.05);
  });
});
