import { wrap } from 'comlink';
import type { Page } from '../plan-file/job.ts';
import type { GivenFiles } from './job.ts';

const meta = () => ({ app: __APP_VERSION__, savedAt: Date.now() });

/** Files of one plan, made off the page. Its worker lives until `close`. */
export interface FilesToGive {
  /** The bytes of the whole plan's file. */
  whole(): Promise<Uint8Array>;
  close(): void;
}

/** Starts the worker and hands the plan over to it; rejects when it dies, as for want of memory. */
export async function filesToGive(id: string, pages: readonly Page[]): Promise<FilesToGive> {
  const worker = new Worker(new URL('../../../workers/share.worker.ts', import.meta.url), { type: 'module' });
  const files = wrap<GivenFiles>(worker);
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'no files')));
  });
  died.catch(() => undefined);
  const alive = <T>(work: Promise<T>): Promise<T> => Promise.race([work, died]);
  await alive(files.open(id, pages));
  return { whole: () => alive(files.whole(meta())), close: () => worker.terminate() };
}
