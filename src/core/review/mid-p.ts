import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import gammainc from '@stdlib/math-base-special-gammainc';

/** pmf(j + 1) / pmf(j) of a distribution on 0, 1, 2 …; 0 where it ends. */
type Rise = (count: number) => number;

/** Terms this much smaller than their sum no longer count. */
const NEGLIGIBLE = 1e-16;

/**
 * Two-sided mid-p of `count`: twice the smaller tail, half of the count's own probability with each. Tails are summed in
 * units of that probability, so that none is lost far out.
 */
function countMidP(count: number, rise: Rise): number {
  let below = 0;
  for (let j = count - 1, term = 1; j >= 0; j--) {
    term /= rise(j);
    below += term;
    if (term < NEGLIGIBLE * below) break;
  }
  let above = 0;
  for (let j = count, term = 1; ; j++) {
    term *= rise(j);
    above += term;
    if (!(term > NEGLIGIBLE * above)) break;
  }
  if (below === Infinity || above === Infinity) return 0;
  return (2 * (Math.min(below, above) + 0.5)) / (below + 1 + above);
}

/** Of `x` results in `n` trials whose chance is Beta with this mean and size (α + β): BetaBinomial(n, α, β). */
export function shareMidP(x: number, n: number, mean: number, size: number): number {
  const [alpha, beta] = [mean * size, (1 - mean) * size];
  return countMidP(x, (j) => ((n - j) * (j + alpha)) / ((j + 1) * (n - j - 1 + beta)));
}

/** Of `x` events where `mean` are expected with this variance, above the mean: a negative binomial. */
export function rateMidP(x: number, mean: number, variance: number): number {
  const r = (mean * mean) / (variance - mean);
  const q = mean / (mean + r);
  return countMidP(x, (j) => ((j + r) / (j + 1)) * q);
}

const twoSided = (lower: number): number => 2 * Math.min(lower, 1 - lower);

/** Of a share of money that is Beta with this mean and variance. */
export function yieldP(ratio: number, mean: number, variance: number): number {
  const size = (mean * (1 - mean)) / variance - 1;
  return twoSided(betaCdf(Math.min(1, Math.max(0, ratio)), mean * size, (1 - mean) * size));
}

/** Of money per count that is Gamma with this mean and variance. */
export function valueP(ratio: number, mean: number, variance: number): number {
  const shape = (mean * mean) / variance;
  return twoSided(gammainc((Math.max(0, ratio) * shape) / mean, shape, true, false));
}
