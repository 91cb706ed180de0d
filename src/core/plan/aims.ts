import type { Multiplier } from '../../model/records/slice.ts';
import type { ChainOdds } from '../odds/chain-odds.ts';
import { workFor } from '../odds/confident.ts';
import { sharedOfChain, sharedVariance } from '../odds/shared-market.ts';
import { teamMultiplier } from '../odds/team.ts';
import type { MonthChain } from './month-chain.ts';
import type { StepRatios } from '../chain/step-ratios.ts';

/** How sure the quotas are to be enough: each rep's alone, or the whole company's together. */
export interface Confidence {
  /** 0..1 */
  readonly chance: number;
  readonly of: 'rep' | 'company';
}

/** What the aims are made from; columns by rep, money in minor units. */
export interface AimInputs {
  readonly chain: MonthChain;
  readonly odds: readonly (ChainOdds | null)[];
  /** What is to be won, goal or to go; NaN = no goal. */
  readonly target: Float64Array;
  /** Work of the expected quota. */
  readonly work: Float64Array;
  readonly shared: number;
  /** The company's, where only a part of it is at hand. */
  readonly multiplier: Multiplier | null;
}

/**
 * The money that new work is to bring on average, so that the target is reached with the wished confidence: what the
 * confident work comes to by the used ratios, so that the chain divides it backward as it would a goal. NaN where no
 * amount of work is enough; where nothing is known of the spread it is what the target asks for.
 */
export function aimsOf(inputs: AimInputs, { chance, of }: Confidence): Float64Array {
  const { chain, odds, target } = inputs;
  const works = of === 'rep' ? worksAlone(inputs, chance) : worksTogether(inputs, chance);
  return works.map((work, rep) => {
    if (Number.isNaN(target[rep]) || !odds[rep]) return chain.expected.start[rep] ?? NaN;
    return moneyOf(chain, rep, work);
  });
}

/** Forward through the used ratios; a pipeline in hand is divided backward with the rest, so it is part of it. */
export function moneyOf(
  { steps, used, stockStep, inHand }: Pick<MonthChain, 'steps' | 'used' | 'stockStep' | 'inHand'>,
  rep: number,
  work: number,
): number {
  let money = work;
  for (let at = steps.length - 1; at >= 0; at--) {
    if (at === stockStep) money += inHand[rep] ?? 0;
    money *= used[at]?.[rep] ?? NaN;
  }
  return work === 0 ? money * UNROUNDED : money;
}

/** Where what is in hand is enough, dividing back must not come out a rounding above it: that would ask for work. */
const UNROUNDED = 1 - 8 * Number.EPSILON;

const worksAlone = ({ odds, target }: AimInputs, chance: number): Float64Array =>
  target.map((amount, rep) => {
    const own = odds[rep];
    return own && amount > 0 ? workFor(own, amount, chance) : 0;
  });

function worksTogether(inputs: AimInputs, chance: number): Float64Array {
  const { times, of } = inputs.multiplier ?? companyMultiplier(inputs, chance);
  return multiplied(inputs, of).map((each) => each * times);
}

const multiplied = ({ work, target, odds }: AimInputs, of: Multiplier['of']): Float64Array =>
  of === 'work' ? work : worksOf(target, odds);

/** The one multiplier on everybody's work that makes the whole company's goal as likely as wished. */
export function companyMultiplier(inputs: AimInputs, chance: number): Multiplier {
  const { odds, target, work: expected, shared } = inputs;
  // Where what comes in by itself is enough on average nobody has work to multiply: then goals decide who does how much.
  const of = expected.some((each) => each > 0) ? 'work' : 'goal';
  const work = multiplied(inputs, of);
  const reps = odds.flatMap((own, rep) =>
    own && target[rep]! > 0 ? [{ odds: own, work: work[rep] || 0, target: target[rep]! }] : [],
  );
  const total = reps.reduce((sum, rep) => sum + rep.target, 0);
  return { times: teamMultiplier(reps, total, chance, shared), of };
}

/** The work that brings these amounts on average, all by itself. */
const worksOf = (target: Float64Array, odds: AimInputs['odds']): Float64Array =>
  target.map((amount, rep) => {
    const own = odds[rep];
    const perWork = own ? own.linear.perWork * own.worth.mean : 0;
    return amount > 0 && perWork > 0 ? amount / perWork : 0;
  });

const kept = new WeakMap<StepRatios, number>();

/** ψ of the chain at hand; each step's part is kept as long as its fit is. */
export const sharedOf = (steps: readonly StepRatios[]): number => sharedOfChain(steps.map(sharedOfStep));

/** ψ of one step; 0 where the chain breaks. */
export function sharedOfStep(ratios: StepRatios): number {
  const known = kept.get(ratios);
  if (known !== undefined) return known;
  const { evidence, fit, broken } = ratios;
  const made = evidence && fit && !broken ? (evidence.carried?.shared ?? sharedVariance(evidence, fit)) : 0;
  kept.set(ratios, made);
  return made;
}
