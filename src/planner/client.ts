import { releaseProxy, wrap } from 'comlink';
import type { RecordChange, RecordEntry } from '../model/diff.ts';
import type { AnswerTo, Query } from '../model/planning.ts';
import type { Day } from '../model/time.ts';
import { orderedClient, type DistantPlanner } from './ordered.ts';

/**
 * The planner as the page sees it. Each change raises the revision; an answer that belongs to an older revision than
 * the newest one already known is dropped (resolves to null), so a late answer never overwrites a newer one.
 */
export interface PlannerClient {
  load(records: readonly RecordEntry[], asOf: Day): void;
  apply(changes: readonly RecordChange[]): void;
  read<Q extends Query>(query: Q): Promise<AnswerTo<Q> | null>;
  dispose(): void;
}

/** The planner in a worker of its own. When the worker fails, open and later questions are rejected. */
export function createWorkerPlanner(): PlannerClient {
  const worker = new Worker(new URL('../../workers/planner.worker.ts', import.meta.url), { type: 'module' });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the planner failed')));
  });
  failed.catch(() => undefined);
  const remote = wrap<DistantPlanner>(worker);
  return orderedClient(
    {
      load: (records, asOf) => Promise.race([remote.load(records, asOf), failed]),
      apply: (changes) => Promise.race([remote.apply(changes), failed]),
      read: (query) => Promise.race([remote.read(query), failed]),
    },
    () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  );
}
