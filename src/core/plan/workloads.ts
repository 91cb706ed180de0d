import { shownPerDay } from '../../model/shown.ts';
import { minutesOfNeeds, OVER, shareOfBest, shareOfTime, type Workload } from '../load/workload.ts';
import type { MonthChain } from './month-chain.ts';
import type { PlanState } from './plan-state.ts';
import { measureMinutes, type MinutesOfMeasures } from './work-minutes.ts';
import { workTime } from './work-time.ts';

/** What every rep's day is asked for in a month, by rep. */
export interface Workloads {
  /** The measure that is the work; null = no chain. */
  readonly measure: string | null;
  /** By rep: minutes per count of each measure, from the result back to the work. */
  readonly minutes: readonly MinutesOfMeasures[];
  readonly admin: Float64Array;
  readonly reps: readonly Workload[];
}

/** The loads of a month's chain: its requirement a day against the working time and the proven best. */
export function workloads(state: PlanState, { steps, columns, month }: MonthChain): Workloads {
  const measure = steps.at(-1)?.step.from ?? null;
  const org = state.orgOf(month.days.month);
  const { available, admin } = workTime(state, org);
  const best = measure === null ? null : state.pace(measure).best;
  const minutes = measureMinutes(
    state,
    org,
    steps.map(({ step }) => step.from),
  );
  const work = columns.perDay.at(-1);
  const reps = Array.from(available, (time, rep): Workload => {
    const need = work?.[rep] ?? NaN;
    const needed = Number.isNaN(need)
      ? NaN
      : minutesOfNeeds((at) => columns.perDay[at]?.[rep] ?? NaN, minutes[rep] ?? [], admin[rep] ?? 0);
    return { needed, available: time, work: need, best: best?.[rep] ?? NaN };
  });
  return { measure, minutes, admin, reps };
}

/** More than the working time, as it is shown. */
export const isOverTime = (load: Workload): boolean => shareOfTime(load) >= OVER;

/** More than the proven best, as both are shown. */
export const isOverBest = (load: Workload, as: 'count' | 'money'): boolean =>
  shareOfBest(load) > 1 && shownPerDay(load.work, as) > shownPerDay(load.best, as);

/** Either: nobody can be asked for it. */
export const isOver = (load: Workload, as: 'count' | 'money'): boolean =>
  isOverTime(load) || isOverBest(load, as);
