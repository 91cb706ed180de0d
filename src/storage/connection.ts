import type { Failure, Result } from '../model/failure.ts';
import { ok } from '../model/failure.ts';
import { attempt } from './attempt.ts';
import { MemoryStorage } from './memory.ts';
import { DATABASE, type PlanStorage } from './storage.ts';

/** The code of the database is large, and the first screen stands without it. */
const onDisk = () => import('./on-disk.ts');

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

  /** The database is opened once `after` has resolved. */
  constructor(events: ConnectionEvents, name = DATABASE, after?: Promise<unknown>) {
    this.#events = events;
    this.#name = name;
    this.#storage = after ? after.then(() => this.#connect()) : this.#connect();
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
    return storage.keeps ? (await onDisk()).removeDatabase(this.#name) : ok(undefined);
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
    const opened = await this.#open();
    this.#lost = !opened.ok && opened.failure.code !== 'storageMissing';
    this.#events.connected(opened.ok, opened.ok ? null : opened.failure);
    return opened.ok ? opened.value : new MemoryStorage();
  }

  async #open(): Promise<Result<PlanStorage>> {
    const code = await attempt(onDisk);
    if (!code.ok) return code;
    const events = { blocked: () => this.#events.blocked(), lost: (failure: Failure) => this.#lose(failure) };
    return code.value.openIndexed(events, this.#name);
  }

  #lose(failure: Failure): void {
    this.#lost = true;
    this.#events.lost(failure);
  }
}
