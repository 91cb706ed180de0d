import { describe, expect, it } from 'vitest';
import { attain } from '../../../src/core/odds/attain.ts';
import { chainOdds, outcomeOf } from '../../../src/core/odds/chain-odds.ts';
import { quantileOf } from '../../../src/core/odds/quantile-of.ts';
import { buildOrg } from '../../../src/core/plan/org.ts';
import type { MonthSupport } from '../../../src/core/plan/support/month-support.ts';
import { periodSupport } from '../../../src/core/plan/support/period-support.ts';
import type { Unit } from '../../../src/model/records/unit.ts';
import { randomFrom, type Random } from '../../accuracy/random.ts';

/** One step from the work to a deal: what is believed of its ratio, and how far that strays from month to month. */
const BELIEF = { mean: 0.05, A: 120, rho: 0.01 };
const WORK = 400;
const DEAL = 1000;
/** In one month the closed form errs by up to .024 (METHODS 2), and 20,000 draws by some more. */
const CLOSE = 0.03;

/** METHODS 1: next month's ratio is Beta(mS, (1 − m)S), 1/(S + 1) = ρ + (1 − ρ)/(A + 1). */
function month(): MonthSupport {
  const { mean, A, rho } = BELIEF;
  const size = 1 / (rho + (1 - rho) / (A + 1)) - 1;
  const odds = chainOdds([{ kind: 'share', mean, size }], { mean: DEAL, vv: 0, s2: DEAL ** 2 });
  const { EN, VN, ER, VR } = outcomeOf(odds, WORK);
  const one = (value: number): Float64Array => Float64Array.of(value);
  const lasting = (1 - mean) / mean / (A + 1);
  return {
    ...{ come: one(0), EN: one(EN), VN: one(VN), ER: one(ER), VR: one(VR) },
    ...{ lastingCounts: one(lasting), lastingMoney: one(lasting) },
    ...{ besideMean: one(0), besideVariance: one(0), besideDoubt: one(0), left: one(1) },
    unknown: new Uint8Array(1),
  };
}

/** What so many months bring: the ratio that is believed in is drawn once, and each month strays from it. */
function drawn(random: Random, months: number): number {
  const { mean, A, rho } = BELIEF;
  const lasting = random.beta(mean * A, (1 - mean) * A);
  const strays = 1 / rho - 1;
  let money = 0;
  for (let at = 0; at < months; at++) {
    const ratio = random.beta(lasting * strays, (1 - lasting) * strays);
    const deals = random.binomial(WORK, ratio);
    if (deals > 0) money += DEAL * random.gamma(deals);
  }
  return money;
}

describe('what several months bring together', () => {
  const rep = { key: 'me', name: 'me', kind: 'rep', parent: null, order: 0 } as unknown as Unit;
  const org = buildOrg(new Map([['me', rep]]), 'five');
  const outcomeIn = (months: number) =>
    periodSupport(
      org,
      Array.from({ length: months }, () => ({ org, support: month(), members: Uint8Array.of(1) })),
      0,
    )[0]!.outcome!;

  const drawsOf = (months: number): Float64Array => {
    const random = randomFrom(7 + months);
    return Float64Array.from({ length: 20_000 }, () => drawn(random, months)).sort();
  };

  it.each([1, 3, 12])('is as likely as when %d months are drawn again and again', (months) => {
    const [draws, outcome] = [drawsOf(months), outcomeIn(months)];
    const errors = [0.1, 0.2, 0.5, 0.8, 0.9].map((share) =>
      Math.abs(attain(outcome, draws[Math.floor(draws.length * share)]!) - (1 - share)),
    );
    expect(Math.max(...errors)).toBeLessThan(CLOSE);
  });

  it.each([3, 12])('has the median and the four in five of %d months that are drawn', (months) => {
    const [draws, outcome] = [drawsOf(months), outcomeIn(months)];
    for (const share of [0.2, 0.5]) {
      const amount = draws[draws.length * share]!;
      expect(Math.abs(quantileOf(outcome, share) / amount - 1)).toBeLessThan(CLOSE);
    }
  });

  it('strays less than as many months of the same luck, and more than months that have nothing in common', () => {
    const [one, three] = [outcomeIn(1), outcomeIn(3)];
    expect(three.VR).toBeGreaterThan(3 * one.VR);
    expect(three.VR).toBeLessThan(9 * one.VR);
  });
});
