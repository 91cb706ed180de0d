import type { Change, RecordEntry } from '../model/diff.ts';
import type { Failure, Result } from '../model/failure.ts';
import { SETTINGS_ID } from '../model/ids.ts';
import type { GivenFile, MergeProgress } from '../model/merging.ts';
import type { Day } from '../model/time.ts';
import type { PlannerClient } from '../planner/client.ts';
import { attempt } from '../storage/attempt.ts';
import { Connection } from '../storage/connection.ts';
import { draftsOf, leftOf } from '../storage/drafts.ts';
import { decodePages } from '../storage/pages.ts';
import type { PlanRow, PlanStorage } from '../storage/storage.ts';
import { onLeave, onWake, Tabs, type TabNews } from '../storage/tabs.ts';
import type { PlanCodec } from './codec.ts';
import type { Merged, PlanContent, PlanFilesRead, PlanInfo, PlanShelf } from './contract.ts';
import { today } from './device.ts';
import { infoOf } from './plan-info.ts';
import type { ShelfFiles } from './shelf-files.ts';
import type { Added, WholePlans } from './whole-plans.ts';
import type { Occasion } from './reason-to-keep.ts';
import { PlanRecords } from './records.ts';
import { Session } from './session.svelte.ts';

/** A deleted plan can be brought back for so long. */
const BIN_MS = 30 * 86_400_000;
/** After so many commits the data is worth asking the browser to hold on to it. */
const COMMITS_WORTH_KEEPING = 5;
/** The version of the day is kept when nobody waits for the plan to be shown any more. */
const FIRST_LOOK_MS = 5000;

export interface ShelfParts {
  /** Fetched with the first file that is written or read. */
  readonly codec: () => Promise<PlanCodec>;
  /** A planner for one open plan. */
  readonly planner: () => PlannerClient;
  readonly today?: () => Day;
  /** What the person calls himself: it goes with what is written from now on. */
  readonly signature?: () => string | null;
  readonly now?: () => number;
  /** Another name of the database: for tests. */
  readonly database?: string;
  /** A version could not be kept; the act that it was meant for goes on. */
  readonly unkept?: (failure: Failure) => void;
  /** The database is opened once this has resolved; at once where it is not given. */
  readonly after?: Promise<unknown>;
}

/** Resolves when the plans are known, or when the user has to do something first (see `problem`). */
export async function openShelf(parts: ShelfParts): Promise<Shelf> {
  const shelf = new Shelf(parts);
  await shelf.firstWord;
  return shelf;
}

export class Shelf implements PlanShelf {
  plans = $state.raw<readonly PlanInfo[]>([]);
  keeps = $state(true);
  problem = $state.raw<Failure | null>(null);
  readonly firstWord: Promise<void>;

  readonly #parts: ShelfParts;
  readonly #now: () => number;
  readonly #today: () => Day;
  readonly #connection: Connection;
  readonly #tabs: Tabs;
  readonly #sessions = new Map<string, Session>();
  readonly #stopWaking: () => void;
  readonly #stopLeaving: () => void;
  #loadedFiles: Promise<ShelfFiles> | null = null;
  #commits = 0;
  #persistAsked = false;

