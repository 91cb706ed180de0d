import type { Change } from '../../../src/model/diff.ts';
import {
  applyStep,
  commitStep,
  join,
  joinStep,
  newWriter,
  type Facts,
  type Rec,
} from '../../../src/model/facts/index.ts';
import { decode, encode, encodeText } from '../../../src/files/plan-file/index.ts';
import type { Fate, Folder, FolderFile, FolderPlan } from '../../../src/files/team-folder/folder.ts';
import { lookInto } from '../../../src/files/team-folder/look.ts';
import { newMemory, type FolderMemory } from '../../../src/files/team-folder/memory.ts';
import { newOwnName } from '../../../src/files/team-folder/names.ts';

export interface Stored {
  readonly bytes: Uint8Array;
  readonly changed: number;
}

/** What one machine's disk shows of the shared folder: a sync service carries files between such views. */
export class View implements Folder {
  readonly stored = new Map<string, Stored>();
  /** The page dies at this moment of the next write. */
  dies: 'before' | 'after' | null = null;
  readonly #clock: () => number;
  constructor(clock: () => number) {
    this.#clock = clock;
  }
  files(): Promise<FolderFile[]> {
    return Promise.resolve(
      [...this.stored].map(([name, { bytes, changed }]) => ({
        name,
        changed,
        size: bytes.length,
        bytes: () => Promise.resolve(bytes),
      })),
    );
  }
  write(name: string, bytes: Uint8Array) {
    const { dies } = this;
    this.dies = null;
    if (dies === 'before') return Promise.reject(new Error('died'));
    const changed = this.#clock();
    this.stored.set(name, { bytes, changed });
    return dies ? Promise.reject(new Error('died')) : Promise.resolve({ size: bytes.length, changed });
  }
  remove(name: string): Promise<void> {
    this.stored.delete(name);
    return Promise.resolve();
  }
}

const PLAN = 'plan';
let saved = 0;

/** A device with its plan, its memory and its view of the folder. */
export class Device implements FolderPlan {
  readonly recs: Map<string, Rec>;
  readonly view: View;
  memory: FolderMemory;
  seq: number;
  merges = 0;
  readonly #writer = newWriter();
  readonly #clock: () => number;

  constructor(clock: () => number, from?: Device) {
    this.#clock = clock;
    this.view = new View(clock);
    this.recs = new Map(from?.recs);
    this.seq = from?.seq ?? 1;
    // A cloned profile believes that it is the one that it was cloned from.
    this.memory = from?.memory ?? newMemory('device', newOwnName('device'));
    for (const [name, file] of from?.view.stored ?? []) this.view.stored.set(name, file);
  }

  get facts(): Facts {
    return { id: PLAN, recs: this.recs };
  }

  text(): Promise<string> {
    return encodeText(join(this.facts, this.facts), { app: '1', savedAt: 0 });
  }

  edit(change: Change): void {
    const step = commitStep(this.recs, this.#writer, this.#clock(), [change]);
    applyStep(this.recs, step);
    if (step.size) this.seq++;
  }

  async merge(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
    this.merges++;
    const fates = new Map<string, Fate>();
    for (const { name, bytes } of files) {
      const file = await decode(bytes);
      if (!file.ok) fates.set(name, { code: 'waiting' });
      else if (file.value.facts.id !== PLAN) fates.set(name, { code: 'otherPlan' });
      else {
        const step = joinStep(this.recs, file.value.facts.recs);
        applyStep(this.recs, step);
        if (step.size) this.seq++;
        fates.set(name, { code: step.size ? 'merged' : 'nothingNew', savedAt: file.value.meta.savedAt });
      }
    }
    return fates;
  }

  state = () => Promise.resolve(this.seq);
  file = async () => ({
    state: this.seq,
    bytes: await encode(this.facts, { app: '1', savedAt: ++saved }),
  });

  /** A look whose page may die: then what was saved by then is remembered. */
  async look(thorough = false): Promise<void> {
    const save = (memory: FolderMemory) => {
      this.memory = memory;
      return Promise.resolve();
    };
    try {
      await lookInto({ folder: this.view, plan: this, now: this.#clock, save, thorough }, this.memory);
    } catch (error) {
      if (!(error instanceof Error && error.message === 'died')) throw error;
    }
  }
}
