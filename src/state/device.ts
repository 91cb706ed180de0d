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

/** Today in this device's own time zone. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const MINUTE = 60_000;

/**
 * Calls back when it is another day than `known` says: midnight has passed, or the time zone is another. At the latest a
 * minute later, or as soon as the page is looked at again.
 */
export function onNewDay(known: () => string, turned: (day: string) => void): () => void {
  const look = () => {
    const now = today();
    if (now !== known()) turned(now);
  };
  // A timer to midnight would stand still while the device sleeps.
  const timer = setInterval(look, MINUTE);
  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pageshow', look);
  };
}
