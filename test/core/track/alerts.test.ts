import { describe, expect, it } from 'vitest';
import { comparedRep, comparedTeam } from '../../../src/core/track/alerts/drop.ts';
import {
  chanceOfRun,
  dryDays,
  runsInMonth,
  saleRate,
  usualRun,
} from '../../../src/core/track/alerts/dry-run.ts';
import { comparedMoney, comparedWork, stintNoise } from '../../../src/core/track/alerts/rates.ts';
import type { StepMonth } from '../../../src/core/review/luck.ts';

const belief = { shrunk: 0.3, A: 400, S: 60, vv: NaN, s2: NaN, a: NaN, omega: NaN };
const share = (x: number, n: number): StepMonth => ({ kind: 'share', x, n, trials: n, belief, rho: 0.01 });

describe('a ratio against its own band', () => {
  it('is the rarer, the fewer come', () => {
    const chances = [300, 240, 200, 160, 120].map((x) => comparedRep(share(x, 1000))!.chance);
    expect(chances[0]).toBe(1);
    for (let i = 1; i < chances.length; i++) expect(chances[i]).toBeLessThan(chances[i - 1]!);
  });

  it('never calls more than usual a drop', () => {
    expect(comparedRep(share(450, 1000))!.chance).toBe(1);
  });

  it('says nothing of fewer than five expected events', () => {
    expect(comparedRep(share(0, 16))).toBeNull();
    expect(comparedRep(share(0, 17))).not.toBeNull();
  });

  it('has a band around the usual that narrows with the counts, but not below the month’s own noise', () => {
    const [few, many] = [comparedRep(share(30, 100))!.band(), comparedRep(share(3000, 10_000))!.band()];
    expect(few.low).toBeLessThan(many.low);
    expect(many.low).toBeLessThan(0.3);
    expect(many.high).toBeGreaterThan(0.3);
    expect(many.high - many.low).toBeGreaterThan(0.1);
  });

  it('lets chance of single reps average out over a team, and a market that moves all not', () => {
    const reps = Array.from({ length: 20 }, () => share(270, 1000));
    const alone = comparedRep(reps[0]!)!.chance;
    const together = comparedTeam('share', reps, 0)!.chance;
    const shared = comparedTeam('share', reps, 0.04)!.chance;
    expect(together).toBeLessThan(alone);
    expect(shared).toBeGreaterThan(together);
  });
});

describe('work against the own weeks', () => {
  const usual = [90, 110, 100, 95, 105, 100].map((done) => ({ done: done * 5, days: 5 }));
  const noise = stintNoise([usual]);

  it('is short only beyond what the weeks stray', () => {
    expect(comparedWork(usual, { done: 480, days: 5 }, noise)!.chance).toBeGreaterThan(0.1);
    expect(comparedWork(usual, { done: 250, days: 5 }, noise)!.chance).toBeLessThan(0.001);
  });

  it('counts by the days that were worked', () => {
    expect(comparedWork(usual, { done: 100, days: 1 }, noise)!.chance).toBe(1);
  });

  it('says nothing before five weeks are known', () => {
    expect(comparedWork(usual.slice(0, 4), { done: 0, days: 5 }, noise)).toBeNull();
  });
});

describe('days without a sale', () => {
  const days = Array.from({ length: 60 }, (_, day) => day % 3 === 0);

  it('counts the run at the end of the record', () => {
    expect(dryDays([true, false, true, false, false])).toBe(2);
    expect(dryDays([false, false])).toBe(2);
    expect(dryDays([])).toBe(0);
  });

  it('is rarer the longer it is, by an exact sum for a known rate', () => {
    const rate = saleRate(days, 1 / 3);
    expect(chanceOfRun(rate, 0)).toBeCloseTo(1, 12);
    // E[(1 − q)^2] of a Beta is b(b + 1) / (n(n + 1)).
    const n = rate.alpha + rate.beta;
    expect(chanceOfRun(rate, 2)).toBeCloseTo((rate.beta * (rate.beta + 1)) / (n * (n + 1)), 10);
    expect(runsInMonth(rate, 20, 21)).toBeLessThan(runsInMonth(rate, 10, 21));
  });

  it('is usual up to a run that nine in ten are shorter than', () => {
    const rate = saleRate(days, 1 / 3);
    const usual = usualRun(rate);
    expect(chanceOfRun(rate, usual)).toBeLessThanOrEqual(0.1);
    expect(chanceOfRun(rate, usual - 1)).toBeGreaterThan(0.1);
  });
});

it('compares other revenue with the spread of its own months', () => {
  expect(comparedMoney(100, 1000, 10_000)!.chance).toBeLessThan(1e-6);
  expect(comparedMoney(950, 1000, 10_000)!.chance).toBeGreaterThan(0.2);
  expect(comparedMoney(0, 0, 0)).toBeNull();
});
