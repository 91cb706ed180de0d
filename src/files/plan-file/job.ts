import type { Rec } from '../../model/facts/index.ts';
import type { PlanFileMeta } from './format.ts';
import { encode } from './index.ts';

/** Records as the storage keeps them: texts cross between threads far faster than objects. */
export interface Page {
  readonly page: string;
  readonly text: string;
}

export interface Paging {
  read(pages: readonly Page[]): ReadonlyMap<string, Rec>;
  write(records: ReadonlyMap<string, Rec>): readonly Page[];
}

/** What the worker does: plan files from pages. */
export interface PlanFiles {
  encode(id: string, pages: readonly Page[], meta: PlanFileMeta): Promise<Uint8Array>;
}

export const createPlanFiles = (paging: Pick<Paging, 'read'>): PlanFiles => ({
  encode: (id, pages, meta) => encode({ id, recs: paging.read(pages) }, meta),
});
