import type { Month } from '../../../model/time.ts';
import { outcomeOf } from '../../odds/chain-odds.ts';
import { monthLag } from '../month-lag.ts';
import { ofReps } from '../org.ts';
import { otherRecords } from '../other-record.ts';
import { otherCome, otherRevenue } from '../other-revenue.ts';
import type { PlanState } from '../plan-state.ts';
import { repOdds, type OddsChain } from '../rep-odds.ts';
import { weightsFrom } from '../rep-months.ts';
import { usedRatios } from '../used-ratios.ts';
import { lastingVariance } from './lasting-variance.ts';

/**
 * What each rep wins in a month at the usual activity, as moments, whatever the goals; columns by rep, money in minor
 * units. Who has no record of an own pace goes at the team's.
 */
export interface MonthSupport {
  /** What is there already: all of it in a month that is over. */
  readonly come: Float64Array;
  /** Of the work in the days left and what is under way: final counts and their money. */
  readonly EN: Float64Array;
  readonly VN: Float64Array;
  readonly ER: Float64Array;
  readonly VR: Float64Array;
  /** Relative variances that the months of a period have in common. */
  readonly lastingCounts: Float64Array;
  readonly lastingMoney: Float64Array;
  /** Beside the chain: mean, variance, that of a whole month's mean, and the share of the month that is left. */
  readonly besideMean: Float64Array;
  readonly besideVariance: Float64Array;
  readonly besideDoubt: Float64Array;
  readonly left: Float64Array;
  /** 1 = the chain has no number for the rep. */
  readonly unknown: Uint8Array;
}

export function monthSupport(state: PlanState, month: Month): MonthSupport {
  const support = comeIn(state, month);
  if (month >= state.running) {
    addWork(state, month, support);
    addBeside(state, month, support);
  }
  return support;
}

/** A month with nothing but what is there already. */
function comeIn(state: PlanState, month: Month): MonthSupport {
  const { org, plan, chain } = state;
  const zeros = (): Float64Array => new Float64Array(org.repKeys.length);
  const won = ofReps(org, plan.history.column(chain.result, month), 0);
  const beside = otherCome(state, month);
  return {
    come: won.map((amount, rep) => amount + beside[rep]!),
    ...{ EN: zeros(), VN: zeros(), ER: zeros(), VR: zeros() },
    ...{ lastingCounts: zeros(), lastingMoney: zeros() },
    ...{ besideMean: zeros(), besideVariance: zeros(), besideDoubt: zeros(), left: zeros() },
    unknown: new Uint8Array(org.repKeys.length),
  };
}

function addWork(state: PlanState, month: Month, support: MonthSupport): void {
  const { org } = state;
  const ratios = usedRatios(state, month);
  const work = ratios.steps.at(-1)?.step.from;
  const pace = work === undefined ? null : state.pace(work).taken;
  const days = weightsFrom(state.month(month).weights, state.elapsed(month));
  const chain: OddsChain = { ...ratios, lag: monthLag(state, month, 'toGo', ratios.used), other: null };
  for (let rep = 0; rep < org.repKeys.length; rep++) {
    const odds = repOdds(org, chain, rep);
    const amount = days[rep] ? (pace?.[rep] ?? NaN) * days[rep]! : 0;
    if (!odds || !(amount >= 0)) {
      support.unknown[rep] = 1;
      continue;
    }
    const outcome = outcomeOf(odds, amount);
    for (const moment of ['EN', 'VN', 'ER', 'VR'] as const) support[moment][rep] = outcome[moment];
    const lasting = lastingVariance(org, chain, rep);
    support.lastingCounts[rep] = lasting.counts;
    support.lastingMoney[rep] = lasting.money;
  }
}

function addBeside(state: PlanState, month: Month, support: MonthSupport): void {
  const other = otherRevenue(state, month, false);
  if (!other) return;
  support.besideMean.set(other.expected);
  support.besideVariance.set(other.variance);
  support.left.set(other.left);
  for (const { reps } of otherRecords(state))
    reps.forEach(({ doubt }, rep) => (support.besideDoubt[rep]! += doubt));
}
