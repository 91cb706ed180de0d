import type { BackcastMode, LagNote } from '../../../model/planning.ts';
import { dayOf, type Day, type Month } from '../../../model/time.ts';
import { daysUntil } from '../../lag/lag-curve.ts';
import { landingShare } from '../../lag/landing.ts';
import type { MonthChain } from '../month-chain.ts';
import { underWayMoney } from '../month-lag.ts';
import type { PlanState } from '../plan-state.ts';

/** Work that is begun this long before the end lands in time nine times in ten. */
const IN_TIME = 0.9;

/** What the chain's lag does to a unit's month; null where everything happens on its day. */
export function lagNote(
  state: PlanState,
  chain: MonthChain,
  month: Month,
  reps: readonly number[],
  mode: BackcastMode,
): LagNote | null {
  const { lags } = state;
  if (!lags) return null;
  const sum = (of: (rep: number) => number): number => reps.reduce((total, rep) => total + (of(rep) || 0), 0);
  const spillIn = underWayMoney(state, { month, from: 0 }, chain.used);
  const start = chain.expected.start;
  const open = chain.lag;
  const expected = (rep: number): number => chain.other?.ofGoal.expected[rep] ?? 0;
  const missing = (rep: number): number =>
    Math.max(0, (chain.expected.target[rep] ?? NaN) - expected(rep) - (open?.underWay[rep] ?? 0));
  const inTime = (rep: number): number => missing(rep) * (open?.landing[rep] ?? 1);
  const from = mode === 'toGo' ? state.elapsed(month) : 0;
  return {
    spillIn: sum((rep) => spillIn[rep] ?? 0),
    spillOut: sum((rep) => (start[rep] ?? 0) * (1 - landingOf(state, chain, rep, from))),
    underWay: open ? sum((rep) => open.underWay[rep] ?? 0) : null,
    missing: sum(missing),
    feasible: open ? sum(inTime) : null,
    latest: chain.steps.map(({ step }, at) => ({
      measure: step.from,
      day: lastUsefulDay(chain, reps[0], daysUntil(lags.curves[at]!, IN_TIME)),
    })),
  };
}

const landingOf = (state: PlanState, { month }: MonthChain, rep: number, from: number): number => {
  const weights = month.weights[rep]!;
  return landingShare(state.lags!.whole, { weights, from, until: weights.length, after: 0 });
};

/** The working day with so many working days after it in the month; null = it lies before the month. */
function lastUsefulDay({ month }: MonthChain, rep: number | undefined, before: number): Day | null {
  const weights = month.weights[rep ?? 0];
  let after = 0;
  for (let day = (weights?.length ?? 0) - 1; day >= 0; day--) {
    const weight = weights?.[day] ?? 0;
    if (weight > 0 && after >= before) return dayOf(month.days.first + day);
    after += weight;
  }
  return null;
}
