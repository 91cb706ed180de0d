import type { RecLookup, Rec, Step } from '../model/facts/index.ts';
import type { Failure, Result } from '../model/failure.ts';
import { attempt } from '../storage/attempt.ts';
import type { KnownState, PageText, PlanRow, PlanStorage, Replacing, Written } from '../storage/storage.ts';
import type { SavedState } from './contract.ts';
import { decodeSlowly } from './encoding.ts';
import { painted, waitForNoFrame } from './pace.ts';
import { PutBy } from './put-by.ts';
import { Waiting } from './waiting.ts';

export interface KeepingParts {
  readonly row: PlanRow;
  readonly storage: PlanStorage;
  now(): number;
  /** Opens the database again where it was lost; what is kept in from now on. */
  revive(): Promise<PlanStorage>;
  /** A commit of this plan was stored. */
  stored(seq: number): void;
}

/** What keeping needs of the records that are shown. */
export interface KeptRecords {
  /** The plan's name as its settings say it. */
  name(): unknown;
  idsIn(pages: readonly string[]): Promise<readonly string[]>;
  /** Shows these records as they are stored, with waiting facts on top. */
  bring(ids: readonly string[], stored: RecLookup): Promise<void>;
}

/** Brings an open plan's commits into its storage and those of other tabs out of it, one piece of work at a time. */
export class Keeping {
  saved = $state<SavedState>('saved');
  problem = $state.raw<Failure | null>(null);
  row: PlanRow;

  readonly #parts: KeepingParts;
  readonly #records: KeptRecords;
  readonly #waiting = new Waiting();
  #storage: PlanStorage;
  #line: Promise<unknown> = Promise.resolve();
  #flushing = false;
  /** Acts that are still being worked out. */
  readonly #coming = new Set<Promise<unknown>>();
  readonly #putBy: PutBy;
  /** A newer version or a removal took the database: nothing is written any more. */
  #readOnly: Failure | null = null;

  constructor(parts: KeepingParts, records: KeptRecords) {
    this.#parts = parts;
    this.#records = records;
    this.#storage = parts.storage;
    this.row = parts.row;
    this.#putBy = new PutBy(parts.row.id);
    this.#sayState();
  }

  /** Facts that are shown but not stored yet, oldest first. */
  get waiting(): readonly ReadonlyMap<string, Rec>[] {
    return this.#waiting.deltas;
  }

