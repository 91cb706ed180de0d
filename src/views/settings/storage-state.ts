export interface StorageState {
  readonly persisted: boolean;
  /** Bytes; undefined where the browser does not tell. */
  readonly used?: number;
  readonly quota?: number;
}

/** Some browsers have no StorageManager at all. */
const manager = (): Partial<StorageManager> | undefined => navigator.storage;

export async function readStorage(): Promise<StorageState> {
  try {
    const persisted = (await manager()?.persisted?.()) ?? false;
    const estimate = await manager()?.estimate?.();
    if (estimate?.usage === undefined || estimate.quota === undefined) return { persisted };
    return { persisted, used: estimate.usage, quota: estimate.quota };
  } catch {
    return { persisted: false };
  }
}

/** Asks the browser not to clear this site's data; false = it did not agree. */
export async function askToKeep(): Promise<boolean> {
  try {
    return (await manager()?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
