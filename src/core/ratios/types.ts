import type { Basis } from '../../model/planning.ts';
import type { StepKind } from '../../model/records/measure.ts';
import type { CarriedPrior, StepPrior } from './step-prior.ts';

/** What a fit of one step starts from. Columns are rep-major: index = rep · months + month, months oldest first. */
export interface StepEvidence {
  readonly kind: StepKind;
  readonly reps: number;
  /** Complete months; the last one has age 0. */
  readonly months: number;
  /** Result and base of the step; NaN = blank. Used only where both are present. */
  readonly x: Float64Array;
  readonly n: Float64Array;
  /** Contracts behind a yield's sums (intents), NaN where unknown. */
  readonly events?: Float64Array;
  /** The running month of each rep, NaN = blank. Updates the fit; never moves the ages. */
  readonly runningX: Float64Array;
  readonly runningN: Float64Array;
  /** Org levels below the company, from the top: the group index of each rep. A level counts with 3 groups or more. */
  readonly levels: readonly Int32Array[];
  /** Months until the weight is halved. */
  readonly halfLife: number;
  /** How many times as strongly as the record asks thin records are drawn to the team; 1 where it is left out. */
  readonly priorWeight?: number;
  /** The template's default, null = none. */
  readonly assumed: number | null;
  /** What was fitted on more reps than are at hand; it stands in for all that a fit takes from the company. */
  readonly carried?: CarriedPrior;
}

/** The belief about one rep's (or group's) ratio. Value steps: money per count. */
export interface RatioBelief {
  /** Own counts only, all months unweighted, the running one too; NaN without evidence. */
  readonly raw: number;
  /** The posterior mean, unrounded; NaN where there is neither evidence nor a default, or the chain breaks. */
  readonly shrunk: number;
  /** `shrunk` at three significant digits: what the plan divides by. */
  readonly used: number;
  /** Z: own weight, 0..1. */
  readonly ownShare: number;
  /** 10 % and 90 % quantiles of next month's ratio: worked out when first read, so a spread copy lacks them. */
  readonly low: number;
  readonly high: number;
  /** Totals of the months used, the running one too; money for yields. */
  readonly x: number;
  readonly n: number;
  /** shares and yields: A = α+β and S of next month's predictive; values: variance `vv` of the belief and `s2` of the money behind one count; rates: a* and ω. NaN elsewhere. */
  readonly A: number;
  readonly S: number;
  readonly vv: number;
  readonly s2: number;
  readonly a: number;
  readonly omega: number;
  readonly basis: Exclude<Basis, 'override'>;
}

export interface StepFit {
  /** The step's own; `rate` for a yield that won more than was in the pipeline. */
  readonly kind: StepKind;
  /** Month noise ρ; ω for rates, 0 for values. */
  readonly rho: number;
  /** Company mean μ (the default while fewer than three reps have data) and prior strength M (rates: a; values: s²/τ²). */
  readonly mu: number;
  readonly M: number;
  readonly reps: readonly RatioBelief[];
  /** The company, and each group of each level, as sums of their reps' evidence. */
  readonly company: RatioBelief;
  readonly groups: readonly (readonly RatioBelief[])[];
  readonly prior: StepPrior;
  /** What each rep is drawn to. */
  readonly priorMean: Float64Array;
  /** Weight of each month by age, as used: index = month. */
  readonly weights: Float64Array;
  /** Σx exceeds Σn on a share: the chain breaks here. */
  readonly exceeds: boolean;
}
