import { addTotals, sum, totalsOf, usableCounts, usableRunning, type Counts, type Totals } from './counts.ts';
import { fitEvents } from './rate.ts';
import { fitTrials } from './share.ts';
import type { StepEvidence, StepFit } from './types.ts';
import { monthWeights, weightedPool } from './weights.ts';

/** Coefficient of variation of the contracts' amounts, as long as only monthly sums are known. */
const AMOUNT_SPREAD = 1;
/** Prior strength of a yield until it can be fitted. */
const ASSUMED_STRENGTH = 20;

/**
 * Fits won money per pipeline money as a value-weighted share: a month counts n = contracts / (1 + cv²) trials, of
 * which n·won/pipeline succeed. Where more is won than was in the pipeline (weighted), it is fitted as a rate, and
 * `kind` says so.
 */
export function fitYield(evidence: StepEvidence): StepFit {
  const money = usableCounts(evidence);
  const runningMoney = usableRunning(evidence);
  const { carried } = evidence;
  const amount = carried?.amount ?? averageAmount(money, evidence.events);
  const record = {
    counts: { ...money, ...asTrials(money, amount, evidence.events) },
    running: asTrials(runningMoney, amount),
    told: addTotals(totalsOf(money), runningMoney),
  };
  const pool = weightedPool(money, monthWeights(evidence.months, evidence.halfLife), runningMoney);
  const isRate = carried ? carried.kind === 'rate' : pool.x > pool.n;
  const fit = isRate ? fitEvents(evidence, record) : fitTrials(evidence, record, ASSUMED_STRENGTH);
  return { ...fit, prior: { ...fit.prior, amount } };
}

/** A yield's contracts as trials: money of unequal amounts tells less than as many equal ones. */
export const trialsOf = (contracts: number): number => contracts / (1 + AMOUNT_SPREAD ** 2);

/** How many trials each month of a yield's record is worth, cell by cell as in the evidence. */
export function yieldTrials(evidence: StepEvidence): Float64Array {
  const money = usableCounts(evidence);
  const amount = evidence.carried?.amount ?? averageAmount(money, evidence.events);
  return asTrials(money, amount, evidence.events).n;
}

/** Pipeline money per contract over the months that know both; NaN when none does. */
function averageAmount({ n }: Counts, events: Float64Array | undefined): number {
  if (!events) return NaN;
  const known = events.map((contracts, i) => (n[i]! > 0 && contracts > 0 ? 1 : 0));
  return sum(n.map((money, i) => money * known[i]!)) / sum(events.map((e, i) => (known[i]! ? e : 0)));
}

/** Money as trials. Where the contracts are unknown the average amount tells their number, else it is one a month. */
function asTrials({ x, n }: Totals, amount: number, events?: Float64Array): Totals {
  const trials = n.map((money, i) => {
    if (money === 0) return 0;
    const contracts = (events?.[i] ?? 0) > 0 ? events![i]! : money / amount;
    return trialsOf(Number.isNaN(contracts) ? 1 : contracts);
  });
  return { n: trials, x: trials.map((count, i) => (count > 0 ? (count * x[i]!) / n[i]! : 0)) };
}
