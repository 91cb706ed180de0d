import { chainOdds, COUNTED, type ChainOdds, type StepSpread, type Worth } from '../odds/chain-odds.ts';
import type { RatioBelief } from '../ratios/types.ts';
import type { MonthLag } from './month-lag.ts';
import type { Org } from './org.ts';
import { otherOdds, type OtherSpread } from './other-revenue.ts';
import type { UsedRatios } from './used-ratios.ts';

/** How sure an override is (METHODS 1): trials of a share or yield, events of a rate, spread of a value. */
export const OVERRIDE = { size: 400, events: 400, spread: 0.05 };

/** The parts of a month's chain that the odds rest on. */
export type OddsChain = UsedRatios & {
  readonly lag: Pick<MonthLag, 'base' | 'landing' | 'counts'> | null;
  readonly other: OtherSpread | null;
};

/** What one rep's work brings in a month, by the used ratios; null where the chain has no number for the rep. */
export function repOdds(org: Org, chain: OddsChain, rep: number): ChainOdds | null {
  const steps: StepSpread[] = [];
  let worth: Worth = COUNTED;
  for (let at = chain.steps.length - 1; at >= 0; at--) {
    const known = spreadOf(org, chain, rep, at);
    if (known === null) return null;
    if (chain.lag && at === (chain.lag.base < 0 ? chain.stockStep : chain.lag.base))
      steps.push(...landing(chain.lag, rep, worth));
    if (at === chain.stockStep) steps.push({ kind: 'inHand', count: (chain.inHand[rep] ?? 0) / worth.mean });
    if ('vv' in known) worth = worthOf(worth, known);
    else steps.push(known);
  }
  if (steps.length === 0 && worth === COUNTED) return null;
  return chainOdds(steps, worth, chain.other ? otherOdds(chain.other, rep) : undefined);
}

/**
 * Of the new counts those that land in time go on, with those under way that will; a lag is taken as certain. Who has no
 * days left begins nothing new, but what is under way is still a part of the team's outcome.
 */
const landing = (
  { landing, counts }: Pick<MonthLag, 'landing' | 'counts'>,
  rep: number,
  worth: Worth,
): StepSpread[] => [
  { kind: 'share', mean: landing[rep] || 0, size: Infinity },
  { kind: 'inHand', count: (counts[rep] ?? 0) / worth.mean },
];

/** Values move to the end of the chain: relative variances of means add up. */
const worthOf = (before: Worth, value: Worth): Worth =>
  before === COUNTED
    ? value
    : {
        mean: before.mean * value.mean,
        vv: before.vv * value.mean ** 2 + value.vv * before.mean ** 2,
        s2: before.s2 * value.mean ** 2 + value.s2 * before.mean ** 2,
      };

function spreadOf(org: Org, chain: OddsChain, rep: number, at: number): StepSpread | Worth | null {
  const { fit, step } = chain.steps[at]!;
  const mean = chain.used[at]?.[rep] ?? NaN;
  if (!fit || !(mean >= 0)) return null;
  const belief = fit.reps[rep]!;
  const overridden = chain.overrides[at]?.[org.reps[rep] ?? -1] != null;
  if (step.kind === 'value') return valueSpread(mean, belief, overridden);
  if (fit.kind === 'rate' || mean > 1)
    return { kind: 'rate', mean, spread: rateSpread(belief, fit.kind === 'rate', overridden) };
  return { kind: 'share', mean, size: overridden ? OVERRIDE.size : sizeOf(belief) };
}

function valueSpread(mean: number, belief: RatioBelief, overridden: boolean): Worth {
  const vv = overridden ? (OVERRIDE.spread * mean) ** 2 : belief.vv;
  // One count's money varies as much as it is worth until more is known.
  return {
    mean,
    vv: vv >= 0 ? vv : (OVERRIDE.spread * mean) ** 2,
    s2: belief.s2 >= 0 ? belief.s2 : mean ** 2,
  };
}

function rateSpread(belief: RatioBelief, fitted: boolean, overridden: boolean): number {
  if (!fitted) return 1 / OVERRIDE.events;
  return belief.omega + 1 / (overridden ? OVERRIDE.events : belief.a);
}

/** A share that rests on nothing but an override of the company's has no size of its own. */
const sizeOf = ({ S }: RatioBelief): number => (S >= 0 ? S : OVERRIDE.size);
