import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitStep } from '../../../src/core/ratios/fit-step.ts';
import { evidenceOf, type Given } from './evidence.ts';

const fit = (given: Given) => fitStep(evidenceOf(given));

const n = [
  [500, 450, 520, null],
  [300, 310, 280, 290],
  [null, null, 120, 400],
  [800, 760, 790, 810],
];
const x = [
  [150, 120, 170, null],
  [60, 75, 52, 70],
  [null, null, 20, 95],
  [300, 260, 310, 270],
];
const none = [null, null, null, null];

describe('a share', () => {
  it('of a new hire is the team mean, with no own weight', () => {
    const { reps, mu } = fit({ x: [...x, none], n: [...n, none] });
    const hire = reps[4]!;
    expect(hire.shrunk).toBeCloseTo(mu, 14);
    expect(hire.ownShare).toBe(0);
    expect(hire.raw).toBeNaN();
    expect(hire.basis).toBe('tooLittle');
    expect(hire.low).toBeLessThan(hire.used);
    expect(hire.high).toBeGreaterThan(hire.used);
  });

  it('lies between the own record and what it is drawn to, by the own weight', () => {
    const { reps, priorMean } = fit({ x: [[30], [80], [55]], n: [[100], [190], [160]] });
    reps.forEach(({ raw, shrunk, ownShare }, rep) => {
      expect(shrunk).toBeCloseTo(ownShare * raw + (1 - ownShare) * priorMean[rep]!, 12);
    });
  });

  it('trusts a longer record more', () => {
    const weights = [0, 1, 10, 100, 1000].map(
      (trials) => fit({ x: [[trials * 0.2]], n: [[trials]], assumed: 0.3 }).reps[0]!.ownShare,
    );
    expect(weights[0]).toBe(0);
    expect(weights.every((own, i) => i === 0 || own > weights[i - 1]!)).toBe(true);
    expect(weights[4]).toBeLessThan(1);
  });

  it('does not depend on the order of the reps', () => {
    const order = [2, 0, 3, 1];
    const straight = fit({ x, n, levels: [[0, 0, 1, 2]] });
    const mixed = fit({
      x: order.map((rep) => x[rep]!),
      n: order.map((rep) => n[rep]!),
      levels: [order.map((rep) => [0, 0, 1, 2][rep]!)],
    });
    expect(mixed.M).toBe(straight.M);
    order.forEach((rep, i) => expect(mixed.reps[i]!.shrunk).toBeCloseTo(straight.reps[rep]!.shrunk, 12));
  });

  it('takes a blank month for no evidence: one that everyone lacks changes nothing', () => {
    const longer = fit({ x: x.map((row) => [null, ...row]), n: n.map((row) => [80, ...row]) });
    const plain = fit({ x, n });
    expect(longer.reps.map((rep) => rep.shrunk)).toEqual(plain.reps.map((rep) => rep.shrunk));
    expect(longer.reps.map((rep) => rep.n)).toEqual(plain.reps.map((rep) => rep.n));
  });

  it('takes zero results for evidence', () => {
    const before = fit({ x, n }).reps[1]!;
    const after = fit({ x: x.map((row, i) => (i === 1 ? [0, 0, 0, 0] : row)), n }).reps[1]!;
    expect(after.shrunk).toBeLessThan(before.shrunk);
  });

  it('stays positive after nothing but zeros, if the team has any results or none', () => {
    const { reps } = fit({
      x: [
        [0, 0],
        [0, 0],
        [4, 3],
      ],
      n: [
        [40, 30],
        [50, 60],
        [45, 50],
      ],
    });
    expect(reps[0]!.raw).toBe(0);
    expect(reps[0]!.used).toBeGreaterThan(0);
    expect(fit({ x: [[0], [0], [0]], n: [[9], [9], [9]] }).reps[0]!.used).toBeGreaterThan(0);
  });

  it('is used at three significant digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (hits) => {
        const { used, shrunk } = fit({ x: [[hits]], n: [[5000]], assumed: 0.017 }).reps[0]!;
        expect(used).toBe(Number(shrunk.toPrecision(3)));
      }),
    );
  });

  it('weighs the record against the default until three reps have data', () => {
    const { reps, mu, M } = fit({ x: [[30], [null]], n: [[90], [null]], assumed: 0.5 });
    expect([mu, M]).toEqual([0.5, 10]);
    expect(reps[0]!.shrunk).toBeCloseTo((0.5 * 10 + 30) / 100, 14);
    expect(reps.map((rep) => rep.basis)).toEqual(['own', 'assumed']);
    expect(reps[1]!.used).toBe(0.5);
  });

  it('is the default, called assumed, without any history', () => {
    const { reps, company } = fit({ x: [[], []], n: [[], []], assumed: 0.37, levels: [[0, 0]] });
    expect(reps.map((rep) => [rep.used, rep.basis])).toEqual([
      [0.37, 'assumed'],
      [0.37, 'assumed'],
    ]);
    expect([company.used, company.basis]).toEqual([0.37, 'assumed']);
  });

  it('is no number without history and default', () => {
    const { reps, company } = fit({ x: [none], n: [none] });
    expect(reps[0]!.used).toBeNaN();
    expect(company.used).toBeNaN();
    expect(reps[0]!.low).toBeNaN();
  });

  it('falls back on the few records there are without a default', () => {
    const { reps } = fit({ x: [[30], [null]], n: [[100], [null]] });
    expect(reps[0]!.shrunk).toBeCloseTo(0.3, 2);
    expect(reps[1]!.shrunk).toBeCloseTo(0.3, 2);
  });

  it('has too little data under five expected events', () => {
    const { reps } = fit({
      x: [
        [10, 11],
        [9, 12],
        [8, 9],
        [1, 0],
      ],
      n: [
        [100, 99],
        [98, 97],
        [99, 98],
        [9, 8],
      ],
    });
    expect(reps.map((rep) => rep.basis)).toEqual(['own', 'own', 'own', 'tooLittle']);
  });

  it('with more results than trials is broken and gives no ratio', () => {
    const { exceeds, reps, company } = fit({ x: [[300, 280]], n: [[120, 130]], assumed: 0.3, levels: [[0]] });
    expect(exceeds).toBe(true);
    expect(reps[0]!.used).toBeNaN();
    expect([company.x, company.n]).toEqual([580, 250]);
  });

  it('with a single rep over his trials stays within 0..1', () => {
    const { exceeds, reps } = fit({ x: [[30], [40], [35]], n: [[20], [100], [90]] });
    expect(exceeds).toBe(false);
    expect(reps[0]!.shrunk).toBeGreaterThan(0.4);
    expect(reps[0]!.shrunk).toBeLessThan(1);
  });
});

