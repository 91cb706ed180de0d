import { Dexie } from 'dexie';
import type { Result } from '../model/failure.ts';
import { attempt } from './attempt.ts';
import { joinInWorker } from './bulk.ts';
import type { Database } from './db.ts';
import { StorageRefusal } from './failure-of.ts';
import { close } from './opening.ts';
import { joinPages, replaceRecords, type PageAccess } from './rewriting.ts';
import type { PageText, PlanRow, PlanStorage, Replacing, StoredPlan, Written } from './storage.ts';

/** From so many pages on a write goes to the worker. */
const BULK_PAGES = 100;

/** Plans in IndexedDB. */
export class IndexedStorage implements PlanStorage {
  readonly keeps = true;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  list(): Promise<Result<readonly PlanRow[]>> {
    return attempt(() => this.#database.plans.toArray());
  }

  create(row: PlanRow, pages: readonly PageText[]): Promise<Result<void>> {
    const { plans, pages: table } = this.#database;
    return attempt(() =>
      this.#database.transaction('rw', plans, table, async () => {
        await plans.add(row);
        await pagesOf(this.#database, row.id, row.seq).put(pages);
      }),
    );
  }

  read(planId: string, since = -1): Promise<Result<StoredPlan>> {
    const { plans, pages } = this.#database;
    return attempt(() =>
      this.#database.transaction('r', plans, pages, async () => {
        const row = await planRow(this.#database, planId);
        if (row.seq <= since) return { row, pages: [] };
        const changed = pages.where('[plan+seq]').between([planId, since], [planId, Dexie.maxKey], false);
        return { row, pages: await changed.toArray() };
      }),
    );
  }

  join(planId: string, delta: readonly PageText[], at: number): Promise<Result<Written>> {
    if (delta.length >= BULK_PAGES && typeof Worker !== 'undefined')
      return joinInWorker(this.#database.name, planId, delta, at);
    return attempt(() => joinStored(this.#database, planId, delta, at));
  }

  replace(planId: string, ids: readonly string[], at: number, act: Replacing): Promise<Result<Written>> {
    return attempt(() =>
      commitOf(this.#database, planId, at, (access, row) => replaceRecords(access, ids, row, act)),
    );
  }

  update(planId: string, fields: Partial<Pick<PlanRow, 'name' | 'deletedAt'>>): Promise<Result<void>> {
    return attempt(async () => {
      await this.#database.plans.update(planId, fields);
    });
  }

  publish(planId: string): Promise<Result<void>> {
    return attempt(() =>
      this.#database.transaction('rw', this.#database.plans, async () => {
        const row = await planRow(this.#database, planId);
        await this.#database.plans.put({ ...row, exports: row.exports + 1 });
      }),
    );
  }

  erase(planIds: readonly string[]): Promise<Result<void>> {
    const { plans, pages } = this.#database;
    return attempt(() =>
      this.#database.transaction('rw', plans, pages, async () => {
        await plans.bulkDelete([...planIds]);
        for (const planId of planIds)
          await pages.where('[plan+page]').between([planId, Dexie.minKey], [planId, Dexie.maxKey]).delete();
      }),
    );
  }

  close(): void {
    close(this.#database);
  }
}

async function planRow(database: Database, planId: string): Promise<PlanRow> {
  const row = await database.plans.get(planId);
  if (!row) throw new StorageRefusal({ code: 'planMissing' });
  return row;
}

function pagesOf(database: Database, plan: string, seq: number): PageAccess {
  return {
    get: async (pages) =>
      (await database.pages.bulkGet(pages.map((page) => [plan, page]))).map((row) => row?.text),
    put: (pages) => database.pages.bulkPut(pages.map(({ page, text }) => ({ plan, page, seq, text }))),
  };
}

/** One commit: its number, its pages and the plan's row change together or not at all. */
function commitOf(
  database: Database,
  planId: string,
  at: number,
  write: (access: PageAccess, row: PlanRow) => Promise<void>,
): PromiseLike<Written> {
  return database.transaction('rw', database.plans, database.pages, async () => {
    const row = await planRow(database, planId);
    const seq = row.seq + 1;
    await write(pagesOf(database, planId, seq), row);
    await database.plans.put({ ...row, seq, changedAt: at });
    return { before: row.seq, seq, exports: row.exports };
  });
}

/** Joins facts to stored pages in one transaction; also what the worker runs. */
export const joinStored = (
  database: Database,
  planId: string,
  delta: readonly PageText[],
  at: number,
): PromiseLike<Written> => commitOf(database, planId, at, (access) => joinPages(access, delta));
