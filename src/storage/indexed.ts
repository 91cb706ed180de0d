import { Dexie } from 'dexie';
import type { Result } from '../model/failure.ts';
import { attempt } from './attempt.ts';
import { runInWorker, startBulkWorker, type BulkWork, type BulkOutcome } from './bulk.ts';
import { runBulk } from './bulk-job.ts';
import type { Database } from './db.ts';
import { close } from './opening.ts';
import { replaceRecords } from './rewriting.ts';
import type {
  KnownState,
  PageText,
  PlanRow,
  PlanStorage,
  Replacing,
  StoredPlan,
  Written,
} from './storage.ts';
import type { VersionStore } from './versions/store.ts';
import { commitOf, planRow } from './transactions.ts';

/** From so many pages on a write goes to the worker. */
const BULK_PAGES = 100;

/** Plans in IndexedDB. */
export class IndexedStorage implements PlanStorage {
  readonly keeps = true;
  readonly #database: Database;
  #prepared: Worker | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  list(): Promise<Result<readonly PlanRow[]>> {
    return attempt(() => this.#database.plans.toArray());
  }

  create(row: PlanRow, pages: readonly PageText[]): Promise<Result<void>> {
    return this.#bulk({ kind: 'create', row, pages });
  }

  read(planId: string, since = -1): Promise<Result<StoredPlan>> {
    const { plans, pages } = this.#database;
    return attempt(() =>
      this.#database.transaction('r', plans, pages, async () => {
        const row = await planRow(this.#database, planId);
        return { row, pages: row.seq <= since ? [] : await this.#pages(planId, since) };
      }),
    );
  }

  join(planId: string, pages: readonly PageText[], at: number): Promise<Result<Written>> {
    return this.#bulk({ kind: 'join', planId, pages, at });
  }

  rewrite(
    planId: string,
    pages: readonly PageText[],
    at: number,
    known: KnownState,
  ): Promise<Result<Written>> {
    return this.#bulk({ kind: 'rewrite', planId, pages, at, known });
  }

  replace(planId: string, ids: readonly string[], at: number, act: Replacing): Promise<Result<Written>> {
    return attempt(() =>
      commitOf(this.#database, planId, at, (access, row) => replaceRecords(access, ids, row, act)),
    );
  }

  update(
    planId: string,
    fields: Partial<Pick<PlanRow, 'name' | 'deletedAt' | 'backedUpAt' | 'readOnly'>>,
  ): Promise<Result<void>> {
    return attempt(async () => {
      await this.#database.plans.update(planId, fields);
    });
  }

  publish(planId: string): Promise<Result<StoredPlan>> {
    const { plans, pages } = this.#database;
    return attempt(() =>
      this.#database.transaction('rw', plans, pages, async () => {
        const { exports, ...rest } = await planRow(this.#database, planId);
        const row = { ...rest, exports: exports + 1 };
        await plans.put(row);
        return { row, pages: await this.#pages(planId, -1) };
      }),
    );
  }

  /** Their code comes with the first one: no screen waits for it. */
  async versions(): Promise<VersionStore> {
    const { VersionStore } = await import('./versions/store.ts');
    return new VersionStore(this.#database);
  }

  erase(planIds: readonly string[]): Promise<Result<void>> {
    const { plans, tables } = this.#database;
    return attempt(() =>
      this.#database.transaction('rw', tables, async () => {
        await plans.bulkDelete([...planIds]);
        // All tables but `plans` begin their keys with the plan.
        for (const table of tables.filter((each) => each !== plans))
          for (const planId of planIds)
            await table.where(':id').between([planId, Dexie.minKey], [planId, Dexie.maxKey]).delete();
      }),
    );
  }

  prepare(): void {
    if (typeof Worker !== 'undefined') this.#prepared ??= startBulkWorker();
  }

  close(): void {
    this.#prepared?.terminate();
    close(this.#database);
  }

  /** Those written after commit `since`. */
  #pages(planId: string, since: number): PromiseLike<PageText[]> {
    const changed = this.#database.pages
      .where('[plan+seq]')
      .between([planId, since], [planId, Dexie.maxKey], false);
    return changed.toArray();
  }

  #bulk<W extends BulkWork>(work: W): Promise<Result<BulkOutcome<W>>> {
    if (work.pages.length >= BULK_PAGES && typeof Worker !== 'undefined') {
      const worker = this.#prepared ?? startBulkWorker();
      this.#prepared = null;
      return runInWorker(worker, this.#database.name, work);
    }
    return attempt(() => runBulk(this.#database, work));
  }
}
