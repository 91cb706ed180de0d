import type { Database } from './db.ts';
import { StorageRefusal } from './failure-of.ts';
import { refuseMoved } from './known.ts';
import { joinPages, type PageAccess } from './rewriting.ts';
import type { KnownState, PageText, PlanRow, Written } from './storage.ts';

/*
 * The transactions that write a whole plan, or much of one. What is small runs them on the page, what is big in the
 * worker.
 */

/** From so many pages on, one read of all that lies between them is faster than one read each. */
const ONE_READ = 200;

export async function planRow(database: Database, planId: string): Promise<PlanRow> {
  const row = await database.plans.get(planId);
  if (!row) throw new StorageRefusal({ code: 'planMissing' });
  return row;
}

async function readPages(database: Database, plan: string, pages: readonly string[]) {
  if (pages.length < ONE_READ)
    return (await database.pages.bulkGet(pages.map((page) => [plan, page]))).map((row) => row?.text);
  const sorted = [...pages].sort();
  const range = database.pages
    .where('[plan+page]')
    .between([plan, sorted[0]], [plan, sorted.at(-1)], true, true);
  const found = new Map((await range.toArray()).map(({ page, text }) => [page, text]));
  return pages.map((page) => found.get(page));
}

export function pagesOf(database: Database, plan: string, seq: number): PageAccess {
  return {
    get: (pages) => readPages(database, plan, pages),
    put: (pages) => database.pages.bulkPut(pages.map(({ page, text }) => ({ plan, page, seq, text }))),
  };
}

/** One commit: its number, its pages and the plan's row change together or not at all. */
export function commitOf(
  database: Database,
  planId: string,
  at: number,
  write: (access: PageAccess, row: PlanRow) => Promise<unknown>,
): PromiseLike<Written> {
  return database.transaction('rw', database.plans, database.pages, async () => {
    const row = await planRow(database, planId);
    const seq = row.seq + 1;
    await write(pagesOf(database, planId, seq), row);
    await database.plans.put({ ...row, seq, changedAt: at });
    return { before: row.seq, seq, exports: row.exports };
  });
}

export const createStored = (
  database: Database,
  row: PlanRow,
  pages: readonly PageText[],
): PromiseLike<undefined> =>
  database.transaction('rw', database.plans, database.pages, async () => {
    await database.plans.add(row);
    await pagesOf(database, row.id, row.seq).put(pages);
    return undefined;
  });

/** Joins facts to stored pages. */
export const joinStored = (
  database: Database,
  planId: string,
  delta: readonly PageText[],
  at: number,
): PromiseLike<Written> => commitOf(database, planId, at, (access) => joinPages(access, delta));

/** Writes whole pages. Fails with `planMoved` if somebody has written since they were worked out. */
export const rewriteStored = (
  database: Database,
  planId: string,
  pages: readonly PageText[],
  at: number,
  known: KnownState,
): PromiseLike<Written> =>
  commitOf(database, planId, at, async (access, row) => {
    refuseMoved(row, known);
    await access.put(pages);
  });
