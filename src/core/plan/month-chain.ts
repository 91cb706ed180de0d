import type { BackcastMode } from '../../model/planning.ts';
import type { Multiplier } from '../../model/records/slice.ts';
import type { Month } from '../../model/time.ts';
import { requirements, type ChainColumns, type ChainInputs } from '../chain/requirements.ts';
import { aimsOf, companyMultiplier, sharedOf, type AimInputs, type Confidence } from './aims.ts';
import { movedGoals, monthLag, type MonthLag } from './month-lag.ts';
import type { ChainOdds } from '../odds/chain-odds.ts';
import { keptWhileUnchanged } from './kept.ts';
import { ofReps, type Org } from './org.ts';
import type { PlanState } from './plan-state.ts';
import { otherRevenue, type OtherRevenue } from './other-revenue.ts';
import { repOdds, type OddsChain } from './rep-odds.ts';
import { weightsFrom, type RepMonth } from './rep-months.ts';
import { usedRatios, type Trial, type UsedRatios } from './used-ratios.ts';

/** The chain of every rep in one month; columns by rep. */
export interface MonthChain extends UsedRatios {
  /** At the plan's confidence. */
  readonly columns: ChainColumns;
  /** What each rep's work brings; null where the chain has no number. */
  readonly odds: () => readonly (ChainOdds | null)[];
  /** By the used ratios alone; the same as `columns` where the plan asks for no more. */
  readonly expected: ChainColumns;
  readonly goal: Float64Array;
  readonly won: Float64Array;
  /** Money that comes in beside the chain; null = the plan keeps none. */
  readonly other: OtherRevenue | null;
  /** The goals that the month's work is for, where a long lag moves them here from later months; null = its own. */
  readonly moved: Float64Array | null;
  /** What a lag does to what is to go; null = nothing. */
  readonly lag: MonthLag | null;
  readonly month: RepMonth;
  readonly daysLeft: Float64Array;
}

/** The chains of a state, as long as nothing changes: the sheet, its odds and its loads rest on the same ones. */
const kept = keptWhileUnchanged<MonthChain>();

export const monthChain = (state: PlanState, month: Month, mode: BackcastMode, trial?: Trial): MonthChain =>
  trial
    ? makeChain(state, month, mode, trial)
    : kept(state, `${month} ${mode}`, () => makeChain(state, month, mode));

function makeChain(state: PlanState, month: Month, mode: BackcastMode, trial?: Trial): MonthChain {
  const { steps, org } = state;
  const repMonth = state.month(month);
  const daysLeft = weightsFrom(repMonth.weights, state.elapsed(month));
  const ratios = usedRatios(state, month, trial);
  const { used, inHand, stockStep } = ratios;
  const { result } = state.chain;
  const goal = ofReps(org, state.plan.goals.get(month), NaN);
  const won = ofReps(org, state.plan.history.column(result, month), 0);
  const { employed, workingDays } = repMonth;
  const lag = monthLag(state, month, mode, used);
  const moved = mode === 'goal' || month > state.running ? movedGoals(state, month, goal) : null;
  const other = otherRevenue(state, month, moved !== null);
  const asked = moved ?? (mode === 'goal' ? goal : null);
  const inputs: ChainInputs = {
    ...{ mode, steps, used, goal, won, other, stockStep, employed, workingDays, daysLeft, lag, asked },
    inHand: stockStep < 0 ? null : inHand,
  };
  const expected = requirements(inputs);
  const chain = { ...ratios, goal, won, other, month: repMonth, daysLeft, lag, moved };
  const odds = oddsOnce(org, chain, state.plan.settings.confidenceOf === 'rep' ? trial?.reps : undefined);
  const columns = confident(state, { ...chain, columns: expected, expected, odds }, inputs);
  return { ...chain, expected, columns, odds };
}

/** Most questions do not ask for the odds, and who asks may ask twice. */
function oddsOnce(org: Org, chain: OddsChain, reps: readonly number[] | undefined): MonthChain['odds'] {
  let made: (ChainOdds | null)[] | undefined;
  return () => {
    if (made) return made;
    made = org.repKeys.map(() => null);
    for (const rep of reps ?? org.repKeys.keys()) made[rep] = repOdds(org, chain, rep);
    return made;
  };
}

/** The chain of the aims above the goals, where the plan's quotas are to be more than expected ones. */
function confident(state: PlanState, chain: MonthChain, inputs: ChainInputs): ChainColumns {
  const { confidence: chance, confidenceOf: of } = state.plan.settings;
  if (chance === null) return chain.expected;
  const multiplier = state.plan.slice.multiplier(chain.month.days.month, inputs.mode);
  return requirements({ ...inputs, aim: aimsOf({ ...aimInputs(chain, of), multiplier }, { chance, of }) });
}

function aimInputs(chain: MonthChain, of: Confidence['of']): Omit<AimInputs, 'multiplier'> {
  const { requirement, target } = chain.expected;
  const shared = of === 'company' ? sharedOf(chain.steps) : 0;
  return { chain, odds: chain.odds(), target, work: requirement.at(-1) ?? target, shared };
}

/** What the whole company's work is multiplied by; null = its confidence is not one for all. */
export function multiplierOf(state: PlanState, month: Month, mode: BackcastMode): Multiplier | null {
  const { confidence, confidenceOf: of } = state.plan.settings;
  if (confidence === null || of !== 'company') return null;
  const carried = state.plan.slice.multiplier(month, mode);
  const inputs = aimInputs(monthChain(state, month, mode), of);
  return carried ?? companyMultiplier({ ...inputs, multiplier: null }, confidence);
}
