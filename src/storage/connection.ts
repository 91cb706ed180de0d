import type { Failure, Result } from '../model/failure.ts';
import { ok } from '../model/failure.ts';
import { DATABASE } from './db.ts';
import { IndexedStorage } from './indexed.ts';
import { MemoryStorage } from './memory.ts';
import { openDatabase, removeDatabase } from './opening.ts';
import type { PlanStorage } from './storage.ts';

export interface ConnectionEvents {
  /** Plans are kept from now on, or not; `failure` says why not. */
  connected(keeps: boolean, failure: Failure | null): void;
  /** An older tab has to be closed first. */
  blocked(): void;
  /** The database was taken away while in use. */
  lost(failure: Failure): void;
}

/** The storage in use: the database, or memory where there is none. */
export class Connection {
  readonly #events: ConnectionEvents;
  readonly #name: string;
  #storage: Promise<PlanStorage>;
  #lost = false;

  constructor(events: ConnectionEvents, name = DATABASE) {
    this.#events = events;
    this.#name = name;
    this.#storage = this.#connect();
  }

  get storage(): Promise<PlanStorage> {
    return this.#storage;
  }

  /** Opens the database again if it was lost. */
  revive(): Promise<PlanStorage> {
    if (this.#lost) this.#storage = this.#connect();
    return this.#storage;
  }

  /** From now on memory only; what was stored stays in the database. */
  useMemory(): MemoryStorage {
    const memory = new MemoryStorage();
    void this.#storage.then((storage) => storage.close());
    this.#forget(memory);
    return memory;
  }

  /** Removes the database. */
  async remove(): Promise<Result<void>> {
    const storage = await this.#storage;
    storage.close();
    this.#forget(new MemoryStorage());
    return storage.keeps ? removeDatabase(this.#name) : ok(undefined);
  }

  async close(): Promise<void> {
    (await this.#storage).close();
  }

  #forget(memory: MemoryStorage): void {
    this.#lost = false;
    this.#storage = Promise.resolve(memory);
    this.#events.connected(false, null);
  }

  async #connect(): Promise<PlanStorage> {
    const opened = await openDatabase(
      { blocked: () => this.#events.blocked(), lost: (failure) => this.#lose(failure) },
      this.#name,
    );
    this.#lost = !opened.ok && opened.failure.code !== 'storageMissing';
    this.#events.connected(opened.ok, opened.ok ? null : opened.failure);
    if (!opened.ok) return new MemoryStorage();
    return new IndexedStorage(opened.value);
  }

  #lose(failure: Failure): void {
    this.#lost = true;
    this.#events.lost(failure);
  }
}
