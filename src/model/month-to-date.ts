import type { Change } from './diff.ts';
import { keysOf, kindOf, recordId, SETTINGS_ID } from './ids.ts';
import type { Values } from './json.ts';
import { parseSettings } from './records/read.ts';
import { monthOfDay, type Day, type Month } from './time.ts';

type Get = (id: string) => Values | undefined;

const idOf = (change: Change): string =>
  'create' in change ? change.create : 'remove' in change ? change.remove : change.id;

const hasNumber = (values: Values | undefined): boolean =>
  Object.values(values ?? {}).some((value) => typeof value === 'number');

/** A day in the running month of somebody whose month was entered as a whole before. */
const beginsDays = (id: string, running: Month, cutoffDay: number, get: Get): string | null => {
  const [unit = '', period = ''] = keysOf(id);
  if (kindOf(id) !== 'actual' && kindOf(id) !== 'systemActual') return null;
  if (monthOfDay(period, cutoffDay) !== running || get(recordId.monthToDate(unit, running))) return null;
  return hasNumber(get(recordId.history(unit, running))) ? unit : null;
};

/** The running month entered as a whole again, beside its days. */
const entersMonth = (id: string, running: Month, get: Get): string | null => {
  const [unit = '', period = ''] = keysOf(id);
  const isMonth = kindOf(id) === 'history' && period === running;
  return isMonth && get(recordId.monthToDate(unit, running)) ? unit : null;
};

/**
 * What goes with changes of the running month, so that days do not take the place of what was entered for the month
 * before there were any: until which day the month's own row counts. `today`: the first day that it does not hold.
 */
export function monthToDateChanges(changes: readonly Change[], get: Get, today: Day): Change[] {
  const { cutoffDay } = parseSettings(get(SETTINGS_ID) ?? {});
  const running = monthOfDay(today, cutoffDay);
  const begun = new Set<string>();
  const entered = new Set<string>();
  for (const change of changes) {
    const id = idOf(change);
    const beginner = beginsDays(id, running, cutoffDay, get);
    if (beginner !== null) begun.add(beginner);
    const again = entersMonth(id, running, get);
    if (again !== null) entered.add(again);
  }
  return [
    ...[...begun].map((unit) => ({ create: recordId.monthToDate(unit, running), values: { until: today } })),
    ...[...entered].map((unit) => ({
      id: recordId.monthToDate(unit, running),
      field: 'until',
      value: today,
    })),
  ];
}