  /** One piece of work on the database at a time. */
  inLine<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }

  /** What was typed is being worked out: it is not called saved before that is done. */
  awaits(act: Promise<unknown>): void {
    this.#coming.add(act);
    this.#sayState();
    const done = () => {
      this.#coming.delete(act);
      this.#sayState();
    };
    act.then(done, done);
  }

  /** Resolves when nothing is being worked out any more. */
  async come(): Promise<void> {
    while (this.#coming.size) await Promise.allSettled(this.#coming);
  }

  /** A big commit is being made. */
  prepare(): void {
    this.#storage.prepare();
  }

  /** Resolves when the step is stored, or could not be for now. `first`: done just before it is. */
  keep(step: Step, delta?: ReadonlyMap<string, Rec>, first?: () => Promise<void>): Promise<void> {
    const stored = this.#waiting.add(step, delta, first);
    if (this.#readOnly) {
      this.#waiting.answerAll();
      void this.#putDraftsBy();
    } else this.#flushSoon();
    return stored;
  }

  /** A commit that was never stored is forgotten; false if it isn't the last one that waits. */
  drop(step: Step): boolean {
    const dropped = this.#waiting.drop(step);
    if (dropped) void this.#putDraftsBy();
    return dropped;
  }

  /** In line: stores all that waits; false = it still waits. */
  async flush(): Promise<boolean> {
    this.#flushing = false;
    if (this.#readOnly) return false;
    while (!this.#waiting.empty) {
      await this.#waiting.begin();
      const { pages, stored } = await this.#waiting.batch(true);
      const written = await this.#join(pages);
      if (!written.ok) return this.#refused(written.failure);
      stored();
      await this.settle(written.value);
    }
    this.#putBy.forget();
    this.problem = this.#readOnly;
    this.#sayState();
    return true;
  }

  /** In line: replaces records inside one transaction. To be followed by `settle` once its outcome is shown. */
  async replace(ids: readonly string[], act: Replacing): Promise<Result<Written>> {
    const written = await this.#storage.replace(this.row.id, ids, this.#parts.now(), act);
    if (!written.ok) this.#refused(written.failure);
    return written;
  }

  /** In line: what is stored now, all commits of others brought in. */
  async known(): Promise<KnownState> {
    await this.#pull();
    const { seq, exports } = this.row;
    return { seq, exports };
  }

  /** In line: whole pages, worked out on what is `known`. To be followed by `settle` once it is shown. */
  rewrite(pages: readonly PageText[], known: KnownState): Promise<Result<Written>> {
    return this.#storage.rewrite(this.row.id, pages, this.#parts.now(), known);
  }

  /** After a write of ours: what others wrote in between comes in, and others hear of ours. */
  async settle({ before, seq, exports }: Written): Promise<void> {
    this.row = { ...this.row, exports, ...(before === this.row.seq && { seq }) };
    if (this.row.seq !== seq) await this.#pull();
    this.#parts.stored(seq);
    const name = this.#records.name();
    if (typeof name !== 'string' || name === this.row.name) return;
    this.row = { ...this.row, name };
    await this.#storage.update(this.row.id, { name });
    this.#parts.stored(seq);
  }

  /** Reads what other tabs have committed since. */
  pull(): Promise<void> {
    return this.inLine(() => this.#pull());
  }

  async retry(): Promise<void> {
    if (this.#readOnly) return;
    await this.#revive();
    await this.inLine(() => this.flush());
  }

  /** The database is gone. What is typed from now on waits, and is put by for a reload where that makes sense. */
  lost(failure: Failure): void {
    if (failure.code !== 'storageClosed') this.#readOnly = failure;
    this.#sayProblem(failure);
    void this.#putDraftsBy();
  }

  /** The page may never run again: what waits is written at once, and put by in case even that comes too late. */
  async leave(): Promise<void> {
    if (this.#waiting.empty || this.#readOnly || !this.#storage.keeps) return;
    waitForNoFrame();
    const { pages } = await this.#waiting.batch();
    // Stored meanwhile: then nothing is to be left behind.
    if (this.waiting.length === 0) return;
    this.#putBy.left(pages);
  }

  /** Keeping ends; from now on `storage` holds what is open. */
  moveTo(storage: PlanStorage): void {
    this.#storage = storage;
    this.#readOnly = null;
    this.problem = null;
    this.#sayState();
    this.#flushSoon();
  }

  /** Drafts of an earlier load are being stored, or are stored already: then they can go. */
  adoptedDrafts(): void {
    this.#putBy.adopted();
    this.#flushSoon();
  }

  /** Many commits in one task, or while a transaction is in flight, become one transaction. */
  #flushSoon(): void {
    if (this.#flushing) return;
    this.#flushing = true;
    this.#sayState();
    // The page shows a typed cell first; a transaction would hold the frame back.
    void this.inLine(() => painted().then(() => this.flush()));
  }

  /** Browsers close databases at will; opening it again is all it takes. */
  async #join(pages: readonly PageText[]): Promise<Result<Written>> {
    const store = () => this.#storage.join(this.row.id, pages, this.#parts.now());
    const written = await store();
    if (written.ok || written.failure.code !== 'storageClosed' || this.#readOnly) return written;
    await this.#revive();
    return store();
  }

  async #revive(): Promise<void> {
    const revived = await this.#parts.revive();
    // Memory is no place for a plan that is in the database.
    if (revived.keeps) this.#storage = revived;
  }

  async #pull(): Promise<void> {
    const read = await this.#storage.read(this.row.id, this.row.seq);
    if (!read.ok) return;
    const { row, pages } = read.value;
    if (!pages.length) {
      this.row = row;
      return;
    }
    const decoded = await attempt(() => decodeSlowly(pages));
    if (!decoded.ok) {
      this.#sayProblem({ code: 'storedPlanDamaged', values: { name: row.name } });
      return;
    }
    // A page tells all about its records: one that is missing from it was taken back by an undo.
    const known = await this.#records.idsIn(pages.map(({ page }) => page));
    await this.#records.bring([...new Set([...known, ...decoded.value.keys()])], decoded.value);
    this.row = row;
  }

  #refused(failure: Failure): false {
    this.#sayProblem(failure);
    this.#waiting.answerAll();
    void this.#putDraftsBy();
    return false;
  }

  async #putDraftsBy(): Promise<void> {
    if (this.#readOnly?.code === 'storageRemoved') return;
    if (this.#waiting.empty) {
      this.#putBy.forget();
      return;
    }
    this.#putBy.drafts((await this.#waiting.batch()).pages);
  }

  #sayProblem(failure: Failure): void {
    this.problem = this.#readOnly ?? failure;
    this.#sayState();
  }

  #sayState(): void {
    this.saved = this.#savedNow();
  }

  #savedNow(): SavedState {
    if (this.#readOnly) return 'readOnly';
    if (this.problem) return 'failed';
    if (!this.#storage.keeps) return 'memory';
    return this.#waiting.empty && !this.#flushing && !this.#coming.size ? 'saved' : 'saving';
  }
}
