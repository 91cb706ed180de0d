import { StorageRefusal } from './failure-of.ts';
import type { KnownState, PlanRow } from './storage.ts';

/** What was worked out on an older state must not be written over a newer one. */
export function refuseMoved(row: PlanRow, { seq, exports }: KnownState): void {
  if (row.seq !== seq || row.exports !== exports) throw new StorageRefusal({ code: 'planMoved' });
}
