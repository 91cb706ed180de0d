import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import type { TaskEditAnswer, TaskEditQuery } from '../../../model/planning.ts';
import { monthsOf } from '../../../model/time.ts';
import { seasonShares } from '../../goals/season.ts';
import { shareOut } from '../../goals/share-out.ts';
import type { PlanState } from '../plan-state.ts';

/** What a task of several months comes to in each of them: by the tasks that they have, else by season. */
export function taskEditAnswer({ plan }: PlanState, { unit, span, amount }: TaskEditQuery): TaskEditAnswer {
  const months = monthsOf(span);
  const known = months.map((month) => plan.tasks.get(month)?.get(unit));
  const present = known.map((task) => task ?? 0);
  const weights = present.some((task) => task > 0) ? present : seasonShares(months, plan.season);
  const parts = amount === null ? null : shareOut(amount, weights, plan.settings.splitUnit);
  const changes = months.flatMap((month, at): Change[] => {
    const id = recordId.task(unit, month);
    const value = parts ? (parts[at] ?? 0) : null;
    if (known[at] !== undefined) return [{ id, field: 'amount', value }];
    return value === null || weights[at] === 0 ? [] : [{ create: id, values: { amount: value } }];
  });
  return { kind: 'taskEdit', changes };
}
