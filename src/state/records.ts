import type { RecordChange } from '../model/diff.ts';
import {
  applyStep,
  joinRec,
  recordChangesOf,
  shownValues,
  type Rec,
  type RecLookup,
  type Step,
} from '../model/facts/index.ts';
import { decodePages, pageOf } from '../storage/pages.ts';
import type { PageText } from '../storage/storage.ts';
import { inSlices } from './pace.ts';
import { Shown } from './shown.ts';

/** A plan's facts and what is shown of them, always in step. Plain: the session raises its revision. */
export class PlanRecords {
  readonly facts: Map<string, Rec>;
  readonly shown = new Shown();
  /** Built when another tab is first heard of; ids are never taken out. */
  #pages: Map<string, Set<string>> | null = null;

  constructor(facts: ReadonlyMap<string, Rec> = new Map()) {
    this.facts = new Map(facts);
    for (const [id, rec] of facts) this.#showFirst(id, rec);
  }

  /** The records of stored pages, read in slices. Throws where a page is damaged. */
  static async read(pages: readonly PageText[]): Promise<PlanRecords> {
    const records = new PlanRecords();
    await inSlices(pages, 20, (slice) => {
      for (const [id, rec] of decodePages(slice)) {
        records.facts.set(id, rec);
        records.#showFirst(id, rec);
      }
    });
    return records;
  }

  #showFirst(id: string, rec: Rec): void {
    const values = shownValues(rec);
    if (values) this.shown.apply({ id, values });
  }

  /** Brings the records to where a step leads; returns what became visible. */
  apply(step: Step): RecordChange[] {
    applyStep(this.facts, step);
    if (this.#pages) for (const id of step.keys()) addTo(this.#pages, id);
    const changes = recordChangesOf(step);
    for (const change of changes) this.shown.apply(change);
    return changes;
  }

  /** Ids that lie, or once lay, in these pages. */
  idsIn(pages: readonly string[]): string[] {
    this.#pages ??= this.#indexPages();
    return pages.flatMap((page) => [...(this.#pages?.get(page) ?? [])]);
  }

  #indexPages(): Map<string, Set<string>> {
    const pages = new Map<string, Set<string>>();
    for (const id of this.facts.keys()) addTo(pages, id);
    return pages;
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
