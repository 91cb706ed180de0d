import { ok, type Failure, type Result } from '../model/failure.ts';
import type { PlanStorage } from '../storage/storage.ts';
import { inVersionsWorker } from '../storage/versions/client.ts';
import type { VersionStore } from '../storage/versions/store.ts';
import type { VersionAsked, VersionInfo } from '../storage/versions/version.ts';

/** A plan of so many records is read and packed off the page. */
const MANY_RECORDS = 5000;

export interface Keeping {
  readonly storage: PlanStorage;
  readonly asked: VersionAsked;
  /** How many records the plan has. */
  readonly records: number;
  /** It could not be kept: said, but nothing waits for it. */
  failed(failure: Failure): void;
}

const keep = (
  store: VersionStore,
  { asked, records }: Keeping,
  read: () => void,
): Promise<Result<VersionInfo | null>> =>
  records < MANY_RECORDS
    ? store.keep(asked, read)
    : inVersionsWorker((versions, proxied) => versions.keep(store.database, asked, proxied(read)));

/** Keeps a version and takes away old ones. Resolves as soon as the plan has been read. */
export function keepVersion(keeping: Keeping): Promise<void> {
  return new Promise((read) => {
    void keepInTime(keeping, read).then((kept) => {
      if (!kept.ok) keeping.failed(kept.failure);
      read();
    });
  });
}

async function keepInTime(keeping: Keeping, read: () => void): Promise<Result<unknown>> {
  const store = await keeping.storage.versions();
  if (!store) return ok(null);
  const kept = await keep(store, keeping, read);
  // What does not fit is tried once more without what has had its time.
  const thinned = await store.thin(keeping.asked.plan, keeping.asked.at);
  return kept.ok || kept.failure.code !== 'storageFull' || !thinned.ok ? kept : keep(store, keeping, read);
}
