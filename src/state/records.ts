import type { Change, RecordChange, RecordEntry } from '../model/diff.ts';
import {
  applyStep,
  commitStep,
  joinRec,
  LIFE,
  recordChangesOf,
  shownValues,
  stepEntry,
  type Rec,
  type RecLookup,
  type Step,
  type Writer,
} from '../model/facts/index.ts';
import { kindOf, SLICE_ID, type RecordKind } from '../model/ids.ts';
import { attempt } from '../storage/attempt.ts';
import { decodePages, pageOf } from '../storage/pages.ts';
import type { PageText } from '../storage/storage.ts';
import type { PageEntries } from './encoding.ts';
import { inSlices, SLICE } from './pace.ts';
import { Shown } from './shown.ts';

/** A plan's facts and what is shown of them, always in step. Plain: the session raises its revision. */
export class PlanRecords {
  readonly facts: Map<string, Rec>;
  readonly shown = new Shown();
  /** What is seen of changes: of a part of a plan not all. */
  see = (changes: RecordChange[]): RecordChange[] => changes;
  /** Built when another tab is first heard of, or for a big undo; ids are never taken out. */
  #pages: Map<string, Set<string>> | null = null;
  #indexed: Promise<void> | null = null;

  constructor(facts: ReadonlyMap<string, Rec> = new Map()) {
    this.facts = new Map();
    for (const [id, rec] of facts) this.#addFirst(id, rec);
  }

  /** The same in slices. */
  static async of(facts: ReadonlyMap<string, Rec>): Promise<PlanRecords> {
    const records = new PlanRecords();
    await inSlices([...facts], 500, (slice) => {
      for (const [id, rec] of slice) records.#addFirst(id, rec);
    });
    return records;
  }

  /** The records of stored pages, read in slices. Throws where a page is damaged. */
  static async read(pages: readonly PageText[]): Promise<PlanRecords> {
    const records = new PlanRecords();
    await inSlices(pages, 20, (slice) => {
      for (const [id, rec] of decodePages(slice)) records.#addFirst(id, rec);
    });
    if (records.facts.has(SLICE_ID))
      await attempt(async () => (await import('./part.ts')).seeOnlyPart(records));
    return records;
  }

  #addFirst(id: string, rec: Rec): void {
    this.facts.set(id, rec);
    const values = shownValues(rec);
    if (values) this.shown.apply({ id, values });
  }

  /** Records that no longer exist, as they were last. */
  removedOfKind(kind: RecordKind): RecordEntry[] {
    return [...this.facts].flatMap(([id, rec]): RecordEntry[] => {
      if (kindOf(id) !== kind || shownValues(rec)) return [];
      const values = Object.entries(rec.v).filter(([field]) => field !== LIFE);
      return [[id, Object.fromEntries(values)]];
    });
  }

  /** Brings the records to where a step leads; returns what became visible. */
  apply(step: Step): RecordChange[] {
    applyStep(this.facts, step);
    if (this.#pages) for (const id of step.keys()) addTo(this.#pages, id);
    const changes = this.see(recordChangesOf(step));
    for (const change of changes) this.shown.apply(change);
    return changes;
  }

  /** A big import or paste as one act of writing, stamped and applied in slices; `seen` is told what each makes visible. */
  async writeMany(
    writer: Writer,
    at: number,
    changes: readonly Change[],
    seen: (changes: readonly RecordChange[]) => void,
  ): Promise<Step> {
    const step = new Map<string, { before?: Rec; after?: Rec }>();
    // All slices share the writer's number.
    const { by, n } = { by: writer.by, n: writer.n++ };
    await inSlices(changes, SLICE, (slice) => {
      const part = commitStep(this.facts, { by, n }, at, slice);
      seen(this.apply(part));
      for (const [id, entry] of part) {
        const first = step.get(id);
        step.set(id, first ? stepEntry(first.before, entry.after) : entry);
      }
    });
    return step;
  }

  /** Ids that lie, or once lay, in these pages. */
  async idsIn(pages: readonly string[]): Promise<string[]> {
    await (this.#indexed ??= this.#indexPages());
    return pages.flatMap((page) => [...(this.#pages?.get(page) ?? [])]);
  }

  /** In slices; records that change meanwhile add themselves. */
  async #indexPages(): Promise<void> {
    const pages = (this.#pages = new Map<string, Set<string>>());
    await inSlices([...this.facts.keys()], 1000, (slice) => {
      for (const id of slice) addTo(pages, id);
    });
  }

  /** The pages that a step touches, as it leaves them. */
  async pagesAfter(step: Step): Promise<PageEntries> {
    const touched = new Map<string, Set<string>>();
    await inSlices([...step.keys()], 1000, (slice) => {
      for (const id of slice) addTo(touched, id);
    });
    await (this.#indexed ??= this.#indexPages());
    const pages = new Map<string, (readonly [string, Rec])[]>();
    await inSlices([...touched], 100, (slice) => {
      for (const [page, ids] of slice) pages.set(page, this.#after(step, this.#pages?.get(page), ids));
    });
    return pages;
  }

  #after(step: Step, known: Iterable<string> = [], named: Iterable<string>): (readonly [string, Rec])[] {
    return [...new Set([...known, ...named])].flatMap((id): (readonly [string, Rec])[] => {
      const rec = step.has(id) ? step.get(id)?.after : this.facts.get(id);
      return rec ? [[id, rec]] : [];
    });
  }

  /** The step from here to what is stored, with the facts that are not stored yet (`waiting`) on top. */
  stepTo(stored: Iterable<readonly [id: string, rec: Rec | undefined]>, waiting: readonly RecLookup[]): Step {
    const step = new Map<string, { before?: Rec; after?: Rec }>();
    for (const [id, rec] of stored) {
      const before = this.facts.get(id);
      const after = withWaiting(id, rec, waiting);
      if (before !== after) step.set(id, { ...(before && { before }), ...(after && { after }) });
    }
    return step;
  }
}

function addTo(pages: Map<string, Set<string>>, id: string): void {
  const page = pageOf(id);
  const ids = pages.get(page);
  if (ids) ids.add(id);
  else pages.set(page, new Set([id]));
}

function withWaiting(id: string, stored: Rec | undefined, waiting: readonly RecLookup[]): Rec | undefined {
  let rec = stored;
  for (const delta of waiting) {
    const more = delta.get(id);
    if (more) rec = joinRec(rec, more);
  }
  return rec;
}
