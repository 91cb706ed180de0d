import { keysOf } from '../../model/ids.ts';
import { monthOfDay, type Day, type Month } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';
import { unitsUnder } from '../newcomers.ts';

/** The planning month of a day. */
export const monthIn = ({ settings }: Pick<SheetContext, 'settings'>, day: Day): Month =>
  monthOfDay(day, settings.cutoffDay);

/** Whether units, or who is below them, have goals, history or actuals from a month on. */
export function hasNumbers(
  { units, ofKind }: Pick<SheetContext, 'units' | 'ofKind'>,
  keys: readonly string[],
  kind: 'goal' | 'history' | 'actual',
  from: Month,
): boolean {
  const reps = new Set(keys.flatMap((key) => unitsUnder(units, key).map((unit) => unit.key)));
  return ofKind(kind).some(([id]) => {
    const [rep = '', month = ''] = keysOf(id);
    return month >= from && reps.has(rep);
  });
}
