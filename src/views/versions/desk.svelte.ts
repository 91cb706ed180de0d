import { t } from '../../i18n/i18n.svelte.ts';
import type { Change } from '../../model/diff.ts';
import type { Failure, Result } from '../../model/failure.ts';
import type { RecordSheet } from '../../model/sheet-of.ts';
import type { PlanSession } from '../../state/contract.ts';
import { keepVersionNow } from '../../state/version-keeping.ts';
import { startVersions, type RunningVersions } from '../../storage/versions/client.ts';
import type { Comparison } from '../../storage/versions/comparing.ts';
import type { VersionStore } from '../../storage/versions/store.ts';
import type { VersionInfo, VersionList } from '../../storage/versions/version.ts';
import type { StateId } from '../../storage/versions/work.ts';
import { failureText } from '../../ui/failures.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';

/** Cells of each sheet that are shown before somebody asks for more. */
const FIRST = 6;
const MORE = 200;

/** The versions on the screen: which are there, which two are compared, and what differs. */
export class VersionDesk {
  list = $state.raw<VersionList | null>(null);
  /** Nothing is kept: private mode, or switched off. */
  memory = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** null = now. */
  from = $state<StateId>(null);
  to = $state<StateId>(null);
  person = $state.raw<{ readonly name: string; readonly writers: readonly string[] } | null>(null);
  open = $state.raw<{ readonly sheet: RecordSheet; readonly limit: number } | null>(null);
  picked = $state.raw<ReadonlySet<RecordSheet>>(new Set());
  comparison = $state.raw<Comparison | null>(null);
  comparing = $state(false);
  restoring = $state(false);
  readonly work: Workspace;
  readonly session: PlanSession;
  #store: VersionStore | null = null;
  #worker: RunningVersions | null = null;
  #asked = 0;
  #chosen = false;

  constructor(work: Workspace, session: PlanSession) {
    this.work = work;
    this.session = session;
  }

  get database(): string | null {
    return this.#store?.database ?? null;
  }

  version(id: StateId): VersionInfo | undefined {
    return this.list?.versions.find((version) => version.id === id);
  }

  /** Reads what there is; the newest version is compared with now until another was chosen. */
  async refresh(): Promise<void> {
    await this.session.settled();
    this.#store = await (await this.work.shelf.storage).versions();
    this.memory = this.#store === null;
    const listed = await this.#store?.list(this.session.planId);
    if (!listed) return;
    if (!listed.ok) {
      this.failure = listed.failure;
      return;
    }
    this.list = listed.value;
    const isThere = (id: StateId) => id === null || this.version(id) !== undefined;
    if (!this.#chosen || !isThere(this.from)) this.from = listed.value.versions[0]?.id ?? null;
    if (!isThere(this.to)) this.to = null;
    await this.compare();
  }

  choose(from: StateId, to: StateId = this.to): void {
    this.#chosen = true;
    // Of a version with itself there is nothing to see.
    this.to = from === to ? null : to;
    this.from = from;
    this.picked = new Set();
    this.open = null;
    void this.compare();
  }

  showPerson(person: typeof this.person): void {
    this.person = person;
    void this.compare();
  }

  showMore(sheet: RecordSheet): void {
    const shown = this.comparison?.sheets.find((each) => each.sheet === sheet)?.cells.length ?? 0;
    this.open = { sheet, limit: shown + MORE };
    void this.compare();
  }

  pick(sheet: RecordSheet): void {
    const next = new Set(this.picked);
    if (!next.delete(sheet)) next.add(sheet);
    this.picked = next;
  }

  async compare(): Promise<void> {
    const asked = ++this.#asked;
    const two = this.#two();
    if (!two || this.from === this.to) {
      this.comparison = null;
      return;
    }
    this.comparing = true;
    const seq = await this.session.settled();
    const shown = {
      limit: FIRST,
      writers: this.person?.writers ?? null,
      ...(this.open && { open: this.open }),
    };
    const compared = await this.#off((worker) => worker.work.compare(two, seq, shown));
    if (asked !== this.#asked) return;
    this.comparing = false;
    this.failure = compared.ok ? null : compared.failure;
    if (compared.ok) this.comparison = compared.value;
  }

  /** Brings the older of the two back, whole or by sheet, as one step; the plan as it is is kept by the act itself. */
  async restore(sheets: readonly RecordSheet[] | null): Promise<void> {
    const two = this.#two();
    if (!two || this.restoring) return;
    this.restoring = true;
    const seq = await this.session.settled();
    const changes = await this.#off<readonly Change[]>((worker) => worker.work.restore(two, seq, sheets));
    if (changes.ok) await this.#commit(changes.value);
    else this.say(changes.failure);
    this.restoring = false;
  }

  /** Names a version that is there, or keeps the plan as it is under a name. */
  async name(id: StateId, name: string | null): Promise<void> {
    const { planId } = this.session;
    const done = id === null ? await this.#keep(name ?? '') : await this.#store?.name(planId, id, name);
    if (done && !done.ok) this.say(done.failure);
    else if (name !== null) showToast({ text: t().versions.named(name) });
    await this.refresh();
  }

  async erase(id: string): Promise<void> {
    const done = await this.#store?.erase(this.session.planId, [id]);
    if (done && !done.ok) this.say(done.failure);
    else showToast({ text: t().versions.erased });
    await this.refresh();
  }

  say(failure: Failure): void {
    showToast({ text: failureText(failure) });
  }

  /** Asks the worker, which is started once. */
  async off<T>(
    ask: (worker: RunningVersions, database: string) => Promise<Result<T>>,
  ): Promise<Result<T> | null> {
    const { database } = this;
    return database === null ? null : this.#off((worker) => ask(worker, database));
  }

  close(): void {
    this.#worker?.end();
    this.#worker = null;
  }

  async #off<T>(ask: (worker: RunningVersions) => Promise<Result<T>>): Promise<Result<T>> {
    const worker = (this.#worker ??= startVersions());
    try {
      return await Promise.race([ask(worker), worker.died]);
    } catch (error) {
      this.close();
      return { ok: false, failure: { code: 'storageFailed', values: { name: String(error) } } };
    }
  }

  #two() {
    const { database, from, to } = this;
    return database === null ? null : { database, plan: this.session.planId, from, to };
  }

  async #keep(name: string): Promise<Result<unknown>> {
    await this.session.settled();
    const asked = { plan: this.session.planId, at: Date.now(), reason: 'named' as const, name };
    return keepVersionNow(await this.work.shelf.storage, asked);
  }

  async #commit(changes: readonly Change[]): Promise<void> {
    await this.session.commit(changes, { code: 'restoreVersion', count: changes.length });
    const { undo: label, undoKeys: keys } = t().app;
    showToast({
      text: t().versions.restored(changes.length),
      action: { label, keys, run: () => void this.work.undo() },
    });
  }
}
