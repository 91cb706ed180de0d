import { recordId } from '../model/ids.ts';
import type { Unit } from '../model/records/unit.ts';
import { monthOfDay, monthsOf, yearOf, type Month } from '../model/time.ts';
import type { SheetContext } from './definition.ts';

/** Whoever had left before the year on the desk and has no number in it, and closed teams with nobody else: by key. */
export function goneBeforeYear(context: SheetContext): ReadonlySet<string> {
  const { month, settings, units } = context;
  const year = yearOf(month, settings.firstMonth);
  const hasLeft = ({ end }: Unit): boolean => end !== null && monthOfDay(end, settings.cutoffDay) < year.from;
  const gone = new Set<string>();
  const needed = new Set<string>();
  // Each stands before those below it.
  for (const unit of [...units].reverse()) {
    const { key, kind, parent } = unit;
    const isIn =
      !hasLeft(unit) || needed.has(key) || (kind === 'rep' && hasNumbers(context, key, monthsOf(year)));
    if (!isIn) gone.add(key);
    else if (parent !== null) needed.add(parent);
  }
  return gone;
}

function hasNumbers(context: SheetContext, rep: string, months: readonly Month[]): boolean {
  const segments = [null, ...context.ofKind('segment').map(([id]) => id.slice('segment/'.length))];
  return months.some(
    (month) =>
      context.get(recordId.history(rep, month)) !== undefined ||
      segments.some((segment) => context.get(recordId.goal(rep, month, segment)) !== undefined),
  );
}
