import { describe, expect, it } from 'vitest';
import { toSignificant } from '../../../src/core/stats/significant.ts';

describe('toSignificant', () => {
  it.each([
    [0.123456, 0.123],
    [0.00056789, 0.000568],
    [0.9996, 1],
    [749649, 750000],
    [2.345, 2.35],
    [0, 0],
  ])('keeps three digits of %d: %d', (value, rounded) => expect(toSignificant(value)).toBe(rounded));

  it('passes what is no number through', () => {
    expect(toSignificant(NaN)).toBeNaN();
    expect(toSignificant(Infinity)).toBe(Infinity);
  });
});
