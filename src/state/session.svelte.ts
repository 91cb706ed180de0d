import type { Change, RecordChange, RecordEntry } from '../model/diff.ts';
import { commitStep, newWriter, type Rec, type RecLookup, type Step } from '../model/facts/index.ts';
import type { Failure } from '../model/failure.ts';
import { recordId, SETTINGS_ID, type RecordKind } from '../model/ids.ts';
import type { Values } from '../model/json.ts';
import { monthToDateChanges } from '../model/month-to-date.ts';
import type { AnswerTo, Query } from '../model/planning.ts';
import type { Day } from '../model/time.ts';
import type { PlannerClient } from '../planner/client.ts';
import type { MemoryStorage } from '../storage/memory.ts';
import type { PlanRow } from '../storage/storage.ts';
import type { PlanSession, SavedState, StepLabel } from './contract.ts';
import { Feed } from './feed.ts';
import { Keeping, type KeepingParts } from './keeping.svelte.ts';
import { inSlices, MANY, SLICE } from './pace.ts';
import type { Occasion } from './reason-to-keep.ts';
import type { PlanRecords } from './records.ts';
import { Refusing } from './refusing.svelte.ts';
import { Steps } from './steps.ts';
import type { TakingBack } from './taking-back.ts';
import { bigDelta } from './waiting.ts';
import { encodeSlowly } from './encoding.ts';

