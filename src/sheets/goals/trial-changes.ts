import type { Change } from '../../model/diff.ts';
import { monthOfDay, type Month, type MonthSpan } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';

const GOAL = 'goal/';
const MONTH_LENGTH = '2026-11'.length;

/** The month whose goal a change is of; null = it is of something else. By the place in the id: there may be many. */
function goalMonth(change: Change): Month | null {
  const id = 'create' in change ? change.create : 'remove' in change ? change.remove : change.id;
  if (!id.startsWith(GOAL)) return null;
  const month = id.indexOf('/', GOAL.length) + 1;
  return id.slice(month, month + MONTH_LENGTH);
}

/** What the change that is looked at makes of the goals of some months. */
export const trialChanges = ({ goals }: SheetContext, { from, to }: MonthSpan): Change[] =>
  (goals?.trial?.changes ?? []).filter((change) => {
    const month = goalMonth(change);
    return month !== null && from <= month && month <= to;
  });

/** The month that runs: those before it are over. */
export const runningMonth = ({ asOf, settings }: Pick<SheetContext, 'asOf' | 'settings'>): Month =>
  monthOfDay(asOf, settings.cutoffDay);

/** Goals among the changes that are of months before this one. */
export const changedBefore = (changes: readonly Change[], running: Month): number =>
  changes.filter((change) => (goalMonth(change) ?? running) < running).length;
