import type { BackcastMode } from '../../model/planning.ts';
import { addMonths, type Month } from '../../model/time.ts';
import { daysUntil } from '../lag/lag-curve.ts';
import { landingShare } from '../lag/landing.ts';
import { ofReps } from './org.ts';
import type { PlanState } from './plan-state.ts';
import { underWay, type Span } from './under-way.ts';

/** What a lag does to what is still to do in the running month; columns by rep. */
export interface MonthLag {
  /** Counts (or money) of the base measure, begun before today, that land in the rest of the month. */
  readonly counts: Float64Array;
  /** The step that the base measure goes into; -1 = what is in hand is what is under way. */
  readonly base: number;
  /** E_open: the money that they land. */
  readonly underWay: Float64Array;
  /** F̄: the share of new work that lands in time. */
  readonly landing: Float64Array;
}

/** E_open and F̄ of what is still to do (METHODS 2); null where nothing takes longer than its day, or in a month to come. */
export function monthLag(
  state: PlanState,
  month: Month,
  mode: BackcastMode,
  used: readonly Float64Array[],
): MonthLag | null {
  if (mode === 'goal' || month > state.running) return null;
  return lagFrom(state, { month, from: state.elapsed(month) }, used);
}

/** The same from any day of a month on; of a month that is over, by what was under way then. */
export function lagFrom(state: PlanState, span: Span, used: readonly Float64Array[]): MonthLag | null {
  const { lags } = state;
  if (!lags) return null;
  const { month, from } = span;
  const { weights } = state.month(month);
  const landing = Float64Array.from(weights, (days) =>
    landingShare(lags.whole, { weights: days, from, until: days.length, after: 0 }),
  );
  const { base } = lags;
  const counts = base < 0 ? new Float64Array(weights.length) : underWay(state, lags, span);
  return { counts, base, underWay: worthOf(counts, base, used), landing };
}

/** Counts of the base measure, taken to money by the used ratios. */
const worthOf = (counts: Float64Array, base: number, used: readonly Float64Array[]): Float64Array =>
  counts.map((count, rep) => {
    let worth = count;
    for (let at = 0; at <= base; at++) worth *= used[at]?.[rep] ?? NaN;
    return worth > 0 ? worth : 0;
  });

/** The money by rep that work begun before a span lands in it; zeros without a lag. */
export function underWayMoney(state: PlanState, span: Span, used: readonly Float64Array[]): Float64Array {
  const { lags, org } = state;
  if (!lags || lags.base < 0) return new Float64Array(org.reps.length);
  return worthOf(underWay(state, lags, span), lags.base, used);
}

/** Half of what is begun lands later than this: then a month's work is not for its own goal. */
const SAME_MONTH = 20;

/**
 * The goals that a whole month's work is for. While half of it lands within 20 working days the same-month ratio sets
 * the level, as it contains what the months before bring in (METHODS 6). Beyond that each goal moves to the months in
 * which its work must start: Σ_j s_j · goal of month + j, s_j the share of this month's work that lands then. Goals that
 * are not set yet are taken as this month's, so that a steady plan asks for exactly its goal. null: the month's own goals.
 */
export function movedGoals(state: PlanState, month: Month, goals: Float64Array): Float64Array | null {
  const { lags, org, plan } = state;
  if (!lags || daysUntil(lags.whole, 0.5) < SAME_MONTH) return null;
  return movedAmounts(state, month, (later) =>
    later === month ? goals : ofReps(org, plan.goals.get(later), NaN),
  );
}

/** The same shares of any amounts by month and rep; what is not known of a later month is as in this one. */
export function movedAmounts(
  state: PlanState,
  month: Month,
  amountsOf: (month: Month) => Float64Array,
): Float64Array {
  const lags = state.lags!;
  const goals = amountsOf(month);
  const moved = new Float64Array(goals.length);
  const landed = new Float64Array(goals.length);
  const after = new Float64Array(goals.length);
  for (let ahead = 0; ahead === 0 || after.some((days) => days < lags.whole.length); ahead++) {
    const later = addMonths(month, ahead);
    const there = amountsOf(later);
    const { weights } = state.month(month);
    const days = state.month(later).workingDays;
    for (let rep = 0; rep < goals.length; rep++) {
      if (ahead > 0) after[rep]! += days[rep] || USUAL_DAYS;
      const own = weights[rep]!;
      const share = landingShare(lags.whole, {
        weights: own,
        from: 0,
        until: own.length,
        after: after[rep]!,
      });
      const amount = there[rep]!;
      moved[rep]! += (share - landed[rep]!) * (Number.isNaN(amount) ? goals[rep]! : amount);
      landed[rep] = share;
    }
  }
  return moved;
}

/** Stands in for the working days of months in which a rep has none, so that the look ahead ends. */
const USUAL_DAYS = 21;
