import { usableCounts, type Counts } from '../ratios/counts.ts';
import { monthWeights } from '../ratios/weights.ts';
import type { StepEvidence, StepFit } from '../ratios/types.ts';
import { yieldTrials } from '../ratios/yield.ts';

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
  const trials = evidence.kind === 'yield' ? yieldTrials(evidence) : counts.n;
  const months = companyMonths(counts, trials, fit);
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

function companyMonths({ reps, months, x, n }: Counts, trials: Float64Array, fit: StepFit): CompanyMonth[] {
  return Array.from({ length: months }, (_, month) => {
    let [sumX, sumN, noise] = [0, 0, 0];
    for (let rep = 0; rep < reps; rep++) {
      const at = rep * months + month;
      sumX += x[at]!;
      sumN += n[at]!;
      noise += n[at]! > 0 ? n[at]! ** 2 * cellNoise(trials[at]!, fit) : 0;
    }
    return { x: sumX, n: sumN, noise: sumN > 0 ? noise / sumN ** 2 : 0 };
  });
}

/** Relative variance of a rep's ratio over one month of so many trials. */
function cellNoise(trials: number, { kind, company, rho }: StepFit): number {
  const ratio = company.shrunk;
  if (kind === 'value') return company.s2 / ratio ** 2 / trials;
  if (kind === 'rate') return 1 / (ratio * trials) + rho;
  return (((1 - ratio) / ratio) * (1 + (trials - 1) * rho)) / trials;
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
