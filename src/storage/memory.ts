import type { Result } from '../model/failure.ts';
import { attempt } from './attempt.ts';
import { StorageRefusal } from './failure-of.ts';
import { joinPages, replaceRecords, type PageAccess } from './rewriting.ts';
import type {
  KnownState,
  PageText,
  PlanRow,
  PlanStorage,
  Replacing,
  StoredPlan,
  Written,
} from './storage.ts';
import { refuseMoved } from './known.ts';

interface Kept {
  row: PlanRow;
  readonly pages: Map<string, { readonly text: string; readonly seq: number }>;
}

/** Plans for as long as the page lives: private modes and "use without keeping". */
export class MemoryStorage implements PlanStorage {
  readonly keeps = false;
  readonly #plans = new Map<string, Kept>();

  list(): Promise<Result<readonly PlanRow[]>> {
    return attempt(() => [...this.#plans.values()].map(({ row }) => row));
  }

  create(row: PlanRow, pages: readonly PageText[]): Promise<Result<void>> {
    return attempt(() => {
      this.adopt(row, pages);
    });
  }

  /** Takes over a plan that is open while keeping ends. */
  adopt(row: PlanRow, pages: readonly PageText[]): void {
    const kept = pages.map(({ page, text }) => [page, { text, seq: row.seq }] as const);
    this.#plans.set(row.id, { row, pages: new Map(kept) });
  }

  read(planId: string, since = -1): Promise<Result<StoredPlan>> {
    return attempt(() => this.#stored(planId, since));
  }

  join(planId: string, delta: readonly PageText[], at: number): Promise<Result<Written>> {
    return this.#commit(planId, at, (access) => joinPages(access, delta));
  }

  rewrite(
    planId: string,
    pages: readonly PageText[],
    at: number,
    known: KnownState,
  ): Promise<Result<Written>> {
    return this.#commit(planId, at, async (access, row) => {
      refuseMoved(row, known);
      await access.put(pages);
    });
  }

  replace(planId: string, ids: readonly string[], at: number, act: Replacing): Promise<Result<Written>> {
    return this.#commit(planId, at, (access, row) => replaceRecords(access, ids, row, act));
  }

  update(
    planId: string,
    fields: Partial<Pick<PlanRow, 'name' | 'deletedAt' | 'backedUpAt' | 'readOnly'>>,
  ): Promise<Result<void>> {
    return attempt(() => {
      const plan = this.#plan(planId);
      plan.row = { ...plan.row, ...fields };
    });
  }

  publish(planId: string): Promise<Result<StoredPlan>> {
    return attempt(() => {
      const plan = this.#plan(planId);
      plan.row = { ...plan.row, exports: plan.row.exports + 1 };
      return this.#stored(planId, -1);
    });
  }

  versions(): Promise<null> {
    return Promise.resolve(null);
  }

  erase(planIds: readonly string[]): Promise<Result<void>> {
    return attempt(() => {
      for (const planId of planIds) this.#plans.delete(planId);
    });
  }

  prepare(): void {
    // Memory is ready.
  }

  close(): void {
    this.#plans.clear();
  }

  #plan(planId: string): Kept {
    const plan = this.#plans.get(planId);
    if (!plan) throw new StorageRefusal({ code: 'planMissing' });
    return plan;
  }

  #stored(planId: string, since: number): StoredPlan {
    const { row, pages } = this.#plan(planId);
    const changed = [...pages].filter(([, { seq }]) => seq > since);
    return { row, pages: changed.map(([page, { text }]) => ({ page, text })) };
  }

  #commit(
    planId: string,
    at: number,
    write: (access: PageAccess, row: PlanRow) => Promise<unknown>,
  ): Promise<Result<Written>> {
    return attempt(async () => {
      const plan = this.#plan(planId);
      const { exports, seq: before } = plan.row;
      const seq = before + 1;
      await write(accessTo(plan, seq), plan.row);
      plan.row = { ...plan.row, seq, changedAt: at };
      return { before, seq, exports };
    });
  }
}

const accessTo = (plan: Kept, seq: number): PageAccess => ({
  get: (pages) => Promise.resolve(pages.map((page) => plan.pages.get(page)?.text)),
  put: (pages) => {
    for (const { page, text } of pages) plan.pages.set(page, { text, seq });
    return Promise.resolve();
  },
});
