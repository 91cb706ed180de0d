import type { Facts } from '../../model/facts/index.ts';
import { encode } from '../plan-file/index.ts';
import type { PlanFileMeta } from '../plan-file/format.ts';
import type { Page, Paging } from '../plan-file/job.ts';

/** What the worker of the share panel does: it keeps one plan as it was when the panel was opened. */
export interface GivenFiles {
  open(id: string, pages: readonly Page[]): void;
  /** The whole plan. */
  whole(meta: PlanFileMeta): Promise<Uint8Array>;
}

export function createGivenFiles(paging: Paging): GivenFiles {
  let plan: Facts = { id: '', recs: new Map() };
  return {
    open(id, pages) {
      plan = { id, recs: paging.read(pages) };
    },
    whole: (meta) => encode(plan, meta),
  };
}
