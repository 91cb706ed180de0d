import { releaseProxy, wrap, type Remote } from 'comlink';
import type { SheetTable } from './sheet-table.ts';
import type { Book } from './types.ts';
import type { writeBook, writeTable } from './write.ts';

interface Writer {
  readonly write: typeof writeBook;
  readonly writeTable: typeof writeTable;
}

/** In a worker of its own, which is loaded when something is to be written and ends with it. */
async function inWorker(act: (writer: Remote<Writer>) => Promise<Uint8Array>): Promise<Uint8Array> {
  const worker = new Worker(new URL('../../../workers/workbook.worker.ts', import.meta.url), {
    type: 'module',
  });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the workbook failed')));
  });
  const remote = wrap<Writer>(worker);
  try {
    return await Promise.race([act(remote), failed]);
  } finally {
    remote[releaseProxy]();
    worker.terminate();
  }
}

/** The Backcast as a workbook that goes on calculating. */
export const writeWorkbook = (book: Book): Promise<Uint8Array> => inWorker((writer) => writer.write(book));

/** A sheet as it stands as a workbook. */
export const writeTableBook = (table: SheetTable): Promise<Uint8Array> =>
  inWorker((writer) => writer.writeTable(table));
