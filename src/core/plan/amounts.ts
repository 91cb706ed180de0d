import type { Values } from '../../model/json.ts';
import { numberOf } from '../../model/read-record.ts';
import { isMonth, type Month } from '../../model/time.ts';

/** By month, then unit: a month is read for everybody at once. */
export type Amounts = Map<Month, Map<string, number>>;

export function putAmount(table: Amounts, unit: string, month: Month, values: Values | null): void {
  if (!isMonth(month)) return;
  const amount = numberOf(values?.['amount']);
  const units = table.get(month) ?? new Map<string, number>();
  table.set(month, units);
  if (amount === null) units.delete(unit);
  else units.set(unit, amount);
}
