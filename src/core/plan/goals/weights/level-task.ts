import { quarterOf } from '../../../calendar/months.ts';
import { seasonShares } from '../../../goals/season.ts';
import { monthsOf, type Month } from '../../../../model/time.ts';
import type { PlanState } from '../../plan-state.ts';
import { repMonths, isSome, type Nothing, type RepMonths, type SpreadOver } from './spread-over.ts';

/** The tier whose threshold is a level's task. */
const TASK = 'core';

/**
 * The task of each rep's level: the threshold of the tier `core`, in a plan without one of the lowest tier that has a
 * threshold for the level. A quarterly one is split over its months by season. Who is not employed has no task.
 */
export function levelTasks(over: SpreadOver): RepMonths | Nothing {
  const { state } = over;
  const tasks = repMonths(over, (rep, month) => {
    if (!state.month(month).employed[rep]) return 0;
    const { level = null } = state.org.units[state.org.reps[rep] ?? -1] ?? {};
    return taskOf(state, level, month) * shareOfPeriod(state, month);
  });
  return isSome(tasks) ? tasks : 'noLevelTask';
}

function taskOf({ plan }: PlanState, level: string | null, month: Month): number {
  const lines = plan.tiers.of(level, month);
  return (lines.find(({ tier }) => tier.key === TASK) ?? lines[0])?.amount ?? NaN;
}

function shareOfPeriod({ plan }: PlanState, month: Month): number {
  if (plan.settings.tierPeriod === 'month') return 1;
  const quarter = monthsOf(quarterOf(month, plan.settings.firstMonth));
  return seasonShares(quarter, plan.season)[quarter.indexOf(month)] ?? 0;
}
