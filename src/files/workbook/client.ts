import { releaseProxy, wrap } from 'comlink';
import type { writeBook } from './write.ts';
import type { Book } from './types.ts';

/** Writes a workbook in a worker of its own, which is loaded when the first one is asked for and ends with it. */
export async function writeWorkbook(book: Book): Promise<Uint8Array> {
  const worker = new Worker(new URL('../../../workers/workbook.worker.ts', import.meta.url), {
    type: 'module',
  });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the workbook failed')));
  });
  const remote = wrap<{ write: typeof writeBook }>(worker);
  try {
    return await Promise.race([remote.write(book), failed]);
  } finally {
    remote[releaseProxy]();
    worker.terminate();
  }
}
