import gammaln from '@stdlib/math-base-special-gammaln';
import betaln from '@stdlib/math-base-special-betaln';
import type { StepSpread } from '../../../src/core/odds/chain-odds.ts';

/** P(N = index): the whole distribution, the slow and obvious way. */
export type Distribution = readonly number[];

const choose = (n: number, k: number): number => gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);

function betaBinomial(n: number, k: number, mean: number, size: number): number {
  const [alpha, beta] = [mean * size, (1 - mean) * size];
  return Math.exp(choose(n, k) + betaln(k + alpha, n - k + beta) - betaln(alpha, beta));
}

/** n counts, each bringing Poisson(λ·g), g Gamma with mean 1 and variance `spread`. */
function gammaPoisson(n: number, k: number, mean: number, spread: number): number {
  const [shape, expected] = [1 / spread, n * mean];
  if (n === 0) return k === 0 ? 1 : 0;
  return Math.exp(
    gammaln(k + shape) -
      gammaln(shape) -
      gammaln(k + 1) -
      shape * Math.log1p(expected / shape) +
      k * Math.log(expected / (expected + shape)),
  );
}

/** What comes of `work` counts, walked through every possible number at every step; `most` cuts a rate's long tail. */
export function distribution(steps: readonly StepSpread[], work: number, most: number): Distribution {
  let now: number[] = Array.from({ length: work + 1 }, (_, n) => (n === work ? 1 : 0));
  for (const step of steps) {
    if (step.kind === 'inHand') now = [...Array.from({ length: step.count }, () => 0), ...now];
    else {
      const end = step.kind === 'share' ? now.length : most;
      const next = Array.from({ length: end }, () => 0);
      now.forEach((chance, n) => {
        for (let k = 0; k < (step.kind === 'share' ? n + 1 : most); k++) {
          next[k]! +=
            chance *
            (step.kind === 'share'
              ? betaBinomial(n, k, step.mean, step.size)
              : gammaPoisson(n, k, step.mean, step.spread));
        }
      });
      now = next;
    }
  }
  return now;
}

export function momentsOf(chances: Distribution): { EN: number; VN: number } {
  const EN = chances.reduce((sum, chance, n) => sum + chance * n, 0);
  return { EN, VN: chances.reduce((sum, chance, n) => sum + chance * (n - EN) ** 2, 0) };
}
