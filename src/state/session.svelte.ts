import type { Change, RecordChange, RecordEntry } from '../model/diff.ts';
import {
  commitStep,
  newWriter,
  undoStep,
  type Rec,
  type RecLookup,
  type Step,
  type Writer,
} from '../model/facts/index.ts';
import type { Failure } from '../model/failure.ts';
import { SETTINGS_ID, type RecordKind } from '../model/ids.ts';
import type { Values } from '../model/json.ts';
import type { AnswerTo, Query } from '../model/planning.ts';
import type { Day } from '../model/time.ts';
import type { PlannerClient } from '../planner/client.ts';
import { attempt } from '../storage/attempt.ts';
import { putDraftsBy } from '../storage/drafts.ts';
import { decodePages } from '../storage/pages.ts';
import type { PlanRow, PlanStorage, Written } from '../storage/storage.ts';
import type { PlanSession, SavedState, StepLabel } from './contract.ts';
import { inSlices } from './pace.ts';
import type { PlanRecords } from './records.ts';
import { Steps, type UndoEntry } from './steps.ts';
import { bigDelta, Waiting } from './waiting.ts';

/** From so many changes on, work is done in slices, so that the page stays alive. */
const MANY = 2000;
const SLICE = 500;

export interface SessionParts {
  readonly row: PlanRow;
  readonly records: PlanRecords;
  readonly storage: PlanStorage;
  readonly planner: PlannerClient;
  readonly asOf: Day;
  now(): number;
  /** Opens the database again where it was lost; what is kept in from now on. */
  revive(): Promise<PlanStorage>;
  /** A commit of this plan was stored. */
  stored(seq: number): void;
  closed(): void;
}

/**
 * The open plan. A commit shows at once and waits for its transaction; work on the database runs one after another.
 * Everything shown is what is stored, with the waiting commits joined on top.
 */
export class Session implements PlanSession {
  readonly planId: string;
  readonly asOf: Day;
  revision = $state(0);
  saved = $state<SavedState>('saved');
  problem = $state.raw<Failure | null>(null);
  undoStep = $state.raw<StepLabel | null>(null);
  redoStep = $state.raw<StepLabel | null>(null);

