import type { Change, RecordEntry } from '../model/diff.ts';
import { commitStep, newWriter } from '../model/facts/index.ts';
import { ok, type Result } from '../model/failure.ts';
import type { FileReport, GivenFile, MergeProgress, PlanMerger } from '../model/merging.ts';
import { SETTINGS_ID, SLICE_ID } from '../model/ids.ts';
import { decodePages, pageOf } from '../storage/pages.ts';
import type { PageText, PlanRow, PlanStorage } from '../storage/storage.ts';
import type { Merged, PlanFilesRead, PlanInfo, PlanMerge } from './contract.ts';
import { decodeSlowly } from './encoding.ts';
import { nameIn, newRow, shownOf, withName } from './plan-content.ts';
import { infoOf } from './plan-info.ts';
import type { Occasion } from './reason-to-keep.ts';
import type { Session } from './session.svelte.ts';

type Told = ((done: MergeProgress) => void) | undefined;

/** What opening and merging files need of the shelf. */
export interface FileShelf {
  merger(): PlanMerger<PageText>;
  storage(): Promise<PlanStorage>;
  openPlan(planId: string): Session | undefined;
  now(): number;
  /** Makes another plan of these records. */
  add(records: readonly RecordEntry[]): Promise<Result<PlanInfo>>;
  /** Other tabs and the list hear of a change of the shelf. */
  changed(result: Result<unknown>): Promise<void>;
  /** And of a commit of a plan that is not open here. */
  committed(planId: string, seq: number): void;
  /** Keeps the plan as it is stored now. */
  keepVersion(planId: string, occasion: Occasion): Promise<void>;
}

/** What is stored of a plan, all that waits included. */
async function storedPages(shelf: FileShelf, planId: string): Promise<Result<readonly PageText[]>> {
  await shelf.openPlan(planId)?.settled();
  const read = await (await shelf.storage()).read(planId);
  return read.ok ? ok(read.value.pages) : read;
}

const MADE_WITH_PARTS = /^(?:slice|prior)\//;

/** What comes with a part of a plan belongs to the part: the whole plan does not become one by getting it back. */
const broughtTo = (stored: readonly PageText[], delta: readonly PageText[]): readonly PageText[] =>
  stored.some(({ page }) => page === pageOf(SLICE_ID))
    ? delta
    : delta.filter(({ page }) => !MADE_WITH_PARTS.test(page));

/** Into a plan that is not open: the facts, and then the choices as a commit of their own. */
async function storeIn(
  shelf: FileShelf,
  planId: string,
  delta: readonly PageText[],
  choices: readonly Change[],
): Promise<Result<void>> {
  const storage = await shelf.storage();
  const joined = await storage.join(planId, delta, shelf.now());
  if (!joined.ok) return joined;
  shelf.committed(planId, joined.value.seq);
  if (!choices.length) return ok(undefined);
  const writer = newWriter();
  const ids = choices.map((change) =>
    'id' in change ? change.id : 'remove' in change ? change.remove : change.create,
  );
  const chosen = await storage.replace(planId, [...new Set(ids)], shelf.now(), (stored, _, here) => {
    const mine = choices.filter((_change, at) => here.includes(ids[at]!));
    // One act: its cells share the writer's number, whatever page they lie in.
    const step = commitStep(stored, { ...writer }, shelf.now(), mine);
    return new Map([...step].map(([id, { after }]) => [id, after]));
  });
  if (!chosen.ok) return chosen;
  shelf.committed(planId, chosen.value.seq);
  return ok(undefined);
}

/** Joins what files bring, then makes the choices: in the open plan, or where it is kept. */
async function takeIn(
  shelf: FileShelf,
  planId: string,
  delta: readonly PageText[],
  choices: readonly Change[],
  isStep: boolean,
): Promise<Result<void>> {
  const session = shelf.openPlan(planId);
  if (!session) {
    await shelf.keepVersion(planId, isStep ? { code: 'merge' } : 'folder');
    return storeIn(shelf, planId, delta, choices);
  }
  await session.takeIn(await decodeSlowly(delta), choices, isStep ? { code: 'merge' } : null);
  return session.problem ? { ok: false, failure: session.problem } : ok(undefined);
}

