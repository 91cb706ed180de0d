import type { Folder } from '../../files/team-folder/folder.ts';
import { bytesOf, lookInto } from '../../files/team-folder/look.ts';
import { newMemory, type FolderMemory } from '../../files/team-folder/memory.ts';
import { isPlanFileName, newOwnName } from '../../files/team-folder/names.ts';
import { tidy } from '../../files/team-folder/tidy.ts';
import { conflicts } from '../../model/facts/index.ts';
import type { Failure } from '../../model/failure.ts';
import type { PlanSession } from '../../state/contract.ts';
import { decodeSlowly } from '../../state/encoding.ts';
import {
  HandleFolder,
  mayUse,
  pickFolder,
  watchFolder,
  type FolderHandle,
} from '../../storage/folder-handle.ts';
import { Places, type PlaceRow } from '../../storage/places.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';
import { EarlierFailure, folderFailure } from './failure.ts';
import { noteHome } from './flag.ts';
import { folderPlan } from './folder-plan.ts';

/** While somebody looks at the page, the folder is looked into this often. */
const EVERY_MS = 30_000;
/** Edits that follow each other this closely are written once. */
const PAUSE_MS = 2000;

const aboutOf = (memory: FolderMemory): PlaceRow['about'] => ({ ...memory }) as unknown as PlaceRow['about'];
const memoryOf = ({ about }: PlaceRow): FolderMemory => about as unknown as FolderMemory;
const folderOf = ({ handle }: PlaceRow): Folder => new HandleFolder(handle as FolderHandle, isPlanFileName);
const rowOf = (plan: string, handle: FolderHandle, memory: FolderMemory): PlaceRow => ({
  plan,
  name: handle.name,
  handle,
  about: aboutOf(memory),
});

/** The second home of an open plan: a folder, and what this device remembers of it. */
export class Home {
  /** What is remembered is known. */
  known = $state(false);
  /** What people call the folder; null = the plan has no second home. */
  folder = $state<string | null>(null);
  memory = $state.raw<FolderMemory | null>(null);
  permission = $state<PermissionState>('granted');
  looking = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Cells in dispute that wait for somebody to decide. */
  disputed = $state(0);
  readonly work: Workspace;
  readonly session: PlanSession;
  #row: PlaceRow | null = null;
  #places: Places | null = null;
  #again = false;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | null = null;

  constructor(work: Workspace, session: PlanSession) {
    this.work = work;
    this.session = session;
  }

  /** Nothing is kept in this browser: then nothing can be remembered about a folder. */
  get keeps(): boolean {
    return this.work.shelf.keeps;
  }

  /** Goes on with the folder of an earlier visit. */
  async start(): Promise<void> {
    await this.#recall();
    this.known = true;
    if (this.#row) await this.#begin(false);
  }

  /** Lets the user choose a folder; needs a click. */
  async choose(label: string): Promise<void> {
    try {
      const handle = await pickFolder();
      const places = await this.#store();
      if (!handle || !places) return;
      const memory = newMemory(label, newOwnName(label));
      const put = await places.put(rowOf(this.session.planId, handle, memory));
      if (!put.ok) throw new EarlierFailure(put.failure);
      this.end();
      await this.#recall();
      noteHome(this.session.planId, true);
      await this.#begin(true);
    } catch (error) {
      this.failure = folderFailure(error);
    }
  }

  /** Asks for the folder again, as browsers do after a while; needs a click. */
  async allow(): Promise<void> {
    await this.#begin(true);
  }

  /** The plan is no longer kept there; what is in the folder stays. */
  async leave(): Promise<void> {
    this.end();
    await (await this.#store())?.remove(this.session.planId);
    noteHome(this.session.planId, false);
    await this.#recall();
    this.failure = null;
  }

  /** The plan is no longer open. */
  end(): void {
    this.#stop?.();
    this.#stop = null;
    clearTimeout(this.#soon);
  }

  /** One look into the folder, unless another tab is at it; what came while it lasted is looked at after it. */
  async look(thorough = false): Promise<void> {
    if (!this.#row || this.permission !== 'granted') return;
    if (this.looking) {
      this.#again = true;
      return;
    }
    this.looking = true;
    this.#again = false;
    try {
      await this.#locked((folder, memory) => this.#lookNow(folder, memory, thorough));
      this.failure = null;
    } catch (error) {
      this.failure = folderFailure(error);
      if (this.failure.code === 'folderDenied') this.permission = 'prompt';
    }
    this.looking = false;
    if (this.#isAsked()) this.#lookSoon();
  }

  /** Removes copies that hold nothing new. Resolves to how many went. */
  async tidy(): Promise<number> {
    await this.look();
    let gone = 0;
    await this.#locked(async (folder, memory) => {
      gone = await tidy(folder, memory);
    });
    await this.look();
    return gone;
  }

  /** The files in the folder, for the screen on which conflicts are decided. */
  async files(): Promise<{ name: string; bytes: Uint8Array }[]> {
    if (!this.#row || !this.memory) return [];
    const { seen } = this.memory;
    const files = await folderOf(this.#row).files();
    const known = files.filter(({ name }) => /^(merged|nothingNew)$/.test(seen[name]?.fate.code ?? ''));
    const read = await Promise.all(
      known.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })),
    );
    return read.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : []));
  }

