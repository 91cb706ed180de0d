/*
 * The formulas again, slowly and plainly, from their text alone: rows per rep, null = blank. Shares no code with the
 * core, so that a slip in one shows as a difference.
 */

export type Rows = readonly (readonly (number | null)[])[];

export interface OracleRep {
  readonly raw: number;
  readonly shrunk: number;
  readonly ownShare: number;
  /** Shares: A and S; rates: a* and ω; values: vv and s². */
  readonly spread: readonly [number, number];
}
export interface OracleFit {
  readonly noise: number;
  readonly mu: number;
  readonly strength: number;
  readonly priorMean: readonly number[];
  readonly reps: readonly OracleRep[];
}
export interface OracleInput {
  readonly x: Rows;
  readonly n: Rows;
  readonly halfLife: number;
  readonly assumed: number;
  readonly levels?: readonly (readonly number[])[];
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  let series = LANCZOS[0]!;
  for (let i = 1; i < 9; i++) series += LANCZOS[i]! / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}
const lnBeta = (a: number, b: number) => lnGamma(a) + lnGamma(b) - lnGamma(a + b);

/** Midpoint rule on x = s³(10 − 15s + 6s²), which flattens the ends, then bisection. For a, b of about 0.5 or more. */
export function betaQuantile(p: number, a: number, b: number): number {
  const STEPS = 4000;
  const cumulated = (until: number): number => {
    let area = 0;
    for (let i = 0; i < STEPS; i++) {
      const s = ((i + 0.5) / STEPS) * until;
      const x = s ** 3 * (10 - 15 * s + 6 * s * s);
      const slope = 30 * s * s * (1 - s) ** 2;
      const left = (1 - s) ** 3 * (10 - 15 * (1 - s) + 6 * (1 - s) ** 2);
      area += slope * Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log(left) - lnBeta(a, b));
    }
    return (area * until) / STEPS;
  };
  let [from, to] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (from + to) / 2;
    if (cumulated(middle) < p) from = middle;
    else to = middle;
  }
  return from ** 3 * (10 - 15 * from + 6 * from * from);
}

interface Month {
  readonly age: number;
  readonly x: number;
  readonly n: number;
}
function activeMonths({ x, n }: OracleInput): Month[][] {
  return x.map((row, rep) => {
    const months: Month[] = [];
    row.forEach((result, month) => {
      const base = n[rep]![month];
      if (result !== null && base !== null && base !== undefined && base > 0)
        months.push({ age: row.length - 1 - month, x: result, n: base });
    });
    return months;
  });
}

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const grid = Array.from({ length: 40 }, (_, i) => Math.exp(Math.log(2) + (i / 39) * Math.log(10000)));
// Differences within rounding are none: the first, weakest, stands.
const argmax = (f: (m: number) => number): number =>
  grid.reduce((best, m) => (f(m) > f(best) + 1e-9 ? m : best));

export function share(input: OracleInput, assumedStrength = 10): OracleFit {
  const months = activeMonths(input);
  const w = (m: Month) => Math.pow(0.5, m.age / input.halfLife);
  const all = months.flat();
  const rawMu = (total(all.map((m) => m.x)) + 0.5) / (total(all.map((m) => m.n)) + 1);
  const rho = shareNoise(months, rawMu);
  const N = months.map((own) => total(own.map((m) => (w(m) * m.n) / (1 + (m.n - 1) * rho))));
  const X = months.map((own) => total(own.map((m) => ((w(m) * m.n) / (1 + (m.n - 1) * rho)) * (m.x / m.n))));
  const pooled = (total(all.map((m) => w(m) * m.x)) + 0.5) / (total(all.map((m) => w(m) * m.n)) + 1);
  const few = N.filter((n) => n > 0).length < 3;
  const mu = few ? input.assumed : pooled;
  let mean = months.map(() => mu);
  let strength = few ? assumedStrength : fitM(X, N, mean);
  for (const groupOf of few ? [] : (input.levels ?? [])) {
    const groups = [...new Set(groupOf)].sort((a, b) => a - b);
    const members = groups.map((g) => groupOf.flatMap((of, rep) => (of === g && N[rep]! > 0 ? [rep] : [])));
    if (members.filter((reps) => reps.length > 0).length < 3) continue;
    const e = (rep: number) => N[rep]! / (1 + N[rep]! / strength);
    const E = members.map((reps) => total(reps.map(e)));
    const EP = members.map((reps) => total(reps.map((rep) => (e(rep) * X[rep]!) / N[rep]!)));
    const parent = groups.map((g) => mean[groupOf.indexOf(g)]!);
    const between = fitM(EP, E, parent);
    mean = groupOf.map((of) => {
      const g = groups.indexOf(of);
      return (parent[g]! * between + EP[g]!) / (between + E[g]!);
    });
    strength = fitM(X, N, mean);
  }
  const reps = months.map((own, rep): OracleRep => {
    const alpha = mean[rep]! * strength + X[rep]!;
    const beta = (1 - mean[rep]!) * strength + N[rep]! - X[rep]!;
    const A = alpha + beta;
    const S = 1 / (rho + (1 - rho) / (A + 1)) - 1;
    return { raw: rawOf(own), shrunk: alpha / A, ownShare: N[rep]! / (N[rep]! + strength), spread: [A, S] };
  });
  return { noise: rho, mu, strength, priorMean: mean, reps };
}

const rawOf = (own: readonly Month[]) => total(own.map((m) => m.x)) / total(own.map((m) => m.n));

