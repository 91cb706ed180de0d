import type { Change, RecordEntry } from '../../src/model/diff.ts';
import type { Values } from '../../src/model/json.ts';

/** The records of a plan after some changes, as the state would have them. */
export function changed(records: readonly RecordEntry[], changes: readonly Change[]): RecordEntry[] {
  const plan = new Map<string, Values>(records);
  for (const change of changes) {
    if ('create' in change) plan.set(change.create, change.values);
    else if ('remove' in change) plan.delete(change.remove);
    else plan.set(change.id, { ...plan.get(change.id), [change.field]: change.value });
  }
  return [...plan];
}