  #isAsked(): boolean {
    return this.#again;
  }

  async #store(): Promise<Places | null> {
    const database = (await (await this.work.shelf.storage).versions())?.database;
    return (this.#places ??= database === undefined ? null : new Places(database));
  }

  async #recall(): Promise<void> {
    const read = await (await this.#store())?.of(this.session.planId);
    if (read && !read.ok) this.failure = read.failure;
    this.#row = (read?.ok && read.value) || null;
    this.folder = this.#row?.name ?? null;
    this.memory = this.#row && memoryOf(this.#row);
  }

  async #begin(ask: boolean): Promise<void> {
    if (!this.#row) return;
    try {
      this.permission = await mayUse(this.#row.handle as FolderHandle, ask);
    } catch (error) {
      this.failure = folderFailure(error);
      return;
    }
    if (this.permission !== 'granted') return;
    this.#stop ??= this.#watch(this.#row.handle as FolderHandle);
    await this.look(true);
  }

  /** Looks whenever something may be new, there or here. */
  #watch(handle: FolderHandle): () => void {
    const visible = () => void (document.visibilityState === 'visible' && this.look());
    // A page that is put out of sight may never run again.
    const seen = () => void this.look();
    const timer = setInterval(visible, EVERY_MS);
    addEventListener('focus', visible);
    document.addEventListener('visibilitychange', seen);
    const unwatch = watchFolder(handle, () => this.#lookSoon());
    const unfollow = $effect.root(() => {
      $effect(() => {
        if (this.session.revision >= 0) this.#lookSoon();
      });
    });
    return () => {
      clearInterval(timer);
      removeEventListener('focus', visible);
      document.removeEventListener('visibilitychange', seen);
      unwatch();
      unfollow();
    };
  }

  #lookSoon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.look(), PAUSE_MS);
  }

  /** Of all tabs one is at the folder at a time; what the others have remembered meanwhile is read first. */
  async #locked(act: (folder: Folder, memory: FolderMemory) => Promise<void>): Promise<void> {
    await navigator.locks.request(`backcast-home-${this.session.planId}`, async () => {
      await this.session.settled();
      await this.#recall();
      if (this.#row && this.memory) await act(folderOf(this.#row), this.memory);
    });
  }

  async #lookNow(folder: Folder, memory: FolderMemory, thorough: boolean): Promise<void> {
    const plan = folderPlan(this.work.shelf, this.session.planId);
    const read = { files: 0 };
    const merge: typeof plan.merge = (files) => {
      read.files = files.length;
      return plan.merge(files);
    };
    const save = (next: FolderMemory) => this.#remember(next);
    await lookInto({ folder, plan: { ...plan, merge }, now: Date.now, save, thorough }, memory);
    if (read.files > 0 || thorough || this.disputed > 0) await this.#countDisputed();
  }

  async #remember(memory: FolderMemory): Promise<void> {
    if (!this.#row) return;
    const kept = await this.#places?.remember(this.#row, aboutOf(memory));
    if (kept && !kept.ok) throw new EarlierFailure(kept.failure);
    this.memory = memory;
  }

  async #countDisputed(): Promise<void> {
    const read = await (await this.work.shelf.storage).read(this.session.planId);
    if (!read.ok) return;
    const records = await decodeSlowly(read.value.pages);
    let count = 0;
    for (const rec of records.values()) count += conflicts(rec).length;
    this.disputed = count;
  }
}
