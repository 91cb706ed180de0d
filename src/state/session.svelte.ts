import type { Change, RecordChange, RecordEntry } from '../model/diff.ts';
import {
  commitStep,
  newWriter,
  stepEntry,
  undoStep,
  type Rec,
  type RecLookup,
  type Step,
  type Undone,
} from '../model/facts/index.ts';
import type { Failure } from '../model/failure.ts';
import { SETTINGS_ID, type RecordKind } from '../model/ids.ts';
import type { Values } from '../model/json.ts';
import type { AnswerTo, Query } from '../model/planning.ts';
import type { Day } from '../model/time.ts';
import type { PlannerClient } from '../planner/client.ts';
import type { MemoryStorage } from '../storage/memory.ts';
import type { PlanRow, Written } from '../storage/storage.ts';
import type { PlanSession, SavedState, StepLabel } from './contract.ts';
import { Feed } from './feed.ts';
import { Keeping, type KeepingParts } from './keeping.svelte.ts';
import { inSlices } from './pace.ts';
import type { PlanRecords } from './records.ts';
import { Steps, type UndoEntry } from './steps.ts';
import { bigDelta } from './waiting.ts';
import { encodeEntries, encodeSlowly } from './encoding.ts';

/** From so many changes on, work is done in slices, so that the page stays alive. */
const MANY = 2000;
const SLICE = 500;

export interface SessionParts extends KeepingParts {
  readonly records: PlanRecords;
  readonly planner: PlannerClient;
  readonly asOf: Day;
  closed(): void;
}

type Way = 'undo' | 'redo';

/**
 * The open plan. A commit shows at once and waits for its transaction. Everything shown is what is stored, with the
 * waiting commits joined on top.
 */
export class Session implements PlanSession {
  readonly planId: string;
  asOf: Day = $state('');
  revision = $state(0);
  undoStep = $state.raw<StepLabel | null>(null);
  redoStep = $state.raw<StepLabel | null>(null);