  constructor(parts: ShelfParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#today = parts.today ?? today;
    let blocked = (): void => undefined;
    const stuck = new Promise<void>((resolve) => (blocked = resolve));
    this.#connection = new Connection(
      {
        connected: (keeps, failure) => this.#connected(keeps, failure),
        blocked: () => {
          this.problem = { code: 'storageBlocked' };
          blocked();
        },
        lost: (failure) => this.#lose(failure),
      },
      parts.database,
      parts.after,
    );
    this.#tabs = new Tabs(parts.database);
    this.#tabs.listen((news) => this.#hear(news));
    this.#stopWaking = onWake(() => this.#wake());
    this.#stopLeaving = onLeave(() => this.#leave());
    this.firstWord = Promise.race([this.#boot(), stuck]);
  }

  async open(planId: string): Promise<Session | null> {
    const present = this.#sessions.get(planId);
    if (present) return present;
    const storage = await this.#connection.storage;
    const read = await storage.read(planId);
    if (!read.ok) {
      if (read.failure.code !== 'planMissing') this.problem = read.failure;
      return null;
    }
    const { row, pages } = read.value;
    const records = await attempt(() => PlanRecords.read(pages));
    if (records.ok) return this.#resume(row, records.value, storage);
    this.problem = { code: 'storedPlanDamaged', values: { name: row.name } };
    return null;
  }

  async create(name: string, records: readonly RecordEntry[]): Promise<Session> {
    const { row, recs, storage } = await this.#add(records, name);
    return this.#start(row, await PlanRecords.of(recs), storage);
  }

  async rename(planId: string, name: string): Promise<void> {
    const session = this.#sessions.get(planId);
    if (session)
      return session.commit([{ id: SETTINGS_ID, field: 'name', value: name }], { code: 'settings' });
    await this.#changed(await (await this.#whole()).rename(planId, name, this.#now()));
  }

  async duplicate(planId: string, name: string): Promise<PlanInfo> {
    const { row } = await this.#add(await (await this.#whole()).copyOf(planId, name));
    return infoOf(row);
  }

  async remove(planId: string): Promise<void> {
    const storage = await this.#connection.storage;
    await this.#changed(await storage.update(planId, { deletedAt: this.#now() }));
  }

  async undelete(planId: string): Promise<void> {
    const storage = await this.#connection.storage;
    await this.#changed(await storage.update(planId, { deletedAt: null }));
  }

  async removeEverything(): Promise<void> {
    const { clearDevice } = await import('./shelf-care.ts');
    for (const session of [...this.#sessions.values()]) session.close();
    const removed = await this.#connection.remove();
    await attempt(clearDevice);
    this.problem = removed.ok ? null : removed.failure;
    this.plans = [];
  }

  useWithoutKeeping(): void {
    const memory = this.#connection.useMemory();
    const moved = [...this.#sessions.values()].map((session) => session.moveTo(memory));
    void Promise.all(moved).then(() => this.refresh());
  }

  async contentOf(planId: string): Promise<PlanContent> {
    return (await this.#whole()).pagesOf(planId);
  }

  async publish(planId: string): Promise<PlanContent> {
    return (await this.#whole()).publish(planId);
  }

  async exportFile(planId: string): Promise<{ name: string; bytes: Uint8Array }> {
    return (await this.#whole()).exportFile(planId);
  }

  async readFiles(
    files: readonly GivenFile[],
    progress?: (done: MergeProgress) => void,
  ): Promise<PlanFilesRead> {
    return (await this.#files()).read(files, progress);
  }

  async mergeInto(planId: string, files: readonly GivenFile[], choices?: readonly Change[]): Promise<Merged> {
    return (await this.#files()).mergeInto(planId, files, choices);
  }

  async setReadOnly(planId: string, readOnly: boolean): Promise<void> {
    const storage = await this.#connection.storage;
    const session = this.#sessions.get(planId);
    if (session) session.readOnly = readOnly;
    await this.#changed(await storage.update(planId, { readOnly }));
  }

  get storage(): Promise<PlanStorage> {
    return this.#connection.storage;
  }

  /** Opens the database again where it was lost or refused. */
  async retry(): Promise<void> {
    const { storeAgain } = await import('./shelf-care.ts');
    await storeAgain(await this.#connection.revive(), this.#sessions.values());
    await this.refresh();
  }

  /** Reads the list of plans again. */
  async refresh(): Promise<void> {
    const rows = await (await this.#connection.storage).list();
    if (!rows.ok) return;
    const live = rows.value.filter(({ deletedAt }) => deletedAt === null);
    this.plans = live.map(infoOf).sort((a, b) => b.changedAt - a.changedAt);
  }

  close(): void {
    for (const session of [...this.#sessions.values()]) session.close();
    this.#stopWaking();
    this.#stopLeaving();
    this.#tabs.close();
    void this.#connection.close();
  }

  /** Plans as files, and whole plans: their code is fetched with the first one. Where it can't be had, the next act tries again. */
  #files(): Promise<ShelfFiles> {
    this.#loadedFiles ??= this.#loadFiles();
    this.#loadedFiles.catch(() => (this.#loadedFiles = null));
    return this.#loadedFiles;
  }

  async #loadFiles(): Promise<ShelfFiles> {
    const { ShelfFiles } = await import('./shelf-files.ts');
    return new ShelfFiles({
      codec: this.#parts.codec,
      storage: () => this.#connection.storage,
      openPlan: (planId) => this.#sessions.get(planId),
      now: this.#now,
      add: (records) => this.#add(records),
      changed: (result) => this.#changed(result),
      committed: (planId, seq) => this.#stored(planId, seq),
      keepVersion: (planId, occasion) => this.#keepVersion(planId, occasion),
    });
  }

  async #whole(): Promise<WholePlans> {
    return (await this.#files()).whole;
  }

  async #boot(): Promise<void> {
    await this.#emptyBin();
    await this.refresh();
  }

  async #emptyBin(): Promise<void> {
    const storage = await this.#connection.storage;
    const rows = await storage.list();
    if (!rows.ok) return;
    const old = rows.value.filter(({ deletedAt }) => deletedAt !== null && deletedAt < this.#now() - BIN_MS);
    if (old.length) await storage.erase(old.map(({ id }) => id));
  }

  #connected(keeps: boolean, failure: Failure | null): void {
    this.keeps = keeps;
    this.problem = failure;
  }

  #lose(failure: Failure): void {
    this.problem = failure;
    for (const session of this.#sessions.values()) session.lost(failure);
  }

  #hear(news: TabNews): void {
    if (news.kind === 'committed') this.#sessions.get(news.plan)?.heard(news.seq);
    void this.refresh();
  }

  #wake(): void {
    for (const session of this.#sessions.values()) void session.pull();
    void this.refresh();
  }

  #leave(): void {
    for (const session of this.#sessions.values()) void session.leave();
  }

  /** Other tabs and the list hear of a change of the shelf. */
  async #changed(result: Result<unknown>): Promise<void> {
    if (!result.ok) this.problem = result.failure;
    this.#tabs.tell({ kind: 'shelf' });
    await this.refresh();
  }

  /** `name`: another than the records say. */
  async #add(records: readonly RecordEntry[], name?: string): Promise<Added> {
    const added = await (await this.#whole()).add(records, this.#now(), name);
    await this.#changed(added.kept);
    if (added.kept.ok && !added.row.sample) this.#askToPersist();
    return added;
  }

  #start(row: PlanRow, records: PlanRecords, storage: PlanStorage): Session {
    const session = new Session({
      row,
      records,
      storage,
      planner: this.#parts.planner(),
      asOf: this.#today(),
      signature: this.#parts.signature,
      now: this.#now,
      revive: () => this.#connection.revive(),
      stored: (seq) => this.#stored(row.id, seq),
      keepVersion: (act, changes) => this.#keepVersion(row.id, act, changes),
      closed: () => this.#sessions.delete(row.id),
    });
    this.#sessions.set(row.id, session);
    return session;
  }

  /** A session with what an earlier load of this tab, or a page that was closed, could not store. */
  #resume(row: PlanRow, records: PlanRecords, storage: PlanStorage): Session {
    const present = this.#sessions.get(row.id);
    if (present) return present;
    const session = this.#start(row, records, storage);
    const drafts = draftsOf(row.id);
    setTimeout(() => void this.#keepDaily(session), FIRST_LOOK_MS);
    if (drafts.length) session.adoptDrafts(decodePages(drafts));
    for (const { facts, forget } of leftOf(row.id)) void session.adoptLeft(decodePages(facts)).then(forget);
    return session;
  }

  /** At the first opening of a day; later ones find it there. */
  async #keepDaily(session: Session): Promise<void> {
    await session.settled();
    if (this.#sessions.get(session.planId) === session) await this.#keepVersion(session.planId, 'daily');
  }

  async #keepVersion(plan: string, occasion: Occasion, changes: readonly Change[] = []): Promise<void> {
    const session = this.#sessions.get(plan);
    const code = await attempt(() => import('./version-keeping.ts'));
    const failed = (failure: Failure) => this.#parts.unkept?.(failure);
    if (!code.ok) return failed(code.failure);
    const storage = await this.#connection.storage;
    const kept = { storage, plan, session, day: this.#today(), at: this.#now(), failed };
    await code.value.keepVersion(kept, occasion, changes);
  }

  #stored(plan: string, seq: number): void {
    this.#tabs.tell({ kind: 'committed', plan, seq });
    void this.refresh();
    if (++this.#commits >= COMMITS_WORTH_KEEPING) this.#askToPersist();
  }

  #askToPersist(): void {
    if (this.#persistAsked || !this.keeps) return;
    this.#persistAsked = true;
    void import('./shelf-care.ts').then(({ askToPersist }) => askToPersist());
  }
}
