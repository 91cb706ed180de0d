import { logGamma } from '../stats/log-gamma.ts';

/** The prior strengths that are tried: 40, evenly spaced in their logarithm from 2 to 20000. */
export const STRENGTHS = Float64Array.from({ length: 40 }, (_, i) => 2 * 10000 ** (i / 39));

/** Log-likelihoods closer than this are equal: records of one trial each say nothing, but for rounding. */
const EQUAL = 1e-9;

/** The entry of `STRENGTHS` under which the evidence is likeliest; of equals the weakest, which claims least. */
export function likeliestStrength(logLikelihood: (strength: number) => number): number {
  let best = STRENGTHS[0]!;
  let most = -Infinity;
  for (const strength of STRENGTHS) {
    const likelihood = logLikelihood(strength);
    if (likelihood <= most + EQUAL) continue;
    most = likelihood;
    best = strength;
  }
  return best;
}

/**
 * Prior strength M of shares: argmax of Σ [ln B(X + μM, N − X + (1 − μ)M) − ln B(μM, (1 − μ)M)], the beta-binomial
 * marginal likelihood. X and N per unit (N = 0 says nothing), μ the mean that each unit is drawn to, 0 < μ < 1.
 */
export function fitShareStrength(x: Float64Array, n: Float64Array, mean: Float64Array): number {
  const known = n.filter((trials) => trials > 0).length;
  const hits = new Float64Array(known);
  const trials = new Float64Array(known);
  const means = new Float64Array(known);
  for (let i = 0, at = 0; i < n.length; i++) {
    if (!(n[i]! > 0)) continue;
    hits[at] = x[i]!;
    trials[at] = n[i]!;
    means[at++] = mean[i]!;
  }
  return likeliestStrength((strength) => shareLikelihood(hits, trials, means, strength));
}

function shareLikelihood(x: Float64Array, n: Float64Array, mean: Float64Array, strength: number): number {
  const whole = logGamma(strength);
  let total = 0;
  let knownMean = NaN;
  let prior = 0;
  for (let i = 0; i < x.length; i++) {
    const alpha = mean[i]! * strength;
    const beta = strength - alpha;
    // Neighbours are mostly of one team, with one prior: its terms are kept.
    if (mean[i]! !== knownMean) {
      knownMean = mean[i]!;
      prior = logGamma(alpha) + logGamma(beta) - whole;
    }
    total += logGamma(x[i]! + alpha) + logGamma(n[i]! - x[i]! + beta) - logGamma(n[i]! + strength) - prior;
  }
  return total;
}

/**
 * Prior strength a of rates: argmax of the gamma-Poisson marginal likelihood of `seen` weighted events where `expected`
 * were expected at the company's rate.
 */
export function fitRateStrength(seen: Float64Array, expected: Float64Array): number {
  return likeliestStrength((a) => {
    let total = 0;
    for (let i = 0; i < seen.length; i++) {
      if (expected[i]! === 0) continue;
      const y = seen[i]!;
      total += logGamma(a + y) - logGamma(a) + a * Math.log(a) - (a + y) * Math.log(a + expected[i]!);
    }
    return total;
  });
}
