import type { TrackRecordAnswer, TrackRecordQuery } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import type { StepRatios } from '../../chain/step-ratios.ts';
import { attain } from '../../odds/attain.ts';
import { outcomeOf, type ChainOdds } from '../../odds/chain-odds.ts';
import { Cached } from '../cached.ts';
import { lagFrom } from '../month-lag.ts';
import { ofReps, repsUnder } from '../org.ts';
import { otherCome, otherForetold } from '../other-revenue.ts';
import type { PlanState } from '../plan-state.ts';
import { repOdds, type OddsChain } from '../rep-odds.ts';
import { stockStepOf } from '../used-ratios.ts';

/** A chance of this or more is a promise. */
const PROMISED = 0.8;
/** So many months have to be known before the next one is foretold; and so many months are looked back. */
const FEWEST_MONTHS = 3;
const MOST_MONTHS = 12;

type Foretold = readonly (ChainOdds | null)[];
/** A month, fitted a step at a time. */
interface Fitting {
  readonly steps: StepRatios[];
  readonly rest: Generator<StepRatios, void>;
  foretold: Foretold | null;
}
/** Months are fitted once, until an edit of the history, the chain, the people or the settings. */
const kept = new WeakMap<PlanState, Cached<Map<Month, Fitting>>>();

/**
 * Looks back at one complete month: of the goals that the plan's formulas would have given a chance of 80 % or more,
 * fitted on the months before and at the work that was then really done, how many came true. What was under way when the
 * month began, and what comes in beside the chain, are foretold as they are today. No promise of the time is looked up,
 * for none was recorded.
 */
export function trackRecordAnswer(
  state: PlanState,
  { unit, month, part }: TrackRecordQuery,
): TrackRecordAnswer {
  const months = state.evidence.months.slice(FEWEST_MONTHS).slice(-MOST_MONTHS);
  const at = month === null ? months.length - 1 : months.indexOf(month);
  const looked = months[at];
  const base = { kind: 'trackRecord', unit, promised: PROMISED, said: 0, came: 0 } as const;
  const earlier = months[at - 1] ?? null;
  const place = state.org.index.get(unit) ?? -1;
  if (looked === undefined || place < 0) return { ...base, month: null, earlier, pending: false };
  const { org, plan, chain } = state;
  const goal = ofReps(org, plan.goals.get(looked), NaN);
  const won = ofReps(org, plan.history.column(chain.result, looked), NaN);
  const done = ofReps(org, plan.history.column(chain.steps.at(-1)?.from ?? chain.result, looked), NaN);
  const reps = repsUnder(state.orgOf(looked), place).filter(
    (rep) => goal[rep]! > 0 && won[rep]! >= 0 && done[rep]! >= 0,
  );
  const odds = reps.length > 0 ? foretoldIn(state, looked, part) : [];
  if (odds === null) return { ...base, month: looked, earlier, pending: true };
  const said = reps.filter((rep) => {
    const own = odds[rep];
    return own && attain(outcomeOf(own, done[rep]!), goal[rep]!) >= PROMISED;
  });
  const other = otherCome(state, looked);
  const came = said.filter((rep) => won[rep]! + other[rep]! >= goal[rep]!).length;
  return { ...base, month: looked, earlier, said: said.length, came, pending: false };
}

/** Fits one step in each part; null: there are more. */
function foretoldIn(state: PlanState, month: Month, part: number): Foretold | null {
  const months = monthsOf(state);
  const fitting = months.get(month) ?? { steps: [], rest: state.stepsBefore(month), foretold: null };
  months.set(month, fitting);
  while (!fitting.foretold && fitting.steps.length <= part) {
    const next = fitting.rest.next();
    if (!next.done) fitting.steps.push(next.value);
    else {
      fitting.foretold = foretell(state, month, fitting.steps);
      fitting.steps.length = 0;
    }
  }
  return fitting.foretold;
}

function monthsOf(state: PlanState): Map<Month, Fitting> {
  const { evidence, chain, org, plan } = state;
  const { activityHalfLife, moneyHalfLife, priorWeight, pipelineKind, cutoffDay, anchorWeek } = plan.settings;
  const tree = [org, plan.counts.places];
  const basis = [evidence, evidence.edits, chain, ...tree, activityHalfLife, moneyHalfLife, priorWeight];
  const stock = pipelineKind === 'stock' ? state.version : -1;
  const others = [...plan.others.keys()].join();
  const days = state.lags || others ? [plan.counts.daysOff, cutoffDay, anchorWeek, state.statutory] : [];
  const cached = kept.get(state) ?? new Cached<Map<Month, Fitting>>();
  kept.set(state, cached);
  return cached.get([...basis, stock, others, ...days], () => new Map<Month, Fitting>());
}

/** What each rep's work was to bring, by the ratios that the months before told; overrides are left out. */
function foretell(state: PlanState, month: Month, steps: readonly StepRatios[]): Foretold {
  const { org, plan } = state;
  const stockStep = stockStepOf(state, steps);
  const chain: OddsChain = {
    steps,
    stockStep,
    lag: lagFrom(state, { month, from: 0 }, []),
    other: otherForetold(state, month),
    used: steps.map(({ used }) => used),
    overrides: steps.map(() => null),
    inHand: ofReps(org, stockStep < 0 ? undefined : plan.inHand.get(month), 0),
  };
  return org.repKeys.map((_, rep) => repOdds(org, chain, rep));
}
