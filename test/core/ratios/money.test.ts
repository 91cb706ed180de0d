import { describe, expect, it } from 'vitest';
import { fitStep } from '../../../src/core/ratios/fit-step.ts';
import { evidenceOf, type Given } from './evidence.ts';

const fit = (kind: 'value' | 'yield' | 'rate', given: Given) => fitStep(evidenceOf({ ...given, kind }));

describe('a value', () => {
  const x = [
    [70000, 82000],
    [30000, 41000],
    [99000, 105000],
  ];
  const n = [
    [10, 12],
    [8, 9],
    [11, 10],
  ];

  it('of a new hire is the mean of the company', () => {
    const { reps, mu } = fit('value', { x: [...x, [null, null]], n: [...n, [null, null]] });
    expect(reps[3]!.shrunk).toBeCloseTo(mu, 9);
    expect(reps[3]!.basis).toBe('tooLittle');
    expect(reps[3]!.vv).toBeGreaterThan(reps[0]!.vv);
  });

  it('scales with the unit of money', () => {
    const cents = fit('value', { x: x.map((row) => row.map((cell) => cell * 100)), n });
    fit('value', { x, n }).reps.forEach((rep, i) => {
      expect(cents.reps[i]!.shrunk / 100).toBeCloseTo(rep.shrunk, 8);
      expect(cents.reps[i]!.vv / 10000).toBeCloseTo(rep.vv, 4);
      expect(cents.reps[i]!.ownShare).toBeCloseTo(rep.ownShare, 12);
    });
  });

  it('weighs the record against the default, at ten counts, until three reps have data', () => {
    const { reps } = fit('value', { x: [[30000], [null]], n: [[10], [null]], assumed: 5000 });
    expect(reps[0]!.shrunk).toBeCloseTo(4000, 9);
    expect([reps[1]!.used, reps[1]!.basis]).toEqual([5000, 'assumed']);
  });

  it('keeps the default while nobody earned anything', () => {
    const { reps } = fit('value', { x: [[0], [0], [0]], n: [[3], [4], [2]], assumed: 5000 });
    expect(reps[0]!.used).toBeGreaterThan(0);
  });

  it('moves toward the running month by the weight of its counts', () => {
    const before = fit('value', { x, n }).reps[0]!;
    const after = fit('value', { x, n, runningX: [20000, null, null], runningN: [4, null, null] }).reps[0]!;
    const gain = before.vv / (before.vv + before.s2 / 4);
    expect(after.shrunk).toBeCloseTo(before.shrunk + gain * (5000 - before.shrunk), 9);
    expect(after.vv).toBeCloseTo(before.vv * (1 - gain), 6);
  });

  it('survives refunds, blanks and nothing at all', () => {
    expect(fit('value', { x: [[-500]], n: [[1]], assumed: 100 }).reps[0]!.used).toBeLessThan(100);
    expect(fit('value', { x: [[]], n: [[]] }).reps[0]!.used).toBeNaN();
    expect(fit('value', { x: [[null]], n: [[5]], assumed: 100 }).reps[0]!.used).toBe(100);
  });
});

describe('a yield', () => {
  const pipeline = [
    [90000, 80000],
    [70000, 85000],
    [60000, 99000],
  ];
  const won = [
    [20000, 11000],
    [15000, 30000],
    [9000, 22000],
  ];
  const events = [
    [12, 10],
    [9, 11],
    [8, 13],
  ];

  it('tells money, not trials', () => {
    const { reps } = fit('yield', { x: won, n: pipeline, events });
    expect([reps[0]!.x, reps[0]!.n]).toEqual([31000, 170000]);
    expect(reps[0]!.raw).toBeCloseTo(31000 / 170000, 14);
  });

  it('does not depend on the unit of money', () => {
    const cents = (rows: number[][]) => rows.map((row) => row.map((cell) => cell * 100));
    const small = fit('yield', { x: won, n: pipeline, events });
    const large = fit('yield', { x: cents(won), n: cents(pipeline), events });
    small.reps.forEach((rep, i) => expect(large.reps[i]!.shrunk).toBeCloseTo(rep.shrunk, 12));
  });

  it('weighs a default like twenty trials', () => {
    const { reps, M } = fit('yield', { x: [[10000]], n: [[40000]], events: [[40]], assumed: 0.5 });
    expect(M).toBe(20);
    expect(reps[0]!.shrunk).toBeCloseTo((0.5 * 20 + 0.25 * 20) / 40, 12);
  });

  it('fills unknown contracts in by the average amount', () => {
    const known = fit('yield', { x: [[10, 10]], n: [[40, 40]], events: [[8, 8]], assumed: 0.5 });
    const guessed = fit('yield', { x: [[10, 10]], n: [[40, 40]], events: [[8, null]], assumed: 0.5 });
    expect(guessed.reps[0]!.shrunk).toBeCloseTo(known.reps[0]!.shrunk, 12);
    expect(fit('yield', { x: [[10]], n: [[40]], assumed: 0.5 }).reps[0]!.used).toBeGreaterThan(0.4);
  });

  it('is a rate where more was won than was in the pipeline', () => {
    const over = fit('yield', { x: [[80], [90], [70]], n: [[40], [50], [60]], events: [[8], [9], [7]] });
    expect(over.kind).toBe('rate');
    expect(over.exceeds).toBe(false);
    expect(over.reps[0]!.used).toBeGreaterThan(1);
    expect(over.reps[0]!.a).toBeGreaterThan(0);
  });
});

describe('a rate', () => {
  const x = [
    [40, 55, 38],
    [20, 31, 24],
    [70, 66, 81],
  ];
  const n = [
    [20, 25, 21],
    [18, 19, 20],
    [30, 28, 33],
  ];

  it('may pass one', () => {
    const { reps, kind } = fit('rate', { x, n });
    expect(kind).toBe('rate');
    expect(reps.every((rep) => rep.used > 1 && rep.low < rep.used && rep.used < rep.high)).toBe(true);
  });

  it('of a new hire is the mean of the company', () => {
    const { reps, mu } = fit('rate', { x: [...x, [null, null, null]], n: [...n, [null, null, null]] });
    expect(reps[3]!.shrunk).toBeCloseTo(mu, 12);
  });

  it('stays positive after nothing but zeros', () => {
    const { reps } = fit('rate', { x: [[0, 0, 0], ...x], n: [[20, 20, 20], ...n] });
    expect(reps[0]!.used).toBeGreaterThan(0);
  });

  it('takes the running month on top as a Gamma does', () => {
    const before = fit('rate', { x, n }).reps[0]!;
    const after = fit('rate', { x, n, runningX: [5, null, null], runningN: [8, null, null] }).reps[0]!;
    const shape = 1 / (before.omega + 1 / before.a);
    expect(after.shrunk).toBeCloseTo((before.shrunk * (shape + 5)) / (shape + 8 * before.shrunk), 12);
    expect(after.omega + 1 / after.a).toBeCloseTo(1 / (shape + 5), 12);
  });

  it('is the default without history, no number without that', () => {
    expect(fit('rate', { x: [[null]], n: [[null]], assumed: 3 }).reps[0]!.used).toBe(3);
    expect(fit('rate', { x: [[null]], n: [[null]] }).reps[0]!.used).toBeNaN();
  });
});