/** See `PlanShelf.mergeInto`. */
export async function mergeInto(
  shelf: FileShelf,
  planId: string,
  files: readonly GivenFile[],
  choices: readonly Change[] = [],
): Promise<Merged> {
  const merger = shelf.merger();
  try {
    const read = await merger.read(files);
    const others = read.filter((report) => report.ok && report.plan !== planId);
    const stored = await storedPages(shelf, planId);
    const preview = await merger.preview(planId, stored.ok ? stored.value : [], shelf.now());
    const reports = [...preview.files, ...others];
    if (!stored.ok) return { files: reports, changed: false, conflicts: 0, stored };
    const delta = broughtTo(stored.value, await merger.delta());
    const changed = delta.length > 0 || choices.length > 0;
    return {
      files: reports,
      changed,
      conflicts: preview.conflicts.length,
      stored: changed ? await takeIn(shelf, planId, delta, choices, false) : ok(undefined),
    };
  } finally {
    merger.close();
  }
}

/** Files that have been read, and what may be done with them. */
export class PlanFiles implements PlanFilesRead {
  reports: readonly FileReport[] = [];
  readonly #shelf: FileShelf;
  readonly #merger: PlanMerger<PageText>;

  constructor(shelf: FileShelf) {
    this.#shelf = shelf;
    this.#merger = shelf.merger();
  }

  async read(files: readonly GivenFile[], told: Told): Promise<this> {
    this.reports = await this.#merger.read(files, told);
    return this;
  }

  async known(planId: string): Promise<PlanInfo | null> {
    const rows = await (await this.#shelf.storage()).list();
    const row = rows.ok ? rows.value.find(({ id }) => id === planId) : undefined;
    return row ? infoOf(row) : null;
  }

  async openAs(planId: string, readOnly: boolean): Promise<Result<PlanInfo>> {
    const read = await this.#merger.pagesOf(planId);
    if (!read.ok) return read;
    const pages = read.value;
    const recs = decodePages(pages.filter(({ page }) => page === pageOf(SETTINGS_ID)));
    const row: PlanRow = { ...newRow(planId, recs, this.#shelf.now()), ...(readOnly && { readOnly }) };
    const named = { ...row, name: nameIn(recs) || this.#fileOf(planId) };
    const kept = await (await this.#shelf.storage()).create(named, pages);
    await this.#shelf.changed(kept);
    return kept.ok ? ok(infoOf(named)) : kept;
  }

  async openCopy(planId: string, name: string): Promise<Result<PlanInfo>> {
    const read = await this.#merger.pagesOf(planId);
    if (!read.ok) return read;
    const recs = await decodeSlowly(read.value);
    return this.#shelf.add(withName(await shownOf(recs), name || nameIn(recs) || this.#fileOf(planId)));
  }

  async merge(planId: string, told?: Told): Promise<Result<PlanMerge>> {
    const stored = await storedPages(this.#shelf, planId);
    if (!stored.ok) return stored;
    const merger = this.#merger;
    const preview = await merger.preview(planId, stored.value, this.#shelf.now(), told);
    return ok({
      preview,
      rows: (part, from, count) => merger.rows(part, from, count),
      changes: (from, count) => merger.changes(from, count),
      apply: async (choices) =>
        takeIn(this.#shelf, planId, broughtTo(stored.value, await merger.delta()), choices, true),
    });
  }

  close(): void {
    this.#merger.close();
  }

  /** What to call a plan that has no name. */
  #fileOf(planId: string): string {
    const file = this.reports.find((report) => report.ok && report.plan === planId)?.file ?? '';
    return file.replace(/\.[^.]*$/, '');
  }
}
