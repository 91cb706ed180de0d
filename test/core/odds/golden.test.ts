import { describe, expect, it } from 'vitest';
import { attain } from '../../../src/core/odds/attain.ts';
import { chainOdds, outcomeOf, type StepSpread } from '../../../src/core/odds/chain-odds.ts';
import { workFor } from '../../../src/core/odds/confident.ts';
import golden from '../../fixtures/golden-chain.json' with { type: 'json' };

describe.each(golden.cases)('the reference chain of $D dials for $G', (given) => {
  const steps = given.m.map((mean, at): StepSpread => ({ kind: 'share', mean, size: given.S[at]! }));
  const odds = chainOdds(steps, { mean: given.v, vv: given.vv, s2: given.s2 });
  const outcome = outcomeOf(odds, given.D);
  const within = (got: number, cited: number): void => {
    expect(Math.abs(got / cited - 1)).toBeLessThan(1e-6);
  };

  it('has the cited mean and variance of wins and of money', () => {
    within(odds.linear.perWork, given.EP);
    within(odds.pairs.perPair, given.EP2);
    within(outcome.EN, given.EN);
    within(outcome.VN, given.VN);
    within(outcome.ER, given.ER);
    within(outcome.VR, given.VR);
  });

  it('has the cited chance to reach the goal', () => {
    within(attain(outcome, given.G), given.P_zgamma);
  });

  it('is within the cited error of a million draws', () => {
    expect(Math.abs(attain(outcome, given.G) - given.P_mc_1e6)).toBeLessThan(0.024);
  });

  it('needs the cited dials for even odds and for four in five', () => {
    within(workFor(odds, given.G, 0.5), given.D50_zgamma);
    within(workFor(odds, given.G, 0.8), given.D80_zgamma);
  });
});
