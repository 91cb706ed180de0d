import type { Change, RecordChange } from '../../model/diff.ts';
import { keysOf, kindOf, SETTINGS_ID } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { minutesField } from '../../model/records/unit.ts';
import type { PlanCopy } from './plan-copy.ts';

/**
 * The records as some changes leave them, for a copy of the plan: settings and units keep their other fields; any other
 * record is changed in all its fields or has only one.
 */
export function recordsAfter(
  plan: Pick<PlanCopy, 'settings' | 'units'>,
  changes: readonly Change[],
): RecordChange[] {
  const records = new Map<string, Values | null>();
  for (const change of changes) {
    if ('create' in change) records.set(change.create, change.values);
    else if ('remove' in change) records.set(change.remove, null);
    else {
      const before = records.get(change.id) ?? valuesOf(plan, change.id);
      records.set(change.id, { ...before, [change.field]: change.value });
    }
  }
  return [...records].map(([id, values]) => ({ id, values }));
}

function valuesOf({ settings, units }: Pick<PlanCopy, 'settings' | 'units'>, id: string): Values {
  if (id === SETTINGS_ID) return { ...settings };
  const unit = kindOf(id) === 'unit' ? units.get(keysOf(id)[0] ?? '') : undefined;
  if (!unit) return {};
  const { minutes, leave, ...values } = unit;
  const ofMeasures = Array.from(minutes, ([measure, each]) => [minutesField(measure), each] as const);
  return { ...values, leave: leave.map((away) => ({ ...away })), ...Object.fromEntries(ofMeasures) };
}
