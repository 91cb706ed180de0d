import { describe, expect, it } from 'vitest';
import { attain } from '../../../src/core/odds/attain.ts';
import type { Outcome } from '../../../src/core/odds/chain-odds.ts';
import { seeded } from '../../planner/plan.ts';

const DRAWS = 20_000;

/** Marsaglia and Tsang's Gamma draws, which share nothing with the closed form. */
function gammaDraws(random: () => number): (shape: number) => number {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const draw = (shape: number): number => {
    if (shape < 1) return draw(shape + 1) * (1 - random()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return draw;
}

/** Wins are negative binomial (Poisson of Gamma), each worth an exponential amount. */
function share(EN: number, VN: number, other: { mean: number; variance: number }, goal: number): number {
  const random = seeded(7);
  const gamma = gammaDraws(random);
  const k = EN ** 2 / (VN - EN);
  const shape = other.mean ** 2 / other.variance;
  let reached = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const rate = (gamma(k) * EN) / k;
    let [wins, product] = [0, random()];
    while (product > Math.exp(-rate)) {
      wins++;
      product *= random();
    }
    const money = (wins > 0 ? gamma(wins) : 0) + (gamma(shape) * other.mean) / shape;
    if (money >= goal) reached++;
  }
  return reached / DRAWS;
}

describe('the chance of a goal beside other revenue', () => {
  const cases = [0.6, 3, 12].flatMap((EN) =>
    [0.3, 0.7, 1.5].flatMap((variation) =>
      [0.2, 0.6].flatMap((part) => [0.7, 1, 1.3].map((goal) => ({ EN, variation, part, goal }))),
    ),
  );

  it.each(cases)('is that of many draws: $EN wins, spread $variation, part $part, goal $goal', (given) => {
    const { EN, variation, part } = given;
    const VN = 1.4 * EN;
    const mean = (EN * part) / (1 - part);
    const other = { mean, variance: (variation * mean) ** 2 };
    const outcome: Outcome = { EN, VN, ER: EN, VR: EN + VN, other };
    const goal = given.goal * (EN + mean);
    expect(Math.abs(attain(outcome, goal) - share(EN, VN, other, goal))).toBeLessThan(0.025);
  });

  it('is the chance of a lower goal where it does not vary', () => {
    const outcome: Outcome = { EN: 3, VN: 4, ER: 3, VR: 7 };
    const beside = { ...outcome, other: { mean: 1.2, variance: 0 } };
    expect(attain(beside, 4)).toBeCloseTo(attain(outcome, 2.8), 12);
  });

  it('is its own where the work brings nothing', () => {
    const nothing: Outcome = { EN: 0, VN: 0, ER: 0, VR: 0 };
    // Exponential with mean 2: P(X ≥ 3) = e^−1.5.
    expect(attain({ ...nothing, other: { mean: 2, variance: 4 } }, 3)).toBeCloseTo(Math.exp(-1.5), 9);
    expect(attain({ ...nothing, other: { mean: -1, variance: 4 } }, 3)).toBe(0);
  });
});
