import { ok, type Result } from '../model/failure.ts';
import { IndexedStorage } from './indexed.ts';
import { openDatabase, type DatabaseEvents } from './opening.ts';
import type { PlanStorage } from './storage.ts';

export { removeDatabase } from './opening.ts';

/** The database of this name as a storage. */
export async function openIndexed(events: DatabaseEvents, name: string): Promise<Result<PlanStorage>> {
  const opened = await openDatabase(events, name);
  return opened.ok ? ok(new IndexedStorage(opened.value)) : opened;
}
