import { proxy, transfer, wrap } from 'comlink';
import type { Result } from '../../model/failure.ts';
import type { MergeProgress, PlanMerger } from '../../model/merging.ts';
import type { Page } from '../plan-file/job.ts';
import type { MergeJob } from './job.ts';

type Told = ((done: MergeProgress) => void) | undefined;
const passed = (told: Told) => (told ? proxy(told) : undefined);

/** Files are read and merged in a worker of their own; closing it is how they are cancelled. */
export function createMerger(): PlanMerger<Page> {
  const worker = new Worker(new URL('../../../workers/merge.worker.ts', import.meta.url), { type: 'module' });
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'no merging')));
    worker.addEventListener('messageerror', () => reject(new Error('unreadable answer')));
  });
  died.catch(() => undefined);
  const job = wrap<MergeJob>(worker);
  const unlessDead = <T>(call: Promise<T>): Promise<T> => Promise.race([call, died]);
  return {
    read: (files, told) => {
      const buffers = files.map(({ bytes }) => bytes.buffer);
      return unlessDead(job.read(transfer([...files], buffers), passed(told)));
    },
    pagesOf: (plan) => unlessDead<Result<readonly Page[]>>(job.pagesOf(plan)),
    preview: (plan, stored, now, told) => unlessDead(job.preview(plan, stored, now, passed(told))),
    rows: (part, from, count) => unlessDead(job.rows(part, from, count)),
    changes: (from, count) => unlessDead(job.changes(from, count)),
    delta: () => unlessDead(job.delta()),
    close: () => worker.terminate(),
  };
}
