import type { Change, RecordChange } from '../../model/diff.ts';
import { SETTINGS_ID } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import type { Settings } from '../../model/records/settings.ts';

/**
 * The records as some changes leave them, for a copy of the plan: settings keep their other fields; any other record is
 * changed in all its fields or has only one.
 */
export function recordsAfter(settings: Settings, changes: readonly Change[]): RecordChange[] {
  const records = new Map<string, Values | null>();
  for (const change of changes) {
    if ('create' in change) records.set(change.create, change.values);
    else if ('remove' in change) records.set(change.remove, null);
    else {
      const before = records.get(change.id) ?? (change.id === SETTINGS_ID ? { ...settings } : {});
      records.set(change.id, { ...before, [change.field]: change.value });
    }
  }
  return [...records].map(([id, values]) => ({ id, values }));
}
