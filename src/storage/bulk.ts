import { fail, type Result } from '../model/failure.ts';
import type { PageText, Written } from './storage.ts';

export interface BulkJob {
  readonly database: string;
  readonly planId: string;
  readonly delta: readonly PageText[];
  readonly at: number;
}

/** A big write off the page, by a worker of its own that ends with it. */
export function joinInWorker(
  database: string,
  planId: string,
  delta: readonly PageText[],
  at: number,
): Promise<Result<Written>> {
  const worker = new Worker(new URL('../../workers/storage.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Result<Written>>((resolve) => {
    worker.onmessage = (event: MessageEvent<Result<Written>>) => resolve(event.data);
    worker.onerror = (event) => resolve(fail('storageFailed', { name: event.message }));
    worker.postMessage({ database, planId, delta, at } satisfies BulkJob);
  }).finally(() => worker.terminate());
}
