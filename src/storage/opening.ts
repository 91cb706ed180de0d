import { fail, ok, type Failure, type Result } from '../model/failure.ts';
import { Database } from './db.ts';
import { failureOf } from './failure-of.ts';
import { migrations, type Migration } from './migrations/index.ts';
import { DATABASE } from './storage.ts';

export interface DatabaseEvents {
  /** An older tab holds the database; opening goes on as soon as it lets go. */
  blocked(): void;
  /** The connection is gone: `storageUpgraded`, `storageRemoved` or `storageClosed`. */
  lost(failure: Failure): void;
}

/** Resolves when the database is open, after waiting for older tabs if it must. */
export async function openDatabase(
  events: DatabaseEvents,
  name = DATABASE,
  steps: readonly Migration[] = migrations,
): Promise<Result<Database>> {
  if (typeof indexedDB === 'undefined') return fail('storageMissing');
  const database = new Database(name, steps);
  listen(database, events);
  try {
    await database.open();
  } catch (error) {
    return { ok: false, failure: openingFailure(error) };
  }
  // Dexie opens a newer database with the old schema; this code could not know what it means.
  if (database.storedVersion < database.verno + 1) return ok(database);
  close(database);
  return fail('storageNewer');
}

/** Private modes refuse the call itself; that is not damage. */
function openingFailure(error: unknown): Failure {
  const failure = failureOf(error);
  return failure.code === 'storageClosed' ? { code: 'storageMissing' } : failure;
}

const closedByUs = new WeakSet<Database>();

export function close(database: Database): void {
  closedByUs.add(database);
  database.close();
}

function listen(database: Database, events: DatabaseEvents): void {
  database.on('blocked', () => {
    events.blocked();
    return false;
  });
  // Letting go at once lets the other tab's upgrade go on; false keeps Dexie from opening it again.
  database.on('versionchange', (event) => {
    close(database);
    events.lost({ code: event.newVersion ? 'storageUpgraded' : 'storageRemoved' });
    return false;
  });
  database.on('close', () => {
    if (!closedByUs.has(database) && database.isOpen()) events.lost({ code: 'storageClosed' });
  });
}

/** Removes the database with everything in it. Resolves also while another tab delays it. */
export function removeDatabase(name = DATABASE): Promise<Result<void>> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(ok(undefined));
    request.onblocked = () => resolve(fail('storageBlocked'));
    request.onerror = () => resolve({ ok: false, failure: failureOf(request.error) });
  });
}
