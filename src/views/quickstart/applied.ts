import type { Change, RecordEntry } from '../../model/diff.ts';

/** Records with changes worked into them. */
export function applied(start: readonly RecordEntry[], changes: readonly Change[]): RecordEntry[] {
  const records = new Map(start);
  for (const change of changes) {
    if ('create' in change) records.set(change.create, change.values);
    else if ('remove' in change) records.delete(change.remove);
    else records.set(change.id, { ...records.get(change.id), [change.field]: change.value });
  }
  return [...records];
}
