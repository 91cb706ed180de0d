import gammaln from '@stdlib/math-base-special-gammaln';

/** Seeded draws, exact in their distributions. */
export interface Random {
  /** 0 < u < 1 */
  uniform(): number;
  normal(): number;
  /** Mean = shape. */
  gamma(shape: number): number;
  beta(alpha: number, beta: number): number;
  binomial(n: number, p: number): number;
  poisson(mean: number): number;
}

/** Below this mean a count is found by adding up its chances, above it by rejection. */
const FEW = 10;

export function randomFrom(seed: number): Random {
  const uniform = sfc32(seed);

  /** Marsaglia's polar method. */
  function normal(): number {
    for (;;) {
      const [u, v] = [2 * uniform() - 1, 2 * uniform() - 1];
      const square = u * u + v * v;
      if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
    }
  }

  /** Marsaglia and Tsang (2000). */
  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const z = normal();
      const v = (1 + c * z) ** 3;
      if (v > 0 && Math.log(uniform()) < z * z * 0.5 + d * (1 - v + Math.log(v))) return d * v;
    }
  }

  function beta(alpha: number, other: number): number {
    const x = gamma(alpha);
    return x / (x + gamma(other));
  }

  function binomial(n: number, p: number): number {
    if (p > 0.5) return n - binomial(n, 1 - p);
    if (!(n * p > 0)) return 0;
    return n * p < FEW ? fewOf(n, p) : manyOf(n, p);
  }

  function fewOf(n: number, p: number): number {
    const odds = p / (1 - p);
    let chance = (1 - p) ** n;
    let left = uniform();
    let k = 0;
    while (left > chance && k < n) {
      left -= chance;
      chance *= (odds * (n - k)) / (k + 1);
      k++;
    }
    return k;
  }

  /** Hörmann's transformed rejection (BTRS, 1993). */
  function manyOf(n: number, p: number): number {
    const spread = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * spread;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const mode = Math.floor((n + 1) * p);
    const top = gammaln(mode + 1) + gammaln(n - mode + 1);
    for (;;) {
      const u = uniform() - 0.5;
      const v = uniform();
      const edge = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / edge + b) * u + n * p + 0.5);
      if (edge >= 0.07 && v <= 0.92 - 4.2 / b) return k;
      if (k < 0 || k > n) continue;
      const height = Math.log((v * (2.83 + 5.1 / b) * spread) / (a / edge ** 2 + b));
      if (height <= top - gammaln(k + 1) - gammaln(n - k + 1) + (k - mode) * Math.log(p / (1 - p))) return k;
    }
  }

  function poisson(mean: number): number {
    if (!(mean > 0)) return 0;
    return mean < FEW ? fewAround(mean) : manyAround(mean);
  }

  function fewAround(mean: number): number {
    let chance = Math.exp(-mean);
    let left = uniform();
    let k = 0;
    while (left > chance && chance > 0) {
      left -= chance;
      k++;
      chance *= mean / k;
    }
    return k;
  }

  /** Hörmann's transformed rejection (PTRS, 1993). */
  function manyAround(mean: number): number {
    const b = 0.931 + 2.53 * Math.sqrt(mean);
    const a = -0.059 + 0.02483 * b;
    const scale = Math.log(1.1239 + 1.1328 / (b - 3.4));
    for (;;) {
      const u = uniform() - 0.5;
      const v = uniform();
      const edge = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
      if (edge >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return k;
      if (k < 0 || (edge < 0.013 && v > edge)) continue;
      const height = Math.log(v) + scale - Math.log(a / edge ** 2 + b);
      if (height <= k * Math.log(mean) - mean - gammaln(k + 1)) return k;
    }
  }

  return { uniform, normal, gamma, beta, binomial, poisson };
}

/** Chris Doty-Humphrey's small fast counting generator. */
function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return ((mixed >>> 0) + 0.5) / 4294967296;
  };
  for (let turn = 0; turn < 16; turn++) next();
  return next;
}
