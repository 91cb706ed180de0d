import type { OverrideAlert } from '../../../model/planning.ts';
import { dayNumber, monthOfDay, type Month } from '../../../model/time.ts';
import { BUDGET } from '../../track/alerts/budget.ts';
import { bandOf, expectedOf } from '../../track/alerts/spread.ts';
import { judge, type StepMonth } from '../../review/luck.ts';
import { repsUnder } from '../org.ts';
import type { Override } from '../overrides.ts';
import type { PlanState } from '../plan-state.ts';
import { beliefOf } from '../beliefs.ts';
import { stepMonths } from './step-months.ts';
import { lastMonth, spanOf, weeksSoFar, type Window } from './looked.ts';

/** How sure an override is (METHODS 1): trials, events, and spread of a value. */
const TRIALS = 400;
const SPREAD = 0.05;
const LOOKS = 5;

/** Overrides in force that what was counted since they were set speaks against. */
export function overridesContradicted(state: PlanState): OverrideAlert[] {
  const { steps } = state;
  return steps.flatMap((ratios, at) =>
    state.org.units.flatMap(({ key }, unit): OverrideAlert[] => {
      const override = state.plan.overrideOf(key, ratios.step.measure, state.running);
      const looked = override && windowOf(state, override, steps[at]!.step.lags.length > 0);
      if (!override || !looked) return [];
      const months = stepMonths(state, ratios, looked);
      const known = repsUnder(state.org, unit).flatMap((rep) => months[rep] ?? []);
      const judged = known.length > 0 ? asIfRight(known, override.ratio) : null;
      if (!judged || !(judge(judged).p < BUDGET.override / LOOKS)) return [];
      const { kind, x, n } = judged;
      const { measure, from } = ratios.step;
      return [
        {
          rule: 'override',
          severity: 'decide',
          signature: `override.${key}.${measure}.${override.from}`,
          ...{ unit: key, measure, from, step: ratios.step.kind, month: override.from },
          ...{ window: spanOf(looked), ratio: override.ratio, x, n, counted: x / n },
          ...bandOf(kind, n, expectedOf(judged)),
          record: beliefOf(state.org, ratios, unit)?.used ?? NaN,
          chance: judge(judged).p,
        },
      ];
    }),
  );
}

/** From the day that it was set, or the month that it holds from, up to the end of the last week. */
function windowOf(state: PlanState, { from, setOn }: Override, lags: boolean): Window | null {
  const since = Math.max(state.days(from).first, setOn === null ? 0 : dayNumber(setOn));
  const running = weeksSoFar(state);
  if (running && !lags) {
    const start = Math.max(since, running.from - YEAR);
    return running.to >= start ? { ...running, from: start } : null;
  }
  const last = lastMonth(state);
  const begun: Month = monthOfDay(setOn ?? state.asOf, state.plan.settings.cutoffDay);
  return from <= last.month && (setOn === null || begun < last.month) ? last : null;
}
const YEAR = 365;

/** All counts under the override's ratio, as sure as an override is, with the month noise that ratios have. */
function asIfRight(months: readonly StepMonth[], ratio: number): StepMonth {
  const [first] = months;
  const sum = (of: 'x' | 'n' | 'trials'): number => months.reduce((total, month) => total + month[of], 0);
  const { rho, kind, belief } = first!;
  const noise = rho + (1 - rho) / (TRIALS + 1);
  return {
    ...{ kind, x: sum('x'), n: sum('n'), trials: sum('trials'), rho },
    belief: {
      ...{ shrunk: ratio, A: TRIALS, S: 1 / noise - 1, a: TRIALS, omega: belief.omega || 0 },
      ...{ vv: (SPREAD * ratio) ** 2, s2: belief.s2 >= 0 ? belief.s2 : ratio ** 2 },
    },
  };
}