const fitM = (X: readonly number[], N: readonly number[], mean: readonly number[]): number =>
  argmax((M) =>
    total(
      X.map((x, i) => {
        const m = mean[i]!;
        return N[i]! > 0 ? lnBeta(x + m * M, N[i]! - x + (1 - m) * M) - lnBeta(m * M, (1 - m) * M) : 0;
      }),
    ),
  );

function shareNoise(months: readonly Month[][], mu: number): number {
  let [pairs, above, below] = [0, 0, 0];
  for (const own of months) {
    const p = (total(own.map((m) => m.x)) + mu) / (total(own.map((m) => m.n)) + 1);
    const q = 1 - p;
    for (let t = 1; t < own.length; t++) {
      const [a, b] = [own[t - 1]!, own[t]!];
      if (Math.min(a.n, b.n) * p * q < 0.5) continue;
      pairs++;
      const weight = 1 / (1 / a.n + 1 / b.n + 0.04);
      const d = a.x / a.n - b.x / b.n;
      above += weight * ((d * d) / (p * q) - (1 / a.n + 1 / b.n));
      below += weight * (1 - 1 / a.n + (1 - 1 / b.n));
    }
  }
  return pairs < 5 ? 0 : Math.min(0.5, Math.max(0, above / below));
}

/** Amounts are monthly sums: cv = 1, so a month counts half its contracts as trials. */
export function yieldShare(input: OracleInput, events: Rows): OracleFit {
  const unusable = (rep: number, month: number) => !input.n[rep]![month] || input.x[rep]![month] === null;
  const n = input.n.map((row, rep) =>
    row.map((_, month) => (unusable(rep, month) ? null : events[rep]![month]! / 2)),
  );
  const x = n.map((row, rep) =>
    row.map((trials, month) => trials && (trials * input.x[rep]![month]!) / input.n[rep]![month]!),
  );
  const fit = share({ ...input, x, n }, 20);
  const money = activeMonths(input);
  return { ...fit, reps: fit.reps.map((rep, i) => ({ ...rep, raw: rawOf(money[i]!) })) };
}

export function value(input: OracleInput): OracleFit {
  const months = activeMonths(input);
  const w = (m: Month) => Math.pow(0.5, m.age / input.halfLife);
  const k = months.map((own) => total(own.map((m) => w(m) * m.n)));
  const vi = months.map((own, i) => (k[i]! > 0 ? total(own.map((m) => w(m) * m.x)) / k[i]! : 0));
  const K = total(k);
  const v = total(k.map((ki, i) => ki * vi[i]!)) / K;
  const I = k.filter((ki) => ki > 0).length;
  const s2 = v * v;
  const moment =
    (total(k.map((ki, i) => ki * (vi[i]! - v) ** 2)) - (I - 1) * s2) /
    (K - total(k.map((ki) => ki * ki)) / K);
  const tau2 = Math.max((0.05 * v) ** 2, moment);
  const reps = months.map((own, i): OracleRep => {
    const Z = k[i]! / (k[i]! + s2 / tau2);
    const vv = tau2 * (1 - Z) + (s2 * (1 - Z) ** 2) / K + (0.1 * v) ** 2;
    return { raw: rawOf(own), shrunk: Z * vi[i]! + (1 - Z) * v, ownShare: Z, spread: [vv, s2] };
  });
  return { noise: 0, mu: v, strength: s2 / tau2, priorMean: k.map(() => v), reps };
}

export function rate(input: OracleInput): OracleFit {
  const months = activeMonths(input);
  const w = (m: Month) => Math.pow(0.5, m.age / input.halfLife);
  const all = months.flat();
  const mu = (total(all.map((m) => w(m) * m.x)) + 0.5) / (total(all.map((m) => w(m) * m.n)) + 1);
  const omega = rateNoise(months);
  const e = (m: Month) => 1 / (1 / (mu * m.n) + omega);
  const expected = months.map((own) => total(own.map((m) => w(m) * e(m))));
  const seen = months.map((own) => total(own.map((m) => (w(m) * e(m) * (m.x / m.n)) / mu)));
  const a = argmax((s) =>
    total(
      seen.map((y, i) =>
        expected[i]! > 0
          ? lnGamma(s + y) -
            lnGamma(s) +
            s * Math.log(s / (s + expected[i]!)) -
            y * Math.log(s + expected[i]!)
          : 0,
      ),
    ),
  );
  const reps = months.map((own, i): OracleRep => {
    const [y, E] = [seen[i]!, expected[i]!];
    return {
      raw: rawOf(own),
      shrunk: (mu * (a + y)) / (a + E),
      ownShare: E / (a + E),
      spread: [a + y, omega],
    };
  });
  return { noise: omega, mu, strength: a, priorMean: months.map(() => mu), reps };
}

/** E[r²] = 1 + ω·μn about each rep's own mean, whose estimation takes up its share of every residual. */
function rateNoise(months: readonly Month[][]): number {
  let [surplus, room, degrees] = [0, 0, 0];
  for (const own of months) {
    const N = total(own.map((m) => m.n));
    const lambda = total(own.map((m) => m.x)) / N;
    if (!(lambda > 0)) continue;
    for (const m of own) {
      const leverage = m.n / N;
      surplus += (m.x - lambda * m.n) ** 2 / (lambda * m.n) - (1 - leverage);
      room += lambda * m.n * (1 - leverage);
    }
    degrees += own.length - 1;
  }
  return degrees < 5 || room <= 0 ? 0 : Math.max(0, surplus / room);
}