  readonly #parts: SessionParts;
  readonly #records: PlanRecords;
  readonly #writer: Writer = newWriter();
  readonly #waiting = new Waiting();
  readonly #steps = new Steps();
  readonly #planned: Promise<void>;
  #storage: PlanStorage;
  #row: PlanRow;
  #line: Promise<unknown> = Promise.resolve();
  #flushing = false;
  /** A newer version or a removal took the database: nothing is written any more. */
  #readOnly: Failure | null = null;
  #shared = false;
  #draftsPutBy = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#row = parts.row;
    this.#storage = parts.storage;
    this.planId = parts.row.id;
    this.asOf = parts.asOf;
    this.#records = parts.records;
    this.#planned = this.#loadPlanner();
    this.#sayState();
  }

  get(id: string): Values | undefined {
    return this.#records.shown.get(id);
  }

  ofKind(kind: RecordKind): readonly RecordEntry[] {
    return this.#records.shown.ofKind(kind);
  }

  /** All facts, those that wait included: for files and copies. */
  get facts(): ReadonlyMap<string, Rec> {
    return this.#records.facts;
  }

  get row(): PlanRow {
    return this.#row;
  }

  async read<Q extends Query>(query: Q): Promise<AnswerTo<Q> | null> {
    await this.#planned;
    return this.#parts.planner.read(query);
  }

  async commit(changes: readonly Change[], label: StepLabel): Promise<void> {
    if (changes.length > MANY) return this.#inLine(() => this.#commitMany(changes, label));
    const step = commitStep(this.#records.facts, this.#writer, this.#parts.now(), changes);
    if (!step.size) return;
    this.#show(this.#records.apply(step));
    this.#did(step, label);
    return this.#keep(step);
  }

  undo(): Promise<readonly string[]> {
    return this.#takeBack('undo');
  }

  redo(): Promise<readonly string[]> {
    return this.#takeBack('redo');
  }

  /** Tries again to store what could not be stored. */
  async retry(): Promise<void> {
    if (this.#readOnly) return;
    this.#storage = await this.#parts.revive();
    await this.#inLine(() => this.#flush());
  }

  /** Reads what other tabs have committed since. */
  pull(): Promise<void> {
    return this.#inLine(() => this.#pull());
  }

  /** News of commit `seq` of this plan by another tab. */
  heard(seq: number): void {
    if (seq > this.#row.seq) void this.pull();
  }

  /** The database is gone. What is typed from now on waits, and is put by for a reload where that makes sense. */
  lost(failure: Failure): void {
    this.problem = failure;
    if (failure.code !== 'storageClosed') this.#readOnly = failure;
    this.#sayState();
    void this.#putDraftsBy();
  }

  /** Facts are about to leave the device though `exports` could not be raised: every undo is a new commit now. */
  share(): void {
    this.#shared = true;
  }

  /** Keeping ends; from now on `storage` holds what is open. */
  moveTo(storage: PlanStorage): void {
    this.#storage = storage;
    this.#readOnly = null;
    this.problem = null;
    this.#sayState();
    void this.#flushSoon();
  }

  /** Facts of an earlier page load that could not be stored then. */
  adoptDrafts(drafts: Iterable<readonly [string, Rec]>): void {
    this.#draftsPutBy = true;
    const stored = [...drafts].map(([id]) => [id, this.#records.facts.get(id)] as const);
    const step = this.#records.stepTo(stored, [new Map(drafts)]);
    if (!step.size) return void putDraftsBy(this.planId, []);
    this.#show(this.#records.apply(step));
    void this.#keep(step);
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    await this.#planned;
    await this.#inLine(async () => undefined);
  }

  close(): void {
    this.#parts.planner.dispose();
    this.#parts.closed();
  }

  /* ---- keeping ---- */

  #keep(step: Step): Promise<void> {
    const stored = this.#waiting.add(step);
    this.#flushSoon();
    return stored;
  }

  /** Many commits in one task, or while a transaction is in flight, become one transaction. */
  #flushSoon(): void {
    if (this.#readOnly) {
      this.#waiting.answerAll();
      void this.#putDraftsBy();
    }
    if (this.#flushing || this.#readOnly) return;
    this.#flushing = true;
    if (this.#storage.keeps && this.saved !== 'failed') this.saved = 'saving';
    void this.#inLine(() => this.#flush());
  }

  /** Stores all that waits; false = it still waits. */
  async #flush(): Promise<boolean> {
    this.#flushing = false;
    if (this.#readOnly) return false;
    while (!this.#waiting.empty) {
      const { pages, stored } = await this.#waiting.batch();
      const written = await this.#storage.join(this.planId, pages, this.#parts.now());
      if (!written.ok) return this.#refused(written.failure);
      stored();
      await this.#settle(written.value);
    }
    if (this.#draftsPutBy) putDraftsBy(this.planId, []);
    this.#draftsPutBy = false;
    this.problem = this.#readOnly;
    this.#sayState();
    return true;
  }

  #sayProblem(failure: Failure): void {
    this.problem = this.#readOnly ?? failure;
    this.#sayState();
  }

  #refused(failure: Failure): false {
    this.#sayProblem(failure);
    this.#waiting.answerAll();
    void this.#putDraftsBy();
    return false;
  }

  async #putDraftsBy(): Promise<void> {
    if (this.#readOnly?.code === 'storageRemoved' || this.#waiting.empty) return;
    this.#draftsPutBy = true;
    putDraftsBy(this.planId, (await this.#waiting.batch()).pages);
  }

  /** After a write of ours: what others wrote in between comes in, and others hear of ours. */
  async #settle({ before, seq, exports }: Written): Promise<void> {
    this.#row = { ...this.#row, exports, ...(before === this.#row.seq && { seq }) };
    if (this.#row.seq !== seq) await this.#pull();
    this.#parts.stored(seq);
    const name = this.get(SETTINGS_ID)?.['name'];
    if (typeof name !== 'string' || name === this.#row.name) return;
    this.#row = { ...this.#row, name };
    await this.#storage.update(this.planId, { name });
  }

  async #pull(): Promise<void> {
    const read = await this.#storage.read(this.planId, this.#row.seq);
    if (!read.ok) return;
    const { row, pages } = read.value;
    const decoded = await attempt(async () => decodePages(pages));
    if (!decoded.ok) return this.#sayProblem({ code: 'storedPlanDamaged', values: { name: row.name } });
    const stored = decoded.value;
    // A page tells all about its records: one that is missing from it was taken back by an undo.
    const known = this.#records.idsIn(pages.map(({ page }) => page));
    await this.#bring([...new Set([...known, ...stored.keys()])], stored);
    this.#row = row;
  }

  /** Shows these records as they are stored, with the waiting facts on top. */
  async #bring(ids: readonly string[], stored: RecLookup): Promise<void> {
    await inSlices(ids, SLICE, (slice) => {
      const entries = slice.map((id) => [id, stored.get(id)] as const);
      this.#send(this.#records.apply(this.#records.stepTo(entries, this.#waiting.deltas)));
    });
    if (ids.length) this.revision++;
  }

  /** A big import or paste: stamped and shown in slices, then stored as one commit and one undo step. */
  async #commitMany(changes: readonly Change[], label: StepLabel): Promise<void> {
    const step = new Map<string, { before?: Rec; after?: Rec }>();
    const [n, at] = [++this.#writer.n, this.#parts.now()];
    const { by } = this.#writer;
    await inSlices(changes, SLICE, (slice) => {
      const part = commitStep(this.#records.facts, { by, n: n - 1 }, at, slice);
      this.#send(this.#records.apply(part));
      for (const [id, { before, after }] of part) {
        const first = step.has(id) ? step.get(id)?.before : before;
        step.set(id, { ...(first && { before: first }), ...(after && { after }) });
      }
    });
    if (!step.size) return;
    this.revision++;
    this.#did(step, label);
    if (this.#storage.keeps) this.saved = 'saving';
    void this.#waiting.add(step, await bigDelta(step));
    await this.#flush();
  }

  /* ---- undo ---- */

  #did(step: Step, label: StepLabel): void {
    this.#steps.did({ step, label, exports: this.#row.exports });
    this.#sayState();
  }

  async #takeBack(way: 'undo' | 'redo'): Promise<readonly string[]> {
    const entry = this.#steps.take(way);
    if (!entry) return [];
    this.#sayState();
    const { acts } = this.#steps;
    return this.#inLine(async () => {
      const skipped = (await this.#flush())
        ? await this.#takeBackStored(way, entry, acts)
        : this.#takeBackWaiting(way, entry, acts);
      this.#sayState();
      return skipped;
    });
  }

  /** Compared and put back inside the transaction: another tab may have written since. */
  async #takeBackStored(way: 'undo' | 'redo', entry: UndoEntry, acts: number): Promise<readonly string[]> {
    const step = new Map<string, { before?: Rec; after?: Rec }>();
    const skipped: string[] = [];
    const at = this.#parts.now();
    const written = await this.#storage.replace(
      this.planId,
      [...entry.step.keys()],
      at,
      (stored, row, ids) => {
        const part = new Map(ids.map((id) => [id, entry.step.get(id) ?? {}]));
        const undone = undoStep(stored, part, this.#isPublished(row, entry), this.#writer, at);
        skipped.push(...undone.skipped);
        for (const [id, change] of undone.step) step.set(id, change);
        return new Map([...undone.step].map(([id, { after }]) => [id, after]));
      },
    );
    if (!written.ok) {
      this.#steps.putBack(way, entry);
      this.#refused(written.failure);
      return [];
    }
    const after = new Map([...step].flatMap(([id, change]) => (change.after ? [[id, change.after]] : [])));
    await this.#bring([...step.keys()], after);
    if (step.size) this.#steps.took(way, { step, label: entry.label, exports: written.value.exports }, acts);
    await this.#settle(written.value);
    return skipped;
  }

  /** Nothing can be stored now: what never was is dropped, all else is written as one more waiting commit. */
  #takeBackWaiting(way: 'undo' | 'redo', entry: UndoEntry, acts: number): readonly string[] {
    const dropped = this.#waiting.drop(entry.step);
    const at = this.#parts.now();
    const undone = undoStep(this.#records.facts, entry.step, !dropped, this.#writer, at);
    this.#show(this.#records.apply(undone.step));
    if (!dropped) void this.#waiting.add(undone.step);
    this.#steps.took(way, { step: undone.step, label: entry.label, exports: this.#row.exports }, acts);
    void this.#putDraftsBy();
    return undone.skipped;
  }

  #isPublished(row: PlanRow, entry: UndoEntry): boolean {
    return this.#shared || row.exports > entry.exports;
  }

  /* ---- showing ---- */

  #show(changes: readonly RecordChange[]): void {
    this.#send(changes);
    this.revision++;
  }

  #send(changes: readonly RecordChange[]): void {
    if (changes.length) this.#parts.planner.apply(changes);
  }

  async #loadPlanner(): Promise<void> {
    const records = this.#records.shown.all();
    this.#parts.planner.load(records.slice(0, MANY), this.asOf);
    await inSlices(records.slice(MANY), SLICE, (slice) => {
      // Read anew: a record may have changed since.
      this.#send(slice.map(([id]) => ({ id, values: this.get(id) ?? null })));
    });
  }

  #sayState(): void {
    this.undoStep = this.#steps.undoable;
    this.redoStep = this.#steps.redoable;
    this.saved = this.#savedNow();
  }

  #savedNow(): SavedState {
    if (this.#readOnly) return 'readOnly';
    if (this.problem) return 'failed';
    if (!this.#storage.keeps) return 'memory';
    return this.#waiting.empty && !this.#flushing ? 'saved' : 'saving';
  }

  /** One piece of work on the database at a time. */
  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }
}
