import { fail, type Result } from '../model/failure.ts';
import type { KnownState, PageText, PlanRow, Written } from './storage.ts';

interface Pages {
  readonly pages: readonly PageText[];
}
/** One transaction that writes pages. */
export type BulkWork =
  | ({ readonly kind: 'create'; readonly row: PlanRow } & Pages)
  | ({ readonly kind: 'join'; readonly planId: string; readonly at: number } & Pages)
  | ({
      readonly kind: 'rewrite';
      readonly planId: string;
      readonly at: number;
      readonly known: KnownState;
    } & Pages);
export type BulkOutcome<W extends BulkWork> = W extends { kind: 'create' } ? undefined : Written;

export interface BulkJob {
  readonly database: string;
  readonly work: BulkWork;
}

/** A worker for one big write: started ahead of it, its code is there when the pages are. */
export const startBulkWorker = (): Worker =>
  new Worker(new URL('../../workers/storage.worker.ts', import.meta.url), { type: 'module' });

/** A big write off the page, by a worker of its own that ends with it. */
export function runInWorker<W extends BulkWork>(
  worker: Worker,
  database: string,
  work: W,
): Promise<Result<BulkOutcome<W>>> {
  return new Promise<Result<BulkOutcome<W>>>((resolve) => {
    worker.onmessage = (event: MessageEvent<Result<BulkOutcome<W>>>) => resolve(event.data);
    worker.onerror = (event) => resolve(fail('storageFailed', { name: event.message }));
    worker.postMessage({ database, work } satisfies BulkJob);
  }).finally(() => worker.terminate());
}
