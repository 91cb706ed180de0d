import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { fail, ok, type Result } from '../model/failure.ts';
import type { TableReader } from './import/reader.ts';
import type { DraftRequest, ImportDraft, Progress, ReadOptions, TableInfo } from './import/types.ts';

export interface OpenTable {
  readonly info: TableInfo;
  /** With another encoding or delimiter. */
  reread(options: ReadOptions): Promise<Result<TableInfo>>;
  draft(request: DraftRequest, onProgress?: Progress): Promise<ImportDraft>;
  /** Header and rows as read, as CSV text. */
  csvOf(headerRows: readonly number[], rows: readonly number[]): Promise<string>;
  /** Ends the worker and what it holds; a running call never resolves. */
  close(): void;
}

export interface OpenOptions {
  readonly read?: ReadOptions;
  readonly onProgress?: Progress;
  /** Aborting ends the worker at once; the answer is the failure `cancelled`. */
  readonly signal?: AbortSignal;
}

export interface FilesClient {
  openTable(source: Blob | string, options?: OpenOptions): Promise<Result<OpenTable>>;
}

/** A reader off the page, and how to end it. */
interface Started {
  readonly reader: Pick<Remote<TableReader>, 'open' | 'reopen' | 'draft' | 'csvOf'>;
  readonly end: () => void;
}

function startWorker(): Started {
  const worker = new Worker(new URL('../../workers/files.worker.ts', import.meta.url), { type: 'module' });
  const reader = wrap<TableReader>(worker);
  return {
    reader,
    end: () => {
      reader[releaseProxy]();
      worker.terminate();
    },
  };
}

const proxied = (progress: Progress | undefined) => (progress ? proxy(progress) : undefined);

function openTableOf({ reader, end }: Started, info: TableInfo): OpenTable {
  return {
    info,
    reread: (options) => reader.reopen(options),
    draft: (request, onProgress) => reader.draft(request, proxied(onProgress)),
    csvOf: (headerRows, rows) => reader.csvOf(headerRows, rows),
    close: end,
  };
}

const aborted = (signal: AbortSignal | undefined): Promise<ReturnType<typeof fail>> =>
  new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(fail('cancelled')), { once: true });
  });

/** Reads files in a worker of their own: one per open table, so that cancelling is ending it. */
export function createFilesClient(start: () => Started = startWorker): FilesClient {
  return {
    async openTable(source, { read = {}, onProgress, signal } = {}) {
      if (signal?.aborted) return fail('cancelled');
      const started = start();
      const opened = await Promise.race([
        started.reader.open(source, read, proxied(onProgress)),
        aborted(signal),
      ]);
      if (opened.ok) return ok(openTableOf(started, opened.value));
      started.end();
      return opened;
    },
  };
}
