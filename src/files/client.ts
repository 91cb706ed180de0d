import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { fail, ok, type Result } from '../model/failure.ts';
import type { GoalDraft, GoalRequest } from './import/goals/types.ts';
import type { TableReader } from './import/reader.ts';
import type { DraftRequest, ImportDraft, Progress, ReadOptions, TableInfo } from './import/types.ts';

export interface OpenTable {
  readonly info: TableInfo;
  /** With another encoding or delimiter, or another sheet. */
  reread(options: ReadOptions): Promise<Result<TableInfo>>;
  draft(request: DraftRequest, onProgress?: Progress): Promise<Result<ImportDraft>>;
  /** The same table read as goals. */
  goals(request: GoalRequest): Promise<Result<GoalDraft>>;
  /** Header and rows as read, as CSV text. */
  csvOf(headerRows: readonly number[], rows: readonly number[]): Promise<Result<string>>;
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

/** A reader off the page, how to end it, and what rejects once it has died. */
interface Started {
  readonly reader: Pick<Remote<TableReader>, 'open' | 'reopen' | 'draft' | 'goals' | 'csvOf'>;
  readonly end: () => void;
  readonly died?: Promise<never>;
}

function startWorker(): Started {
  const worker = new Worker(new URL('../../workers/files.worker.ts', import.meta.url), { type: 'module' });
  const reader = wrap<TableReader>(worker);
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('messageerror', () => reject(new Error('unreadable answer')));
  });
  return {
    reader,
    died,
    end: () => {
      reader[releaseProxy]();
      worker.terminate();
    },
  };
}

const proxied = (progress: Progress | undefined) => (progress ? proxy(progress) : undefined);

/** A worker dies, and a reader throws, when memory runs out: then no answer ever comes, or none that helps. */
async function unlessDead<T>({ died }: Started, call: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await (died ? Promise.race([call(), died]) : call()));
  } catch {
    return fail('fileReadingDied');
  }
}

async function flat<T>(result: Promise<Result<Result<T>>>): Promise<Result<T>> {
  const outer = await result;
  return outer.ok ? outer.value : outer;
}

function openTableOf(started: Started, info: TableInfo): OpenTable {
  const { reader, end } = started;
  return {
    info,
    reread: (options) => flat(unlessDead<Result<TableInfo>>(started, () => reader.reopen(options))),
    draft: (request, onProgress) => unlessDead(started, () => reader.draft(request, proxied(onProgress))),
    goals: (request) => unlessDead(started, () => reader.goals(request)),
    csvOf: (headerRows, rows) => unlessDead(started, () => reader.csvOf(headerRows, rows)),
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
        flat(
          unlessDead<Result<TableInfo>>(started, () =>
            started.reader.open(source, read, proxied(onProgress)),
          ),
        ),
        aborted(signal),
      ]);
      if (opened.ok) return ok(openTableOf(started, opened.value));
      started.end();
      return opened;
    },
  };
}