  readonly #parts: SessionParts;
  readonly #records: PlanRecords;
  readonly #keeping: Keeping;
  readonly #writer = newWriter();
  readonly #steps = new Steps();
  readonly #feed: Feed;
  #planned: Promise<void>;
  #shared = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#records = parts.records;
    this.#feed = new Feed(parts.planner);
    this.planId = parts.row.id;
    this.asOf = parts.asOf;
    this.#keeping = new Keeping(parts, {
      name: () => this.get(SETTINGS_ID)?.['name'],
      idsIn: (pages) => this.#records.idsIn(pages),
      bring: (ids, stored) => this.#bring(ids, stored),
    });
    this.#planned = this.#loadPlanner();
  }

  get saved(): SavedState {
    return this.#keeping.saved;
  }

  get problem(): Failure | null {
    return this.#keeping.problem;
  }

  /** All facts, those that wait included: for files and copies. */
  get facts(): ReadonlyMap<string, Rec> {
    return this.#records.facts;
  }

  get row(): PlanRow {
    return this.#keeping.row;
  }

  get(id: string): Values | undefined {
    return this.#records.shown.get(id);
  }

  ofKind(kind: RecordKind): readonly RecordEntry[] {
    return this.#records.shown.ofKind(kind);
  }

  removedOfKind(kind: RecordKind): readonly RecordEntry[] {
    return this.#records.removedOfKind(kind);
  }

  async read<Q extends Query>(query: Q): Promise<AnswerTo<Q> | null> {
    await this.#planned;
    return this.#parts.planner.read(query);
  }

  async commit(changes: readonly Change[], label: StepLabel): Promise<void> {
    if (changes.length > MANY) return this.#keeping.inLine(() => this.#commitMany(changes, label));
    const step = commitStep(this.#records.facts, this.#writer, this.#parts.now(), changes);
    if (!step.size) return;
    this.#show(this.#records.apply(step));
    this.#did(step, label);
    return this.#keeping.keep(step);
  }

  undo(): Promise<readonly string[]> {
    return this.#takeBack('undo');
  }

  redo(): Promise<readonly string[]> {
    return this.#takeBack('redo');
  }

  /** Tries again to store what could not be stored. */
  retry(): Promise<void> {
    return this.#keeping.retry();
  }

  /** Reads what other tabs have committed since. */
  pull(): Promise<void> {
    return this.#keeping.pull();
  }

  /** News of commit `seq` of this plan by another tab. */
  heard(seq: number): void {
    if (seq > this.row.seq) void this.pull();
  }

  /** The database is gone: `storageUpgraded`, `storageRemoved` or `storageClosed`. */
  lost(failure: Failure): void {
    this.#keeping.lost(failure);
  }

  /** Facts are about to leave the device though `exports` could not be raised: every undo is a new commit now. */
  share(): void {
    this.#shared = true;
  }

  /** Keeping ends: from now on memory holds what is open. */
  moveTo(memory: MemoryStorage): Promise<void> {
    return this.#keeping.inLine(async () => {
      memory.adopt(this.row, await encodeSlowly(this.facts));
      this.#keeping.moveTo(memory);
    });
  }

  /** It is another day: all that looks from today on is worked out anew. */
  turnTo(day: Day): void {
    if (day === this.asOf) return;
    this.#feed.send();
    this.asOf = day;
    this.#planned = this.#planned.then(() => this.#loadPlanner());
    this.revision++;
  }

  /** The page is left: see `Keeping`. */
  leave(): Promise<void> {
    return this.#keeping.leave();
  }

  /** Facts that an earlier page has left; resolves when they are stored, or could not be for now. */
  async adoptLeft(left: ReadonlyMap<string, Rec>): Promise<void> {
    const step = this.#stepOf(left);
    this.#show(this.#records.apply(step));
    if (step.size) await this.#keeping.keep(step);
  }

  /** Facts that an earlier load of this tab could not store. */
  adoptDrafts(drafts: ReadonlyMap<string, Rec>): void {
    void this.adoptLeft(drafts);
    this.#keeping.adoptedDrafts();
  }

  #stepOf(facts: ReadonlyMap<string, Rec>): Step {
    const stored = [...facts.keys()].map((id) => [id, this.#records.facts.get(id)] as const);
    return this.#records.stepTo(stored, [facts]);
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    await this.#planned;
    await this.#keeping.inLine(() => Promise.resolve());
  }

  close(): void {
    this.#parts.planner.dispose();
    this.#parts.closed();
  }

  /** A big import or paste: stamped and shown in slices, then stored as one commit and one undo step. */
  async #commitMany(changes: readonly Change[], label: StepLabel): Promise<void> {
    this.#keeping.prepare();
    const step = new Map<string, { before?: Rec; after?: Rec }>();
    const at = this.#parts.now();
    // All slices are one act of writing and share its number.
    const { by, n } = { by: this.#writer.by, n: this.#writer.n++ };
    await inSlices(changes, SLICE, (slice) => {
      const part = commitStep(this.#records.facts, { by, n }, at, slice);
      this.#feed.add(this.#records.apply(part));
      for (const [id, entry] of part) {
        const first = step.get(id);
        step.set(id, first ? stepEntry(first.before, entry.after) : entry);
      }
    });
    if (!step.size) return;
    this.#shown();
    this.#did(step, label);
    void this.#keeping.keep(step, await bigDelta(step));
    await this.#keeping.flush();
  }

  async #takeBack(way: Way): Promise<readonly string[]> {
    const entry = this.#steps.take(way);
    if (!entry) return [];
    this.#sayLabels();
    const { acts } = this.#steps;
    return this.#keeping.inLine(async () => {
      const skipped = (await this.#keeping.flush())
        ? ((await this.#takeBackMany(way, entry, acts)) ?? (await this.#takeBackStored(way, entry, acts)))
        : this.#takeBackWaiting(way, entry, acts);
      this.#sayLabels();
      return skipped;
    });
  }

  /**
   * A big step, worked out from memory, which says what is stored as long as nobody else has written: the storage looks
   * whether somebody has. null = then, or when something was typed meanwhile, it has to be done the slow way.
   */
  async #takeBackMany(way: Way, entry: UndoEntry, acts: number): Promise<readonly string[] | null> {
    if (entry.step.size <= MANY) return null;
    const known = await this.#keeping.known();
    const { step, skipped } = await this.#undoSlowly(entry, this.#shared || known.exports > entry.exports);
    const pages = await encodeEntries(await this.#records.pagesAfter(step));
    if (this.#keeping.waiting.length) return null;
    const written = await this.#keeping.rewrite(pages, known);
    if (!written.ok) return null;
    await this.#tookBack(way, entry, acts, step, written.value);
    return skipped;
  }

  async #undoSlowly(entry: UndoEntry, published: boolean): Promise<Undone> {
    const step = new Map<string, { readonly before?: Rec; readonly after?: Rec }>();
    const skipped: string[] = [];
    await inSlices([...entry.step], SLICE, (slice) => {
      const part = undoStep(this.#records.facts, new Map(slice), published, this.#writer, this.#parts.now());
      for (const [id, change] of part.step) step.set(id, change);
      skipped.push(...part.skipped);
    });
    return { step, skipped };
  }

  /** Compared and put back inside the transaction: another tab may have written since. */
  async #takeBackStored(way: Way, entry: UndoEntry, acts: number): Promise<readonly string[]> {
    const step = new Map<string, { readonly after?: Rec }>();
    const skipped: string[] = [];
    const written = await this.#keeping.replace([...entry.step.keys()], (stored, row, ids) => {
      const part = new Map(ids.map((id) => [id, entry.step.get(id) ?? {}]));
      const published = this.#shared || row.exports > entry.exports;
      const undone = undoStep(stored, part, published, this.#writer, this.#parts.now());
      skipped.push(...undone.skipped);
      for (const [id, change] of undone.step) step.set(id, change);
      return new Map([...undone.step].map(([id, { after }]) => [id, after]));
    });
    if (!written.ok) {
      this.#steps.putBack(way, entry);
      return [];
    }
    await this.#tookBack(way, entry, acts, step, written.value);
    return skipped;
  }

  async #tookBack(way: Way, entry: UndoEntry, acts: number, step: Step, written: Written): Promise<void> {
    const { exports } = written;
    if (step.size) this.#steps.took(way, { step, label: entry.label, exports }, acts);
    await this.#bring([...step.keys()], { get: (id) => step.get(id)?.after });
    await this.#keeping.settle(written);
  }

  /** Nothing can be stored now: what never was is dropped, all else is written as one more waiting commit. */
  #takeBackWaiting(way: Way, entry: UndoEntry, acts: number): readonly string[] {
    const dropped = this.#keeping.drop(entry.step);
    const { step, skipped } = undoStep(
      this.#records.facts,
      entry.step,
      !dropped,
      this.#writer,
      this.#parts.now(),
    );
    this.#show(this.#records.apply(step));
    if (!dropped) void this.#keeping.keep(step);
    this.#steps.took(way, { step, label: entry.label, exports: this.row.exports }, acts);
    return skipped;
  }

  /** Shows these records as they are stored, with the waiting facts on top. */
  async #bring(ids: readonly string[], stored: RecLookup): Promise<void> {
    await inSlices(ids, SLICE, (slice) => {
      const entries = slice.map((id) => [id, stored.get(id)] as const);
      this.#feed.add(this.#records.apply(this.#records.stepTo(entries, this.#keeping.waiting)));
    });
    if (ids.length) this.#shown();
  }

  #did(step: Step, label: StepLabel): void {
    this.#steps.did({ step, label, exports: this.row.exports });
    this.#sayLabels();
  }

  #sayLabels(): void {
    this.undoStep = this.#steps.undoable;
    this.redoStep = this.#steps.redoable;
  }

  #show(changes: readonly RecordChange[]): void {
    this.#feed.add(changes);
    this.#shown();
  }

  /** All that was changed is to be seen. */
  #shown(): void {
    this.#feed.send();
    this.revision++;
  }

  async #loadPlanner(): Promise<void> {
    const records = this.#records.shown.all();
    this.#parts.planner.load(records.slice(0, MANY), this.asOf);
    await inSlices(records.slice(MANY), SLICE, (slice) => {
      // Read anew: a record may have changed since.
      this.#feed.add(slice.map(([id]) => ({ id, values: this.get(id) ?? null })));
    });
    this.#feed.send();
  }
}
