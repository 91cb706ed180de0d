import { ok, type Result } from '../../model/failure.ts';
import type { Rec } from '../../model/facts/index.ts';
import type { PlanFileMeta } from './format.ts';
import { decode, encode } from './index.ts';

/** Records as the storage keeps them: texts cross between threads far faster than objects. */
export interface Page {
  readonly page: string;
  readonly text: string;
}

export interface Paging {
  read(pages: readonly Page[]): ReadonlyMap<string, Rec>;
  write(records: ReadonlyMap<string, Rec>): readonly Page[];
}

/** What the worker does: plan files from pages, and pages from plan files. */
export interface PlanFiles {
  encode(id: string, pages: readonly Page[], meta: PlanFileMeta): Promise<Uint8Array>;
  decode(bytes: Uint8Array): Promise<Result<readonly Page[]>>;
}

export const createPlanFiles = (paging: Paging): PlanFiles => ({
  encode: (id, pages, meta) => encode({ id, recs: paging.read(pages) }, meta),
  async decode(bytes) {
    const file = await decode(bytes);
    return file.ok ? ok(paging.write(file.value.facts.recs)) : file;
  },
});
