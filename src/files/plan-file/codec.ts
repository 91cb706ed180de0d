import { wrap, type Remote } from 'comlink';
import type { PlanMerger } from '../../model/merging.ts';
import { createMerger } from '../merge/client.ts';
import { EXTENSION } from './format.ts';
import type { Page, PlanFiles } from './job.ts';

/** What a file system of some platform refuses in a name, or takes for a path. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/g;

/** A file's name for a plan of this name: harmless everywhere, of at most 80 characters before the extension. */
export function fileName(plan: string, extension: string = EXTENSION): string {
  const safe = plan.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
  const short = Array.from(safe)
    .slice(0, 80)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${short || 'plan'}${extension}`;
}

export interface PlanFileCodec {
  encode(id: string, pages: readonly Page[]): Promise<Uint8Array>;
  merger(): PlanMerger<Page>;
  fileName(plan: string): string;
}

/** One piece of work in a worker of its own, which ends with it. */
async function inWorker<T>(work: (files: Remote<PlanFiles>) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('../../../workers/plan-file.worker.ts', import.meta.url), {
    type: 'module',
  });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'no plan files')));
  });
  return Promise.race([work(wrap<PlanFiles>(worker)), failed]).finally(() => worker.terminate());
}

/** Plan files as this build of the app writes them. */
export const planCodec: PlanFileCodec = {
  encode: (id, pages) =>
    inWorker((files) => files.encode(id, pages, { app: __APP_VERSION__, savedAt: Date.now() })),
  merger: createMerger,
  fileName,
};
