import { usableCounts, type Counts } from '../ratios/counts.ts';
import { monthWeights } from '../ratios/weights.ts';
import type { StepEvidence, StepFit } from '../ratios/types.ts';

/** Taken until the company's months tell. */
const UNKNOWN = 0.01;
const FEWEST_MONTHS = 6;

/**
 * ψ_k of one step (METHODS 2): how far the whole company's ratio of a month strays from what the months before it
 * foretold, as a relative variance, less what sampling alone would make of it. Reps share one market, so this part does
 * not average out over a team.
 */
export function sharedVariance(evidence: StepEvidence, fit: StepFit): number {
  const counts = usableCounts(evidence);
  const months = companyMonths(counts, fit);
  if (months.filter(({ n }) => n > 0).length < FEWEST_MONTHS) return UNKNOWN;
  let [squares, known] = [0, 0];
  for (let month = 1; month < months.length; month++) {
    const seen = months[month]!;
    const before = foretold(months.slice(0, month), evidence.halfLife);
    if (!(seen.x > 0 && seen.n > 0 && before.ratio > 0)) continue;
    squares += Math.log(seen.x / seen.n / before.ratio) ** 2 - seen.noise - before.noise;
    known++;
  }
  return known > 0 ? Math.max(0, squares / known) : UNKNOWN;
}

/** Π(1 + ψ_k) − 1 over the steps. */
export const sharedOfChain = (steps: readonly number[]): number =>
  steps.reduce((product, step) => product * (1 + step), 1) - 1;

interface CompanyMonth {
  readonly x: number;
  readonly n: number;
  /** Relative sampling variance of x/n. */
  readonly noise: number;
}

function companyMonths({ reps, months, x, n }: Counts, fit: StepFit): CompanyMonth[] {
  return Array.from({ length: months }, (_, month) => {
    let [sumX, sumN, noise] = [0, 0, 0];
    for (let rep = 0; rep < reps; rep++) {
      const at = rep * months + month;
      sumX += x[at]!;
      sumN += n[at]!;
      noise += n[at]! > 0 ? cellNoise(n[at]!, fit) : 0;
    }
    return { x: sumX, n: sumN, noise: sumN > 0 ? noise / sumN ** 2 : 0 };
  });
}

/** Variance of a rep's x about ratio·n in one month, as a multiple of ratio². */
function cellNoise(n: number, { kind, company, rho }: StepFit): number {
  const ratio = company.shrunk;
  if (kind === 'value') return (n * company.s2) / ratio ** 2;
  if (kind === 'rate') return n / ratio + rho * n ** 2;
  return ((1 - ratio) / ratio) * n * (1 + (n - 1) * rho);
}

/** The ratio that a fit on these months would say, and its own relative sampling variance. */
function foretold(months: readonly CompanyMonth[], halfLife: number): { ratio: number; noise: number } {
  const weights = monthWeights(months.length, halfLife);
  let [x, n, noise] = [0, 0, 0];
  months.forEach((month, at) => {
    x += weights[at]! * month.x;
    n += weights[at]! * month.n;
    noise += (weights[at]! * month.n) ** 2 * month.noise;
  });
  return { ratio: x / n, noise: noise / n ** 2 };
}
