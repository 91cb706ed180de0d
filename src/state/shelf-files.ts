import type { Change, RecordEntry } from '../model/diff.ts';
import { ok, type Result } from '../model/failure.ts';
import type { GivenFile, MergeProgress } from '../model/merging.ts';
import type { PlanStorage } from '../storage/storage.ts';
import type { PlanCodec } from './codec.ts';
import type { Merged, PlanFilesRead } from './contract.ts';
import type { FileShelf } from './plan-files.ts';
import { infoOf } from './plan-info.ts';
import type { Session } from './session.svelte.ts';
import type { Added, WholePlans } from './whole-plans.ts';

/** What files need of the shelf. */
export interface FilesParts {
  /** Fetched with the first file that is written or read. */
  readonly codec: () => Promise<PlanCodec>;
  readonly storage: () => Promise<PlanStorage>;
  readonly openPlan: (planId: string) => Session | undefined;
  readonly now: () => number;
  readonly add: (records: readonly RecordEntry[]) => Promise<Added>;
  /** Other tabs and the list hear of a change of the shelf. */
  readonly changed: (result: Result<unknown>) => Promise<void>;
  readonly committed: (planId: string, seq: number) => void;
}

/** Plans as files: their code is fetched with the first one. */
export class ShelfFiles {
  readonly #parts: FilesParts;
  #whole: Promise<WholePlans> | null = null;

  constructor(parts: FilesParts) {
    this.#parts = parts;
  }

  async read(files: readonly GivenFile[], progress?: (done: MergeProgress) => void): Promise<PlanFilesRead> {
    const { PlanFiles } = await import('./plan-files.ts');
    return new PlanFiles(await this.#shelf()).read(files, progress);
  }

  async mergeInto(
    planId: string,
    files: readonly GivenFile[],
    choices: readonly Change[] = [],
  ): Promise<Merged> {
    const { mergeInto } = await import('./plan-files.ts');
    return mergeInto(await this.#shelf(), planId, files, choices);
  }

  /** Where its code can't be had, the next act tries again. */
  whole(): Promise<WholePlans> {
    this.#whole ??= this.#load();
    this.#whole.catch(() => (this.#whole = null));
    return this.#whole;
  }

  async #load(): Promise<WholePlans> {
    const { WholePlans } = await import('./whole-plans.ts');
    const { codec, storage, openPlan } = this.#parts;
    return new WholePlans(codec, storage, openPlan);
  }

  async #shelf(): Promise<FileShelf> {
    const { codec, add, ...parts } = this.#parts;
    const files = await codec();
    return {
      ...parts,
      merger: () => files.merger(),
      add: async (records) => {
        const { kept, row } = await add(records);
        return kept.ok ? ok(infoOf(row)) : kept;
      },
    };
  }
}
