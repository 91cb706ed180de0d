import type { RecordChange } from '../model/diff.ts';
import {
  undoStep,
  type Rec,
  type RecLookup,
  type Step,
  type Undone,
  type Writer,
} from '../model/facts/index.ts';
import type { Written } from '../storage/storage.ts';
import { encodeEntries } from './encoding.ts';
import type { Keeping } from './keeping.svelte.ts';
import { inSlices, MANY, SLICE } from './pace.ts';
import type { PlanRecords } from './records.ts';
import type { Steps, UndoEntry } from './steps.ts';

/** What undo and redo need of the open plan. */
interface OpenPlan {
  readonly records: PlanRecords;
  readonly keeping: Keeping;
  readonly steps: Steps;
  readonly writer: Writer;
  now(): number;
  /** Facts may have left the device though the storage could not be told. */
  isShared(): boolean;
  show(changes: readonly RecordChange[]): void;
  /** Shows these records as they are stored, with the waiting facts on top. */
  bring(ids: readonly string[], stored: RecLookup): Promise<void>;
  sayLabels(): void;
}

type Way = 'undo' | 'redo';

/** Undo and redo: as if it had never been while nobody else can know, otherwise a new commit that puts values back. */
export class TakingBack {
  readonly #plan: OpenPlan;

  constructor(plan: OpenPlan) {
    this.#plan = plan;
  }

  /** Resolves to the cells that were skipped because another tab or file changed them since. */
  takeBack(way: Way, entry: UndoEntry, acts: number): Promise<readonly string[]> {
    return this.#plan.keeping.inLine(async () => {
      const skipped = (await this.#plan.keeping.flush())
        ? ((await this.#takeBackMany(way, entry, acts)) ?? (await this.#takeBackStored(way, entry, acts)))
        : this.#takeBackWaiting(way, entry, acts);
      this.#plan.sayLabels();
      return skipped;
    });
  }

  /**
   * A big step, worked out from memory, which says what is stored as long as nobody else has written: the storage looks
   * whether somebody has. null = then, or when something was typed meanwhile, it has to be done the slow way.
   */
  async #takeBackMany(way: Way, entry: UndoEntry, acts: number): Promise<readonly string[] | null> {
    if (entry.step.size <= MANY) return null;
    const known = await this.#plan.keeping.known();
    const { step, skipped } = await this.#undoSlowly(
      entry,
      this.#plan.isShared() || known.exports > entry.exports,
    );
    const pages = await encodeEntries(await this.#plan.records.pagesAfter(step));
    if (this.#plan.keeping.waiting.length) return null;
    const written = await this.#plan.keeping.rewrite(pages, known);
    if (!written.ok) return null;
    await this.#tookBack(way, entry, acts, step, written.value);
    return skipped;
  }

  async #undoSlowly(entry: UndoEntry, published: boolean): Promise<Undone> {
    const step = new Map<string, { readonly before?: Rec; readonly after?: Rec }>();
    const skipped: string[] = [];
    await inSlices([...entry.step], SLICE, (slice) => {
      const part = undoStep(
        this.#plan.records.facts,
        new Map(slice),
        published,
        this.#plan.writer,
        this.#plan.now(),
      );
      for (const [id, change] of part.step) step.set(id, change);
      skipped.push(...part.skipped);
    });
    return { step, skipped };
  }

  /** Compared and put back inside the transaction: another tab may have written since. */
  async #takeBackStored(way: Way, entry: UndoEntry, acts: number): Promise<readonly string[]> {
    const step = new Map<string, { readonly after?: Rec }>();
    const skipped: string[] = [];
    const written = await this.#plan.keeping.replace([...entry.step.keys()], (stored, row, ids) => {
      const part = new Map(ids.map((id) => [id, entry.step.get(id) ?? {}]));
      const published = this.#plan.isShared() || row.exports > entry.exports;
      const undone = undoStep(stored, part, published, this.#plan.writer, this.#plan.now());
      skipped.push(...undone.skipped);
      for (const [id, change] of undone.step) step.set(id, change);
      return new Map([...undone.step].map(([id, { after }]) => [id, after]));
    });
    if (!written.ok) {
      this.#plan.steps.putBack(way, entry);
      return [];
    }
    await this.#tookBack(way, entry, acts, step, written.value);
    return skipped;
  }

  async #tookBack(way: Way, entry: UndoEntry, acts: number, step: Step, written: Written): Promise<void> {
    const { exports } = written;
    if (step.size) this.#plan.steps.took(way, { step, label: entry.label, exports }, acts);
    await this.#plan.bring([...step.keys()], { get: (id) => step.get(id)?.after });
    await this.#plan.keeping.settle(written);
  }

  /** Nothing can be stored now: what never was is dropped, all else is written as one more waiting commit. */
  #takeBackWaiting(way: Way, entry: UndoEntry, acts: number): readonly string[] {
    const dropped = this.#plan.keeping.drop(entry.step);
    const { step, skipped } = undoStep(
      this.#plan.records.facts,
      entry.step,
      !dropped,
      this.#plan.writer,
      this.#plan.now(),
    );
    this.#plan.show(this.#plan.records.apply(step));
    if (!dropped) void this.#plan.keeping.keep(step);
    this.#plan.steps.took(way, { step, label: entry.label, exports: this.#plan.keeping.row.exports }, acts);
    return skipped;
  }
}
