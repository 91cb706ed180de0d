import type { BurnUpAnswer, BurnUpQuery } from '../../../model/planning.ts';
import { dayOf } from '../../../model/time.ts';
import { endOf, expectedOf, highOf, lowOf } from '../month-end.ts';
import { monthPace, type MonthPace } from '../month-pace.ts';
import { monthOdds, paceWork } from '../odds-of-month.ts';
import { ofReps, placeOf, repsUnder } from '../org.ts';
import { otherKinds } from '../other-record.ts';
import type { PlanState } from '../plan-state.ts';
import { doneBefore } from '../rep-done.ts';

/** All that comes in for a unit's goals day by day, cumulated, with its plan by working days and what is to come at the usual pace. */
export function burnUpAnswer(state: PlanState, { month, unit: key }: BurnUpQuery): BurnUpAnswer {
  const pace = monthPace(state, month);
  const unit = placeOf(state.org, key);
  const reps = unit === -1 ? [] : repsUnder(state.orgOf(month), unit);
  const days = Array.from({ length: pace.length }, (_, at) => at);
  const goals = ofReps(state.org, state.plan.goals.get(month), NaN);
  const ahead = aheadOf(pace, unit, reps);
  return {
    kind: 'burnUp',
    ...{ month, unit: key },
    days: days.map((day) => dayOf(pace.first + day)),
    actual: actualOf(pace, reps),
    plan: Float64Array.from(days, (day) => planUntil(pace, goals, reps, day)),
    expected: Float64Array.from(days, (day) => ahead(day)?.expected ?? NaN),
    low: Float64Array.from(days, (day) => ahead(day)?.low ?? NaN),
    high: Float64Array.from(days, (day) => ahead(day)?.high ?? NaN),
  };
}

const resultOf = ({ targets }: MonthPace): number => targets.measures.length - 1;

function actualOf(pace: MonthPace, reps: readonly number[]): Float64Array | null {
  const { length, today } = pace;
  const entered = reps.flatMap((rep) => pace.done(resultOf(pace), rep) ?? []);
  if (entered.length === 0 || !hasDays(pace, reps)) return null;
  const kinds = otherKinds(pace.state).map(({ key }) => key);
  const columns = reps.flatMap((rep) => [
    pace.done(resultOf(pace), rep),
    ...kinds.map((kind) =>
      doneBefore(pace.state, pace.month, kind, pace.state.org.repKeys[rep] ?? '', pace.sums(rep)),
    ),
  ]);
  return Float64Array.from({ length }, (_, at) =>
    at <= today ? columns.reduce((sum, column) => sum + (column?.[at + 1] ?? 0), 0) : NaN,
  );
}

const hasDays = ({ state, first, length }: MonthPace, reps: readonly number[]): boolean =>
  reps.some(
    (rep) =>
      state.plan.days.sum(state.chain.result, state.org.repKeys[rep] ?? '', first, first + length - 1) !==
      null,
  );

/** The goals by each rep's working days, up to and with a day. */
const planUntil = (pace: MonthPace, goals: Float64Array, reps: readonly number[], day: number): number =>
  reps.reduce((total, rep) => {
    const goal = goals[rep]!;
    const sums = pace.sums(rep);
    const whole = sums.at(-1) ?? 0;
    return Number.isNaN(goal) || whole === 0 ? total : total + (goal * (sums[day + 1] ?? 0)) / whole;
  }, 0);

interface Ahead {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** What the usual pace brings from today until the end of a day. */
function aheadOf(pace: MonthPace, unit: number, reps: readonly number[]): (day: number) => Ahead | null {
  const { state, month, today } = pace;
  if (today >= pace.length || unit === -1) return () => null;
  const given = monthOdds(state, month);
  const work = paceWork(given, unit);
  const shareOf = (rep: number, day: number): number => {
    const sums = pace.sums(rep);
    const left = (sums.at(-1) ?? 0) - (sums[today] ?? 0);
    return left > 0 ? ((sums[day + 1] ?? 0) - (sums[today] ?? 0)) / left : 0;
  };
  const known = new Map<number, Ahead | null>();
  return (day) => {
    if (day < today || reps.length === 0) return null;
    const made = known.get(day);
    if (made !== undefined) return made;
    const end = endOf(given, unit, (rep) => work(rep) * shareOf(rep, day));
    const ahead = end && { expected: expectedOf(end), low: lowOf(end), high: highOf(end) };
    known.set(day, ahead);
    return ahead;
  };
}
