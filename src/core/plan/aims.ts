import { outcomeOf, type ChainOdds } from '../odds/chain-odds.ts';
import { workFor } from '../odds/confident.ts';
import { sharedOfChain, sharedVariance } from '../odds/shared-market.ts';
import { teamMultiplier } from '../odds/team.ts';
import type { StepRatios } from '../chain/step-ratios.ts';

/** How sure the quotas are to be enough: each rep's alone, or the whole company's together. */
export interface Confidence {
  /** 0..1 */
  readonly chance: number;
  readonly of: 'rep' | 'company';
}

/** What the aims are made from; columns by rep, money in minor units. */
export interface AimInputs {
  readonly odds: readonly (ChainOdds | null)[];
  /** What is to be won, goal or to go; NaN = no goal. */
  readonly target: Float64Array;
  /** Work of the expected quota. */
  readonly work: Float64Array;
  readonly shared: number;
}

/**
 * What to aim at on average, so that the target is reached with the wished confidence: the money that the confident
 * work brings by the used ratios. The chain then divides it backward as it would the target. Where no amount of work is
 * enough the aim is NaN; where nothing is known of the spread, or nothing is left, it is the target itself.
 */
export function aimsOf(inputs: AimInputs, { chance, of }: Confidence): Float64Array {
  return of === 'rep' ? aimsAlone(inputs, chance) : aimsTogether(inputs, chance);
}

const aimsAlone = ({ odds, target }: AimInputs, chance: number): Float64Array =>
  target.map((amount, rep) => {
    const own = odds[rep];
    if (!own || !(amount > 0)) return amount;
    return Math.max(0, outcomeOf(own, workFor(own, amount, chance)).ER);
  });

function aimsTogether({ odds, target, work, shared }: AimInputs, chance: number): Float64Array {
  const reps = odds.flatMap((own, rep) =>
    own && target[rep]! > 0 && work[rep]! > 0 ? [{ odds: own, work: work[rep]!, target: target[rep]! }] : [],
  );
  const total = reps.reduce((sum, rep) => sum + rep.target, 0);
  const multiplier = teamMultiplier(reps, total, chance, shared);
  return target.map((amount, rep) => {
    const own = odds[rep];
    return own && amount > 0 && work[rep]! > 0 ? outcomeOf(own, work[rep]! * multiplier).ER : amount;
  });
}

const kept = new WeakMap<StepRatios, number>();

/** ψ of the chain at hand; each step's part is kept as long as its fit is. */
export const sharedOf = (steps: readonly StepRatios[]): number => sharedOfChain(steps.map(sharedOfStep));

function sharedOfStep(ratios: StepRatios): number {
  const known = kept.get(ratios);
  if (known !== undefined) return known;
  const { evidence, fit, broken } = ratios;
  const made = evidence && fit && !broken ? sharedVariance(evidence, fit) : 0;
  kept.set(ratios, made);
  return made;
}
