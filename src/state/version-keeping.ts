import type { Change } from '../model/diff.ts';
import { ok, type Failure, type Result } from '../model/failure.ts';
import type { Day } from '../model/time.ts';
import type { PlanStorage } from '../storage/storage.ts';
import { inVersionsWorker } from '../storage/versions/client.ts';
import type { VersionStore } from '../storage/versions/store.ts';
import type { VersionAsked, VersionInfo } from '../storage/versions/version.ts';
import { reasonToKeep, type Occasion } from './reason-to-keep.ts';
import type { Session } from './session.svelte.ts';

/** A plan of so many records is read and packed off the page. */
const MANY_RECORDS = 5000;

/** The plan to be kept, open or not. */
export interface KeptPlan {
  readonly storage: PlanStorage;
  readonly plan: string;
  readonly session: Pick<Session, 'facts' | 'asOf'> | undefined;
  /** Where it is not open. */
  readonly day: Day;
  readonly at: number;
  /** It could not be kept: said, but nothing waits for it. */
  readonly failed: (failure: Failure) => void;
}

const goesOffPage = (records = Infinity): boolean => records >= MANY_RECORDS && typeof Worker !== 'undefined';

const keep = (
  store: VersionStore,
  asked: VersionAsked,
  isBig: boolean,
  read: () => void,
): Promise<Result<VersionInfo | null>> =>
  isBig
    ? inVersionsWorker((versions, proxied) => versions.keep(store.database, asked, proxied(read)))
    : store.keep(asked, read);

/** Keeps a version where an act asks for one, or the day. Resolves as soon as the plan has been read. */
export function keepVersion(
  { storage, plan, session, day, at, failed }: KeptPlan,
  occasion: Occasion,
  changes: readonly Change[],
): Promise<void> {
  const reason = reasonToKeep(occasion, changes);
  if (!reason) return Promise.resolve();
  const count = typeof occasion === 'string' ? undefined : occasion.count;
  const asked = { plan, reason, at, day: session?.asOf ?? day, ...(count !== undefined && { count }) };
  return new Promise((read) => {
    void keepAndThin(storage, asked, goesOffPage(session?.facts.size), read).then((kept) => {
      if (!kept.ok) failed(kept.failure);
      read();
    });
  });
}

/** Keeps a version by hand. Resolves when it is there. */
export const keepVersionNow = (storage: PlanStorage, asked: VersionAsked): Promise<Result<unknown>> =>
  keepAndThin(storage, asked, true, () => undefined);

async function keepAndThin(
  storage: PlanStorage,
  asked: VersionAsked,
  isBig: boolean,
  read: () => void,
): Promise<Result<unknown>> {
  const store = await storage.versions();
  if (!store) return ok(null);
  const kept = await keep(store, asked, isBig, read);
  const thinned = await store.thin(asked.plan, asked.at);
  // What does not fit is tried once more without what has had its time.
  return kept.ok || kept.failure.code !== 'storageFull' || !thinned.ok
    ? kept
    : keep(store, asked, isBig, read);
}
