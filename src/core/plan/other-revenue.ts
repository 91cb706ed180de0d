import type { Month } from '../../model/time.ts';
import type { OtherOdds } from '../odds/other-odds.ts';
import { movedAmounts } from './month-lag.ts';
import { ofReps } from './org.ts';
import { otherRecords, type OtherRecord } from './other-record.ts';
import type { PlanState } from './plan-state.ts';
import { weightsFrom } from './rep-months.ts';

/** Money of a month that comes in beside the chain, of all kinds together; columns by rep. */
export interface OtherRevenue {
  /** What has come in. */
  readonly come: Float64Array;
  /** What a whole month brings. */
  readonly mean: Float64Array;
  /** Share of the month's working days that is left, 0..1. */
  readonly left: Float64Array;
  /** What is still expected: the mean × the share that is left. */
  readonly expected: Float64Array;
  /** In and expected. */
  readonly total: Float64Array;
  /** Of what is still expected. */
  readonly variance: Float64Array;
  /** As `come` and `expected`, of the goals that the month's work is for. */
  readonly ofGoal: { readonly come: Float64Array; readonly expected: Float64Array };
}

/** null: the plan keeps no other revenue. `moved`: the month's work is for the goals of later months. */
export function otherRevenue(state: PlanState, month: Month, moved: boolean): OtherRevenue | null {
  if (state.plan.others.size === 0) return null;
  const own = ofMonth(state, month);
  if (!moved) return { ...own, ofGoal: own };
  const ofGoal = {
    come: movedAmounts(state, month, (later) => ofMonth(state, later).come),
    expected: movedAmounts(state, month, (later) => ofMonth(state, later).expected),
  };
  return { ...own, ofGoal };
}

function ofMonth(state: PlanState, month: Month): Omit<OtherRevenue, 'ofGoal'> {
  const { org, plan } = state;
  const records = otherRecords(state);
  const { weights, workingDays } = state.month(month);
  const daysLeft = weightsFrom(weights, state.elapsed(month));
  const left = workingDays.map((days, rep) => (days > 0 ? daysLeft[rep]! / days : 0));
  const come = new Float64Array(left.length);
  const mean = new Float64Array(left.length);
  const variance = new Float64Array(left.length);
  for (const { kind, reps } of records) {
    const entered = ofReps(org, plan.history.column(kind.key, month), 0);
    reps.forEach((record, rep) => {
      const share = left[rep]!;
      come[rep]! += entered[rep]!;
      mean[rep]! += record.mean;
      variance[rep]! += record.spread * share + record.doubt * share ** 2;
    });
  }
  const expected = mean.map((amount, rep) => amount * left[rep]!);
  const total = come.map((amount, rep) => amount + expected[rep]!);
  return { come, mean, left, expected, total, variance };
}

/** How much of it there will be, as far as that can be told; columns by rep. */
export interface OtherSpread {
  readonly variance: Float64Array;
  readonly ofGoal: Pick<OtherRevenue['ofGoal'], 'expected'>;
}

/** What a rep's other revenue adds to the money that work brings. */
export const otherOdds = ({ variance, ofGoal }: OtherSpread, rep: number): OtherOdds => ({
  mean: ofGoal.expected[rep]!,
  variance: variance[rep]!,
});

/** What a whole month was to bring, by the records of the months before it; null where the plan keeps none. */
export function otherForetold(state: PlanState, month: Month): OtherSpread | null {
  if (state.plan.others.size === 0) return null;
  const records = otherRecords(state, state.evidence.before(month));
  const { workingDays } = state.month(month);
  const sums = (of: (record: OtherRecord['reps'][number]) => number): Float64Array =>
    workingDays.map((days, rep) =>
      days > 0 ? records.reduce((sum, { reps }) => sum + of(reps[rep]!), 0) : 0,
    );
  return {
    variance: sums(({ spread, doubt }) => spread + doubt),
    ofGoal: { expected: sums(({ mean }) => mean) },
  };
}

/** What of all kinds came in, by rep. */
export function otherCome({ org, plan }: PlanState, month: Month): Float64Array {
  const come = new Float64Array(org.reps.length);
  for (const kind of plan.others.keys())
    ofReps(org, plan.history.column(kind, month), 0).forEach((amount, rep) => (come[rep]! += amount));
  return come;
}
