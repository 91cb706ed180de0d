import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

/** Chances closer to 0 or 1 than this are taken as this, so that the probit stays finite. */
const LEAST_CHANCE = 1e-15;

/** Quantile of the standard normal distribution at p (0..1). */
export const probit = (p: number): number =>
  -Math.SQRT2 * erfcinv(2 * Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, p)));

/** P(Z ≤ z) of the standard normal distribution. */
export const normalCdf = (z: number): number => erfc(-z / Math.SQRT2) / 2;
