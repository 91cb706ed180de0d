import { wrap, type Remote } from 'comlink';
import type { Result } from '../../model/failure.ts';
import type { CarriedAnswer } from '../../model/planning.ts';
import type { Month } from '../../model/time.ts';
import type { Page } from '../plan-file/job.ts';
import type { GivenFiles } from './job.ts';
import type { NamedBytes } from './zip.ts';

export type { NamedBytes } from './zip.ts';

const meta = (readOnly = false) => ({
  app: __APP_VERSION__,
  savedAt: Date.now(),
  ...(readOnly && { readOnly: true as const }),
});

/** Files of one plan, made off the page. Its worker lives until `close`. */
export interface FilesToGive {
  /** The plan has become another. */
  renew(pages: readonly Page[]): Promise<void>;
  wholeSize(): Promise<number>;
  partSize(unit: string, carried: CarriedAnswer): Promise<number | null>;
  whole(readOnly: boolean, passphrase: string | null): Promise<Uint8Array>;
  /** null = there is no such unit any more. */
  part(unit: string, carried: CarriedAnswer, passphrase: string | null): Promise<Uint8Array | null>;
  /** As small as a link needs it: with the running month alone. */
  link(unit: string, carried: CarriedAnswer, month: Month): Promise<Uint8Array | null>;
  zip(files: readonly NamedBytes[]): Promise<Uint8Array>;
  close(): void;
}

interface Started {
  readonly files: Remote<GivenFiles>;
  /** Rejects when the worker dies, as for want of memory. */
  readonly alive: <T>(work: Promise<T>) => Promise<T>;
  readonly end: () => void;
}

function start(): Started {
  const worker = new Worker(new URL('../../../workers/share.worker.ts', import.meta.url), { type: 'module' });
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'no files')));
  });
  died.catch(() => undefined);
  return {
    files: wrap<GivenFiles>(worker),
    alive: (work) => Promise.race([work, died]),
    end: () => worker.terminate(),
  };
}

/** Starts the worker and hands the plan over to it. */
export async function filesToGive(id: string, pages: readonly Page[]): Promise<FilesToGive> {
  const { files, alive, end } = start();
  await alive(files.open(id, pages));
  return {
    renew: (given) => alive(files.open(id, given)),
    wholeSize: () => alive(files.wholeSize(meta())),
    partSize: (unit, carried) => alive(files.partSize({ unit, carried, meta: meta() })),
    whole: (readOnly, passphrase) => alive(files.whole(meta(readOnly), passphrase)),
    part: (unit, carried, passphrase) => alive(files.part({ unit, carried, meta: meta() }, passphrase)),
    link: (unit, carried, month) => alive(files.link({ unit, carried, meta: meta() }, month)),
    zip: (given) => alive(files.zip(given)),
    close: end,
  };
}

/** All of them in one archive, packed off the page. */
export async function archiveOf(given: readonly NamedBytes[]): Promise<Uint8Array> {
  const { files, alive, end } = start();
  try {
    return await alive(files.zip(given));
  } finally {
    end();
  }
}

/** Takes archives and files under a passphrase apart, off the page, until `close`. */
export interface Unpacker {
  unzip(bytes: Uint8Array): Promise<Result<readonly NamedBytes[]>>;
  unlock(bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array>>;
  close(): void;
}

export function unpacker(): Unpacker {
  const { files, alive, end } = start();
  return {
    unzip: (bytes) => alive<Result<readonly NamedBytes[]>>(files.unzip(bytes)),
    unlock: (bytes, passphrase) => alive<Result<Uint8Array>>(files.unlock(bytes, passphrase)),
    close: end,
  };
}
