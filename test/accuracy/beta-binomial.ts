import betaln from '@stdlib/math-base-special-betaln';
import gammaln from '@stdlib/math-base-special-gammaln';

/** P(X = x) and P(X < x) of x of n where the share is Beta(mean·size, (1 − mean)·size). */
export function betaBinomial(n: number, x: number, mean: number, size: number) {
  const [alpha, beta] = [mean * size, (1 - mean) * size];
  const whole = betaln(alpha, beta) - gammaln(n + 1);
  const at = (k: number): number =>
    Math.exp(betaln(k + alpha, n - k + beta) - gammaln(k + 1) - gammaln(n - k + 1) - whole);
  let below = 0;
  for (let k = 0; k < x; k++) below += at(k);
  return { chance: at(x), below: Math.min(1, below) };
}