export interface SessionParts extends KeepingParts {
  readonly records: PlanRecords;
  readonly planner: PlannerClient;
  readonly asOf: Day;
  /** What the person calls himself; null = nothing. */
  readonly signature?: (() => string | null) | undefined;
  /** Keeps the plan as it is stored now if such an act asks for it, or the day; resolves when that has been read. */
  keepVersion(act: Occasion, changes?: readonly Change[]): Promise<void>;
  closed(): void;
}

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
  readonly #refusing: Refusing;
  readonly #writer = newWriter();
  readonly #steps = new Steps();
  readonly #feed: Feed;
  #taking: Promise<TakingBack> | null = null;
  #planned: Promise<void>;
  #shared = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#records = parts.records;
    this.#feed = new Feed(parts.planner);
    this.planId = parts.row.id;
    this.asOf = parts.asOf;
    this.#refusing = new Refusing((id) => this.get(id), parts.row.readOnly === true);
    this.#keeping = new Keeping(parts, {
      name: () => this.get(SETTINGS_ID)?.['name'],
      idsIn: (pages) => this.#records.idsIn(pages),
      bring: (ids, stored) => this.#bring(ids, stored),
    });
    this.#planned = this.#loadPlanner();
  }

  get saved(): SavedState {
    return this.readOnly ? 'readOnly' : this.#keeping.saved;
  }

  get readOnly(): boolean {
    return this.#refusing.readOnly;
  }

  set readOnly(readOnly: boolean) {
    this.#refusing.readOnly = readOnly;
  }

  get readOnlyRefusals(): number {
    return this.#refusing.readOnlyRefusals;
  }

  get partRefusals(): number {
    return this.#refusing.partRefusals;
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

  justPut(id: string, field: string): StepLabel['code'] | null {
    return this.#steps.justPut(id, field);
  }

  writtenAt(id: string): number | null {
    const rec = this.#records.facts.get(id);
    if (!rec) return null;
    const others = Object.values(rec.x ?? {}).flat();
    return Math.max(rec.s.at, ...others.map(({ s }) => s.at));
  }

  removedOfKind(kind: RecordKind): readonly RecordEntry[] {
    return this.#records.removedOfKind(kind);
  }

  async read<Q extends Query>(query: Q): Promise<AnswerTo<Q> | null> {
    await this.#planned;
    return this.#parts.planner.read(query);
  }

  async commit(asked: readonly Change[], label: StepLabel): Promise<void> {
    const refused = this.#refusing.refuses(asked);
    if (refused === true || (refused && (await refused))) return;
    // What is restored stands as it stood.
    const more =
      label.code === 'restoreVersion' ? [] : monthToDateChanges(asked, (id) => this.get(id), this.asOf);
    const changes = [...asked, ...more];
    const first = this.#versionBefore(label, asked);
    if (changes.length > MANY) return this.#keeping.inLine(() => this.#commitMany(changes, label, first));
    const at = this.#parts.now();
    const written = commitStep(this.#records.facts, this.#writer, at, changes);
    if (!written.size) return;
    const step = this.#signed(written, at);
    this.#show(this.#records.apply(step));
    this.#did(step, label);
    return this.#keeping.keep(step, undefined, first);
  }

  /** With what the person calls himself, once for each writer: part of the act, and taken back with it. */
  #signed(step: Step, at: number): Step {
    const name = this.#parts.signature?.();
    const { by, n } = this.#writer;
    const id = recordId.writer(by);
    if (!name || this.get(id)) return step;
    const signature = { create: id, values: { name } };
    return new Map([...step, ...commitStep(this.#records.facts, { by, n: n - 1 }, at, [signature])]);
  }

  #versionBefore(label: StepLabel, changes: readonly Change[]): (() => Promise<void>) | undefined {
    // One cell is what undo is for.
    return changes.length === 1 ? undefined : () => this.#parts.keepVersion(label, changes);
  }

  undo(): Promise<readonly string[]> {
    return this.#takeBack('undo');
  }

  redo(): Promise<readonly string[]> {
    return this.#takeBack('redo');
  }

  async #takeBack(way: 'undo' | 'redo'): Promise<readonly string[]> {
    if (this.#refusing.refusesAll()) return [];
    // Taken at once: what is typed meanwhile is another act.
    const entry = this.#steps.take(way);
    if (!entry) return [];
    this.#sayLabels();
    const { acts } = this.#steps;
    return (await this.#takingBack()).takeBack(way, entry, acts);
  }

  /** Fetched with the first act: before it there is nothing to take back. */
  #takingBack(): Promise<TakingBack> {
    return (this.#taking ??= this.#loadTakingBack());
  }

  async #loadTakingBack(): Promise<TakingBack> {
    const { TakingBack } = await import('./taking-back.ts');
    return new TakingBack({
      records: this.#records,
      keeping: this.#keeping,
      steps: this.#steps,
      writer: this.#writer,
      now: () => this.#parts.now(),
      isShared: () => this.#shared,
      show: (changes) => this.#show(changes),
      bring: (ids, stored) => this.#bring(ids, stored),
      sayLabels: () => this.#sayLabels(),
    });
  }

  /** Facts from elsewhere, and then choices between those in dispute; one step of undo where it has a label. */
  async takeIn(
    facts: ReadonlyMap<string, Rec>,
    choices: readonly Change[],
    label: StepLabel | null,
  ): Promise<void> {
    const { takeIn } = await import('./taking-in.ts');
    return this.#keeping.inLine(() =>
      takeIn(
        {
          ...{ records: this.#records, keeping: this.#keeping, writer: this.#writer },
          now: () => this.#parts.now(),
          first: () => this.#parts.keepVersion(label ?? 'folder', choices),
          tell: (changes) => this.#feed.add(changes),
          done: (step) => {
            this.#shown();
            if (label) this.#did(step, label);
          },
        },
        facts,
        choices,
      ),
    );
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
    void this.#parts.keepVersion('daily');
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

  awaits(act: Promise<unknown>): void {
    this.#keeping.awaits(act);
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<number> {
    await this.#planned;
    await this.#keeping.come();
    await this.#keeping.inLine(() => Promise.resolve());
    return this.row.seq;
  }

  close(): void {
    this.#parts.planner.dispose();
    this.#parts.closed();
  }

  /** A big import or paste: stamped and shown in slices, then stored as one commit and one undo step. */
  async #commitMany(
    changes: readonly Change[],
    label: StepLabel,
    first?: () => Promise<void>,
  ): Promise<void> {
    this.#keeping.prepare();
    const step = await this.#records.writeMany(this.#writer, this.#parts.now(), changes, (seen) =>
      this.#feed.add(seen),
    );
    if (!step.size) return;
    this.#shown();
    this.#did(step, label);
    void this.#keeping.keep(step, await bigDelta(step), first);
    await this.#keeping.flush();
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
    this.#steps.did({ step, label, exports: this.row.exports, at: this.#parts.now() });
    this.#takingBack().catch(() => (this.#taking = null));
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

  #loadPlanner(): Promise<void> {
    return this.#feed.load(this.#records.shown, this.asOf);
  }
}