describe('the running month', () => {
  const running = { runningX: [4, null, 12, 0], runningN: [10, 25, 40, 60] };

  it('updates the predictive Beta by its own x of n', () => {
    const before = fit({ x, n });
    const after = fit({ x, n, ...running });
    after.reps.forEach((rep, i) => {
      const { shrunk: m, S } = before.reps[i]!;
      const known = running.runningX[i] !== null;
      const [won, tried] = known ? [running.runningX[i]!, running.runningN[i]!] : [0, 0];
      expect(rep.S * rep.shrunk).toBeCloseTo(m * S + won, 9);
      expect(rep.S * (1 - rep.shrunk)).toBeCloseTo((1 - m) * S + tried - won, 9);
    });
    expect([after.M, after.rho, after.mu]).toEqual([before.M, before.rho, before.mu]);
  });

  it('counts in the record that is shown', () => {
    const rep = fit({ x, n, ...running }).reps[0]!;
    expect([rep.x, rep.n]).toEqual([444, 1480]);
    expect(rep.raw).toBeCloseTo(444 / 1480, 14);
  });

  it('tells a first ratio before any month is complete', () => {
    const { reps } = fit({ x: [[]], n: [[]], runningX: [30], runningN: [90], assumed: 0.5 });
    expect(reps[0]!.shrunk).toBeCloseTo((0.5 * 10 + 30) / 100, 14);
    expect(reps[0]!.basis).toBe('own');
  });
});

describe('teams', () => {
  const rich = (share: number) => [400 * share, 420 * share, 390 * share];
  const base = [400, 420, 390];
  const shares = [0.1, 0.12, 0.11, 0.3, 0.32, 0.31, 0.5, 0.52, 0.51];
  const teams = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2];
  const wide = {
    x: [...shares.map(rich), [null, null, null]],
    n: [...shares.map(() => base), [null, null, null]],
  };

  it('draw a new hire to their own mean', () => {
    const { reps, mu } = fit({ ...wide, levels: [teams] });
    expect(Math.abs(reps[9]!.shrunk - 0.51)).toBeLessThan(Math.abs(reps[9]!.shrunk - mu));
    expect(fit(wide).reps[9]!.shrunk).toBeCloseTo(mu, 12);
  });

  it('fewer than three are not told apart', () => {
    const two = fit({ ...wide, levels: [teams.map((team) => Math.min(team, 1))] });
    expect(two.priorMean).toEqual(fit(wide).priorMean);
  });

  it('have the sums of their reps as their record', () => {
    const { groups, company } = fit({ ...wide, levels: [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], teams] });
    expect(groups.map((level) => level.length)).toEqual([1, 3]);
    expect(groups[1]![2]!.n).toBe(3 * 1210);
    expect(groups[1]![2]!.raw).toBeCloseTo(0.51, 12);
    expect(groups[1]![2]!.shrunk).toBeCloseTo(0.51, 1);
    expect(company.n).toBe(9 * 1210);
    expect(groups[0]![0]!.n).toBe(company.n);
  });

  it('may lack a rep', () => {
    const { reps, mu } = fit({ ...wide, levels: [teams.map((team, rep) => (rep === 9 ? -1 : team))] });
    expect(reps[9]!.shrunk).toBeCloseTo(mu, 12);
  });
});
