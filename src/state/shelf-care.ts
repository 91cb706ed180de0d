import type { PlanStorage } from '../storage/storage.ts';
import { encodeSlowly } from './encoding.ts';
import type { Session } from './session.svelte.ts';

/*
 * What the shelf does now and then for what it keeps: fetched when it is due.
 */

/** What the type library promises and some browsers (WebKitGTK, tests) lack. */
const device = globalThis as {
  readonly navigator?: {
    readonly storage?: Partial<StorageManager>;
    readonly serviceWorker?: ServiceWorkerContainer;
  };
  readonly caches?: CacheStorage;
  readonly localStorage?: Storage;
  readonly sessionStorage?: Storage;
};

/** Asks the browser not to clear this site's data when space runs short. Without the API there is nothing to ask. */
export async function askToPersist(): Promise<void> {
  const storage = device.navigator?.storage;
  try {
    if (!(await storage?.persisted?.())) await storage?.persist?.();
  } catch {
    // A refusal changes nothing: the data stays best effort.
  }
}

/** What the app keeps on this device beside its database. */
export async function clearDevice(): Promise<void> {
  for (const store of ['localStorage', 'sessionStorage'] as const) {
    try {
      device[store]?.clear();
    } catch {
      // Refused by privacy settings: then nothing is kept there either.
    }
  }
  const { caches } = device;
  if (caches) for (const key of await caches.keys()) await caches.delete(key);
  const registrations = await device.navigator?.serviceWorker?.getRegistrations();
  for (const registration of registrations ?? []) await registration.unregister();
}

/** Stores what is open and could not be stored before. */
export async function storeAgain(storage: PlanStorage, sessions: Iterable<Session>): Promise<void> {
  for (const session of sessions) {
    const read = await storage.read(session.planId, session.row.seq);
    // Made in memory while there was no database.
    if (!read.ok && storage.keeps) await storage.create(session.row, await encodeSlowly(session.facts));
    await session.retry();
  }
}
