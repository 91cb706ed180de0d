import type { Change } from './diff.ts';
import { keysOf, kindOf, recordId, SETTINGS_ID } from './ids.ts';
import type { Values } from './json.ts';
import { parseSettings } from './records/read.ts';
import { dayNumber, dayOf, monthOfDay, type Day, type Month } from './time.ts';

type Get = (id: string) => Values | undefined;

interface Running {
  readonly today: Day;
  readonly cutoffDay: number;
}

const hasNumber = (values: Values | undefined): boolean =>
  Object.values(values ?? {}).some((value) => typeof value === 'number');

/** The unit of a day in the running month. */
function unitOfDay(id: string, running: Month, cutoffDay: number): string | null {
  const [unit = '', period = ''] = keysOf(id);
  const isDay = kindOf(id) === 'actual' || kindOf(id) === 'systemActual';
  return isDay && monthOfDay(period, cutoffDay) === running ? unit : null;
}

/** The longest month, and one day of grace. */
const DAYS = 32;

/** The running month was entered as a whole, and has no day yet. */
function isWholeYet(unit: string, { today, cutoffDay }: Running, get: Get): boolean {
  const month = monthOfDay(today, cutoffDay);
  if (get(recordId.monthToDate(unit, month)) || !hasNumber(get(recordId.history(unit, month)))) return false;
  const last = dayNumber(today);
  for (let day = last - DAYS; day <= last + DAYS; day++) {
    const date = dayOf(day);
    if (monthOfDay(date, cutoffDay) !== month) continue;
    if ([recordId.actual(unit, date), recordId.systemActual(unit, date)].some((id) => hasNumber(get(id))))
      return false;
  }
  return true;
}

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
  const units = new Set<string>();
  const entered = new Set<string>();
  for (const change of changes) {
    if ('remove' in change) continue;
    const id = 'create' in change ? change.create : change.id;
    const unit = unitOfDay(id, running, cutoffDay);
    if (unit !== null) units.add(unit);
    const again = entersMonth(id, running, get);
    if (again !== null) entered.add(again);
  }
  const begun = [...units].filter((unit) => isWholeYet(unit, { today, cutoffDay }, get));
  return [
    ...begun.map((unit) => ({ create: recordId.monthToDate(unit, running), values: { until: today } })),
    ...[...entered].map((unit) => ({
      id: recordId.monthToDate(unit, running),
      field: 'until',
      value: today,
    })),
  ];
}
