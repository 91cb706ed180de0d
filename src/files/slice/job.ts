import type { Facts } from '../../model/facts/index.ts';
import type { Result } from '../../model/failure.ts';
import type { CarriedAnswer } from '../../model/planning.ts';
import { linkPart } from '../../model/slices/link-part.ts';
import { makeSlice } from '../../model/slices/make-slice.ts';
import type { Month } from '../../model/time.ts';
import { encode } from '../plan-file/index.ts';
import type { PlanFileMeta } from '../plan-file/format.ts';
import type { Page, Paging } from '../plan-file/job.ts';
import { decryptFile, encryptFile } from './age.ts';
import { filesIn, zipOf, type NamedBytes } from './zip.ts';

/** One unit's part, as of `meta.savedAt`. */
export interface PartOf {
  readonly unit: string;
  readonly carried: CarriedAnswer;
  readonly meta: PlanFileMeta;
}

/** What the worker of the share panel does: it keeps one plan as it was when the panel was opened. */
export interface GivenFiles {
  open(id: string, pages: readonly Page[]): void;
  /** Bytes of the whole plan's file, and of one unit's (null = there is no such unit). */
  wholeSize(meta: PlanFileMeta): Promise<number>;
  partSize(part: PartOf): Promise<number | null>;
  /** Under a passphrase, where there is one. */
  whole(meta: PlanFileMeta, passphrase: string | null): Promise<Uint8Array>;
  part(part: PartOf, passphrase: string | null): Promise<Uint8Array | null>;
  /** As small as a link needs it: with the running month alone. */
  link(part: PartOf, month: Month): Promise<Uint8Array | null>;
  zip(files: readonly NamedBytes[]): Uint8Array;
  /** The other way: the files of an archive, and what is under a passphrase. */
  unzip(bytes: Uint8Array): Result<NamedBytes[]>;
  unlock(bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array>>;
}

const locked = (bytes: Uint8Array, passphrase: string | null): Promise<Uint8Array> =>
  passphrase === null ? Promise.resolve(bytes) : encryptFile(bytes, passphrase);

export function createGivenFiles(paging: Paging): GivenFiles {
  let plan: Facts = { id: '', recs: new Map() };
  const partBytes = async ({ unit, carried, meta }: PartOf): Promise<Uint8Array | null> => {
    const part = makeSlice(plan, unit, carried, meta.savedAt);
    return part && encode(part, meta);
  };
  return {
    open(id, pages) {
      plan = { id, recs: paging.read(pages) };
    },
    wholeSize: async (meta) => (await encode(plan, meta)).length,
    partSize: async (part) => (await partBytes(part))?.length ?? null,
    whole: async (meta, passphrase) => locked(await encode(plan, meta), passphrase),
    async part(part, passphrase) {
      const bytes = await partBytes(part);
      return bytes && locked(bytes, passphrase);
    },
    async link({ unit, carried, meta }, month) {
      const part = linkPart(plan, { unit, carried, at: meta.savedAt, month });
      return part && encode(part, meta);
    },
    zip: zipOf,
    unzip: filesIn,
    unlock: decryptFile,
  };
}
