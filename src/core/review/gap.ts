import { judge, type Judged, type StepMonth } from './luck.ts';
import { shapleyParts, unitWorths, type Factor } from './shapley.ts';

/** One step of a rep's finished month with the ratio that the plan went by. */
export interface ReviewedStep extends StepMonth {
  /** The measure that the step leads to. */
  readonly measure: string;
  readonly planned: number;
}

/** A rep's finished month: goal and result as the same product of factors. Money in minor units. */
export interface ReviewedMonth {
  /** Working days as planned, and as worked. */
  readonly days: Factor;
  /** Work a working day: dials, or whatever the chain begins with. */
  readonly perDay: Factor;
  readonly steps: readonly ReviewedStep[];
  /** Money that came in, refunds taken off. */
  readonly revenue: number;
}

export interface StepPart extends Judged {
  readonly measure: string;
  readonly planned: number;
  readonly believed: number;
  /** The month's own ratio; the planned one where nothing came to this step. */
  readonly actual: number;
  /** Money of the gap: the goal was set on another ratio than the record said; ability, at least; luck. */
  readonly goalSet: number;
  readonly abilityPart: number;
  readonly luckPart: number;
}

/** The gap, revenue less goal, in parts that add up to it exactly. Money in minor units, negative = missed. */
export interface GapParts {
  readonly gap: number;
  readonly calendar: number;
  readonly execution: number;
  readonly steps: readonly StepPart[];
  /** Money that no work of the month accounts for: a deal without a dial, or a chain that broke. */
  readonly unexplained: number;
}

const product = (factors: readonly Factor[], of: keyof Factor): number =>
  factors.reduce((total, factor) => total * factor[of], 1);

/** A ratio of nothing by nothing is what was planned: it explains nothing. */
const actualOf = ({ x, n, planned }: ReviewedStep): number => (n > 0 ? x / n : planned);

/** Why a month's revenue is not its goal: Shapley values of the factors, split by what was believed. METHODS section 5. */
export function gapParts({ days, perDay, steps, revenue }: ReviewedMonth): GapParts {
  const ratios = steps.map((step): Factor => ({ planned: step.planned, actual: actualOf(step) }));
  const factors = [days, perDay, ...ratios];
  const worths = unitWorths(factors);
  const [calendar = 0, execution = 0] = shapleyParts(factors);
  return {
    gap: revenue - product(factors, 'planned'),
    calendar,
    execution,
    steps: steps.map((step, at) => stepPart(step, actualOf(step), worths[at + 2]!)),
    unexplained: revenue - product(factors, 'actual'),
  };
}

function stepPart(step: ReviewedStep, actual: number, worth: number): StepPart {
  const judged = judge(step);
  const { measure, planned, belief } = step;
  const believed = Number.isFinite(belief.shrunk) ? belief.shrunk : planned;
  const rest = (actual - believed) * worth;
  return {
    ...judged,
    measure,
    planned,
    believed,
    actual,
    goalSet: (believed - planned) * worth,
    abilityPart: judged.ability * rest,
    luckPart: rest - judged.ability * rest,
  };
}
