import type { Result } from '../../model/failure.ts';
import { close, openDatabase } from '../opening.ts';
import { VersionStore } from './store.ts';
import type { VersionAsked, VersionInfo } from './version.ts';

/** Opens the database for one piece of work, so that it never blocks an upgrade for long. */
async function withStore<T>(
  database: string,
  work: (store: VersionStore) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await openDatabase({ blocked: () => undefined, lost: () => undefined }, database);
  if (!opened.ok) return opened;
  try {
    return await work(new VersionStore(opened.value));
  } finally {
    close(opened.value);
  }
}

/** What is done with versions off the page. */
export class VersionWork {
  keep(database: string, asked: VersionAsked, read: () => void): Promise<Result<VersionInfo | null>> {
    return withStore(database, (store) => store.keep(asked, read));
  }
}
