import { attain } from '../../src/core/odds/attain.ts';
import { chainOdds, outcomeOf, type StepSpread, type Worth } from '../../src/core/odds/chain-odds.ts';
import { randomFrom, type Random } from './random.ts';
import type { Report } from './report.ts';

const CASES = 200;
const EQUAL_CASES = 50;
const MEAN_ERROR = 0.01;
const WORST_ERROR = 0.03;
/**
 * How much one deal's money varies around the mean, as a share of it. The reference chains that fix the form have .47 to
 * 1.04, and 1 is taken until deals tell. Deals that are nearly equal are measured by themselves: where one or two of them
 * are expected, their money is 0, one deal or two, and no smooth curve through two moments follows such stairs.
 */
const DEALS = [0.47, 1.3] as const;
const EQUAL_DEALS = [0.3, 0.47] as const;

interface Case {
  readonly steps: readonly StepSpread[];
  readonly worth: Worth;
  readonly work: number;
  readonly goal: number;
}

/** The closed form of P(attain) against draws of the whole chain, on random cases, half of them with a rate. */
export function compareWithDraws(report: Report, draws: number): void {
  const written = draws.toLocaleString('en-US');
  // What the draws themselves are off by: E|z|/2√n at most on average, and 3.5 standard errors in the worst of 200.
  const sampling = 0.5 / Math.sqrt(draws);
  const all = errorsOf(20, CASES, DEALS, draws);
  report.heading(`Closed form against ${written} draws each of ${CASES} chains`);
  report.atMost('mean error of P', mean(all), MEAN_ERROR + 0.8 * sampling);
  report.atMost('worst error of P', Math.max(...all), WORST_ERROR + 3.5 * sampling);
  const equal = errorsOf(21, EQUAL_CASES, EQUAL_DEALS, draws);
  report.note(
    `${EQUAL_CASES} more with nearly equal deals (spread of ${EQUAL_DEALS.join(' to ')}), which no target is set for: mean ${mean(equal).toFixed(3)}, worst ${Math.max(...equal).toFixed(3)}`,
  );
}

function errorsOf(seed: number, cases: number, deals: readonly [number, number], draws: number): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: cases }, (_, at) => {
    const given = someCase(random, at % 2 === 1, deals);
    const outcome = outcomeOf(chainOdds(given.steps, given.worth), given.work);
    return Math.abs(attain(outcome, given.goal) - drawn(random, given, draws));
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function someCase(random: Random, withRate: boolean, deals: readonly [number, number]): Case {
  const between = (low: number, high: number): number => low + (high - low) * random.uniform();
  const spaced = (low: number, high: number): number => low * (high / low) ** random.uniform();
  const share = (): StepSpread => ({ kind: 'share', mean: between(0.08, 0.55), size: spaced(4, 400) });
  const steps = Array.from({ length: 2 + Math.floor(3 * random.uniform()) }, share);
  if (withRate) {
    const rate: StepSpread = { kind: 'rate', mean: between(0.4, 2.5), spread: spaced(0.005, 0.1) };
    steps[Math.floor(steps.length * random.uniform())] = rate;
  }
  const v = spaced(1000, 20_000);
  const worth = { mean: v, vv: (between(0.05, 0.25) * v) ** 2, s2: (between(...deals) * v) ** 2 };
  const perWork = steps.reduce((product, step) => product * ('mean' in step ? step.mean : 1), 1);
  const work = Math.max(2, Math.round(spaced(0.5, 40) / perWork));
  return { steps, worth, work, goal: work * perWork * v * Math.exp(0.5 * random.normal()) };
}

function drawn(random: Random, given: Case, draws: number): number {
  let reached = 0;
  for (let draw = 0; draw < draws; draw++) if (money(random, given) >= given.goal) reached++;
  return reached / draws;
}

/**
 * One month's money. Shares in a row thin the counts by their product; after a rate counts are Poisson, and shares thin
 * them to Poisson again: each run of shares needs but one draw of a count.
 */
function money(random: Random, { steps, worth, work }: Case): number {
  let count = work;
  let [expected, thinned] = [NaN, 1];
  for (const step of steps) {
    if (step.kind === 'share') thinned *= random.beta(step.mean * step.size, (1 - step.mean) * step.size);
    else if (step.kind === 'rate') {
      count = Number.isNaN(expected) ? random.binomial(count, thinned) : random.poisson(expected * thinned);
      expected = count * step.mean * step.spread * random.gamma(1 / step.spread);
      thinned = 1;
    }
  }
  const final = Number.isNaN(expected) ? random.binomial(count, thinned) : random.poisson(expected * thinned);
  if (final === 0) return 0;
  const each = (worth.vv / worth.mean) * random.gamma(worth.mean ** 2 / worth.vv);
  return (worth.s2 / each) * random.gamma((final * each ** 2) / worth.s2);
}
