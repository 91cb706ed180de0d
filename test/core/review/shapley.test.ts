import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapleyParts, type Factor } from '../../../src/core/review/shapley.ts';
import golden from '../../fixtures/golden-shapley.json' with { type: 'json' };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const product = (values: readonly number[]): number => values.reduce((total, value) => total * value, 1);

/** All orders in which the factors can change, walked one by one. */
function bruteForce(factors: readonly Factor[]): number[] {
  const parts = factors.map(() => 0);
  const walk = (left: readonly number[], values: readonly number[], orders: number) => {
    for (const k of left) {
      const next = values.with(k, factors[k]!.actual);
      parts[k]! += (product(next) - product(values)) / orders / left.length;
      walk(
        left.filter((other) => other !== k),
        next,
        orders * left.length,
      );
    }
  };
  walk(
    factors.map((_, k) => k),
    factors.map(({ planned }) => planned),
    1,
  );
  return parts;
}

const amount = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 2000, noNaN: true }));
const factor = fc.record({ planned: amount, actual: amount });
const factors = fc.array(factor, { minLength: 1, maxLength: 6 });

const close = (got: number, expected: number, scale: number): void => {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-9 * Math.max(scale, Number.MIN_VALUE));
};
const scaleOf = (given: readonly Factor[]): number =>
  product(given.map(({ planned, actual }) => Math.max(planned, actual)));

describe('the parts of a gap', () => {
  it('are the cited ones for the cited plan', () => {
    const parts = shapleyParts(golden.plan.map((planned, k) => ({ planned, actual: golden.actual[k]! })));
    parts.forEach((part, k) => {
      close(part, golden.phi[k]!, Math.abs(golden.phi[k]!));
    });
    close(sum(parts), golden.gap, Math.abs(golden.gap));
  });

  it('add up to the gap, with zeros too', () => {
    fc.assert(
      fc.property(factors, (given) => {
        const gap = product(given.map(({ actual }) => actual)) - product(given.map(({ planned }) => planned));
        close(sum(shapleyParts(given)), gap, scaleOf(given));
      }),
      { numRuns: 1000 },
    );
  });

  it('are those of walking every order, with zeros too', () => {
    fc.assert(
      fc.property(factors, (given) => {
        const expected = bruteForce(given);
        shapleyParts(given).forEach((part, k) => {
          close(part, expected[k]!, scaleOf(given));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('are nothing for a factor that was as planned, and do not depend on where a factor stands', () => {
    fc.assert(
      fc.property(factors, factor, (others, one) => {
        const same = { planned: one.planned, actual: one.planned };
        close(shapleyParts([...others, same]).at(-1)!, 0, scaleOf([...others, one]));
        const [first] = shapleyParts([one, ...others]);
        close(first!, shapleyParts([...others, one]).at(-1)!, scaleOf([...others, one]));
      }),
    );
  });
});
