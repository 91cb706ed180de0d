import type { ReviewAnswer, ReviewedRep, ReviewQuery } from '../../../model/planning.ts';
import { PIPELINE } from '../../../model/records/measure.ts';
import { monthOf, monthNumber, type Month } from '../../../model/time.ts';
import { causeOf, standingOf } from '../../review/cause.ts';
import { EVERYBODY, repsUnder, type Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { plannedMonth, type PlannedMonth } from '../review/planned-month.ts';
import { repMonthReview, type RepMonthReview } from '../review/rep-month.ts';
import { sumOf } from '../review/sum.ts';

/** Why months missed or passed their goals: every rep-month taken apart, and summed up. */
export function reviewAnswer(state: PlanState, query: ReviewQuery): ReviewAnswer {
  const known = knownMonths(state);
  const repsIn = (month: Month): readonly number[] => repsOf(state.orgOf(month), query.unit);
  const months = (query.months ?? lastReviewable(state, known, repsIn)).filter((month) =>
    known.includes(month),
  );
  const members = new Map(months.map((month) => [month, new Set(repsIn(month))]));
  const isIn = ({ month }: PlannedMonth, rep: number): boolean => members.get(month)?.has(rep) ?? false;
  const reps = [...new Set(months.flatMap(repsIn))];
  const planned = months.map((month) => plannedMonth(state, month));
  const { result } = state.chain;
  const steps = [...state.chain.steps].reverse();
  const reviewed: ReviewedRep[] = [];
  const all: RepMonthReview[] = [];
  for (const rep of reps) {
    const own = planned.flatMap((month) => (isIn(month, rep) && repMonthReview(month, rep, result)) || []);
    if (own.length === 0) continue;
    all.push(...own);
    const sum = sumOf(steps, own, true);
    const standing = standingOf(sum.goal, sum.gap);
    const cause = standing === 'reached' ? null : causeOf(sum);
    reviewed.push({ ...sum, unit: state.org.repKeys[rep]!, standing, cause });
  }
  const without = (missing: (month: PlannedMonth, rep: number) => boolean): string[] =>
    reps
      .filter((rep) => planned.some((month) => isIn(month, rep) && missing(month, rep)))
      .map((rep) => state.org.repKeys[rep]!);
  return {
    kind: 'review',
    ...{ months, known },
    upTo: planned.find(({ upTo }) => upTo !== null)?.upTo ?? null,
    workingDays: usualDays(state, planned),
    work: steps[0]?.from ?? null,
    lag: state.lags !== null,
    stock: state.plan.settings.pipelineKind === 'stock' && steps.some(({ measure }) => measure === PIPELINE),
    total: reviewed.length > 0 ? sumOf(steps, all, false) : null,
    reps: reviewed.sort((a, b) => a.gap - b.gap),
    withoutGoal: without(
      (month, rep) => Number.isNaN(month.goal[rep]!) && !Number.isNaN(month.actual(result)[rep]!),
    ),
    withoutResult: without((month, rep) => month.goal[rep]! > 0 && Number.isNaN(month.actual(result)[rep]!)),
  };
}

/** A unit's reps in tree order; everybody's where none is named. */
export function repsOf(org: Org, unit: string | null): number[] {
  if (unit === null) return repsUnder(org, EVERYBODY);
  const at = org.index.get(unit) ?? -1;
  return at < 0 ? [] : repsUnder(org, at);
}

/** Months with results, the running one once a day of it is over. */
function knownMonths(state: PlanState): Month[] {
  const { history } = state.plan;
  const extent = history.extent;
  if (!extent) return [];
  const last = monthNumber(state.running);
  const { result } = state.chain;
  const months: Month[] = [];
  for (let number = monthNumber(extent.from); number <= last; number++) {
    const month = monthOf(number);
    const begun = number < last || state.elapsed(month) > 0;
    if (begun && history.column(result, month).size > 0) months.push(month);
  }
  return months;
}

/** The last month that is over in which somebody has a goal and a result; else the running one. */
function lastReviewable(
  state: PlanState,
  known: readonly Month[],
  repsIn: (month: Month) => readonly number[],
): Month[] {
  const { plan, chain, org, running } = state;
  const reviewable = (month: Month): boolean => {
    const [goals, results] = [plan.goals.get(month), plan.history.column(chain.result, month)];
    return repsIn(month).some((rep) => goals?.has(org.repKeys[rep]!) && results.has(org.repKeys[rep]!));
  };
  const found = known.findLast((month) => month < running && reviewable(month)) ?? known.findLast(reviewable);
  const shown = found ?? known.at(-1);
  return shown === undefined ? [] : [shown];
}

/** Working days of the plan's own pattern, up to today where the month is not over. */
function usualDays(state: PlanState, planned: readonly PlannedMonth[]): number {
  const { pattern } = state.plan.settings;
  return planned.reduce((total, { month, upTo }) => {
    const { weights } = state.days(month);
    const counted = upTo === null ? weights[pattern] : weights[pattern].subarray(0, state.elapsed(month));
    return total + counted.reduce((sum, weight) => sum + weight, 0);
  }, 0);
}
