import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitStep } from '../../../src/core/ratios/fit-step.ts';
import type { RatioBelief, StepEvidence, StepFit } from '../../../src/core/ratios/types.ts';
import { evidenceOf } from './evidence.ts';
import * as oracle from './oracle.ts';

type Cell = number | null;

const team = (most: number, over: boolean) =>
  fc
    .record({ reps: fc.integer({ min: 1, max: 12 }), months: fc.integer({ min: 1, max: 14 }) })
    .chain(({ reps, months }) =>
      fc.record({
        cells: fc.array(
          fc.array(
            fc.tuple(
              fc.option(fc.integer({ min: 0, max: most }), { freq: 6 }),
              fc.option(fc.double({ min: 0, max: over ? 2.5 : 1, noNaN: true }), { freq: 12 }),
              fc.integer({ min: 1, max: 40 }),
            ),
            { minLength: months, maxLength: months },
          ),
          { minLength: reps, maxLength: reps },
        ),
        groups: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: reps, maxLength: reps }),
        halfLife: fc.constantFrom(1, 3, 6, 24),
        assumed: fc.constantFrom(0.05, 0.3, 0.9),
      }),
    )
    .map(({ cells, groups, ...rest }) => {
      const n = cells.map((row) => row.map(([base]) => base));
      const x = cells.map((row) =>
        row.map(([base, part]): Cell => (base === null || part === null ? null : Math.round(base * part))),
      );
      const regions = groups.map((g) => (g > 1 ? 1 : 0));
      const events = cells.map((row) => row.map(([, , contracts]) => contracts));
      return { x, n, events, levels: [regions, groups], ...rest };
    });

function compare(
  fit: StepFit,
  truth: oracle.OracleFit,
  spread: (belief: RatioBelief) => [number, number],
): void {
  same(fit.rho, truth.noise);
  same(fit.mu, truth.mu);
  same(fit.M, truth.strength);
  truth.reps.forEach((rep, i) => {
    const belief = fit.reps[i]!;
    same(fit.priorMean[i]!, truth.priorMean[i]!);
    same(belief.raw, rep.raw);
    same(belief.shrunk, rep.shrunk);
    same(belief.ownShare, rep.ownShare);
    same(spread(belief)[0], rep.spread[0]);
    same(spread(belief)[1], rep.spread[1]);
  });
}

function same(found: number, expected: number): void {
  if (Number.isNaN(expected)) {
    expect(found).toBeNaN();
    return;
  }
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-8 * Math.max(Math.abs(expected), 1e-3));
}

const fit = (kind: StepEvidence['kind'], given: Parameters<typeof evidenceOf>[0]): StepFit =>
  fitStep(evidenceOf({ ...given, kind }));
const RUNS = { numRuns: 100 };
const withData = ({ x, n }: { x: Cell[][]; n: Cell[][] }): number =>
  x.filter((row, rep) => row.some((cell, month) => cell !== null && (n[rep]![month] ?? 0) > 0)).length;

describe('on random teams the fit agrees with the formulas done slowly', () => {
  it('for shares, with regions and teams', () => {
    fc.assert(
      fc.property(team(900, false), (given) =>
        compare(fit('share', given), oracle.share(given), ({ A, S }) => [A, S]),
      ),
      RUNS,
    );
  });

  it('for shares of small, zero-heavy records', () => {
    fc.assert(
      fc.property(team(6, false), (given) =>
        compare(fit('share', given), oracle.share(given), ({ A, S }) => [A, S]),
      ),
      RUNS,
    );
  });

  it('for yields in money', () => {
    fc.assert(
      fc.property(team(900_000, false), (given) =>
        compare(fit('yield', given), oracle.yieldShare(given, given.events), ({ A, S }) => [A, S]),
      ),
      RUNS,
    );
  });

  it('for values', () => {
    fc.assert(
      fc.property(team(30, false), (given) => {
        const earned = given.x.map((row) => row.map((cell) => cell && cell * 749_600));
        fc.pre(withData(given) >= 3 && earned.some((row, i) => row.some((c, t) => c && given.n[i]![t])));
        const { x, n, halfLife, assumed } = { ...given, x: earned };
        compare(
          fit('value', { x, n, halfLife, assumed }),
          oracle.value({ ...given, x: earned }),
          ({ vv, s2 }) => [vv, s2],
        );
      }),
      RUNS,
    );
  });

  it('for rates', () => {
    fc.assert(
      fc.property(team(60, true), (given) => {
        fc.pre(withData(given) >= 3);
        compare(fit('rate', given), oracle.rate(given), ({ a, omega }) => [a, omega]);
      }),
      RUNS,
    );
  });
});

describe('the interval', () => {
  it('is that of the predictive Beta, by numeric integration', () => {
    const x = [
      [30, 45, 28],
      [10, 22, 15],
      [50, 41, 60],
    ];
    const n = [
      [100, 120, 90],
      [80, 100, 95],
      [130, 110, 140],
    ];
    for (const { shrunk, S, low, high } of fit('share', { x, n }).reps) {
      expect(low).toBeCloseTo(oracle.betaQuantile(0.1, shrunk * S, (1 - shrunk) * S), 6);
      expect(high).toBeCloseTo(oracle.betaQuantile(0.9, shrunk * S, (1 - shrunk) * S), 6);
    }
  });
});
