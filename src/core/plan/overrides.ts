import type { Values } from '../../model/json.ts';
import { readRecord } from '../../model/read-record.ts';
import { overrideSchema } from '../../model/records/amounts.ts';
import { isMonth, type Day, type Month } from '../../model/time.ts';

export interface Override {
  readonly ratio: number;
  readonly from: Month;
  readonly until: Month | null;
  readonly reason: string;
  readonly setOn: Day | null;
}

/** One step's overrides of one unit lie in `table` under `key`, the earliest first. */
export function putOverride(
  table: Map<string, Override[]>,
  key: string,
  from: Month,
  values: Values | null,
): void {
  const rest = (table.get(key) ?? []).filter((override) => override.from !== from);
  const override = values && readRecord(overrideSchema, values);
  if (override && isMonth(from)) rest.push({ ...override, from });
  if (rest.length === 0) table.delete(key);
  else
    table.set(
      key,
      rest.sort((a, b) => (a.from < b.from ? -1 : 1)),
    );
}

/** The override that holds in a month: of several, the latest. */
export const overrideAt = (overrides: readonly Override[] | undefined, month: Month): Override | null =>
  overrides?.filter(({ from, until }) => from <= month && (until === null || month <= until)).at(-1) ?? null;
