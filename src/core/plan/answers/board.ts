import type { BoardAnswer, BoardQuery, BoardSum } from '../../../model/planning.ts';
import { moneyOf } from '../aims.ts';
import { endAtPace, expectedOf, highOf, lowOf } from '../month-end.ts';
import { monthPace, type MonthPace } from '../month-pace.ts';
import { chanceOf, comeIn, monthOdds, paceWork, type MonthOdds } from '../odds-of-month.ts';
import { ofReps, placeOf, repsUnder } from '../org.ts';
import { otherKinds } from '../other-record.ts';
import type { PlanState } from '../plan-state.ts';
import { funnelOf } from '../standing/funnel.ts';

/** One unit's month as its board tells it. */
export function boardAnswer(state: PlanState, { month, unit: key }: BoardQuery): BoardAnswer {
  const unit = placeOf(state.org, key);
  const reps = unit === -1 ? [] : repsUnder(state.orgOf(month), unit);
  const pace = monthPace(state, month);
  const given = monthOdds(state, month);
  return {
    ...{ kind: 'board', month, unit: key, reps: reps.length },
    sum: {
      ...moneyEnds(given, unit, reps),
      ...workOf(pace, given.chain.goal, reps),
      ...besides(state, given, pace, reps),
    },
    measures: funnelOf(state, month, unit),
  };
}

/** NaN where nobody has a number. */
const total = (reps: readonly number[], of: (rep: number) => number): number =>
  reps.reduce((sum, rep) => (Number.isNaN(of(rep)) ? sum : (sum || 0) + of(rep)), NaN);

function moneyEnds(given: MonthOdds, unit: number, reps: readonly number[]) {
  const end = endAtPace(given, unit);
  return {
    goal: total(reps, (rep) => given.chain.goal[rep] ?? NaN),
    won: total(reps, (rep) => comeIn(given.chain, rep)),
    expected: end ? expectedOf(end) : NaN,
    low: end ? lowOf(end) : NaN,
    high: end ? highOf(end) : NaN,
    chance: chanceOf(given, unit, paceWork(given, unit)),
  };
}

function workOf(
  pace: MonthPace,
  goal: Float64Array,
  reps: readonly number[],
): Pick<BoardSum, 'due' | 'done' | 'workDue' | 'daysLeft'> {
  const { employed } = pace.state.month(pace.month);
  const here = reps.filter((rep) => employed[rep]);
  const left = total(here, (rep) => (pace.sums(rep).at(-1) ?? 0) - (pace.sums(rep)[pace.today] ?? 0));
  return {
    due: total(reps, (rep) => {
      const sums = pace.sums(rep);
      return (goal[rep]! * (sums[pace.today] ?? 0)) / (sums.at(-1) || NaN);
    }),
    done: total(reps, (rep) => pace.done(0, rep)?.[pace.today] ?? NaN),
    workDue: total(reps, (rep) => pace.morning(0, rep, pace.today).due),
    daysLeft: here.length > 0 ? left / here.length : 0,
  };
}

function besides(
  state: PlanState,
  { chain }: MonthOdds,
  pace: MonthPace,
  reps: readonly number[],
): Pick<BoardSum, 'inHand' | 'inHandWorth' | 'underWay' | 'other'> {
  const kinds = otherKinds(state);
  const worth = (rep: number): number => moneyOf(chain, rep, 0) || 0;
  return {
    inHand: chain.stockStep < 0 ? NaN : total(reps, (rep) => chain.inHand[rep] ?? NaN),
    inHandWorth: chain.stockStep < 0 ? NaN : total(reps, worth),
    underWay: chain.lag ? total(reps, (rep) => chain.lag!.underWay[rep] ?? NaN) : NaN,
    other:
      kinds.length === 0
        ? null
        : kinds.map(({ key }) => {
            const come = ofReps(state.org, state.plan.history.column(key, pace.month), NaN);
            return { kind: key, come: total(reps, (rep) => come[rep] ?? NaN) };
          }),
  };
}
