import { proxy, wrap, type Remote } from 'comlink';
import { fail, type Result } from '../../model/failure.ts';
import type { VersionWork } from './work.ts';

export interface RunningVersions {
  readonly work: Remote<VersionWork>;
  /** Rejects once the worker has died. */
  readonly died: Promise<never>;
  end(): void;
}

/** A worker with the versions of a database. */
export function startVersions(): RunningVersions {
  const worker = new Worker(new URL('../../../workers/versions.worker.ts', import.meta.url), {
    type: 'module',
  });
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'no versions')));
  });
  died.catch(() => undefined);
  return { work: wrap<VersionWork>(worker), died, end: () => worker.terminate() };
}

type Proxied = (call: () => void) => () => void;

/** One piece of work in a worker of its own, which ends with it. */
export async function inVersionsWorker<T>(
  work: (versions: Remote<VersionWork>, proxied: Proxied) => Promise<Result<T>>,
): Promise<Result<T>> {
  let running: RunningVersions | null = null;
  try {
    running = startVersions();
    return await Promise.race([work(running.work, proxy), running.died]);
  } catch (error) {
    return fail('storageFailed', { name: error instanceof Error ? error.message : String(error) });
  } finally {
    running?.end();
  }
}
